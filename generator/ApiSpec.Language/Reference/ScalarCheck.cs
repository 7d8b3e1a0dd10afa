using System.Globalization;
using ApiSpec.Json;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Checks that a string is a value of a type, and resolves names in the type.</summary>
internal sealed class ScalarCheck(IApiReference api, TypeResolver types)
{
    private const string NoAlternative = "no alternative of the type has this value";

    private static readonly TypeReference Table = new() { Kind = TypeKind.Object };

    private readonly Dictionary<EquatableArray<EnumValue>, HashSet<string>> _values = new(ReferenceComparer<EquatableArray<EnumValue>>.Instance);

    /// <summary>Whether the values are written in generated code, where numbers that JSON does not have cannot be.</summary>
    public bool AreOfCode { get; init; }

    /// <summary>Returns why the string is not a value of the type; null if it is.</summary>
    public string? Mismatch(TypeReference type, TypeScope scope, string text)
    {
        var forms = types.Resolve(type, scope);
        if (forms.IsAny || forms.Substitutes.Contains(text, StringComparer.Ordinal))
            return null;
        string? first = null;
        foreach (var form in forms.Forms)
        {
            if (Mismatch(form, text) is not { } mismatch)
                return null;
            first ??= mismatch;
        }

        return forms.Forms.Count == 1 ? first : NoAlternative;
    }

    /// <summary>Returns why the string is not a value of the form; null if it is.</summary>
    public string? Mismatch(ValueForm form, string text) => form.Kind switch
    {
        TypeKind.Object or TypeKind.Tuple => ValueText.Mismatch(Table, text),
        TypeKind.Comma or TypeKind.Space or TypeKind.Pipe => ListForm.Items(form.Type, text) is { } items
            ? items.Select(item => Mismatch(form.Type.Arguments[0], form.Scope, item)).FirstOrDefault(static mismatch => mismatch is not null)
            : ListForm.Mismatch(form.Type),
        TypeKind.Quoted when !AreOfCode && NamedNumber.Read(text) is not null
            && types.Resolve(form.Type.Arguments[0], form.Scope).Forms is [{ Kind: TypeKind.Double }] => null,
        TypeKind.Quoted => Mismatch(form.Type.Arguments[0], form.Scope, bool.TryParse(text, out var truth) ? truth ? "true" : "false" : text),
        TypeKind.DateTime when form.Type.Format is null && IsInFormat(text) => null,
        TypeKind.Enum when form.Type is { Values.Count: > 0, IsOpen: false } => ValuesOf(form.Type).Contains(text) ? null : "the enum does not have this value",
        _ => ValueText.Mismatch(form.Type, text),
    };

    /// <summary>Returns why the string, which is a value of the form, is outside the range; null if it is inside.</summary>
    public string? OutsideRange(ValueForm form, ValueRange? range, string text) => OutsideRange(types, form, range, text);

    /// <summary>Returns why the string, which is a value of the form, is outside the range; null if it is inside.</summary>
    public static string? OutsideRange(TypeResolver types, ValueForm form, ValueRange? range, string text)
        => form.Kind == TypeKind.Quoted && types.Resolve(form.Type.Arguments[0], form.Scope).Forms is [var inner]
            ? OutsideRange(types, inner, range ?? form.Range, text)
            : OutsideBounds(form, range, text);

    private static string? OutsideBounds(ValueForm form, ValueRange? range, string text) => (range ?? form.Range) is not { } bounds ? null : form.Kind switch
    {
        TypeKind.Comma or TypeKind.Space or TypeKind.Pipe => OutsideCount(bounds, ListForm.Items(form.Type, text)?.Count() ?? 0),
        TypeKind.Object or TypeKind.Tuple => null,
        _ => ValueText.OutsideRange(form.Type, bounds, text),
    };

    /// <summary>
    /// Returns why an item of a list in one string is outside its range; null if every item is inside, or if the form is not such a list.
    /// </summary>
    public string? ItemOutsideRange(ValueForm form, string text)
    {
        if (WrittenForm.SeparatorOf(form.Kind) is null)
            return null;
        var forms = types.Resolve(form.Type.Arguments[0], form.Scope).Forms;
        foreach (var item in ListForm.Items(form.Type, text) ?? [])
        {
            var outside = forms.Where(one => Mismatch(one, item) is null).Select(one => OutsideRange(one, null, item)).ToList();
            if (outside.Count > 0 && outside.TrueForAll(static reason => reason is not null))
                return outside[0];
        }

        return null;
    }

    /// <summary>Returns why the number of items or members is outside the range; null if it is inside.</summary>
    public static string? OutsideCount(ValueRange? range, int count)
    {
        var isBelow = int.TryParse(range?.Minimum, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum) && count < minimum;
        var isAbove = int.TryParse(range?.Maximum, NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) && count > maximum;
        return isBelow || isAbove ? ValueText.Outside(range!) : null;
    }

    // Servers send the formats that they accept, and accept the formats that they send.
    private bool IsInFormat(string text)
        => api.Api?.DateTimeWriteFormat is { } format
            && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private HashSet<string> ValuesOf(TypeReference type)
    {
        if (!_values.TryGetValue(type.Values, out var values))
            _values.Add(type.Values, values = new HashSet<string>(type.Values.Select(static value => value.Value), StringComparer.Ordinal));
        return values;
    }
}
