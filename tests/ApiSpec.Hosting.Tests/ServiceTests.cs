using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>Generated clients as services of an application.</summary>
public sealed class ServiceTests
{
    private const string Job = """{"id":7}""";

    [Fact]
    public async Task A_client_and_its_interface_are_one_service_that_calls_the_server()
    {
        string? authorization = null;
        await using var server = await DepotServer.StartAsync(context =>
        {
            authorization = context.Request.Headers.Authorization;
            return DepotServer.RespondAsync(context, 200, Job);
        });
        await using var host = await DepotHost.StartAsync(
            services => services.AddDepotClient(server.Address, options => options.Credential = new BearerCredential("t")));

        Assert.Equal(7, (await host.Get<DepotClient>().Jobs.GetAsync(7)).Id);
        Assert.Equal("Bearer t", authorization);
        Assert.Same(host.Get<DepotClient>(), host.Get<IDepotClient>());
    }

    [Fact]
    public async Task Clients_of_several_servers_are_told_apart_by_their_keys()
    {
        await using var tokyo = await DepotServer.StartAsync(200, """{"id":1}""");
        await using var osaka = await DepotServer.StartAsync(200, """{"id":2}""");
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddKeyedDepotClient("tokyo", tokyo.Address);
            services.AddKeyedDepotClient("osaka", options => options.BaseAddress = osaka.Address);
        });

        Assert.Equal(1, (await host.Get<DepotClient>("tokyo").Jobs.GetAsync(7)).Id);
        Assert.Equal(2, (await host.Get<IDepotClient>("osaka").Jobs.GetAsync(7)).Id);
        Assert.Same(host.Get<DepotClient>("osaka"), host.Get<IDepotClient>("osaka"));
        Assert.Null(host.Services.GetService<DepotClient>());
    }

    [Fact]
    public async Task A_group_is_a_service_so_that_a_class_asks_for_no_more_than_it_calls()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        await using var other = await DepotServer.StartAsync(200, """{"id":8}""");
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddDepotClient(server.Address);
            services.AddKeyedDepotClient("other", other.Address);
        });

        Assert.Equal(7, (await host.Get<IJobsClient>().GetAsync(7)).Id);
        Assert.Equal(8, (await host.Get<IJobsClient>("other").GetAsync(7)).Id);
        Assert.Same(host.Get<DepotClient>().Jobs, host.Get<IJobsClient>());
        Assert.Same(host.Get<IDepotClient>().Tickets, host.Get<ITicketsClient>());
    }

    [Fact]
    public async Task Options_of_one_call_are_those_of_a_group_too()
    {
        var languages = new List<string>();
        await using var server = await DepotServer.StartAsync(context =>
        {
            languages.Add(context.Request.Headers.AcceptLanguage.ToString());
            return DepotServer.RespondAsync(context, 200, Job);
        });
        await using var host = await DepotHost.StartAsync(services => services.AddDepotClient(server.Address, options => options.Language = "en"));
        var jobs = host.Get<IJobsClient>();

        await jobs.With(new ApiCallOptions { Language = "ja" }).GetAsync(7);
        await jobs.GetAsync(7);
        await host.Get<DepotClient>().Jobs.With(new ApiCallOptions { Language = "de" }).GetAsync(7);

        Assert.Equal(["ja", "en", "de"], languages);
    }

    [Fact]
    public async Task A_client_that_a_test_replaces_has_its_own_groups()
    {
        using var replacement = new DepotClient(new Uri("http://localhost:1"));
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddSingleton<IDepotClient>(replacement);
            services.AddDepotClient(new Uri("http://localhost:2"));
        });

        Assert.Same(replacement.Jobs, host.Get<IJobsClient>());
    }

    [Theory]
    [InlineData(null, null, "ApiSpec.Hosting.Tests.Depot.DepotClient")]
    [InlineData(null, "tokyo", "ApiSpec.Hosting.Tests.Depot.DepotClient:tokyo")]
    [InlineData("depot", null, "depot")]
    [InlineData("depot", "tokyo", "depot")]
    public async Task The_HTTP_client_has_the_name_that_the_application_gives_it(string? name, string? key, string expected)
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        string? built = null;
        await using var host = await DepotHost.StartAsync(services =>
        {
            var builder = key is null
                ? services.AddDepotClient(server.Address, httpClientName: name)
                : services.AddKeyedDepotClient(key, server.Address, httpClientName: name);
            built = builder.Name;
        });
        var jobs = key is null ? host.Get<IJobsClient>() : host.Get<IJobsClient>(key);

        Assert.Equal(expected, built);
        Assert.Equal(7, (await jobs.GetAsync(7)).Id);
    }

    [Fact]
    public async Task Each_request_asks_the_factory_so_that_a_client_that_is_kept_keeps_no_handler()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        var factory = new CountingFactory();
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddDepotClient(server.Address);
            services.AddSingleton<IHttpClientFactory>(factory);
        });
        var client = host.Get<DepotClient>();
        Assert.Empty(factory.Names);

        await client.Jobs.GetAsync(7);
        await client.With(new ApiCallOptions { Language = "ja" }).Jobs.GetAsync(7);

        Assert.Equal(["ApiSpec.Hosting.Tests.Depot.DepotClient", "ApiSpec.Hosting.Tests.Depot.DepotClient"], factory.Names);
    }

    [Fact]
    public async Task Handlers_that_a_user_adds_see_which_operation_is_called()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        var seen = new List<string>();
        await using var host = await DepotHost.StartAsync(services => services
            .AddDepotClient(server.Address)
            .AddHttpMessageHandler(() => new SeeingHandler(seen)));

        await host.Get<DepotClient>().Jobs.GetAsync(7);

        Assert.Equal(["Jobs.Get"], seen);
    }

    [Fact]
    public async Task The_base_address_may_be_that_of_the_HTTP_client_and_its_headers_are_sent()
    {
        string? header = null;
        await using var server = await DepotServer.StartAsync(context =>
        {
            header = context.Request.Headers["X-From"];
            return DepotServer.RespondAsync(context, 200, Job);
        });
        await using var host = await DepotHost.StartAsync(services => services.AddDepotClient().ConfigureHttpClient(client =>
        {
            client.BaseAddress = server.Address;
            client.DefaultRequestHeaders.Add("X-From", "factory");
        }));

        await host.Get<DepotClient>().Jobs.GetAsync(7);

        Assert.Equal("factory", header);
    }

    [Fact]
    public async Task The_base_address_of_the_options_comes_before_the_one_of_the_HTTP_client()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        await using var host = await DepotHost.StartAsync(services => services
            .AddDepotClient(options => options.BaseAddress = server.Address)
            .ConfigureHttpClient(static client => client.BaseAddress = new Uri("http://127.0.0.1:1")));

        Assert.Equal(7, (await host.Get<DepotClient>().Jobs.GetAsync(7)).Id);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_the_handler_can_be_configured()
    {
        var requests = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            requests++;
            context.Response.Redirect("/v1/jobs/8");
            return Task.CompletedTask;
        });
        var configured = 0;
        await using var host = await DepotHost.StartAsync(
            services => services.AddDepotClient(server.Address, options => options.ConfigureHandler = handler =>
            {
                configured++;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1);
            }));

        var response = await host.Get<DepotClient>().Jobs.GetWithResponseAsync(7);

        Assert.Equal(302, response.StatusCode);
        Assert.Equal(1, requests);
        Assert.Equal(1, configured);
    }

    [Fact]
    public async Task A_handler_of_the_user_takes_the_place_of_the_default_one()
    {
        await using var host = await DepotHost.StartAsync(services => services
            .AddDepotClient(new Uri("http://depot.example"))
            .ConfigurePrimaryHttpMessageHandler(() => new RespondingHandler()));

        Assert.Equal(7, (await host.Get<DepotClient>().Jobs.GetAsync(7)).Id);
    }

    [Fact]
    public async Task Options_can_be_set_from_other_services()
    {
        string? authorization = null;
        await using var server = await DepotServer.StartAsync(context =>
        {
            authorization = context.Request.Headers.Authorization;
            return DepotServer.RespondAsync(context, 200, Job);
        });
        await using var host = await DepotHost.StartAsync(services =>
        {
            services.AddSingleton(new Vault("s3cret"));
            services.AddKeyedDepotClient("tokyo", server.Address);
            services.AddOptions<ApiClientOptions<DepotClient>>("tokyo")
                .Configure<Vault>((options, vault) => options.Credential = new BearerCredential(vault.Secret));
        });

        await host.Get<DepotClient>("tokyo").Jobs.GetAsync(7);

        Assert.Equal("Bearer s3cret", authorization);
    }

    [Fact]
    public async Task All_who_are_given_the_client_share_one_session()
    {
        var logins = 0;
        await using var server = await DepotServer.StartAsync(context =>
        {
            if (context.Request.Headers.Authorization.ToString().StartsWith("Basic", StringComparison.Ordinal))
            {
                logins++;
                context.Response.Headers.WWWAuthenticate = "HSSO token";
            }

            return DepotServer.RespondAsync(context, 200, Job);
        });
        await using var host = await DepotHost.StartAsync(services => services.AddDepotClient(
            server.Address,
            options => options.Credential = new SessionCredential(
                new BasicCredential("system", "manager"), new ApiSessionScheme("HSSO", "WWW-Authenticate", null))));

        for (var i = 0; i < 3; i++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IDepotClient>().Jobs.GetAsync(7);
        }

        Assert.Equal(1, logins);
    }

    [Fact]
    public async Task The_client_ends_with_the_application()
    {
        await using var server = await DepotServer.StartAsync(200, Job);
        DepotClient client;
        await using (var host = await DepotHost.StartAsync(services => services.AddDepotClient(server.Address)))
        {
            client = host.Get<DepotClient>();
            await client.Jobs.GetAsync(7);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Jobs.GetAsync(7));
    }

    [Fact]
    public void Missing_arguments_are_refused_where_they_are_missing()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentNullException>("services", () => DepotClientServiceCollectionExtensions.AddDepotClient(null!));
        Assert.Throws<ArgumentNullException>("baseAddress", () => services.AddDepotClient((Uri)null!));
        Assert.Throws<ArgumentNullException>("serviceKey", () => services.AddKeyedDepotClient(null!));
    }

    private sealed record Vault(string Secret);

    private sealed class CountingFactory : IHttpClientFactory
    {
        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient();
        }
    }

    private sealed class SeeingHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(((ApiRequest)request).Operation.Id);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RespondingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = new StringContent(Job, System.Text.Encoding.UTF8, "application/json") });
    }
}
