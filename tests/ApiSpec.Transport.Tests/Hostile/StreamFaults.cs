using static ApiSpec.Tests.Hostile.BodyFaults;
using static ApiSpec.Tests.Hostile.Fault;
using static ApiSpec.Tests.Hostile.HostileCall;

namespace ApiSpec.Tests.Hostile;

/// <summary>Downloads and lists that are read while they arrive.</summary>
public static class StreamFaults
{
    private const string File = Ok + "Content-Type: application/zip\r\n";
    private const string Element = """{"name":"n"}""";

    public static IEnumerable<Fault> All { get; } =
    [
        Reply("hands a file out", File + "Content-Length: 5\r\n\r\n12345", "file of 5 bytes", Download),
        Reply("hands less than the file out", File + "Content-Length: 9\r\n\r\n12345", "5 bytes, then no reply", Download),
        Script("resets within the file", static async connection =>
        {
            await connection.SendAsync(File + "Content-Length: 9\r\n\r\n");
            await Task.Delay(50);
            connection.Reset();
        }, "0 bytes, then no reply", Download),
        Script("stops within the file", static async connection =>
        {
            await connection.SendAsync(File + "Content-Length: 9\r\n\r\n12345");
            await connection.HoldAsync();
        }, "5 bytes, then read timeout", Download) with { Configure = ImpatientReader },
        Script("stops within the file while the caller loses patience", static async connection =>
        {
            await connection.SendAsync(File + "Content-Length: 9\r\n\r\n12345");
            await connection.HoldAsync();
        }, "5 bytes, then cancelled", DownloadAndCancel),
        Reply("packs a file", Whole(Ok, "application/zip", GZip(new byte[100_000]), "Content-Encoding: gzip\r\n"), "file of 100000 bytes", Download),
        Reply("packs a file in several parts", Whole(
            Ok, "application/zip", [.. GZip(new byte[100_000]), .. GZip(new byte[5])], "Content-Encoding: gzip\r\n"), "file of 100005 bytes", Download),
        Reply("packs half a file", Whole(
            Ok, "application/zip", GZip(new byte[100_000])[..60], "Content-Encoding: gzip\r\n"), "no whole file, then no reply", Download)
            with { OutcomeOnNetStandard = "file of 4903 bytes" },
        Reply("packs a file without its last byte", Whole(
            Ok, "application/zip", GZip(new byte[100_000])[..^1], "Content-Encoding: gzip\r\n"), "no whole file, then no reply", Download)
            with { OutcomeOnNetStandard = "file of 100000 bytes" },
        Reply("packs text without its end", Whole(Ok, "text/plain", GZip(new byte[100_000])[..^8], "Content-Encoding: gzip\r\n"), "no reply", HostileCall.Text)
            with { OutcomeOnNetStandard = "text of 100000" },
        Script("drips a packed file", static async connection =>
        {
            var packed = GZip([.. Enumerable.Range(0, 5000).Select(static one => (byte)(one * one))]);
            await connection.SendAsync(Ok + "Content-Encoding: gzip\r\nContent-Length: " + packed.Length + "\r\n\r\n");
            await connection.DripAsync(System.Text.Encoding.Latin1.GetString(packed));
        }, "file of 5000 bytes", Download),
        Reply("fails instead of handing a file out", "HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nnone", "failure 404, 4 bytes", Download),

        Reply("lists", JsonHead + "\r\n" + List(Element, Element), "2 elements", HostileCall.List),
        Reply("lists half", JsonHead + "Content-Length: 999\r\n\r\n" + List(Element, Element)[..^2], "2 elements, then no reply", HostileCall.List),
        Reply("lists half and closes", JsonHead + "\r\n"
            + List(Element, Element)[..^2], "2 elements, then contract: $.data: the JSON is malformed", HostileCall.List),
        Reply("lists something else", JsonHead + "\r\n" + List(Element, "7"), "1 elements, then contract: $.data[1]: ", HostileCall.List),
        Reply("lists nothing", JsonHead + "\r\n{}", "0 elements, then contract: $.data: ", HostileCall.List),
        Reply("lists in HTML", Ok
            + "Content-Type: text/html\r\n\r\n<ul>", "0 elements, then contract: the content type is 'text/html', not JSON.", HostileCall.List),
        Reply("claims a list in UTF-16", Ok
            + "Content-Type: application/json; charset=utf-16\r\n\r\n{}", "0 elements, then contract: $: the JSON is malformed", HostileCall.List),
        Script("lists an element without end", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{\"data\":[" + Element + ",{\"name\":\"");
            await connection.SendForeverAsync(new string('x', 60_000));
        }, "1 elements, then larger than 1000000", HostileCall.List),
        Script("lists members without end before the array", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{");
            await connection.SendForeverAsync(string.Concat(Enumerable.Repeat("\"a\":1,", 10_000)));
        }, "0 elements, then larger than 1000000", HostileCall.List),
        Script("lists white space without end between two elements", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{\"data\":[" + Element + ",");
            await connection.SendForeverAsync(new string(' ', 60_000));
        }, "1 elements, then larger than 1000000", HostileCall.List),
        Script("lists members without end behind the array", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{\"data\":[" + Element + "]");
            await connection.SendForeverAsync(string.Concat(Enumerable.Repeat(",\"a\":[1]", 10_000)));
        }, "1 elements, then larger than 1000000", HostileCall.List),
        Script("lists a name without end", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{\"");
            await connection.SendForeverAsync(new string('x', 60_000));
        }, "0 elements, then larger than 1000000", HostileCall.List),
        Reply("lists a member whose name is no text", JsonHead + "\r\n{\"\\ud800\":1,\"data\":[" + Element + "]}", "1 elements", HostileCall.List),
        Reply("lists a packed bomb", Whole(
            Ok,
            "application/json",
            GZip([.. "{\"data\":[\""u8, .. new byte[50_000_000]]),
            "Content-Encoding: gzip\r\n"), "0 elements, then contract: $.data: the JSON is malformed", HostileCall.List),
        Script("stops within the list", static async connection =>
        {
            await connection.SendAsync(JsonHead + "\r\n{\"data\":[" + Element + ",");
            await connection.HoldAsync();
        }, "1 elements, then read timeout", HostileCall.List) with { Configure = ImpatientReader },
    ];

    private static string List(params string[] elements) => "{\"data\":[" + string.Join(',', elements) + "]}";
}
