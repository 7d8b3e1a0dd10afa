using System.ComponentModel;
using ApiSpec.Hosting;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Registers clients as services of an application. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiHosting
{
    /// <summary>
    /// Makes a connection that asks for an <see cref="HttpClient"/> again for every request, so that it may outlive each of them. Keys of the configuration
    /// that are not options are logged.
    /// </summary>
    /// <param name="api">The API.</param>
    /// <param name="httpClients">Gives the clients. They are not disposed.</param>
    /// <param name="options">The options.</param>
    /// <param name="log">The log that is used if the options do not set one.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message says why.</exception>
    public static ApiConnection Connect<TClient>(ApiDescription api, Func<HttpClient> httpClients, ApiClientOptions<TClient> options, ApiLog log)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(httpClients);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        var used = options.Log ?? log;
        var connection = ApiConnection.Create(api, httpClients, options.BaseAddress ?? httpClients().BaseAddress, options, used);
        LogUnknown(api, options.UnknownSettings, used);
        return connection;
    }

    private static void LogUnknown(ApiDescription api, List<UnknownSetting> settings, ApiLog log)
    {
        foreach (var setting in settings)
        {
            try
            {
                log.Calls.Ignored(api, setting.Path, setting.Nearest);
            }
            catch (Exception)
            {
                // The key has no effect, so the client can be used although nobody is told about it.
            }
        }
    }

    /// <summary>Counts the attempts of handlers that send a request several times.</summary>
    /// <param name="handlers">
    /// The handlers of a client, the outermost first. One is added as the innermost, unless a client of the same name has added it.
    /// </param>
    public static void CountAttempts(IList<DelegatingHandler> handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        if (handlers.Count == 0 || handlers[handlers.Count - 1] is not AttemptCounter)
            handlers.Add(new AttemptCounter());
    }

    /// <summary>What keeps a client from being made of options; null when nothing does.</summary>
    /// <param name="api">The API.</param>
    /// <param name="options">The options.</param>
    /// <param name="configureHttpClient">Configures the HTTP client. It is also called for the base address if the options do not have one.</param>
    public static string? FindProblem<TClient>(ApiDescription api, ApiClientOptions<TClient> options, IEnumerable<Action<HttpClient>> configureHttpClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configureHttpClient);
        if (options.Handler is not null)
            return nameof(options.Handler) + " is set; handlers of a client that services make are configured on its IHttpClientBuilder.";
        try
        {
            var address = options.BaseAddress ?? FindBaseAddress(configureHttpClient);
            if (address is null)
                return nameof(options.BaseAddress) + " is missing" + FindMisspelt(options, nameof(options.BaseAddress)) + ".";
            api.Check(options, nameof(options));
            ConnectionSettings.From(options).CheckSecrets(BaseAddress.Normalize(address, api, nameof(options.BaseAddress)), nameof(options));
            _ = TrustedCertificates.From(options);
            return null;
        }
        catch (ArgumentException exception)
        {
            return WithoutParameter(exception);
        }
    }

    /// <summary>Makes the handler that carries requests: it follows no redirects and keeps no cookies.</summary>
    /// <param name="options">The options, which may configure it.</param>
    public static HttpMessageHandler CreateHandler(ApiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ApiTransport.CreateHandler(options);
    }

    /// <summary>Sets options from a section of a configuration. Keys that are not options are only remembered, for the log.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path of the section, for messages, or null for the whole configuration.</param>
    /// <param name="settings">Keys below the section, with colons, and their values.</param>
    /// <exception cref="InvalidOperationException">A value is not of the kind that its key needs; the message names the key.</exception>
    public static void Load<TClient>(ApiClientOptions<TClient> options, string? path, IEnumerable<KeyValuePair<string, string?>> settings)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settings);
        var reader = new SettingsReader(path);
        foreach (var setting in settings)
        {
            if (!string.IsNullOrEmpty(setting.Value))
                reader.Apply(options, setting.Key, setting.Value!);
        }
    }

    /// <summary>
    /// Hides secrets from a handler that logs URLs. If the path or query of a request can contain a secret, the path template replaces the URL while it
    /// sees them.
    /// </summary>
    /// <param name="handlers">The handlers of a client, the outermost first.</param>
    /// <param name="index">The index of the handler. Two handlers are added, one before it and one after it.</param>
    public static void ScreenAddresses(IList<DelegatingHandler> handlers, int index)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        handlers.Insert(index + 1, new AddressScreen(hides: false));
        handlers.Insert(index, new AddressScreen(hides: true));
    }

    private static Uri? FindBaseAddress(IEnumerable<Action<HttpClient>> configureHttpClient)
    {
        using var probe = new HttpClient();
        foreach (var configure in configureHttpClient)
            configure(probe);
        return probe.BaseAddress;
    }

    private static string FindMisspelt<TClient>(ApiClientOptions<TClient> options, string name)
        where TClient : class
        => options.UnknownSettings.Find(setting => setting.Nearest == name) is { } other ? ", and the configuration has '" + other.Path + "' instead" : "";

    // The name of a parameter does not help the person who starts an application.
    private static string WithoutParameter(ArgumentException exception)
    {
        var end = exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message.Substring(0, end);
    }
}
