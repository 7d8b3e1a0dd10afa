using System.Net;
using System.Net.Sockets;

namespace ApiSpec.Tests.Servers;

/// <summary>A listener on loopback that handles every connection according to a fault, and counts open connections.</summary>
public sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<HostileConnection, Task> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;
    private int _accepted;

    public HostileServer(Func<HostileConnection, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port + "/");

    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Completes when the request has reached the point that the fault defines.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Waits until the client has closed every connection, and returns the number of open ones.</summary>
    public async Task<int> CountLeakedAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (Volatile.Read(ref _open) > 0 && !deadline.IsCancellationRequested)
            await Task.Delay(5, CancellationToken.None);
        return Volatile.Read(ref _open);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await CountLeakedAsync(TimeSpan.FromSeconds(10));
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _open);
                Interlocked.Increment(ref _accepted);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using var connection = new HostileConnection(socket, _reached, _stop.Token);
            await _answer(connection);
            await connection.EndAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has closed the connection, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
