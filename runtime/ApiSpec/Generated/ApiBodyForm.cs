namespace ApiSpec.Generated;

/// <summary>In which form an operation hands over the body of a success.</summary>
internal enum ApiBodyForm
{
    Json,
    Text,
    Raw,
}
