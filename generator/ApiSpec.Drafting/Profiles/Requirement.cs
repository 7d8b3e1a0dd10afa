namespace ApiSpec.Drafting.Profiles;

/// <summary>Whether a row has to be given.</summary>
internal enum Requirement
{
    Required,

    Optional,

    /// <summary>The page does not say it.</summary>
    NotStated,
}
