using System.Net.Sockets;
using System.Text;

namespace ApiSpec.Tests.Servers;

/// <summary>One connection of a <see cref="HostileServer"/>.</summary>
public sealed class HostileConnection(Socket socket, TaskCompletionSource reached, CancellationToken stop) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>Reads the head of the next request; returns null if the client has ended the connection.</summary>
    public async Task<string?> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var octet = new byte[1];
        while (await _stream.ReadAsync(octet, stop) == 1)
        {
            head.Append((char)octet[0]);
            if (octet[0] == '\n' && head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                return head.ToString();
        }

        return null;
    }

    public Task SendAsync(string latin1) => SendAsync(Encoding.Latin1.GetBytes(latin1));

    public Task SendAsync(byte[] bytes) => _stream.WriteAsync(bytes, stop).AsTask();

    /// <summary>Sends byte by byte, each in a separate packet.</summary>
    public async Task DripAsync(string latin1)
    {
        socket.NoDelay = true;
        foreach (var octet in Encoding.Latin1.GetBytes(latin1))
            await SendAsync([octet]);
    }

    /// <summary>Sends the same bytes for as long as the client accepts them.</summary>
    public async Task SendForeverAsync(string latin1, TimeSpan? pause = null)
    {
        var bytes = Encoding.Latin1.GetBytes(latin1);
        while (true)
        {
            await SendAsync(bytes);
            if (pause is { } wait)
                await Task.Delay(wait, stop);
        }
    }

    /// <summary>Lets the test continue, and sends nothing more until the client ends the connection.</summary>
    public async Task HoldAsync()
    {
        reached.TrySetResult();
        await DrainAsync();
    }

    /// <summary>Relays everything in both directions, until one of the two ends.</summary>
    public async Task RelayAsync(Stream onward)
    {
        var there = _stream.CopyToAsync(onward, stop);
        var back = onward.CopyToAsync(_stream, stop);
        await await Task.WhenAny(there, back);
    }

    /// <summary>Ends the connection with a reset, like a crashed server or a firewall.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Signals the end of the data, and waits for the client to close its end.</summary>
    public async Task EndAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        await DrainAsync();
    }

    public void Dispose() => _stream.Dispose();

    private async Task DrainAsync()
    {
        var buffer = new byte[4096];
        while (await _stream.ReadAsync(buffer, stop) > 0)
        {
        }
    }
}
