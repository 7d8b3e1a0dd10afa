using ApiSpec.Hosting;

namespace ApiSpec;

/// <summary>The options of one API's client where an application's services make it, with the server it calls.</summary>
/// <remarks>
/// Generated code registers them by the name of the server, or without a name where there is one. They are read when the client is first asked for, and
/// checked when the application starts.
/// </remarks>
/// <typeparam name="TClient">The generated client, which keeps the options of several APIs apart.</typeparam>
public sealed class ApiClientOptions<TClient> : ApiClientOptions
    where TClient : class
{
    /// <summary>
    /// The server: absolute, HTTP or HTTPS; a path in it precedes every request's path. Null: the base address that the HTTP client of that name is
    /// configured with.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    internal List<UnknownSetting> UnknownSettings { get; } = [];
}
