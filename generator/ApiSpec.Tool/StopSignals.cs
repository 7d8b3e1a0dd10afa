using System.Runtime.InteropServices;

namespace ApiSpec.Tool;

/// <summary>Cancels a token when the process is asked to stop, by Ctrl+C (SIGINT) or by SIGTERM.</summary>
/// <remarks>
/// A command then ends by itself, however long this takes: it finishes or removes what it has begun to write, and stops its server. A second signal ends the
/// process at once, as it would without this class. <c>System.CommandLine</c> also handles these signals, but only from the first <c>await</c> of a command
/// on, and it ends the process after a fixed time.
/// </remarks>
internal sealed class StopSignals : IDisposable
{
    // Not disposed: a signal can still arrive while the registrations are disposed.
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    /// <summary>The token of the command.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose() => Array.ForEach(_registrations, static registration => registration.Dispose());

    private void Stop(PosixSignalContext signal)
    {
        if (_stop.IsCancellationRequested)
            return;
        // The command ends the process, and not the runtime.
        signal.Cancel = true;
        _stop.Cancel();
    }
}
