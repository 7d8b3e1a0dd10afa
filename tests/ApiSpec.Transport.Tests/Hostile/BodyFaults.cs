using static ApiSpec.Tests.Hostile.Fault;
using static ApiSpec.Tests.Hostile.HeadFaults;

namespace ApiSpec.Tests.Hostile;

/// <summary>Bodies that lie about their length, stop, never end, or are compressed.</summary>
public static class BodyFaults
{
    private const string Pieces = JsonHead + "Transfer-Encoding: chunked\r\n\r\n";
    private const string Failure = "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n";
    private const string Long = "Content-Length: 1000\r\n\r\n";

    private static readonly byte[] Bomb = GZip(new byte[50_000_000]);

    public static IEnumerable<Fault> All { get; } =
    [
        Reply("sends less than announced", JsonHead + Long + Fault.Action, "no reply"),
        Reply("announces a body and sends none", JsonHead + Long, "no reply"),
        Script("resets within the body", static async connection =>
        {
            await connection.SendAsync(JsonHead + Long + "{ \"name\"");
            connection.Reset();
        }, "no reply"),
        Script("stops within the body", static async connection =>
        {
            await connection.SendAsync(JsonHead + Long + "{ \"name\"");
            await connection.HoldAsync();
        }, "timeout") with { Configure = Impatient },
        Script("stops within the body, longer than a read may wait", static async connection =>
        {
            await connection.SendAsync(JsonHead + Long + "{ \"name\"");
            await connection.HoldAsync();
        }, "read timeout") with { Configure = ImpatientReader },
        Script("stops within the body, of a call without timeout", static async connection =>
        {
            await connection.SendAsync(JsonHead + Long + "{ \"name\"");
            await connection.HoldAsync();
        }, "read timeout") with
        {
            Configure = static options =>
            {
                ImpatientReader(options);
                options.Timeout = Timeout.InfiniteTimeSpan;
            },
        },
        Script("stops within the body while the caller loses patience", static async connection =>
        {
            await connection.SendAsync(JsonHead + Long + "{ \"name\"");
            await connection.HoldAsync();
        }, "cancelled", HostileCall.GetAndCancel),
        Script("sends a byte now and then for ever", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{");
            await connection.SendForeverAsync(" ", TimeSpan.FromMilliseconds(20));
        }, "timeout") with { Configure = Impatient },
        Reply("announces less than it sends", JsonHead + "Content-Length: 10\r\n\r\n" + Fault.Action, "contract: $.name: the JSON is malformed"),
        Reply("announces nothing", JsonHead + "Content-Length: 0\r\n\r\n", "contract: the body is empty."),
        Reply("ends the body with the connection", JsonHead + "\r\n" + Fault.Action, "success rerunStart"),
        Reply("ends half a body with the connection", JsonHead + "\r\n" + Fault.Action[..40], "contract: $.href: the JSON is malformed"),
        Reply("sends no body and closes", JsonHead + "\r\n", "contract: the body is empty."),
        Script("sends a body without end", static connection => SendEndless(connection, JsonHead), "larger than 1000000"),
        Script("sends pieces without end", static async connection =>
        {
            await connection.SendAsync(Pieces);
            await connection.SendForeverAsync(Chunk(new string(' ', 60_000)));
        }, "larger than 1000000"),
        Reply("sends one byte beyond the limit", JsonHead + "\r\n" + Fault.Action.PadRight(1_000_001), "larger than 1000000"),
        Reply("sends as much as the limit", JsonHead + "\r\n" + Fault.Action.PadRight(1_000_000), "success rerunStart"),
        Reply("sends a piece of no size", Pieces + "zz\r\n" + Fault.Action, "no reply"),
        Reply("sends a piece of negative size", Pieces + "-5\r\n" + Fault.Action, "no reply"),
        Reply("sends a piece beyond all sizes", Pieces + "FFFFFFFFFFFFFFFFFF\r\n" + Fault.Action, "no reply"),
        Reply("stops within a piece", Pieces + "fff\r\n" + Fault.Action, "no reply"),
        Reply("stops after a piece", Pieces + Chunk(Fault.Action), "no reply"),
        Reply("sends pieces without their line ends", Pieces + "5\r\n{ \"na5\r\nme\" :0\r\n\r\n", "no reply"),
        Reply("extends a piece's size without end", Pieces + "5;" + new string('x', 100_000), "no reply"),
        Reply("sends trailers that are no headers", Pieces + Chunk(Fault.Action) + "0\r\nnonsense\r\n\r\n", "no reply"),
        Script("sends trailers without end", static async connection =>
        {
            await connection.SendAsync(Pieces + Chunk(Fault.Action) + "0\r\n");
            await connection.SendForeverAsync("X-More: " + new string('x', 1000) + "\r\n");
        }, "no reply"),
        Script("sends the body byte by byte", static connection => connection.DripAsync(
            Pieces + string.Concat(Fault.Action.Select(static one => Chunk(one.ToString()))) + "0\r\n\r\n"), "success rerunStart"),
        Reply("sends a body with 204", "HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\n" + Long + Fault.Action, "success without a body"),

        Script("fails with a body without end", static connection => SendEndless(connection, Failure), "failure 500, 65536 bytes and more"),
        Reply("fails with half a body", Failure + Long + "<html>", "failure 500, 6 bytes and more"),
        Script("fails and resets within the body", static async connection =>
        {
            await connection.SendAsync(Failure + Long);
            await Task.Delay(50);
            connection.Reset();
        }, "failure 500 and more"),
        Script("fails and stops within the body", static async connection =>
        {
            await connection.SendAsync(Failure + Long + "<html>");
            await connection.HoldAsync();
        }, "timeout") with { Configure = Impatient },
        Script("fails and stops within the body, longer than a read may wait", static async connection =>
        {
            await connection.SendAsync(Failure + Long + "<html>");
            await connection.HoldAsync();
        }, "read timeout") with { Configure = ImpatientReader },
        Script("adds a body without end to a success without one", static connection => SendEndless(connection, Ok), "done", HostileCall.Delete),
        Script("stops within the body of a success without one", static async connection =>
        {
            await connection.SendAsync(Ok + Long + "x");
            await connection.HoldAsync();
        }, "done", HostileCall.Delete),
        Script("sends text without end", static connection => SendEndless(connection, Ok), "larger than 1000000", HostileCall.Text),
        Script("sends bytes without end", static connection => SendEndless(connection, Ok), "larger than 1000000", HostileCall.Raw),

        Body("packs the body", "application/json", GZip(Encoding(Fault.Action)), "success rerunStart", "Content-Encoding: gzip\r\n"),
        Body("packs a bomb", "application/json", Bomb, "larger than 1000000", "Content-Encoding: gzip\r\n"),
        Reply("packs a bomb as an error", Whole("HTTP/1.1 500 Oops\r\n", "text/html", Bomb, "Content-Encoding: gzip\r\n"), "failure 500, 65536 bytes and more"),
        Body("packs a bomb with Brotli", "application/json", Brotli(
            new byte[50_000_000]), "contract: the body is encoded as 'br', which the transport does not decode.", "Content-Encoding: br\r\n"),
        Body("packs half a body", "application/json", GZip(Encoding(Fault.Action))[..30], "no reply", "Content-Encoding: gzip\r\n")
            with { OutcomeOnNetStandard = "contract: $.name: the JSON is malformed" },
        Body("packs nothing", "application/json", "", "contract: the body is empty.", "Content-Encoding: gzip\r\n"),
        Body("packs a body that is not packed", "application/json", Fault.Action, "no reply", "Content-Encoding: gzip\r\n"),
        Body("packs a body and does not say so", "application/json", GZip(Encoding(Fault.Action)), "contract: $: the JSON is malformed"),
        Body("packs a body twice", "application/json", GZip(GZip(
            Encoding(Fault.Action))), "contract: the body is encoded as 'gzip, gzip', which the transport does not decode.", "Content-Encoding: gzip, gzip\r\n")
            with { OutcomeOnNetStandard = "contract: the body is encoded as 'gzip', which the transport does not decode." },
        Body(
            "packs in an unknown way", "application/json", Fault.Action, "contract: the body is encoded as 'lzma', which the transport does not decode.",
            "Content-Encoding: lzma\r\n"),
        Body("says that it does not pack", "application/json", Fault.Action, "success rerunStart", "Content-Encoding: identity\r\n"),
    ];

    internal static void ImpatientReader(ApiClientOptions options) => options.ReadTimeout = TimeSpan.FromMilliseconds(400);

    private static byte[] Encoding(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task SendEndless(Servers.HostileConnection connection, string head)
    {
        await connection.SendAsync(head + "\r\n");
        await connection.SendForeverAsync(new string(' ', 60_000));
    }
}
