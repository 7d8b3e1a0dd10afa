using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Links are untrusted: a link that does not point to the documented operation on the configured server is rejected.</summary>
public sealed class LinkTests
{
    private const string Good = "/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke";

    [Theory]
    [InlineData(Good, Good)]
    [InlineData("http://10.196.184.238:22015" + Good, Good)]
    [InlineData("https://other.example" + Good, Good)]
    [InlineData("HTTP://HOST" + Good, Good)]
    [InlineData("ftp://host" + Good, Good)]
    [InlineData("http://host:port" + Good, Good)]
    [InlineData("http://[::1]:22015" + Good, Good)]
    [InlineData("http://ho st" + Good, Good)]
    [InlineData(Good + "?a=b&c=%20/?d", Good + "?a=b&c=%20/?d")]
    [InlineData(Good + "?", Good)]
    [InlineData(Good + "#fragment", Good)]
    [InlineData(Good + "?a=b#//evil", Good + "?a=b")]
    [InlineData(Good + "?q=é x", Good + "?q=%C3%A9%20x")]
    [InlineData(Good + "?q=..%2F..", Good + "?q=..%2F..")]
    [InlineData("/Automation/v1/objects/Tasks/a%20b/actions/rerunStart/invoke", "/Automation/v1/objects/Tasks/a%20b/actions/rerunStart/invoke")]
    [InlineData("/Automation/v1/objects/Tasks/名/actions/rerunStart/invoke", "/Automation/v1/objects/Tasks/%E5%90%8D/actions/rerunStart/invoke")]
    [InlineData("/Automation/v1/objects/Tasks/😀/actions/rerunStart/invoke", "/Automation/v1/objects/Tasks/%F0%9F%98%80/actions/rerunStart/invoke")]
    [InlineData(
        "/Automation/v1/objects/Tasks/a\"<>{}|^`/actions/rerunStart/invoke",
        "/Automation/v1/objects/Tasks/a%22%3C%3E%7B%7D%7C%5E%60/actions/rerunStart/invoke")]
    [InlineData("/Automation/v1/objects/Tasks/a..b/actions/rerunStart/invoke", "/Automation/v1/objects/Tasks/a..b/actions/rerunStart/invoke")]
    [InlineData("/Automation/v1/objects/Tasks/.../actions/rerunStart/invoke", "/Automation/v1/objects/Tasks/.../actions/rerunStart/invoke")]
    [InlineData("/Automation/v1/objects/Tasks/100%25/actions/rerunStart/invoke", "/Automation/v1/objects/Tasks/100%25/actions/rerunStart/invoke")]
    public void A_link_to_the_operation_is_reduced_to_path_and_query(string href, string target)
        => Assert.Equal(target, ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, href, "href"));

    public static TheoryData<string?> Hostile { get; } = [.. HostileLinks()];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Anything_else_is_refused(string? href)
    {
        var exception = Assert.Throws<ApiLinkException>(() => ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, href, "href"));
        Assert.Equal("href", exception.Member);
        Assert.Same(SampleApi.InvokeRerunStart, exception.Operation);
        Assert.StartsWith(
            "Tasks.InvokeRerunStart (section 9.6.8) cannot be called through the link in 'href': ",
            exception.Message,
            StringComparison.Ordinal);
        if (href?.Length > 20)
            Assert.DoesNotContain(href, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_corpus_of_hostile_links_is_large_enough() => Assert.True(HostileLinks().Length >= 60);

    [Fact]
    public void Text_that_is_no_Unicode_is_refused()
    {
        Assert.Throws<ApiLinkException>(() => ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, With("a" + '\uD800'), "href"));
        Assert.Throws<ApiLinkException>(() => ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, With('\uDC00' + "a"), "href"));
    }

    [Theory]
    [InlineData("/a/{x}.json", "/a/b.json", true)]
    [InlineData("/a/{x}.json", "/a/b.json.json", true)]
    [InlineData("/a/{x}.json", "/a/.json", false)]
    [InlineData("/a/{x}.json", "/a/b.xml", false)]
    [InlineData("/a/Task({id})", "/a/Task(7)", true)]
    [InlineData("/a/Task({id})", "/a/Task()", false)]
    [InlineData("/a/{x}-{y}", "/a/1-2", true)]
    [InlineData("/a/{x}-{y}", "/a/1-", false)]
    [InlineData("/a/{x}-{y}", "/a/12", false)]
    [InlineData("/a/", "/a/", true)]
    [InlineData("/a/", "/a", false)]
    [InlineData("/{x}", "/", false)]
    public void Placeholders_may_be_parts_of_a_segment(string template, string href, bool matches)
    {
        var operation = new ApiOperation("G.M", SampleApi.Description, HttpMethod.Get, template);
        if (matches)
            Assert.Equal(href, ApiLink.ToRequestTarget(operation, href, "href"));
        else
            Assert.Throws<ApiLinkException>(() => ApiLink.ToRequestTarget(operation, href, "href"));
    }

    [Theory]
    [InlineData("/a/{x}-{y}.json")]
    [InlineData("/a/{x}-{y}-{z}.json")]
    public async Task A_link_that_nearly_matches_is_refused_in_bounded_time(string template)
    {
        var operation = new ApiOperation("G.M", SampleApi.Description, HttpMethod.Get, template);
        var check = Task.Run(() => Assert.Throws<ApiLinkException>(() => ApiLink.ToRequestTarget(operation, "/a/" + new string('-', 16_000), "href")));
        await check.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("/{a}b{c}b{d}", "/1b2b3", true)]
    [InlineData("/{a}b{c}b{d}", "/bbbbb", true)]
    [InlineData("/{a}b{c}b{d}", "/bbbb", false)]
    [InlineData("/{a}b{c}b{d}", "/1b2b", false)]
    [InlineData("/{a}{b}", "/12", true)]
    [InlineData("/{a}{b}", "/1", false)]
    [InlineData("/x{a}", "/x", false)]
    [InlineData("/{a}xx", "/xxx", true)]
    [InlineData("/{a}xx", "/xx", false)]
    [InlineData("/{a}ab{b}ab", "/1ab2ab", true)]
    [InlineData("/{a}ab{b}ab", "/1abab", false)]
    [InlineData("/{a}ab{b}ab", "/1ababab", true)]
    [InlineData("/{a}A{b}", "/xAy", true)]
    [InlineData("/{a}A{b}", "/x%3Ay", false)]
    [InlineData("/{a}{b}", "/%C3%A9", false)]
    [InlineData("/{a}{b}", "/%C3%A9%2D", true)]
    [InlineData("/{a", "/{a", false)]
    public void Several_placeholders_share_a_segment(string template, string href, bool matches)
        => Placeholders_may_be_parts_of_a_segment(template, href, matches);

    private static string With(string id) => "/Automation/v1/objects/Tasks/" + id + "/actions/rerunStart/invoke";

    private static string?[] HostileLinks() =>
    [
        null,
        "",
        " ",
        "/",
        "//",
        "///",
        "?",
        "#",
        "%",
        "rerunStart/invoke",
        "Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:a@b",
        "http:" + Good,
        "http:/" + Good[1..],
        "http://" + Good,
        "://host" + Good,
        "1http://host" + Good,
        "ht tp://host" + Good,
        "http://host",
        "http://host?" + Good,
        "http://host#" + Good,
        "http://user@host" + Good,
        "http://user:secret@host" + Good,
        "http://good.example@evil.example" + Good,
        "//evil.example" + Good,
        "/" + Good,
        "http://host/" + Good,
        "\\\\evil.example" + Good,
        "/\\evil.example" + Good,
        "http:\\\\evil.example" + Good,
        "http://host\\@evil" + Good,
        "\\" + Good[1..],
        Good.Replace('/', '\\'),
        Good + "\\..",
        Good + "\r\nHost: evil",
        Good + "\n",
        "\t" + Good,
        Good + "\0",
        With("1\u0085"),
        With("1\u007F"),
        With("%00"),
        With("%0d%0aHost:evil"),
        With("%7f"),
        With("%C2%85"),
        Good + "?q=%0d%0a",
        "/Automation/v1/objects/../objects/Tasks/2026/actions/rerunStart/invoke",
        With(".."),
        With("."),
        With("%2e%2e"),
        With("%2E."),
        With(".%2e"),
        With("%2e"),
        With("%252e%252e"),
        With("%25252e%25252e"),
        With("..;"),
        With("..;a=b"),
        With("%2e%2e%3b"),
        With("1/../../../../x"),
        With("1%2f.."),
        With("1%2F2"),
        With("1%252F2"),
        With("1%5c2"),
        With("1%255c2"),
        With("%c0%ae%c0%ae"),
        With("%c0%af"),
        With("%ff"),
        With("%e0%80%af"),
        With("%"),
        With("%2"),
        With("%zz"),
        With("%u002e"),
        With("%252525252525252e"),
        With(""),
        With("1/2"),
        Good + "/",
        Good + "/more",
        Good[..^1],
        "/Automation/v1/objects/Tasks/2026/actions/rerunStart",
        "/Automation/v1/objects/Tasks/2026",
        "/automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        "/Automation/v2/objects/Tasks/2026/actions/rerunStart/invoke",
        "/%41utomation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        "/Automation/v1/objects/Users/2026/actions/rerunStart/invoke",
        "/Automation/v1/objects/Tasks/2026/actions/forceStop/invoke",
        "/proxy/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
        " " + Good,
        Good + " ",
        "\uFEFF" + Good,
        "\u202E" + Good,
        Good + ";jsessionid=1",
        "http://host" + Good + "/http://host" + Good,
        Good + "?" + new string('x', 20_000),
    ];
}
