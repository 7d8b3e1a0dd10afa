namespace ApiSpec.Generated;

/// <summary>In which form an operation returns the body of a success.</summary>
internal enum ApiBodyForm
{
    Json,

    /// <summary>A body whose form depends on the status.</summary>
    ByStatus,

    Text,
    Raw,
}
