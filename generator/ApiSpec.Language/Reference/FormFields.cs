using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>How the value of a row is written in a form.</summary>
internal static class FormFields
{
    /// <summary>The reason why a field that has all values of its row cannot occur twice.</summary>
    public const string Once = "the section sends one field";

    /// <summary>
    /// Whether the value is sent as JSON: a table, a map, a list of them, or a union. Any other value, and a constant, is a separate field of text, or a file.
    /// </summary>
    /// <param name="types">Resolves names in the type.</param>
    /// <param name="row">The row.</param>
    public static bool IsJson(TypeResolver types, RowDeclaration row)
        => row is not { Constant: not null, IsOptional: false } && !IsNumberOrWord(types.Api, row.Type)
            && IsJson(types, types.Resolve(row.Type, TypeScope.Empty, row.Members));

    /// <summary>Returns why the field cannot occur so often; null: it can, or the page does not show how a list of values is sent.</summary>
    /// <param name="types">Resolves names in the type.</param>
    /// <param name="row">The row.</param>
    /// <param name="count">The number of times that it occurs, at least once.</param>
    public static string? FindCount(TypeResolver types, RowDeclaration row, int count)
    {
        var forms = types.Resolve(row.Type, TypeScope.Empty, row.Members);
        if (!forms.IsAny && forms.Forms is [{ Kind: TypeKind.Repeat or TypeKind.Brackets } repeated])
            return ScalarCheck.OutsideCount(row.Range ?? repeated.Range, count);
        var isOfValues = !forms.IsAny && forms.Forms is [{ Kind: TypeKind.List }] && !IsJson(types, row);
        return count > 1 && !isOfValues ? Once : null;
    }

    private static bool IsNumberOrWord(IApiReference api, TypeReference type)
    {
        type = api.Resolve(type);
        return NumberOrWords.Of(type.Kind == TypeKind.Nullable ? api.Resolve(type.Arguments[0]) : type) is not null;
    }

    private static bool IsJson(TypeResolver types, ValueForms forms) => !forms.IsAny && forms.Forms switch
    {
        [{ Kind: TypeKind.Map or TypeKind.Tuple }] => true,
        [{ Kind: TypeKind.Object } table] => table.Schema is not null || table.Rows is { Count: > 0 },
        [{ Kind: TypeKind.List } list] => IsJson(types, types.Resolve(list.Type.Arguments[0], list.Scope, list.Rows)),
        var alternatives => alternatives.Count > 1,
    };
}
