namespace ApiSpec.Transport;

/// <summary>The values of the Accept header.</summary>
internal static class AcceptedTypes
{
    public const string Json = "application/json";
    public const string Xml = "application/xml";
    public const string Text = "text/html, text/plain, */*";
    public const string Any = "*/*";
}
