namespace ApiSpec.Language.Reading;

/// <summary>The table that contains a row. It decides which types and flags are valid.</summary>
internal enum TableKind
{
    Path,
    Query,
    Headers,

    /// <summary>The members of a JSON object.</summary>
    Members,

    /// <summary>The fields of a form.</summary>
    Parts,
}
