using System.Collections.Concurrent;
using System.Diagnostics;
using ApiSpec.Tests.Hostile;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests.Secrets;

/// <summary>
/// Every credential is sent to servers that cause every exception of the library. Everything that a program could log afterwards is searched for the secrets.
/// </summary>
public sealed class SecretTests
{
    private const string Secret = "S3CR3T";
    private const string Encoded = "UzNDUjNU";

    private readonly ConcurrentDictionary<Type, int> _seen = new();
    private readonly List<string> _leaks = [];

    public static TheoryData<string> Credentials { get; } = ["basic", "bearer", "asked bearer", "header", "session", "option", "request", "proxy"];

    [Fact]
    public async Task No_exception_or_text_holds_a_secret()
    {
        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("ApiSpec", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                foreach (var tag in activity.TagObjects)
                    Search(activity.DisplayName, tag.Key + "=" + tag.Value);
            },
        };
        ActivitySource.AddActivityListener(activities);
        foreach (var credential in Credentials)
        {
            foreach (var fault in Faults())
                await CallAsync(credential, fault);
        }

        await CallWrongLinkAsync();
        await CallInsecurelyAsync();
        await CallWithoutRoleAsync();
        AssertAllSeen();
        Assert.True(_leaks.Count == 0, string.Join('\n', _leaks));
    }

    [Theory]
    [InlineData(false, Secret)]
    [InlineData(true, Secret)]
    [InlineData(true, "a%20'" + Secret)]
    [InlineData(true, "a%40:" + Secret + "%2Fb")]
    public async Task A_password_in_the_address_of_a_proxy_is_not_shown(bool hasOwnHandler, string password)
    {
        await using var proxy = new HostileServer(static async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
        });
        var webProxy = new System.Net.WebProxy(new UriBuilder(proxy.Address) { UserName = "system", Password = password }.Uri);
        using var handler = new SocketsHttpHandler { Proxy = webProxy };
        using var client = new SampleClient(
            new Uri("https://ao.example/"), hasOwnHandler ? new ApiClientOptions { Handler = handler } : new ApiClientOptions { Proxy = webProxy });
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.Contains("403", exception.Message, StringComparison.Ordinal);
        Search("proxy", Everything(exception));
        Assert.Empty(_leaks);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public void No_credential_or_option_shows_its_secret(string kind)
    {
        var options = Options(kind);
        Search(kind, options.ToString());
        Search(kind, options.Credential.ToString());
        Assert.Empty(_leaks);
    }

    [Theory]
    [InlineData(Secret + "\n")]
    [InlineData("\0" + Secret)]
    [InlineData(Secret + "\u00e9")]
    [InlineData(Secret + "\uD800")]
    [InlineData("a\"" + Secret)]
    public void A_secret_that_cannot_be_sent_is_not_repeated(string secret)
    {
        foreach (var make in new Action[]
        {
            () => _ = new BearerCredential(secret),
            () => _ = new HeaderCredential("X-Key", secret),
            () => _ = new BasicCredential("system", secret),
            () => _ = new BasicCredential("system:", secret),
            () => Connect(new Uri("http://host/"), new ApiClientOptions { Headers = { ["Authorization"] = secret } }),
            () => Connect(new Uri("http://system:" + Secret + "@host/"), new ApiClientOptions()),
            () => Connect(new Uri("http://host/?key=" + Secret), new ApiClientOptions()),
        })
        {
            // Some of these strings are valid for some credentials.
            if (Record.Exception(make) is { } exception)
                Search(secret, Everything(exception));
        }

        Assert.Empty(_leaks);
    }

    private static Fault[] Faults() =>
    [
        Fault.Script("", static connection => connection.SendAsync("HTTP/1.1 404 No\r\nContent-Type: application/json\r\n\r\n" + Bodies.Error), ""),
        Fault.Script(
            "", static connection => connection.SendAsync("HTTP/1.1 401 No\r\nWWW-Authenticate: HSSO " + Secret + "\r\nContent-Length: 0\r\n\r\n"), ""),
        Fault.Script("", static connection => connection.SendAsync(Fault.JsonHead + "\r\n{\"name\":\"" + Secret + "\"}"), ""),
        Fault.Script("", static connection => connection.SendAsync(Fault.JsonHead + "\r\n\"" + Secret), ""),
        Fault.Script("", static connection => connection.SendAsync(Fault.JsonHead + "Content-Length: 9999\r\n\r\n{"), ""),
        Fault.Script("", static connection => connection.SendAsync(Fault.JsonHead + "Content-Length: 99999999\r\n\r\n{"), ""),
        Fault.Script("", static connection => connection.SendAsync(Fault.JsonHead + "X: " + new string('x', 100_000) + "\r\n\r\n"), ""),
        Fault.Script("", static connection => connection.SendAsync(""), ""),
        Fault.Script("", static connection => connection.HoldAsync(), "") with
        {
            Configure = static options => options.Timeout = TimeSpan.FromMilliseconds(50),
        },
        Fault.Body("", "application/json", Bodies.Action, "", "WWW-Authenticate: HSSO " + Secret + "\r\n"),
    ];

    private static ApiClientOptions Options(string kind)
    {
        var options = new ApiClientOptions { MaxResponseBytes = 100_000 };
        switch (kind)
        {
            case "basic":
                options.Credential = new BasicCredential("system", Secret);
                break;
            case "bearer":
                options.Credential = new BearerCredential(Secret);
                break;
            case "asked bearer":
                options.Credential = new BearerCredential(static _ => new ValueTask<string>(Secret));
                break;
            case "header":
                options.Credential = new HeaderCredential("X-Key", Secret);
                break;
            case "session":
                options.Credential = new SessionCredential(new BasicCredential("system", Secret), new ApiSessionScheme("HSSO", "WWW-Authenticate", null));
                break;
            case "option":
                options.Headers["Authorization"] = "Bearer " + Secret;
                break;
            case "proxy":
                options.Proxy = new System.Net.WebProxy { Credentials = new System.Net.NetworkCredential("system", Secret) };
                break;
        }

        return options;
    }

    private static void Connect(Uri address, ApiClientOptions options)
    {
        using var client = new SampleClient(address, options);
    }

    private async Task CallAsync(string kind, Fault fault)
    {
        await using var server = new HostileServer(fault.Answer);
        var options = Options(kind);
        fault.Configure(options);
        using var client = new SampleClient(server.Address, options);
        for (var i = 0; i < 2; i++)
        {
            try
            {
                Search(kind, (await (kind == "request" ? client.GetWithHeaderAsync("Authorization", "Bearer " + Secret) : client.GetAsync())).Name);
            }
            catch (Exception exception)
            {
                Note(kind, exception);
            }
        }

        Search(kind, options.Credential.ToString());
    }

    private async Task CallWrongLinkAsync()
    {
        using var client = new SampleClient(new Uri("http://127.0.0.1:1/"), Options("basic"));
        Note("link", await Assert.ThrowsAsync<ApiLinkException>(() => client.InvokeAsync(new ActionObject { Href = "http://system:" + Secret + "@host/" })));
    }

    private async Task CallInsecurelyAsync()
    {
        using var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { RequireHttps = true });
        Note("insecure", await Assert.ThrowsAsync<ApiInsecureConnectionException>(() => client.GetWithHeaderAsync("Authorization", "Bearer " + Secret)));
    }

    private async Task CallWithoutRoleAsync()
    {
        using var handler = new ApiRoleHandler(new SocketsHttpHandler(), "Guest");
        using var client = new SampleClient(new Uri("http://host/"), new ApiClientOptions { Handler = handler, Credential = new BearerCredential(Secret) });
        Note("role", await Assert.ThrowsAsync<ApiRoleException>(() => client.GetAsync()));
    }

    private void Note(string kind, Exception exception)
    {
        _seen.AddOrUpdate(exception.GetType().IsGenericType ? exception.GetType().BaseType! : exception.GetType(), 1, static (_, count) => count + 1);
        Search(kind, Everything(exception));
    }

    /// <summary>Returns everything that a logger can write for an exception: its text, inner exceptions, data, and own members except the server's
    /// body.</summary>
    private static string Everything(Exception exception)
    {
        var text = exception.ToString();
        for (var one = exception; one is not null; one = one.InnerException)
        {
            text += string.Join('\n', one.Data.Values.Cast<object?>());
            foreach (var property in one.GetType().GetProperties()
                .Where(static property => property.PropertyType != typeof(ApiRawBody) && property.Name != "TargetSite"))
                text += "\n" + property.GetValue(one);
        }

        return text;
    }

    private void Search(string where, string? text)
    {
        if (text?.Contains(Secret, StringComparison.Ordinal) == true || text?.Contains(Encoded, StringComparison.Ordinal) == true)
            _leaks.Add(where + ": " + text);
    }

    private void AssertAllSeen()
    {
        var missing = typeof(ApiCallException).Assembly.GetExportedTypes()
            .Where(static type => type.IsSubclassOf(typeof(ApiCallException)) && !type.IsAbstract && !type.IsGenericType
                && type != typeof(ApiPollingTimeoutException))
            .Where(type => !_seen.ContainsKey(type))
            .Select(static type => type.Name);
#if RUNTIME_NETSTANDARD
        missing = missing.Where(static name => name != nameof(ApiResponseHeadersTooLargeException));
#endif
        Assert.Empty(missing);
    }
}
