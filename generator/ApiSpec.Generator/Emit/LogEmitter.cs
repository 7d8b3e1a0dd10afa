using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Writes the log of a client. The library creates the entries, so the generated code only converts its levels and numbers to those of the logging library.
/// </summary>
internal static class LogEmitter
{
    private const string Level = "global::System.Diagnostics.Tracing.EventLevel";

    public static string Emit(GeneratedLog model)
    {
        var writer = GeneratedFile.Begin(model.Context);
        var client = model.Context.GlobalPrefix + model.ClientName;
        writer.Write($$"""
            /// <summary>Writes the calls of <see cref="{{client}}"/> to the logging of the program, as <see cref="global::ApiSpec.ApiClientOptions.Log"/>.</summary>
            /// <remarks>Clients from dependency injection have it already.</remarks>
            {{GeneratedFile.Attribute}}
            {{model.Context.Accessibility}} sealed partial class {{model.Name}} : global::ApiSpec.ApiLog
            {
                private readonly {{Logging}}.ILogger _log;

                /// <summary>Creates the log.</summary>
                /// <param name="loggerFactory">Creates the logger.</param>
                /// <param name="category">The category of the logger; null: the full name of the client.</param>
                /// <exception cref="global::System.ArgumentNullException"><paramref name="loggerFactory"/> is null.</exception>
                public {{model.Name}}({{Logging}}.ILoggerFactory loggerFactory, string? category = null)
                {
                    if (loggerFactory is null)
                        throw new global::System.ArgumentNullException(nameof(loggerFactory));
                    _log = loggerFactory.CreateLogger(category ?? {{SafeText.Literal(model.Context.FullName(model.ClientName))}});
                }

                /// <inheritdoc/>
                public override bool IsEnabled({{Level}} level) => _log.IsEnabled(LevelOf(level));

                /// <inheritdoc/>
                public override void Write(global::ApiSpec.ApiLogEntry entry)
                    => _log.Log(
                        LevelOf(entry.Level), new {{Logging}}.EventId(entry.EventId, entry.EventName), entry, null, static (written, _) => written.ToString());

                private static {{Logging}}.LogLevel LevelOf({{Level}} level) => level switch
                {
                    {{Level}}.Warning => {{Logging}}.LogLevel.Warning,
                    {{Level}}.Informational => {{Logging}}.LogLevel.Information,
                    _ => {{Logging}}.LogLevel.Debug,
                };
            }
            """);
        return writer.Finish();
    }
}
