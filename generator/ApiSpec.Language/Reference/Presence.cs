using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Which values have to be there.</summary>
internal static class Presence
{
    /// <summary>Whether a body may do without the member.</summary>
    /// <param name="row">The row of the member.</param>
    /// <param name="isRequest">Whether the body is sent; otherwise it is returned.</param>
    public static bool MayBeAbsent(RowDeclaration row, bool isRequest)
        => row.IsOptional || row.IsPattern || IsConditional(row) || (isRequest ? row.IsReadOnly : row.IsWriteOnly);

    /// <summary>Whether every request has to have the value of a path, query, header or form.</summary>
    /// <remarks>A value with a default is one that the server does without.</remarks>
    public static bool IsRequiredParameter(RowDeclaration row)
        => row is { IsOptional: false, IsPattern: false, Default: null } && !IsConditional(row)
            && row.Type is not ({ Kind: TypeKind.Flag } or { Kind: TypeKind.Nullable, RefusesNull: false });

    /// <summary>Whether a condition or an edition says that some requests and responses do without the value.</summary>
    public static bool IsConditional(RowDeclaration row)
        => row.When is not null || row.RequiredWhen is not null || row.OnlyWhen is not null || row.Editions != EditionRange.All;
}
