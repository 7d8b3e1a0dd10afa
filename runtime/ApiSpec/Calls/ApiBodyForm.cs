namespace ApiSpec.Generated;

/// <summary>In which form an operation returns the body of a success.</summary>
internal enum ApiBodyForm
{
    Json,

    /// <summary>JSON whose contract depends on the status.</summary>
    JsonByStatus,

    Text,
    Raw,
}
