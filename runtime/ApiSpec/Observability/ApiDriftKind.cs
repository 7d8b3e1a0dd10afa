namespace ApiSpec;

/// <summary>The kind of undocumented element in a response.</summary>
public enum ApiDriftKind
{
    /// <summary>A member of a JSON object.</summary>
    Member,

    /// <summary>A value of a member whose values the reference lists.</summary>
    EnumValue,

    /// <summary>A status code.</summary>
    Status,
}
