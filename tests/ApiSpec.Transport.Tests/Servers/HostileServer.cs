using System.Net;
using System.Net.Sockets;

namespace ApiSpec.Tests.Servers;

/// <summary>A listener on loopback that answers every connection as a fault says, and knows how many connections are open.</summary>
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

    /// <summary>Ends when the fault says that a request has got as far as it is to get.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Waits until the client has closed every connection; tells how many it has not.</summary>
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
            // The client went away, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
