using System.Collections.Concurrent;
using System.Globalization;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace ApiSpec.Tests.Links;

/// <summary>A server returns links to another running server, which never receives a request.</summary>
public sealed class LinkOriginTests
{
    private readonly ConcurrentQueue<string> _followed = new();
    private string _href = "";

    [Fact]
    public async Task No_hostile_link_reaches_another_origin()
    {
        await using var evil = new HostileServer(static connection => connection.HoldAsync());
        await using var server = await WebServer.StartAsync(RespondAsync);
        using var client = new SampleClient(
            server.Address, new ApiClientOptions { Credential = new BasicCredential("system", "manager"), Timeout = TimeSpan.FromSeconds(20) });
        var followed = HostileLinks.Followed(evil.Address.Authority).Distinct().ToList();
        var refused = HostileLinks.Refused(evil.Address.Authority).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(followed.Count + refused.Count >= 200);

        var wrong = new List<string>();
        foreach (var (href, target) in followed)
        {
            var outcome = await FollowAsync(client, href);
            if (outcome != "followed" || !_followed.TryDequeue(out var seen) || seen != server.Address.Authority + " " + target)
                wrong.Add("not followed to the operation: " + Print(href) + ", " + outcome);
        }

        foreach (var href in refused)
        {
            if (await FollowAsync(client, href) is not "refused" and var outcome)
                wrong.Add("not refused: " + Print(href) + ", " + outcome);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(_followed);
        Assert.Equal(0, evil.Accepted);
    }

    [Theory]
    [InlineData("/ao" + HostileLinks.Good)]
    [InlineData(HostileLinks.Good)]
    [InlineData("http://10.0.0.1:22015/ao" + HostileLinks.Good)]
    [InlineData("http://10.0.0.1:22015" + HostileLinks.Good)]
    public async Task A_link_may_begin_with_the_path_of_the_base_address_once(string href)
    {
        await using var server = await WebServer.StartAsync(RespondAsync);
        using var client = new SampleClient(new Uri(server.Address, "/ao/"));
        Assert.Equal("followed", await FollowAsync(client, href));
        Assert.Equal([server.Address.Authority + " /ao" + HostileLinks.Good], _followed);
    }

    [Theory]
    [InlineData("/AO" + HostileLinks.Good)]
    [InlineData("/aoo" + HostileLinks.Good)]
    [InlineData("/a" + HostileLinks.Good)]
    [InlineData("/ao/ao" + HostileLinks.Good)]
    [InlineData("/ao/" + HostileLinks.Good)]
    [InlineData("/ao/.." + HostileLinks.Good)]
    [InlineData("/%61o" + HostileLinks.Good)]
    [InlineData("/ao")]
    [InlineData("/ao/")]
    [InlineData("ao" + HostileLinks.Good)]
    public async Task No_other_path_may_stand_before_the_operation(string href)
    {
        await using var server = await WebServer.StartAsync(RespondAsync);
        using var client = new SampleClient(new Uri(server.Address, "/ao/"));
        Assert.Equal("refused", await FollowAsync(client, href));
        Assert.Empty(_followed);
    }

    [Fact]
    public void A_link_is_reduced_for_a_base_address_that_is_given()
    {
        const string Href = "http://x/a%20b/ao" + HostileLinks.Good;
        Assert.Equal(HostileLinks.Good, ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, Href, "href", new Uri("https://proxy/a b/ao")));
        Assert.Throws<ApiLinkException>(() => ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, Href, "href"));
        Assert.Throws<ArgumentException>(() => ApiLink.ToRequestTarget(SampleApi.InvokeRerunStart, Href, "href", new Uri("ftp://proxy/")));
    }

    private async Task<string> FollowAsync(SampleClient client, string href)
    {
        _href = href;
        try
        {
            await client.InvokeAsync(await client.GetAsync());
            return "followed";
        }
        catch (ApiLinkException)
        {
            return "refused";
        }
        catch (ApiContractException) when (href.Any(char.IsSurrogate))
        {
            return "refused";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private async Task RespondAsync(HttpContext context)
    {
        if (context.Request.Method == "POST")
            _followed.Enqueue(context.Request.Host + " " + context.Features.Get<IHttpRequestFeature>()!.RawTarget);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            """{"name":"rerunStart","href":"HREF","method":"POST","parameters":[]}""".Replace("HREF", Escape(_href), StringComparison.Ordinal));
    }

    private static string Escape(string text) => string.Concat(text.Select(static one => "\\u" + ((int)one).ToString("x4", CultureInfo.InvariantCulture)));

    private static string Print(string text)
        => string.Concat(text.Take(200).Select(static one => one is > ' ' and <= '~' ? one.ToString() : Escape(one.ToString())));
}
