using Gallery.CouchDb;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>CouchDB: a form opens a session, and all further requests carry its cookie.</summary>
public sealed class SessionTests
{
    private const string Cookie = "AuthSession=cm9vdDo1MEJCRkYwMjq0LO0ylOIwShrgt8y-UkhI-c6BGw";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_of_the_login_is_sent_with_each_request()
    {
        await using var server = await PrintedServer.StartAsync(Printed("Session.Start"), Printed("Session.Get"), Printed("Session.End"));
        using var anonymous = new CouchClient(server.Address);
        using var client = new CouchClient(server.Address, new ApiClientOptions { Credential = CouchApi.Session.Start.Credential(anonymous, "root", "relax") });

        var session = await client.Session.GetAsync(cancellationToken: Token);
        var end = await client.Session.EndAsync(Token);

        Assert.Equal(("root", "_admin", "cookie"), (session.UserCtx.Name, Assert.Single(session.UserCtx.Roles), session.Info.Authenticated));
        Assert.True(end.Ok);
        Assert.Equal(["POST", "GET", "DELETE"], server.Requests.Select(static request => request.Method));
        Assert.Equal(("name=root&password=relax", false), (server.Requests[0].Body, server.Requests[0].Headers.ContainsKey("Cookie")));
        Assert.All(server.Requests.Skip(1), static request => Assert.Equal(Cookie, request.Headers["Cookie"]));
    }

    [Fact]
    public async Task Two_clients_do_not_share_a_session()
    {
        await using var server = await PrintedServer.StartAsync(Printed("Session.Get"));
        using var one = new CouchClient(
            server.Address, new ApiClientOptions { Credential = new FieldCredential(ApiCredentialPlace.Cookie, "AuthSession", "one") });
        using var other = new CouchClient(server.Address);

        await one.Session.GetAsync(cancellationToken: Token);
        await other.Session.GetAsync(cancellationToken: Token);

        Assert.Equal(["AuthSession=one", null], server.Requests.Select(static request => request.Headers.GetValueOrDefault("Cookie")));
    }

    private static PrintedResponse Printed(string operation) => PrintedResponse.Of(Catalogs.ExamplesOf("couchdb " + operation)[0]);
}
