using static ApiSpec.Tests.Hostile.Fault;

namespace ApiSpec.Tests.Hostile;

/// <summary>Faults before the body: no response, a response that is not HTTP, headers that break rules or limits.</summary>
public static class HeadFaults
{
    private const string End = "Content-Length: 0\r\n\r\n";

    private static readonly string Short = "Content-Length: " + Fault.Action.Length + "\r\n";

    public static IEnumerable<Fault> All { get; } =
    [
        Reply("closes without a word", "", "no reply"),
        new("closes without reading", "no reply", static _ => Task.CompletedTask),
        Script("resets without a word", Reset, "no reply"),
        Reply("stops within the status line", "HTTP/1.1 20", "no reply"),
        Reply("stops within the headers", Ok + "Content-Ty", "no reply"),
        Script("resets within the headers", async connection =>
        {
            await connection.SendAsync(JsonHead);
            await Reset(connection);
        }, "no reply"),
        Reply("speaks SMTP", "220 mail ready\r\n\r\n", "no reply"),
        Reply("speaks TLS", "\x16\x03\x03\x00\x31\x02\x00\x00\x2d\x03\x03", "no reply"),
        Reply("speaks HTTP/2", "\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0d", "no reply"),
        Reply("sends a body and no head", Fault.Action, "no reply"),
        Reply("sends a status of six digits", "HTTP/1.1 200200 OK\r\n" + End, "no reply"),
        Reply("sends a status of two digits", "HTTP/1.1 99 OK\r\n" + End, "no reply"),
        Reply("sends a status of letters", "HTTP/1.1 abc OK\r\n" + End, "no reply"),
        Reply("sends a status that does not exist", "HTTP/1.1 999 Odd\r\n" + End, "failure 999"),
        Reply("sends a version that does not exist", "HTTP/7.5 200 OK\r\n" + End, "no reply"),
        Reply("sends a header without a colon", Ok + "nonsense\r\n" + End, "no reply"),
        Reply("sends a header name with a space", Ok + "A B: c\r\n" + End, "no reply"),
        Reply("sends a header with a null character", JsonHead + "X: a\0b\r\n" + Short + "\r\n" + Fault.Action, "success rerunStart"),
        Reply("folds a header", JsonHead + "X: a\r\n b\r\n" + Short + "\r\n" + Fault.Action, "success rerunStart"),
        Reply("ends lines without carriage returns", (JsonHead + Short + "\r\n").Replace("\r", "", StringComparison.Ordinal)
            + Fault.Action, "success rerunStart"),
        Reply("sends one header of 70 KB", JsonHead + "X: " + new string('x', 70_000) + "\r\n" + Short + "\r\n" + Fault.Action, "headers larger than 65536")
            with { OutcomeOnNetStandard = "no reply" },
        Reply("sends 10,000 headers", JsonHead + string.Concat(Enumerable.Repeat("X-A: b\r\n", 10_000)) + Short + "\r\n"
            + Fault.Action, "headers larger than 65536")
            with { OutcomeOnNetStandard = "no reply" },
        Reply("sends headers beyond a limit of the user's", JsonHead + "X: " + new string('x', 3000) + "\r\n" + Short + "\r\n"
            + Fault.Action, "headers larger than 2000")
            with { OutcomeOnNetStandard = "no reply", Configure = static options => options.MaxResponseHeaderBytes = 2000 },
        Script("sends headers without end", static async connection =>
        {
            await connection.SendAsync(JsonHead);
            await connection.SendForeverAsync("X-More: " + new string('x', 1000) + "\r\n");
        }, "headers larger than 65536") with { OutcomeOnNetStandard = "no reply" },
        Reply("sends a status line of 200 KB", "HTTP/1.1 200 " + new string('x', 200_000) + "\r\n" + End, "headers larger than 65536")
            with { OutcomeOnNetStandard = "no reply" },
        Reply("says Continue a few times", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + JsonHead + Short + "\r\n"
            + Fault.Action, "success rerunStart"),
        Script("says Continue for ever", static connection => connection.SendForeverAsync(
            "HTTP/1.1 100 Continue\r\n\r\n", TimeSpan.FromMilliseconds(10)), "timeout")
            with { Configure = Impatient },
        Reply("switches protocols", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "failure 101"),
        Script("answers nothing", static connection => connection.HoldAsync(), "timeout") with { Configure = Impatient },
        Script("stops within the headers and waits", static async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-");
            await connection.HoldAsync();
        }, "timeout") with { Configure = Impatient },
        new("accepts and never reads", "timeout", static connection => connection.HoldAsync()) { Configure = Impatient },
        Script("answers nothing while the caller loses patience", static connection => connection.HoldAsync(), "cancelled", HostileCall.GetAndCancel),
        Script("sends the head byte by byte", static connection => connection.DripAsync(JsonHead + Short + "\r\n" + Fault.Action), "success rerunStart"),
        Reply("announces two lengths", JsonHead + "Content-Length: 5\r\n" + Short + "\r\n" + Fault.Action, "contract: $: the JSON is malformed"),
        Reply("announces a length that is no number", JsonHead + "Content-Length: many\r\n\r\n" + Fault.Action, "success rerunStart"),
        Reply("announces a negative length", JsonHead + "Content-Length: -5\r\n\r\n" + Fault.Action, "success rerunStart"),
        Reply("announces a length beyond all numbers", JsonHead + "Content-Length: 99999999999999999999999\r\n\r\n" + Fault.Action, "success rerunStart"),
        Reply("announces 99 GB", JsonHead + "Content-Length: 99999999999\r\n\r\n{", "larger than 1000000"),
        Reply("announces a length and pieces", JsonHead + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunk(Fault.Action)
            + "0\r\n\r\n", "success rerunStart"),
        Reply("redirects to another server", "HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\n" + End, "failure 302"),
        Reply("redirects to itself", "HTTP/1.1 307 Again\r\nLocation: /\r\n" + End, "failure 307"),
        Reply("redirects to nowhere", "HTTP/1.1 301 Moved\r\n" + End, "failure 301"),
        Reply("redirects as documented", "HTTP/1.1 303 See other\r\nLocation: http://192.0.2.1/\r\n" + End, "success without a body"),
        Reply("asks for a proxy's password", "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\n" + End, "failure 407"),
        Reply("asks for a password that it knows", "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic\r\n" + End, "failure 401")
            with { Configure = static options => options.Credential = new BasicCredential("system", "manager") },
        Reply("refuses an upload before it is there", "HTTP/1.1 413 No\r\n" + End, "failure 413", HostileCall.Upload),
        Script("resets during an upload", Reset, "no reply", HostileCall.Upload),
        Script("slips a second reply in", static async connection =>
        {
            await connection.SendAsync(JsonHead + Short + "\r\n" + Fault.Action + JsonHead + "Content-Length: 2\r\n\r\n{}");
            await Serve(connection);
        }, "success rerunStart, success rerunStart", HostileCall.GetTwice),
        Script("closes a kept connection instead of answering", static async connection =>
        {
            await connection.SendAsync(JsonHead + Short + "\r\n" + Fault.Action);
            if (await connection.ReadHeadAsync() is { } second)
                throw new IOException("Closes at " + second.Length);
        }, "success rerunStart, success rerunStart", HostileCall.GetTwice),
    ];

    internal static string Chunk(string text) => text.Length.ToString("x", System.Globalization.CultureInfo.InvariantCulture) + "\r\n" + text + "\r\n";

    internal static void Impatient(ApiClientOptions options) => options.Timeout = TimeSpan.FromMilliseconds(400);

    private static Task Reset(Servers.HostileConnection connection)
    {
        connection.Reset();
        return Task.CompletedTask;
    }

    private static async Task Serve(Servers.HostileConnection connection)
    {
        while (await connection.ReadHeadAsync() is not null)
            await connection.SendAsync(JsonHead + Short + "\r\n" + Fault.Action);
    }
}
