using System.Diagnostics.Tracing;
using ApiSpec.Observability;

namespace ApiSpec;

/// <summary>Receives the log entries of a client (<see cref="ApiClientOptions.Log"/>).</summary>
/// <remarks>
/// If a project references <c>Microsoft.Extensions.Logging.Abstractions</c>, the generator writes a log over an <c>ILoggerFactory</c> for each client, named
/// after the client: <c>AutomationClientLog</c>. Write your own only for another logging library. Several threads may call it at once.
/// </remarks>
public abstract class ApiLog
{
    private CallLog? _calls;

    internal CallLog Calls => _calls ??= new CallLog(this);

    /// <summary>
    /// Whether entries of a level are written. The client asks before it creates an entry. If warnings are not written, it does not ask about other levels.
    /// </summary>
    /// <param name="level"><see cref="EventLevel.Warning"/>, <see cref="EventLevel.Informational"/> or <see cref="EventLevel.Verbose"/>.</param>
    public abstract bool IsEnabled(EventLevel level);

    /// <summary>Writes an entry. An exception that it throws reaches the caller of the operation, but does not keep a client from being created.</summary>
    /// <param name="entry">The entry, whose level is enabled.</param>
    public abstract void Write(ApiLogEntry entry);
}
