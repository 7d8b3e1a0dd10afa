using System.Text;
using ApiSpec.Tests.Servers;
using Example.Nests;
using Xunit;

namespace ApiSpec.References.Tests.Hostile;

/// <summary>Charsets: bodies are read whole, item by item and as text in the same ones, under the names that servers use.</summary>
public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, bool> Known => new()
    {
        { "utf-8", "utf-8", false },
        { "utf-8", "utf-8", true },
        { "utf-16", "utf-16", true },
        { "utf-16", "utf-16", false },
        { "utf-16le", "utf-16", false },
        { "UTF-16BE", "utf-16BE", false },
        { "", "utf-16", true },
        { "utf-8", "utf-16BE", true },
        { "utf-32", "utf-32", false },
        { "Shift_JIS", "shift_jis", false },
        { "shift-jis", "shift_jis", false },
        { "Windows-31J", "shift_jis", false },
        { "csWindows31J", "shift_jis", false },
        { "MS932", "shift_jis", false },
        { "cp932", "shift_jis", false },
        { "CP-932", "shift_jis", false },
        { "windows-932", "shift_jis", false },
        { "x-sjis", "shift_jis", false },
        { "x-ms-cp932", "shift_jis", false },
        { "sjis", "shift_jis", false },
        { "ms_kanji", "shift_jis", false },
        { "EUC-JP", "euc-jp", false },
        { "iso-2022-jp", "iso-2022-jp", false },
        { "gb18030", "gb18030", false },
        { "cp936", "gb2312", false },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task A_charset_is_read_whole_item_by_item_and_as_text(string charset, string encoding, bool isMarked)
    {
        var body = "{\"count\":2,\"data\":[" + string.Concat(Enumerable.Repeat("{\"name\":\"日本\"},", 3000)) + "{\"name\":\"終\"}]}";
        var used = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. isMarked ? used.GetPreamble() : [], .. used.GetBytes(body)];
        var type = charset.Length == 0 ? "application/json" : "application/json; charset=" + charset;
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = type;
            // In pieces that split characters.
            for (var start = 0; start < bytes.Length; start += start < 20 ? 1 : 7001)
            {
                await context.Response.Body.WriteAsync(bytes.AsMemory(start, Math.Min(start < 20 ? 1 : 7001, bytes.Length - start)));
                await context.Response.Body.FlushAsync();
            }
        });
        using var client = new NestsClient(server.Address);

        var names = new List<string>();
        await foreach (var entry in client.Entries.ListItemsAsync(TestContext.Current.CancellationToken))
            names.Add(entry.Name);
        Assert.Equal(["日本", "終", 3001], [names[0], names[^1], (object)names.Count]);
        Assert.Equal("終", (await client.Entries.ListAsync(TestContext.Current.CancellationToken)).Data[3000].Name);
        Assert.Equal(body, await client.Notes.GetAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("x-klingon")]
    [InlineData("cp0")]
    [InlineData("cp99999")]
    [InlineData("ms")]
    [InlineData("windows-x")]
    public async Task A_charset_that_is_not_known_is_reported_everywhere(string charset)
    {
        await using var server = await WebServer.StartAsync(200, "application/json; charset=" + charset, "{\"data\":[]}");
        using var client = new NestsClient(server.Address);
        var problem = "the body is in the charset '" + charset + "', which is not known here";

        Assert.Contains(
            problem,
            (await Assert.ThrowsAsync<ApiContractException>(() => client.Entries.ListAsync(TestContext.Current.CancellationToken))).Message,
            StringComparison.Ordinal);
        Assert.Contains(problem, (await Assert.ThrowsAsync<ApiContractException>(async () =>
        {
            await foreach (var entry in client.Entries.ListItemsAsync(TestContext.Current.CancellationToken))
                Assert.NotNull(entry);
        })).Message, StringComparison.Ordinal);
        var text = await Assert.ThrowsAsync<ApiContractException>(() => client.Notes.GetAsync(TestContext.Current.CancellationToken));
        Assert.Contains(problem, text.Message, StringComparison.Ordinal);
        Assert.Equal("{\"data\":[]}", Encoding.ASCII.GetString(text.RawBody!.Bytes.Span));
    }

    [Theory]
    [InlineData("utf-16", new byte[] { 0x00, 0xD8, 0x41, 0x00 })]
    [InlineData("utf-16", new byte[] { 0x7B })]
    [InlineData("Windows-31J", new byte[] { 0x7B, 0x81, 0x20 })]
    public async Task Bytes_that_are_no_text_in_the_charset_contradict_the_reference(string charset, byte[] body)
    {
        await using var server = await WebServer.StartAsync(200, "application/json; charset=" + charset, body);
        using var client = new NestsClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(async () =>
        {
            await foreach (var entry in client.Entries.ListItemsAsync(TestContext.Current.CancellationToken))
                Assert.NotNull(entry);
        });
        Assert.Contains("the body is no text in the charset '" + charset + "'", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<ApiContractException>(() => client.Notes.GetAsync(TestContext.Current.CancellationToken));
        Assert.Contains("the body is no text in the charset '" + charset + "'", exception.Message, StringComparison.Ordinal);
    }
}
