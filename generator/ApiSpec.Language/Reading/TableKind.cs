namespace ApiSpec.Language.Reading;

/// <summary>Which table a row stands in; it decides which types and flags make sense.</summary>
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
