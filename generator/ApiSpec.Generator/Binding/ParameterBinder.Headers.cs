using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

// Request headers.
internal sealed partial class ParameterBinder
{
    private void BindHeader(RowDeclaration row, RowSite site, bool isShared)
    {
        if (row.IsRest || CredentialParameters.FillHeader(_scope.Api, _section, row.Name))
            return;
        var type = _scope.Resolve(row.Type);
        if (RequestHeaders.IsOfClient(row.Name))
        {
            var use = _media.UseOf(row, type);
            if (use.Lost is { } lost && !(isShared && use.ConcernsOthers))
                _scope.Report.Add(SpecRules.HeaderOfClient, site.Path, row.Pointer, row.Name, lost, use.Instead);
            if (use.BodyMediaType is not null)
                _bodyMediaType = use.BodyMediaType;
            if (use.Constant is null && !use.IsParameter)
                return;
            if (use.Constant is { } printed)
            {
                _headers.Add(new SentHeader(row.Name, printed, null, InQuery: false));
                return;
            }
        }
        else if (RequestHeaders.DescribesBody(row.Name) && _section.Body is null)
        {
            // A row that all operations share does not concern the few that have no such body.
            if (!isShared)
                _scope.Report.Add(
                    SpecRules.NotGenerated, site.Path, row.Pointer, "A header that describes the body of a request without one",
                    "leave the row out, or write 'body:'");
            return;
        }

        if (NamePattern.Split(row.Name) is var (prefix, suffix))
        {
            if (row.Constant is not null)
                ReportConstant(row, site.Path, "header");
            else if (BindMap(row, site, TableKind.Headers, "header") is { } map)
                _headers.Add(new SentHeader(row.Name, null, map, InQuery: true) { Names = new FieldNames(prefix, suffix) });
            return;
        }

        if (row is { Constant: { } constant, IsOptional: false })
        {
            if (TakesConstant(row, site, TableKind.Headers))
                _headers.Add(new SentHeader(row.Name, IsHttpDate(row, type) ? HttpDateFields.ToHttpDate(constant) : constant, null, InQuery: false));
            return;
        }

        if (BindParameter(row, site, TableKind.Headers, !row.IsOptional) is { } value)
            _headers.Add(new SentHeader(row.Name, null, value, InQuery: row.IsOptional));
    }

    private static bool IsHttpDate(RowDeclaration row, TypeReference type) => HttpDateFields.Holds(row.Name, type);
}
