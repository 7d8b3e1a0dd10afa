using ApiSpec.Generator.Diagnostics;

namespace ApiSpec.Testing.Loading;

/// <summary>Mistakes in pasted examples, which only those who serve them notice.</summary>
internal static class ExampleRules
{
    public static readonly SpecRule RequestNotHttp = new("APISPEC0300", "An example whose request is not HTTP", "The request of this example cannot be read: {0}");

    public static readonly SpecRule ResponseNotHttp = new("APISPEC0301", "An example whose response is not HTTP", "The response of this example cannot be read: {0}");
}
