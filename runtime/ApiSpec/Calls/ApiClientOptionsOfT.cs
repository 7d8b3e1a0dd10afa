using ApiSpec.Hosting;

namespace ApiSpec;

/// <summary>The options of a client that dependency injection creates, with the address of its server.</summary>
/// <remarks>
/// Generated code registers them under the key of the server, or without a name if the client has no key. They are checked when the application starts, and
/// read when a service first asks for the client.
/// </remarks>
/// <typeparam name="TClient">The generated client. It distinguishes the options of several APIs.</typeparam>
public sealed class ApiClientOptions<TClient> : ApiClientOptions
    where TClient : class
{
    /// <summary>
    /// The address of the server: an absolute HTTP or HTTPS URL. If it has a path, the path of every request starts with this path. Null: the base address of
    /// the HTTP client with this name.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    internal List<UnknownSetting> UnknownSettings { get; } = [];
}
