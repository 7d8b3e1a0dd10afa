using Hitachi.JP1.AutomaticOperation;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>Logging in to a fake: Basic, and the session of the reference.</summary>
public sealed class FakeSessionTests
{
    private static readonly BasicCredential Password = new("system", "manager");
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_fake_with_a_login_asks_for_the_password()
    {
        using var fake = new AutomaticOperationFake(new FakeOptions().RequireBasic("system", "manager"));
        using var nobody = fake.CreateClient();
        using var somebody = fake.CreateClient(new ApiClientOptions { Credential = Password });

        var refused = await nobody.Tasks.GetRerunStartWithResponseAsync(2026);

        Assert.Equal(TasksGetRerunStartStatus.Unauthorized, refused.Status);
        Assert.Equal("Basic realm=\"stub\"", refused.Headers["WWW-Authenticate"]);
        Assert.Equal("rerunStart", (await somebody.Tasks.GetRerunStartAsync(2026)).Name);
    }

    [Fact]
    public async Task Token_is_issued_once_and_used_from_then_on()
    {
        using var fake = Fake();
        using var client = Client(fake);

        for (var i = 0; i < 3; i++)
            await client.Tasks.GetRerunStartAsync(2026);

        // The printed response also has a token, which this server never issued.
        Assert.Equal(["Basic", "HSSO session1", "HSSO session1"], Authorizations(fake));
    }

    [Fact]
    public async Task Token_expires_when_its_documented_lifetime_ends()
    {
        using var fake = Fake();
        // A client that does not know the lifetime, and so learns from the server that it has ended.
        using var client = fake.CreateClient(new ApiClientOptions
        {
            Credential = new SessionCredential(Password, new ApiSessionScheme("HSSO", "WWW-Authenticate", lifetime: null), _clock),
        });

        await client.Tasks.GetRerunStartAsync(2026);
        _clock.Advance(TimeSpan.FromSeconds(999));
        await client.Tasks.GetRerunStartAsync(2026);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.Tasks.GetRerunStartAsync(2026);
        await client.Tasks.GetRerunStartAsync(2026);

        Assert.Equal(["Basic", "HSSO session1", "HSSO session1", "Basic", "HSSO session2"], Authorizations(fake));
        Assert.Equal([200, 200, 401, 200, 200], fake.Requests.Select(static request => request.StatusCode));
    }

    [Fact]
    public async Task Session_that_the_test_ends_is_renewed()
    {
        using var fake = Fake();
        using var client = Client(fake);

        await client.Tasks.GetRerunStartAsync(2026);
        fake.ExpireSessions();
        await client.Tasks.GetRerunStartAsync(2026);

        Assert.Equal(["Basic", "HSSO session1", "Basic"], Authorizations(fake));
    }

    [Theory]
    [InlineData("HSSO nonsense")]
    [InlineData("HSSO aca0707d2fae7c881d4a97f42ab4a5b27824aa_V0300")]
    [InlineData("session1")]
    public async Task Token_that_was_never_issued_is_refused(string authorization)
    {
        using var fake = Fake();
        using var client = fake.CreateClient(new ApiClientOptions { Headers = { ["Authorization"] = authorization } });

        Assert.Equal(401, (await client.Tasks.GetRerunStartWithResponseAsync(2026)).StatusCode);
    }

    [Fact]
    public void Session_must_be_documented()
    {
        var catalog = ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", "operation: A.Get\nrequest: GET /a\nstatus: [200]\n"));

        Assert.Throws<InvalidOperationException>(() => new StubOptions(catalog).RequireSession("system", "manager"));
    }

    private static IEnumerable<string> Authorizations(AutomaticOperationFake fake)
        => fake.Requests.Select(static request => request.Headers["Authorization"]!)
            .Select(static value => value.StartsWith("Basic ", StringComparison.Ordinal) ? "Basic" : value);

    private AutomaticOperationFake Fake() => new(new FakeOptions { TimeProvider = _clock }.RequireSession("system", "manager"));

    private AutomaticOperationClient Client(AutomaticOperationFake fake)
        => fake.CreateClient(new ApiClientOptions { Credential = new SessionCredential(Password, AutomaticOperationApi.Hsso, _clock) });
}
