using System.Globalization;
using System.Net;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Settings from configuration, and the errors of a badly configured application at its start.</summary>
public sealed class ConfigurationTests
{
    // A secret, code, and what belongs to the builder of the HTTP client.
    private static readonly string[] SetInCode = ["ConfigureHandler", "Credential", "Handler", "Log", "OnDrift", "Retry", "TimeProvider"];

    // Any text is of the right kind for the others.
    private static readonly Dictionary<string, (string Value, string Expected)> Wrong = new()
    {
        ["BaseAddress"] = ("depot", "an absolute address such as http://server:22015"),
        ["Proxy"] = ("proxy", "an absolute address such as http://server:22015"),
        ["RequireHttps"] = ("sure", "true or false"),
        ["TimeZone"] = ("Mars/Base", "a time zone that this machine knows, such as Asia/Tokyo"),
        ["Timeout"] = ("soon", "a time such as 00:01:30"),
        ["ReadTimeout"] = ("30", "a time such as 00:01:30"),
        ["MaxResponseHeaderBytes"] = ("1.5", "a whole number of at most 2147483647"),
        ["MaxResponseBytes"] = ("5000000000", "a whole number of at most 2147483647"),
        ["MaxResponseValues"] = ("many", "a whole number of at most 2147483647"),
        ["MaxErrorBodyBytes"] = ("64 KiB", "a whole number of at most 2147483647"),
        ["MaxJsonDepth"] = ("deep", "a whole number of at most 2147483647"),
    };

    /// <summary>Every option that a section can set: its key, a value, and what the option then shows.</summary>
    private static readonly (string Option, string Key, string Value, string Shown)[] Settings =
    [
        ("BaseAddress", "BaseAddress", "http://depot.example:22015/prefix", "http://depot.example:22015/prefix"),
        ("Edition", "Edition", "V12", "V12"),
        ("Headers", "Headers:X-Site", "tokyo", "X-Site=tokyo"),
        ("Language", "language", "ja", "ja"),
        ("MaxErrorBodyBytes", "MaxErrorBodyBytes", "100", "100"),
        ("MaxJsonDepth", "MaxJsonDepth", "5", "5"),
        ("MaxResponseBytes", "MaxResponseBytes", "1000", "1000"),
        ("MaxResponseHeaderBytes", "MaxResponseHeaderBytes", "2000", "2000"),
        ("MaxResponseValues", "MaxResponseValues", "77", "77"),
        ("Proxy", "Proxy", "http://proxy.example:8080", "http://proxy.example:8080/"),
        ("ReadTimeout", "ReadTimeout", "00:00:05", "00:00:05"),
        ("RequireHttps", "REQUIREHTTPS", "true", "True"),
        ("TimeZone", "TimeZone", "Asia/Tokyo", "Asia/Tokyo"),
        ("Timeout", "Timeout", "00:00:30", "00:00:30"),
        ("TrustedCertificateThumbprints", "TrustedCertificateThumbprints:0", new string('a', 64), new string('a', 64)),
        ("UserAgent", "UserAgent", "Depot/1", "Depot/1"),
    ];

    public static TheoryData<string> Options => [.. Settings.Select(static setting => setting.Option)];

    public static TheoryData<string> OptionsOfAKind => [.. Wrong.Keys];

    [Fact]
    public void Every_option_can_be_set_by_a_section_or_only_in_code()
        => Assert.Equal(
            typeof(ApiClientOptions<DepotClient>).GetProperties().Where(static property => property.SetMethod is { IsPublic: true })
                .Select(static property => property.Name).Order(StringComparer.Ordinal),
            Settings.Select(static setting => setting.Option).Concat(SetInCode).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Options))]
    public void The_guide_lists_every_key(string option)
        => Assert.Matches($"`{option}[`:]", Repository.Read("runtime/docs/dependency-injection.md"));

    [Theory]
    [MemberData(nameof(Options))]
    public async Task A_key_sets_its_option(string option)
    {
        var (_, key, value, shown) = Settings.Single(setting => setting.Option == option);
        await using var host = await StartAsync(
            static (services, section) => services.AddDepotClient(section), ("Depot:BaseAddress", "https://depot.example"), ("Depot:" + key, value));

        Assert.Equal(shown, Show(typeof(ApiClientOptions<DepotClient>).GetProperty(option)!.GetValue(OptionsOf(host))));
        Assert.NotEqual(shown, Show(typeof(ApiClientOptions<DepotClient>).GetProperty(option)!.GetValue(new ApiClientOptions<DepotClient>())));
    }

    [Fact]
    public async Task A_section_sets_all_options_together_and_no_secret()
    {
        await using var host = await StartAsync(
            static (services, section) => services.AddDepotClient(section, static options => options.Language = "en"),
            [
                .. Settings.Select(static setting => ("Depot:" + setting.Key, setting.Value)),
                ("Depot:Password", "for somebody else"),
                ("Depot:Credential", "for somebody else"),
            ]);
        var options = OptionsOf(host);

        Assert.Equal(
            Settings.Select(static setting => setting.Option == "Language" ? "en" : setting.Shown),
            Settings.Select(setting => Show(typeof(ApiClientOptions<DepotClient>).GetProperty(setting.Option)!.GetValue(options))));
        Assert.Same(ApiCredential.None, options.Credential);
    }

    [Fact]
    public async Task Keys_have_sections_of_their_own()
    {
        await using var tokyo = await DepotServer.StartAsync(200, """{"id":1}""");
        await using var osaka = await DepotServer.StartAsync(200, """{"id":2}""");
        await using var host = await StartAsync(
            (services, section) =>
            {
                foreach (var site in section.GetChildren())
                    services.AddKeyedDepotClient(site.Key, site);
            },
            ("Depot:tokyo:BaseAddress", tokyo.Address.ToString()),
            ("Depot:osaka:BaseAddress", osaka.Address.ToString()));

        Assert.Equal(1, (await host.Get<DepotClient>("tokyo").Jobs.GetAsync(7)).Id);
        Assert.Equal(2, (await host.Get<DepotClient>("osaka").Jobs.GetAsync(7)).Id);
    }

    [Theory]
    [MemberData(nameof(OptionsOfAKind))]
    public async Task A_value_of_the_wrong_kind_stops_the_application_with_its_key(string option)
    {
        var (value, expected) = Wrong[option];
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            static (services, section) => services.AddDepotClient(section), ("Depot:BaseAddress", "http://depot.example"), ("Depot:" + option, value)));
        Assert.Equal($"The configuration value 'Depot:{option}' is not {expected}.", exception.Message);
    }

    [Theory]
    [InlineData("Asia")]
    [InlineData("America/Argentina")]
    [InlineData("zone.tab")]
    [InlineData("../../../etc/hostname")]
    [InlineData("Asia/Tokyo\0")]
    [InlineData("+09:00")]
    public async Task An_id_that_names_no_time_zone_stops_the_application_with_its_key(string id)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            static (services, section) => services.AddDepotClient(section), ("Depot:BaseAddress", "http://depot.example"), ("Depot:TimeZone", id)));
        Assert.Equal("The configuration value 'Depot:TimeZone' is not a time zone that this machine knows, such as Asia/Tokyo.", exception.Message);
    }

    [Theory]
    [InlineData("Timeout", "-00:00:05", "Timeout must be positive and less than 25 days, or infinite.")]
    [InlineData("ReadTimeout", "30.00:00:00", "ReadTimeout must be positive and less than 25 days, or infinite.")]
    [InlineData("MaxJsonDepth", "0", "MaxJsonDepth must be between 1 and 1000.")]
    [InlineData("MaxResponseBytes", "0", "MaxResponseBytes must be positive.")]
    [InlineData("MaxResponseHeaderBytes", "-1", "MaxResponseHeaderBytes must be positive.")]
    [InlineData("MaxResponseValues", "0", "MaxResponseValues must be positive.")]
    [InlineData("MaxErrorBodyBytes", "-1", "MaxErrorBodyBytes cannot be negative.")]
    [InlineData("Language", "ja\n", "'Accept-Language'")]
    [InlineData("UserAgent", "  ", "The header 'User-Agent' has no value.")]
    [InlineData("BaseAddress", "ftp://depot.example", "The base address must be absolute and start with http:// or https://.")]
    [InlineData("Headers:Bad Name", "x", "'Bad Name'")]
    [InlineData("TrustedCertificateThumbprints:0", "abc", "humbprint")]
    public async Task A_value_that_cannot_be_used_stops_the_application_with_the_name_of_the_client(string key, string value, string message)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            (services, section) => services.AddDepotClient(section), ("Depot:BaseAddress", "http://depot.example"), ("Depot:" + key, value)));
        Assert.StartsWith("ApiSpec.Hosting.Tests.Depot.DepotClient: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_server_stops_the_application_with_its_key()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => DepotHost.StartAsync(services => services.AddKeyedDepotClient("tokyo")));
        Assert.Equal("ApiSpec.Hosting.Tests.Depot.DepotClient 'tokyo': BaseAddress is missing.", exception.Message);
    }

    [Fact]
    public async Task A_credential_that_would_go_over_plain_HTTP_stops_the_application_that_requires_HTTPS()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => DepotHost.StartAsync(services => services.AddDepotClient(
            new Uri("http://depot.example"),
            options =>
            {
                options.RequireHttps = true;
                options.Credential = new BearerCredential("hunter2");
            })));
        Assert.Contains("RequireHttps", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_in_the_options_is_refused_because_the_factory_has_its_own()
    {
        using var handler = new HttpClientHandler();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => DepotHost.StartAsync(services => services.AddDepotClient(new Uri("http://depot.example"), options => options.Handler = handler)));
        Assert.Contains("configured on its IHttpClientBuilder", exception.Message, StringComparison.Ordinal);
    }

    private static ApiClientOptions<DepotClient> OptionsOf(DepotHost host) => host.Get<IOptions<ApiClientOptions<DepotClient>>>().Value;

    private static string? Show(object? value) => value switch
    {
        IWebProxy proxy => proxy.GetProxy(new Uri("http://depot.example"))?.ToString(),
        TimeZoneInfo zone => zone.Id,
        IDictionary<string, string> headers => string.Join(' ', headers.Select(static header => header.Key + "=" + header.Value)),
        IEnumerable<string> list => string.Join(' ', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static Task<DepotHost> StartAsync(Action<IServiceCollection, IConfigurationSection> add, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
            values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return DepotHost.StartAsync(services => add(services, configuration.GetSection("Depot")));
    }
}
