using System.Text;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

// Query parameters.
internal sealed partial class ParameterBinder
{
    private void BindQuery(RowDeclaration row, RowSite site)
    {
        // The caller can add undocumented parameters with the options of a call.
        if (row.IsRest || CredentialParameters.FillQuery(_scope.Api, _section, row.Name))
            return;
        var type = _scope.Resolve(row.Type);
        var escapedName = EscapeQueryName(RowNames.Sent(row.Name, type));
        var names = NamePattern.Split(row.Name);
        if (names is not null && row.Constant is not null)
        {
            ReportConstant(row, site.Path, "parameter");
            return;
        }

        if (row is { Constant: { } constant, IsOptional: false })
        {
            if (TakesConstant(row, site, TableKind.Query))
                _target.Add(new TargetPart { Kind = TargetPartKind.QueryConstant, Text = escapedName, Constant = constant });
            return;
        }

        if (names is var (prefix, suffix))
        {
            BindNames(row, site, type, EscapeQueryName(prefix), EscapeQueryName(suffix));
            return;
        }

        if (type.Kind == TypeKind.HqlFields && _filteredRecord is { IsUnread: false })
        {
            BindSelection(row, site, escapedName);
            return;
        }

        // A value with a server default is optional, and so is a value in a group rule.
        var isRequired = !row.IsOptional && type.Kind != TypeKind.Flag && !_inChoices.Contains(row.Name);
        if (BindParameter(row, site, TableKind.Query, isRequired) is not { } value)
            return;

        _target.Add(new TargetPart
        {
            Kind = type.Kind == TypeKind.Flag ? TargetPartKind.QueryFlag
                : value.Type is { Kind: CodeTypeKind.List, IsEmbedded: false } ? TargetPartKind.QueryList
                : TargetPartKind.QueryValue,
            Text = escapedName,
            Value = value,
            InQuery = !isRequired,
            Separator = WrittenForm.SeparatorOf(type.Kind)?.ToString() ?? (type.Kind is TypeKind.Repeat or TypeKind.Brackets or TypeKind.List ? null : ","),
        });
    }

    private void BindNames(RowDeclaration row, RowSite site, TypeReference type, string prefix, string suffix)
    {
        if (BindMap(row, site, TableKind.Query, "parameter") is { } map)
            _target.Add(new TargetPart
            {
                Kind = TargetPartKind.QueryMap, Text = prefix, Suffix = suffix, IsFlag = type.Kind == TypeKind.Flag, Value = map, InQuery = true,
            });
    }

    // The program chooses a part of the name, so there can be any number of such parameters, or none.
    private OperationParameter? BindMap(RowDeclaration row, RowSite site, TableKind table, string what)
    {
        if (BindParameter(row, site, table, isRequired: false) is not { } value)
            return null;
        if (value.Type is { Kind: CodeTypeKind.List, IsEmbedded: false })
        {
            _optional.Remove(value);
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer, "A list in a " + what + " whose name the program chooses",
                "write 'string', and convert the value in the program");
            return null;
        }

        var item = value.Type with { Minimum = value.Minimum, Maximum = value.Maximum, Ranges = value.Ranges };
        var map = value with { Type = new CodeType { Kind = CodeTypeKind.Map, Element = item }, Minimum = null, Maximum = null, Ranges = [] };
        _optional[_optional.Count - 1] = map;
        return map;
    }

    // A response without some members has a different type, so it needs a separate method.
    private void BindSelection(RowDeclaration row, RowSite site, string escapedName)
    {
        if (!row.IsOptional || _selection is not null)
        {
            _scope.Report.Add(
                SpecRules.NotGenerated, site.Path, row.Pointer,
                row.IsOptional ? "A second parameter that selects members" : "A required selection of members",
                row.IsOptional ? "keep one of them" : "write '?' after the name if it is optional");
            return;
        }

        var named = row with { CSharpName = row.CSharpName is null ? "fields" : CSharpName.Camel(row.CSharpName) };
        if (BindParameter(named, site, TableKind.Query, isRequired: true) is not { } fields)
            return;
        _required.Remove(fields);
        _selection = new SelectionParameter(fields, escapedName, site.Path, row.Pointer);
    }

    // RFC 3986, section 3.4, except for the characters that separate parameters.
    private static string EscapeQueryName(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "-._~:@$!*/?()".IndexOf(c) >= 0)
                escaped.Append(c);
            else
                escaped.Append(Uri.EscapeDataString(c.ToString()));
        }

        return escaped.ToString();
    }
}
