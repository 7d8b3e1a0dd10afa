using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Checks that a string in a path, query, header or form is a valid value of its row.</summary>
internal sealed class ParameterCheck
{
    private readonly TypeResolver _types;
    private readonly ScalarCheck _scalars;

    private readonly IApiReference _api;

    public ParameterCheck(IApiReference api)
    {
        _api = api;
        _types = new TypeResolver(api);
        _scalars = new ScalarCheck(api, _types);
    }

    /// <summary>Reads JSON from a string; returns null if the string is not JSON. If not set, such values are not checked.</summary>
    public Func<string, JsonText?>? ReadJson { get; init; }

    /// <summary>The text that reasons have instead of a value in the JSON of a row with secrets; null: they have the value.</summary>
    public string? SecretText { get; init; }

    /// <summary>Whether the value of a row, or a value inside it, is secret.</summary>
    public bool IsSecret(RowDeclaration row) => SecretRows.AreIn(_api, row);

    /// <summary>Returns the violation of one value; null: the value is valid, or the reference does not decide.</summary>
    /// <param name="row">The row.</param>
    /// <param name="text">The decoded value.</param>
    public ParameterViolation? Find(RowDeclaration row, string text)
    {
        if (row.Constant is { } constant)
            return string.Equals(text, constant, StringComparison.Ordinal) ? null : new ParameterViolation(ViolationKind.NotTheConstant, "'" + constant + "'");
        return FindIgnoringConstant(row, text);
    }

    /// <summary>Returns the violation of one value, regardless of the row's constant; null: the value is valid, or the reference does not decide.</summary>
    public ParameterViolation? FindIgnoringConstant(RowDeclaration row, string text) => Find(row, row.Type, TypeScope.Empty, row.Range, text);

    /// <summary>Returns why the parameter cannot be repeated so often; null: it can, or it is not repeated for each value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">The number of times that it occurs.</param>
    public static string? FindCount(RowDeclaration row, int count) => IsRepeatable(row.Type) ? ScalarCheck.OutsideCount(row.Range, count) : null;

    /// <summary>Whether the parameter is repeated for each of its values.</summary>
    public static bool IsRepeatable(TypeReference type)
        => type.Kind is TypeKind.Repeat or TypeKind.Brackets or TypeKind.List || (type.Kind is TypeKind.Nullable && IsRepeatable(type.Arguments[0]));

    private ParameterViolation? Find(RowDeclaration row, TypeReference type, TypeScope scope, ValueRange? range, string text)
    {
        var forms = _types.Resolve(type, scope);
        if (forms.IsAny || forms.Substitutes.Contains(text, StringComparer.Ordinal))
            return null;
        ParameterViolation? first = null;
        foreach (var form in forms.Forms)
        {
            if (Find(row, form, range, text) is not { } violation)
                return null;
            first ??= violation;
        }

        return first;
    }

    private ParameterViolation? Find(RowDeclaration row, ValueForm form, ValueRange? range, string text)
    {
        switch (form.Kind)
        {
            case TypeKind.Repeat or TypeKind.Brackets or TypeKind.List:
                return Find(row, form.Type.Arguments[0], form.Scope, null, text);
            case TypeKind.Comma or TypeKind.Space or TypeKind.Pipe:
                if (ListForm.Items(form.Type, text)?.ToList() is not { } items)
                    return Wrong(ListForm.Mismatch(form.Type));
                return items.Select(item => Find(row, form.Type.Arguments[0], form.Scope, null, item)).FirstOrDefault(static violation => violation is not null)
                    ?? Outside(ScalarCheck.OutsideCount(range ?? form.Range, items.Count));
            case TypeKind.Embedded:
                return FindInJson(row, form, text);
            case TypeKind.Flag:
                return text is "" or "true" or "false" ? null : Wrong("a flag has no value");
            case TypeKind.Boolean when form.Type.Words.Count == 0:
                // .NET and other platforms write True. The reference does not say which spelling the server accepts.
                return bool.TryParse(text, out _) ? null : Wrong("a boolean is 'true' or 'false'");
            case TypeKind.Bytes or TypeKind.Map or TypeKind.Object or TypeKind.Tuple or TypeKind.HqlFilter or TypeKind.HqlSort or TypeKind.HqlFields:
                return null;
            default:
                return _scalars.Mismatch(form, text) is { } mismatch
                    ? new ParameterViolation(form.Kind == TypeKind.Enum ? ViolationKind.UnlistedValue : ViolationKind.WrongValue, mismatch)
                    : Outside(_scalars.OutsideRange(form, range, text));
        }
    }

    private ParameterViolation? FindInJson(RowDeclaration row, ValueForm form, string text)
    {
        if (ReadJson is null)
            return null;
        if (ReadJson(text) is not { } json)
            return Wrong("it is not JSON");
        var check = new ValueCheck(_api, isRequest: true, WorkBudget.OfLength(text.Length)) { ReadEmbedded = ReadJson };
        return check.FindInParameter(row, form, json) is { } violation
            ? Wrong(violation.Describe("the value", violation.Value.Scalar is not null && IsSecret(row) ? SecretText : null))
            : null;
    }

    private static ParameterViolation Wrong(string reason) => new(ViolationKind.WrongValue, reason);

    private static ParameterViolation? Outside(string? reason) => reason is null ? null : new ParameterViolation(ViolationKind.OutsideRange, reason);
}

/// <summary>A value of a request that contradicts its row.</summary>
/// <param name="Kind">The kind of contradiction.</param>
/// <param name="Reason">The reason, as the end of a sentence; for <see cref="ViolationKind.NotTheConstant"/>, the only valid value.</param>
internal sealed record ParameterViolation(ViolationKind Kind, string Reason)
{
    /// <summary>Why the row cannot have the value, as a clause.</summary>
    public string Explanation => Violation.Explain(Kind, Reason);
}
