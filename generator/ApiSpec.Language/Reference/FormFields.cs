using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>How the value of a row is written in a form.</summary>
internal static class FormFields
{
    /// <summary>
    /// Whether the value is sent as JSON: a table, a map, a list of them, or a union. Any other value, and a constant, is a separate field of text, or a file.
    /// </summary>
    /// <param name="types">Resolves names in the type.</param>
    /// <param name="row">The row.</param>
    public static bool IsJson(TypeResolver types, RowDeclaration row)
        => row is not { Constant: not null, IsOptional: false } && IsJson(types, types.Resolve(row.Type, TypeScope.Empty, row.Members));

    private static bool IsJson(TypeResolver types, ValueForms forms) => !forms.IsAny && forms.Forms switch
    {
        [{ Kind: TypeKind.Map }] => true,
        [{ Kind: TypeKind.Object } table] => table.Schema is not null || table.Rows is { Count: > 0 },
        [{ Kind: TypeKind.List } list] => IsJson(types, types.Resolve(list.Type.Arguments[0], list.Scope, list.Rows)),
        var alternatives => alternatives.Count > 1,
    };
}
