using ApiSpec.References.Tests.Servers;
using Example.Archive;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>No path parameter and no link leaves the path of its operation.</summary>
public sealed class PathTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Values that some servers or proxies resolve to another path.</summary>
    public static TheoryData<string> Steps { get; } =
    [
        ".", "..", "./", "../", "../admin", "a/../../admin", "a/..", "a/./b", "/..", "//../x", "..\\admin", "a\\..\\b", "a\\.", "\\..\\", "a/..\\b", "..;x",
        "..;", ".;x=y", "a/..;x/b",
        "%2e%2e", "%2E.", ".%2e", "%2e", "a%2f..%2fb", "a%2F%2e%2E%2Fb", "a%5c..%5Cb", "..%2fadmin", "..%5cadmin", "..%3bx", "%2e%2e%3Bx/admin", "%252e%252e",
        "a%252f..%252fb", "%25252e%25252E",
        "..\0", "..\0/x", "a/..%00.zip", ".\t.", "..\t/admin", "a/.%09./b", "..\n", "%0d..", "..\u007f", ".. ", "a/.. /b", "..%20", "..\t ", ".%20%20",
        "..%0a;x",
        "a/%2e%2e/b", "%%32e%2e", "%2%65.", "%25%32%65.",
        "%c0%ae%c0%ae", "%C0%AE", "%25c0%25ae.", ".%e0%80%ae", "%f0%80%80%ae%2e", "a%c0%af..", "a%e0%80%af..%f0%80%80%afb", "a%c1%9c..", "a%e0%81%9c..",
        "%%c0%b2e.", "%2%c1%a5.", "..%c0%bb", "..%c0%80x",
    ];

    /// <summary>Values with dots, slashes and escapes that are not dot segments.</summary>
    public static TheoryData<string> Harmless { get; } =
    [
        "...", ".a", "a.", "a..b", "..a", "v1.2", ";..", "a;../", "a;..", "%2", "%", "100%", "%2eb", "a/b", "a\\b", "a/...", "a%2fb", ".%", "..%", "..%2",
        "%2e%2g", ". .", " ..", "漢字..", "：.", ".. a", "a\t..", "\t", " ",
        "\u00C0\u00AE\u00C0\u00AE", "%c3%80%c2%ae", "%e0%a0%80", "%c0", "%ae%ae", "%e0%80", "%c0.", "%c0%ae%c0%aea", "\U0001F4BE%ae", "%f0%9f%92%ae", "%c2%ae",
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_value_that_a_server_can_take_for_a_step_is_refused_before_anything_is_sent(string value)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ArgumentException>("name", () => client.Files.GetAsync(value, Token));
        Assert.Equal("name", thrown.ParamName);
        await Assert.ThrowsAsync<ArgumentException>("path", () => client.Trees.GetAsync(value, Token));
        await Assert.ThrowsAsync<ArgumentException>("tag", () => client.Parts.GetAsync("1", "2", "a", PartsGetKind.Zip, value, Token));
        await Assert.ThrowsAsync<ArgumentException>("kind", () => client.Parts.GetAsync("1", "2", "a", new PartsGetKind(value), "t", Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task Any_other_value_reaches_the_server_as_it_is(string value)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(server.Address);
        await client.Files.GetAsync(value, Token);
        await client.Trees.GetAsync(value, Token);
        Assert.Equal("GET /archive/files/" + Uri.EscapeDataString(value), server.Requests[0].Line);
        Assert.Equal("GET /archive/trees/" + Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal) + "/info", server.Requests[1].Line);
    }

    [Theory]
    [InlineData(".", "", false)]
    [InlineData(".", ".", false)]
    [InlineData("", ".", false)]
    [InlineData("%2", "e", false)]
    [InlineData("%2e%", "2e", false)]
    [InlineData("x%2", "f..", false)]
    [InlineData("x%5", "c.;y", false)]
    [InlineData("a.", ".b", true)]
    [InlineData("%", "2e0", true)]
    public async Task Values_that_share_a_part_of_the_path_cannot_make_a_step_together(string first, string second, bool isSent)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(server.Address);
        Task CallAsync() => client.Parts.GetAsync(first, second, "a", PartsGetKind.Zip, "t", Token);
        if (isSent)
            await CallAsync();
        else
            await Assert.ThrowsAsync<ArgumentException>(CallAsync);
        Assert.Equal(isSent ? 1 : 0, server.Requests.Count);
    }

    [Theory]
    [InlineData("a/", "/x")]
    [InlineData("a%2f", ";x")]
    [InlineData("a\\", "%5cx")]
    public async Task The_text_between_values_counts_with_them(string name, string kind)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(server.Address);

        // The path has a full stop between the two.
        await Assert.ThrowsAsync<ArgumentException>(() => client.Parts.GetAsync("1", "2", name, new PartsGetKind(kind), "t", Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_link_that_a_server_can_take_for_a_step_is_refused(string value)
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(server.Address);
        await Assert.ThrowsAsync<ApiLinkException>(() => client.Files.GetAtAsync("/archive/files/" + value, Token));
        await Assert.ThrowsAsync<ApiLinkException>(() => client.Files.GetAtAsync("http://elsewhere.example/archive/files/" + value + "?x=y", Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_long_value_full_of_escapes_is_checked_in_linear_time()
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new ArchiveClient(server.Address);
        var value = new string('%', 100_000) + string.Concat(Enumerable.Repeat("25", 400_000)) + "2e";
        var call = Task.Run(() => client.Files.GetAsync("a/" + value, Token), Token);
        Assert.IsNotType<TimeoutException>(await Record.ExceptionAsync(() => call.WaitAsync(TimeSpan.FromSeconds(20), Token)));
    }
}
