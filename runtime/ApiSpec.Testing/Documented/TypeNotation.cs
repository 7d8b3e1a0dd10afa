using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Testing.Documented;

/// <summary>Writes types as specs do.</summary>
internal static class TypeNotation
{
    /// <summary>The type of a row with its range and constant: <c>string ..255</c>, <c>string = POST</c>.</summary>
    public static string Of(RowDeclaration row)
        => Of(row.Type) + (row.Range is { } range ? $" {range.Minimum}..{range.Maximum}" : "") + (row.HasNullConstant ? " = null" : row.Constant is { } constant ? " = " + constant : "")
            + (row.IsPresenceUnknown ? " " + RowText.RequiredNotStated : "");

    public static string Of(TypeReference type) => type.Kind switch
    {
        TypeKind.Nullable => Of(type.Arguments[0]) + "?",
        TypeKind.List => (type.Arguments[0].Kind == TypeKind.Union ? "(" + Of(type.Arguments[0]) + ")" : Of(type.Arguments[0])) + "[]",
        TypeKind.Union => string.Join(" | ", type.Arguments.Select(Of)),
        TypeKind.Enum => "enum " + string.Join('|', type.Values.Select(Of).Concat(type.IsOpen ? [TypeParser.Rest] : [])),
        TypeKind.Named => type.Name + Arguments(type),
        _ => TypeParser.NameOf(type.Kind) + Arguments(type),
    };

    private static string Of(EnumValue value)
        => value.Value.Length == 0 || value.Value == TypeParser.Rest || value.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{value.Value}\"" : value.Value;

    private static string Arguments(TypeReference type) => type.Arguments.Count == 0 ? "" : $"<{string.Join(", ", type.Arguments.Select(Of))}>";
}
