using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Checks constants, defaults and ranges of rows with a named type. Only all files of an API together define that type. The reader has checked all other rows.
/// </summary>
internal sealed class RowValueChecker
{
    private static readonly TypeReference Anything = new() { Kind = TypeKind.Any };

    private readonly ApiScope _scope;
    private readonly BindingReport _report;
    private readonly string _path;
    private readonly TypeResolver _types;
    private readonly ScalarCheck _scalars;

    private RowValueChecker(ApiScope scope, string path)
    {
        _scope = scope;
        _report = scope.Report;
        _path = path;
        _types = new TypeResolver(scope);
        _scalars = new ScalarCheck(scope, _types) { AreOfCode = true };
    }

    /// <summary>Checks all rows of some files.</summary>
    public static void Check(ApiScope scope, IReadOnlyList<SpecSource> files)
    {
        foreach (var file in files)
            scope.Steps.Check(
                file, new FilePart(FilePartKind.Values), (scope, file),
                static input => new RowValueChecker(input.scope, input.file.Path).Check(input.file.File));
    }

    private void Check(SpecFile file)
    {
        new ConditionChecker(_scope, _path).Check(file);
        foreach (var schema in file.Schemas)
            Check(schema.Members, InsideOf(schema));
        if (file.Section is { } section)
        {
            Check(section.PathRows, TypeScope.Empty);
            Check(section.QueryRows, TypeScope.Empty);
            Check(section.HeaderRows, TypeScope.Empty, areHeaders: true);
            Check(section.Body);
            Check(section.Response);
            Check(section.Error);
            Check(section.Statuses.Rows);
        }

        if (file.Api is { } api)
        {
            Check(api.QueryRows, TypeScope.Empty);
            Check(api.Headers, TypeScope.Empty, areHeaders: true);
            foreach (var set in api.Sets)
                Check(set.Rows, TypeScope.Empty);
            Check(api.Error);
            Check(api.Statuses);
        }
    }

    // The arguments for type parameters differ from use to use, so any value is accepted.
    public static TypeScope InsideOf(SchemaDeclaration schema)
        => TypeScope.Of(
            schema,
            new TypeReference { Kind = TypeKind.Named, Arguments = schema.TypeParameters.Select(static _ => Anything).ToEquatableArray() },
            TypeScope.Empty);

    private void Check(EquatableArray<StatusDeclaration> statuses)
    {
        foreach (var status in statuses)
        {
            Check(status.Headers, TypeScope.Empty, areHeaders: true);
            Check(status.Response);
        }
    }

    private void Check(BodyDeclaration? body)
    {
        Check(body?.Members ?? [], TypeScope.Empty);
    }

    private void Check(EquatableArray<RowDeclaration> rows, TypeScope scope, bool areHeaders = false)
    {
        foreach (var row in rows)
        {
            if ((row.Constant is not null || row.HasNullConstant || row.Default is not null || row.Range is not null) && HasName(row.Type))
                Check(row, scope, areHeaders);
            Check(row.Members, scope);
        }
    }

    private void Check(RowDeclaration row, TypeScope scope, bool isHeader)
    {
        var forms = _types.Resolve(row.Type, scope, row.Members);
        if (forms.IsAny)
            return;
        if (row.HasNullConstant && !forms.IsNullable)
            _report.Add(SpecRules.WrongConstant, _path, row.Pointer + SpecLocations.Constant, "null", ValueText.NoNull);
        var hasRange = row.Range is null || CheckRange(row, row.Range, forms);
        if (row.Constant is { } constant && !IsDateOfHeader(constant))
            CheckValue(row, hasRange, scope, forms, constant, row.Pointer + SpecLocations.Constant);
        if (row.Default is { } standard && !IsDateOfHeader(standard))
            CheckValue(row, hasRange, scope, forms, standard, row.Pointer + SpecLocations.Default);

        bool IsDateOfHeader(string value) => isHeader && forms.Forms.Any(form => HttpDateFields.IsValue(row.Name, form.Type, value));
    }

    private void CheckValue(RowDeclaration row, bool hasRange, TypeScope scope, ValueForms forms, string value, string pointer)
    {
        if (_scalars.Mismatch(row.Type, scope, value) is { } mismatch)
        {
            var known = forms.Forms.Count == 1 ? ValueText.Known(forms.Forms[0].Type) : [];
            _report.Add(SpecRules.WrongConstant, _path, pointer, value, mismatch + (known.Count == 0 ? "" : _report.Hint(value, known)));
        }
        else if (hasRange && forms.Forms.Where(form => _scalars.Mismatch(form, value) is null).Select(form => _scalars.OutsideRange(form, row.Range, value))
            .ToList() is { Count: > 0 } found
            && found.TrueForAll(static outside => outside is not null))
        {
            _report.Add(SpecRules.WrongConstant, _path, pointer, value, found[0]!);
        }
    }

    // A range is valid if one of the forms can have it.
    private bool CheckRange(RowDeclaration row, ValueRange range, ValueForms forms)
    {
        TextDiagnostic? first = null;
        foreach (var form in forms.Forms)
        {
            var type = form.Schema is null ? form.Type : new TypeReference { Kind = TypeKind.Object };
            if (RangeText.Parse(range.Minimum + ".." + range.Maximum, type, out var diagnostic) is not null)
                return true;
            first ??= diagnostic;
        }

        if (first is not null)
            _report.Add(first.Rule, _path, row.Pointer + SpecLocations.Range, first.Arguments);
        return false;
    }

    private static bool HasName(TypeReference type) => type.Kind == TypeKind.Named || type.Arguments.Any(HasName);
}
