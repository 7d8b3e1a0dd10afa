using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Decides which values must be present.</summary>
internal static class Presence
{
    /// <summary>Whether a body can leave out the member.</summary>
    /// <param name="row">The row of the member.</param>
    /// <param name="isRequest">Whether the body is sent; otherwise it is returned.</param>
    public static bool MayBeAbsent(RowDeclaration row, bool isRequest)
        => row.IsOptional || row.IsPattern || IsConditional(row) || (isRequest ? row.IsReadOnly : row.IsWriteOnly);

    /// <summary>Whether every request needs the path, query, header or form value.</summary>
    /// <remarks>A value with a default is not required, because the server then uses the default.</remarks>
    public static bool IsRequiredParameter(RowDeclaration row)
        => row is { IsOptional: false, IsPattern: false, Default: null } && !IsConditional(row)
            && row.Type is not ({ Kind: TypeKind.Flag } or { Kind: TypeKind.Nullable, RefusesNull: false });

    /// <summary>Whether a condition or an edition allows some requests and responses to leave out the value.</summary>
    public static bool IsConditional(RowDeclaration row)
        => row.When is not null || row.RequiredWhen is not null || row.OnlyWhen is not null || row.Editions != EditionRange.All;
}
