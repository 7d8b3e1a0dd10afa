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
    [Fact]
    public async Task A_section_sets_every_option_that_holds_no_secret()
    {
        await using var host = await StartAsync(
            (services, section) => services.AddDepotClient(section, options => options.Language = "ja"),
            ("Depot:BaseAddress", "http://depot.example:22015/prefix"),
            ("Depot:language", "en"),
            ("Depot:Timeout", "00:00:30"),
            ("Depot:ReadTimeout", "00:00:05"),
            ("Depot:RequireHttps", "True"),
            ("Depot:Proxy", "http://proxy.example:8080"),
            ("Depot:TrustedCertificateThumbprints:0", new string('a', 64)),
            ("Depot:MaxResponseHeaderBytes", "2000"),
            ("Depot:UserAgent", "Depot/1"),
            ("Depot:Edition", "V12"),
            ("Depot:MaxResponseBytes", "1000"),
            ("Depot:MaxResponseValues", "77"),
            ("Depot:MaxErrorBodyBytes", "100"),
            ("Depot:MaxJsonDepth", "5"),
            ("Depot:Headers:X-Site", "tokyo"),
            ("Depot:Password", "for somebody else"));

        var options = host.Get<IOptions<ApiClientOptions<DepotClient>>>().Value;

        Assert.Equal(new Uri("http://depot.example:22015/prefix"), options.BaseAddress);
        Assert.Equal("ja", options.Language);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(5), options.ReadTimeout);
        Assert.True(options.RequireHttps);
        Assert.Equal(new Uri("http://proxy.example:8080"), options.Proxy!.GetProxy(options.BaseAddress!));
        Assert.Equal([new string('a', 64)], options.TrustedCertificateThumbprints);
        Assert.Equal(2000, options.MaxResponseHeaderBytes);
        Assert.Equal("Depot/1", options.UserAgent);
        Assert.Equal("V12", options.Edition);
        Assert.Equal((1000, 77, 100, 5), (options.MaxResponseBytes, options.MaxResponseValues, options.MaxErrorBodyBytes, options.MaxJsonDepth));
        Assert.Equal([new("X-Site", "tokyo")], options.Headers);
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
    [InlineData("Timeout", "soon", "The configuration value 'Depot:Timeout' is not a time such as 00:01:30.")]
    [InlineData("Timeout", "30", "The configuration value 'Depot:Timeout' is not a time such as 00:01:30.")]
    [InlineData("MaxJsonDepth", "deep", "The configuration value 'Depot:MaxJsonDepth' is not a whole number.")]
    [InlineData("RequireHttps", "sure", "The configuration value 'Depot:RequireHttps' is not true or false.")]
    [InlineData("BaseAddress", "depot", "The configuration value 'Depot:BaseAddress' is not an absolute address such as http://server:22015.")]
    public async Task A_value_of_the_wrong_kind_stops_the_application_with_its_key(string key, string value, string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            (services, section) => services.AddDepotClient(section), ("Depot:BaseAddress", "http://depot.example"), ("Depot:" + key, value)));
        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("Timeout", "-00:00:05", "The timeout must be positive and less than 25 days, or infinite.")]
    [InlineData("MaxJsonDepth", "0", "MaxJsonDepth must be between 1 and 1000.")]
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

    private static Task<DepotHost> StartAsync(Action<IServiceCollection, IConfigurationSection> add, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
            values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return DepotHost.StartAsync(services => add(services, configuration.GetSection("Depot")));
    }
}
