using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ApiSpec.AotSmoke;

/// <summary>A server on loopback that responds to one request with the usage example of the reference, in gzip.</summary>
internal sealed class OneAnswer : IDisposable
{
    private const string Body =
        """
        {
          "name" : "rerunStart",
          "href" : "http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
          "method" : "POST",
          "parameters" : [ ]
        }
        """;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<string> _request;

    public OneAnswer()
    {
        _listener.Start();
        _request = ServeAsync();
    }

    public string Address => "http://" + _listener.LocalEndpoint;

    /// <summary>Returns the head of the request.</summary>
    public Task<string> RequestAsync() => _request.WaitAsync(TimeSpan.FromMinutes(1));

    public void Dispose() => _listener.Dispose();

    private async Task<string> ServeAsync()
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var head = new StringBuilder();
        var block = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(block);
            if (read == 0)
                break;
            head.Append(Encoding.ASCII.GetString(block, 0, read));
        }

        var body = Pack(Encoding.UTF8.GetBytes(Body));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: " + body.Length + "\r\n\r\n"));
        await stream.WriteAsync(body);
        return head.ToString();
    }

    private static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(plain);
        return packed.ToArray();
    }
}
