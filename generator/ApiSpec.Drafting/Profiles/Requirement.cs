namespace ApiSpec.Drafting.Profiles;

/// <summary>Whether a row is required.</summary>
internal enum Requirement
{
    Required,

    Optional,

    /// <summary>The page does not say.</summary>
    NotStated,
}
