using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Writes the code that keeps secrets out of the log of the factory. The factory traces each header, and only masks the text of its message. A log that stores
/// the values of messages separately would receive tokens and passwords. The factory also writes the whole URL into each line and scope, and before version 9
/// with the values of the query.
/// </summary>
internal static class ServiceLogEmitter
{
    private const string Filter = $"{Http}.IHttpMessageHandlerBuilderFilter";
    private const string HandlerBuilder = $"global::System.Action<{Http}.HttpMessageHandlerBuilder>";
    private const string HandlerLog = $"{Http}.Logging";
    private const string Provider = $"{Injection}.ServiceProviderServiceExtensions";

    /// <summary>The expression that adds the filter, for the client whose name is in <c>httpClient</c>.</summary>
    // It is the first service, because the first filter runs last, when the factory has added its handlers.
    public const string Addition =
        $"services.Insert(0, {Injection}.ServiceDescriptor.Singleton<{Filter}>(provider => new LogWithoutSecrets(httpClient, provider)));";

    public static void Write(CodeWriter writer)
    {
        writer.Write($$"""
            // The factory hides headers in the text of its log, but not in the values that a structured log keeps beside it, and never the path of an address.
            private sealed class LogWithoutSecrets : {{Filter}}
            {
                private readonly string _httpClient;
                private readonly global::System.IServiceProvider _provider;

                internal LogWithoutSecrets(string httpClient, global::System.IServiceProvider provider)
                {
                    _httpClient = httpClient;
                    _provider = provider;
                }

                public {{HandlerBuilder}} Configure({{HandlerBuilder}} next) => builder =>
                {
                    next(builder);
                    if (builder.Name != _httpClient)
                        return;
                    var options = {{Provider}}.GetRequiredService<{{Options}}.IOptionsMonitor<{{Http}}.HttpClientFactoryOptions>>(_provider).Get(_httpClient);
                    var handlers = builder.AdditionalHandlers;
                    for (int i = handlers.Count - 1; i >= 0; i--)
                    {
                        handlers[i] = handlers[i] switch
                        {
                            {{HandlerLog}}.LoggingScopeHttpMessageHandler => new {{HandlerLog}}.LoggingScopeHttpMessageHandler(LogOf("LogicalHandler"), options),
                            {{HandlerLog}}.LoggingHttpMessageHandler => new {{HandlerLog}}.LoggingHttpMessageHandler(LogOf("ClientHandler"), options),
                            var other => other,
                        };
                        if (handlers[i] is {{HandlerLog}}.LoggingScopeHttpMessageHandler or {{HandlerLog}}.LoggingHttpMessageHandler)
                            {{ApiHosting}}.ScreenAddresses(handlers, i);
                    }

                    {{ApiHosting}}.CountAttempts(handlers);
                };

                private HeaderlessLog LogOf(string handler) => new(
                    {{Provider}}.GetRequiredService<{{Logging}}.ILoggerFactory>(_provider).CreateLogger("System.Net.Http.HttpClient." + _httpClient + "." + handler));
            }

            """);
        writer.Write($$"""
            private sealed class HeaderlessLog : {{Logging}}.ILogger
            {
                private readonly {{Logging}}.ILogger _log;

                internal HeaderlessLog({{Logging}}.ILogger log) => _log = log;

                public global::System.IDisposable? BeginScope<TState>(TState state)
                    where TState : notnull
                    => _log.BeginScope(state);

                // Only headers are written at the level of traces.
                public bool IsEnabled({{Logging}}.LogLevel logLevel) => logLevel != {{Logging}}.LogLevel.Trace && _log.IsEnabled(logLevel);

                public void Log<TState>(
                    {{Logging}}.LogLevel logLevel,
                    {{Logging}}.EventId eventId,
                    TState state,
                    global::System.Exception? exception,
                    global::System.Func<TState, global::System.Exception?, string> formatter)
                {
                    if (IsEnabled(logLevel))
                        _log.Log(logLevel, eventId, state, exception, formatter);
                }
            }

            """);
    }
}
