using ApiSpec.Observability;

namespace ApiSpec;

// What a request needs to be sent more than once.
public sealed partial class ApiRequest
{
    /// <summary>Counts how often the request is sent; null: nobody wants to know about the call.</summary>
    internal CallProgress? Progress { get; set; }
}
