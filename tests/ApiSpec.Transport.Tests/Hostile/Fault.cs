using System.IO.Compression;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;

namespace ApiSpec.Tests.Hostile;

/// <summary>The call that a client makes to a hostile server.</summary>
public enum HostileCall
{
    Get,
    Delete,
    Text,
    Raw,
    Upload,
    Download,
    List,
    GetTwice,
    GetAndCancel,
    DownloadAndCancel,
}

/// <summary>One way in which a server misbehaves, and the exact outcome of a call to it.</summary>
/// <param name="Name">The behaviour of the server.</param>
/// <param name="Outcome">The outcome of the call, in the wording of <see cref="Outcomes"/>.</param>
/// <param name="Answer">Handles a connection.</param>
public sealed record Fault(string Name, string Outcome, Func<HostileConnection, Task> Answer)
{
    public const string Ok = "HTTP/1.1 200 OK\r\n";
    public const string JsonHead = Ok + "Content-Type: application/json\r\n";

    public HostileCall Call { get; init; }

    /// <summary>Changes the options of the client.</summary>
    public Action<ApiClientOptions> Configure { get; init; } = static _ => { };

    /// <summary>The outcome of the call if the library of .NET Framework knows less.</summary>
    public string? OutcomeOnNetStandard { get; init; }

    public static string Action { get; } = Bodies.Action;

    public override string ToString() => Name;

    /// <summary>Returns a fault that sends these bytes and nothing more.</summary>
    public static Fault Reply(string name, string reply, string outcome, HostileCall call = HostileCall.Get)
        => Reply(name, Encoding.Latin1.GetBytes(reply), outcome, call);

    public static Fault Reply(string name, byte[] reply, string outcome, HostileCall call = HostileCall.Get)
        => Script(name, connection => connection.SendAsync(reply), outcome, call);

    /// <summary>Returns a fault that runs a script after the head of the request has arrived.</summary>
    public static Fault Script(string name, Func<HostileConnection, Task> answer, string outcome, HostileCall call = HostileCall.Get)
        => new(name, outcome, async connection =>
        {
            if (await connection.ReadHeadAsync() is not null)
                await answer(connection);
        })
        {
            Call = call,
        };

    /// <summary>Returns a fault that sends a 200 with this type, these bytes and the correct length.</summary>
    public static Fault Body(string name, string? contentType, byte[] body, string outcome, string headers = "")
        => Reply(name, Whole(Ok, contentType, body, headers), outcome);

    public static Fault Body(string name, string? contentType, string body, string outcome, string headers = "")
        => Body(name, contentType, Encoding.UTF8.GetBytes(body), outcome, headers);

    public static byte[] Whole(string status, string? contentType, byte[] body, string headers = "")
    {
        var type = contentType is null ? "" : "Content-Type: " + contentType + "\r\n";
        return [.. Encoding.ASCII.GetBytes(status + type + headers + "Content-Length: " + body.Length + "\r\n\r\n"), .. body];
    }

    public static byte[] GZip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Brotli(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(plain);
        return packed.ToArray();
    }
}
