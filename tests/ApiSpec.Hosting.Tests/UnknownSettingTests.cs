using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Keys in the section of a client that are not options.</summary>
public sealed class UnknownSettingTests
{
    private const string Category = "ApiSpec.Hosting.Tests.Depot.DepotClient";

    [Theory]
    [InlineData("TimOut", "; did you mean 'Timeout'?")]
    [InlineData("BaseAdress", "; did you mean 'BaseAddress'?")]
    [InlineData("MaxResponseByte", "; did you mean 'MaxResponseBytes'?")]
    [InlineData("Header:X-Site", "; did you mean 'Headers:X-Site'?")]
    [InlineData("Headers", "; did you mean 'Headers:<name>'?")]
    [InlineData("TrustedCertificateThumbprints", "; did you mean 'TrustedCertificateThumbprints:<n>'?")]
    [InlineData("Timeout:Seconds", "; did you mean 'Timeout'?")]
    [InlineData("Password", "")]
    [InlineData("Credential", "")]
    public async Task A_key_that_is_no_option_is_a_warning_with_the_key_that_was_meant_and_without_its_value(string key, string suggestion)
    {
        using var everything = new EverythingLogger();
        var entry = Assert.Single(await LogAsync(everything, ("Depot:BaseAddress", "http://depot.example"), ("Depot:" + key, "hunter2")));

        Assert.Equal((LogLevel.Warning, "8 ConfigurationKeyIgnored", Category), (entry.Level, entry.Event, entry.Category));
        Assert.Equal("The configuration key 'Depot:" + key + "' is ignored: it is not an option" + suggestion, entry.Message);
        Assert.Equal("Depot:" + key, entry.Value("ConfigurationKey"));
        Assert.Equal("depot", entry.Value("Api"));
        Assert.Equal(suggestion.Length > 0, entry.Values.ContainsKey("NearestKey"));
        Assert.NotEmpty(everything.Written);
        Assert.DoesNotContain(everything.Written, static text => text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LANGUAGE", "ja")]
    [InlineData("Headers:X-Site", "tokyo")]
    [InlineData("Login:Password", "hunter2")]
    [InlineData("Resilience:Retry:MaxRetryAttempts", "3")]
    [InlineData("Timeoutt", "")]
    [InlineData("Timeoutt", null)]
    public async Task Options_sections_of_other_code_and_keys_without_a_value_are_not_logged(string key, string? value)
    {
        using var everything = new EverythingLogger();
        Assert.Empty(await LogAsync(everything, ("Depot:BaseAddress", "http://depot.example"), ("Depot:" + key, value)));
    }

    [Fact]
    public async Task Keys_beside_the_options_of_a_client_without_a_section_are_not_logged()
    {
        using var log = new LogRecorder();
        var configuration = Configure(("BaseAddress", "http://depot.example"), ("EDITOR", "vi"), ("Timeoutt", "00:00:01"));
        await using var host = await DepotHost.StartAsync(services => Record(services, log).AddDepotClient(configuration));
        host.Get<DepotClient>();

        Assert.Empty(log.Entries);
    }

    [Fact]
    public async Task Each_key_is_logged_once_for_each_client()
    {
        using var log = new LogRecorder();
        var configuration = Configure(
            ("Depot:tokyo:BaseAddress", "http://tokyo.example"), ("Depot:tokyo:Timeoutt", "00:00:01"), ("Depot:tokyo:Colour", "red"),
            ("Depot:osaka:BaseAddress", "http://osaka.example"), ("Depot:osaka:Timeoutt", "00:00:01"));
        await using var host = await DepotHost.StartAsync(services =>
        {
            Record(services, log);
            foreach (var site in configuration.GetSection("Depot").GetChildren())
                services.AddKeyedDepotClient(site.Key, site);
        });

        foreach (var site in new[] { "osaka", "tokyo", "tokyo" })
        {
            using var scope = host.Services.CreateScope();
            scope.ServiceProvider.GetRequiredKeyedService<DepotClient>(site);
            scope.ServiceProvider.GetRequiredKeyedService<IDepotClient>(site);
            _ = scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ApiClientOptions<DepotClient>>>().Get(site);
        }

        Assert.Equal(
            ["Depot:osaka:Timeoutt", "Depot:tokyo:Colour", "Depot:tokyo:Timeoutt"],
            log.Entries.Select(static entry => (string?)entry.Value("ConfigurationKey")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_is_logged_once_although_the_section_is_added_twice()
    {
        using var log = new LogRecorder();
        var section = Configure(("Depot:BaseAddress", "http://depot.example"), ("Depot:Timeoutt", "00:00:01"), ("Depot:Colour", "red")).GetSection("Depot");
        await using var host = await DepotHost.StartAsync(services =>
        {
            Record(services, log).AddDepotClient(section);
            services.AddDepotClient(section);
        });
        host.Get<DepotClient>();

        Assert.Equal(
            ["Depot:Colour", "Depot:Timeoutt"],
            log.Entries.Select(static entry => (string?)entry.Value("ConfigurationKey")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_log_that_fails_does_not_keep_a_client_from_being_created()
    {
        await using var host = await DepotHost.StartAsync(static services => services.AddDepotClient(
            Configure(("Depot:BaseAddress", "http://depot.example"), ("Depot:Colour", "red")).GetSection("Depot"),
            static options => options.Log = new BrokenLog()));

        Assert.NotNull(host.Get<DepotClient>());
    }

    [Fact]
    public async Task The_log_of_the_options_has_the_key_without_an_operation()
    {
        var log = new OwnLog();
        await using var host = await DepotHost.StartAsync(services => services.AddDepotClient(
            Configure(("Depot:BaseAddress", "http://depot.example"), ("Depot:a\nb", "x")).GetSection("Depot"), options => options.Log = log));
        host.Get<DepotClient>();

        var entry = Assert.Single(log.Entries);
        Assert.Null(entry.Operation);
        Assert.Equal("The configuration key 'Depot:a\uFFFDb' is ignored: it is not an option", entry.ToString());
    }

    [Fact]
    public async Task An_application_whose_base_address_is_misspelt_stops_with_the_key()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => DepotHost.StartAsync(
            static services => services.AddDepotClient(Configure(("Depot:BaseAdress", "http://hunter2.example")).GetSection("Depot"))));
        Assert.Equal(Category + ": BaseAddress is missing, and the configuration has 'Depot:BaseAdress' instead.", exception.Message);
    }

    private static async Task<LogEntry[]> LogAsync(EverythingLogger everything, params (string Key, string? Value)[] settings)
    {
        using var log = new LogRecorder();
        await using var host = await DepotHost.StartAsync(
            services => Record(Record(services, log), everything).AddDepotClient(Configure(settings).GetSection("Depot")));
        host.Get<DepotClient>();
        return log.Entries;
    }

    private static IServiceCollection Record(IServiceCollection services, ILoggerProvider log)
        => services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));

    private static IConfiguration Configure(params (string Key, string? Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(static setting => setting.Key, static setting => setting.Value)).Build();

    private sealed class BrokenLog : ApiLog
    {
        public override bool IsEnabled(System.Diagnostics.Tracing.EventLevel level) => true;

        public override void Write(ApiLogEntry entry) => throw new IOException("The disk is full.");
    }

    private sealed class OwnLog : ApiLog
    {
        public List<ApiLogEntry> Entries { get; } = [];

        public override bool IsEnabled(System.Diagnostics.Tracing.EventLevel level) => true;

        public override void Write(ApiLogEntry entry) => Entries.Add(entry);
    }
}
