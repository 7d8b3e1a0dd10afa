using System.Security.Cryptography;
using System.Text;
using Gallery.Axis;
using Gallery.Binance;
using Gallery.CouchDb;
using Gallery.GitLab;
using Gallery.Gude;
using Gallery.LastFm;
using Gallery.OctoPrint;
using Gallery.Pushover;
using Gallery.Shelly;
using Gallery.Slack;
using Gallery.Transmission;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>Calls every operation of the gallery with the values that its page prints, if it prints any.</summary>
internal static class Calls
{
    // The page prints the keys, so that the test can compute its signature again.
    private const string ApiKey = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private const string SecretKey = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private static readonly DateTimeOffset s_timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1499827319559);

    public static IReadOnlyDictionary<string, Func<Uri, Task<ApiResponse>>> Of { get; } = new Dictionary<string, Func<Uri, Task<ApiResponse>>>(
        StringComparer.Ordinal)
    {
        ["axis Users.Add"] = static address => Axis(
            address, static async client => await client.Users.AddWithResponseAsync("joe", "secret", "users", "axadmin:axoper:axview")),
        ["axis Users.Remove"] = static address => Axis(address, static async client => await client.Users.RemoveWithResponseAsync("joe")),
        ["binance Orders.Cancel"] = static address => Binance(address, static async client =>
            await client.Orders.CancelWithResponseAsync("LTCBTC", s_timestamp, ApiKey, new() { OrigClientOrderId = "myOrder1" })),
        ["binance Orders.Create"] = static address => Binance(address, static async client => await client.Orders.CreateWithResponseAsync(
            "LTCBTC", OrdersCreateSide.Buy, OrdersCreateType.Limit, s_timestamp, ApiKey,
            new() { TimeInForce = OrdersCreateTimeInForce.Gtc, Quantity = 1, Price = 0.1m, RecvWindow = 5000 })),
        ["couchdb Session.End"] = static address => Couch(
            address, Cookie("cm9vdDo1MjA1NEVGMDo1QXNQkqC_0Qmgrk8Fw61_AzDeXw"), static async client => await client.Session.EndWithResponseAsync()),
        ["couchdb Session.Get"] = static address => Couch(
            address, Cookie("cm9vdDo1MEJDMDQxRDpqb-Ta9QfP9hpdPjHLxNTKg_Hf9w"), static async client => await client.Session.GetWithResponseAsync()),
        ["couchdb Session.Start"] = static address => Couch(address, null, static async client => await client.Session.StartWithResponseAsync("root", "relax")),
        ["gitlab IssueNotes.Create"] = static address => GitLab(
            address, static async client => await client.IssueNotes.CreateWithResponseAsync("5", 11, "note")),
        ["gitlab IssueNotes.List"] = static address => GitLab(address, static async client => await client.IssueNotes.ListWithResponseAsync("5", 11)),
        ["gude Outputs.CancelBatch"] = static address => Gude(address, static async client => await client.Outputs.CancelBatchWithResponseAsync(1)),
        ["gude Outputs.StartBatch"] = static address => Gude(
            address, static async client => await client.Outputs.StartBatchWithResponseAsync(1, false, true, 5)),
        ["gude Outputs.Switch"] = static address => Gude(address, static async client => await client.Outputs.SwitchWithResponseAsync(1, true)),
        ["lastfm Geo.GetMetroArtistChart"] = static address => LastFm(
            address, static async client => await client.Geo.GetMetroArtistChartWithResponseAsync("madrid", "spain")),
        ["lastfm Geo.GetMetroWeeklyChartlist"] = static address => LastFm(
            address, static async client => await client.Geo.GetMetroWeeklyChartlistWithResponseAsync()),
        ["octoprint Job.Get"] = static address => OctoPrint(address, static async client => await client.Job.GetWithResponseAsync()),
        ["octoprint PrintHead.Home"] = static address => OctoPrint(
            address, static async client => await client.PrintHead.HomeWithResponseAsync(new() { Axes = [PrintHeadHomeBodyAxes.X, PrintHeadHomeBodyAxes.Y] })),
        ["octoprint PrintHead.Jog"] = static address => OctoPrint(
            address, static async client => await client.PrintHead.JogWithResponseAsync(new() { X = 10, Y = -5, Z = 0.02 })),
        ["pushover Messages.Send"] = static address => Pushover(
            address,
            ApiCredentialPlace.Form,
            static async client => await client.Messages.SendWithResponseAsync(
                "uQiRzpo4DXghDmr9QzzfQu27cmVRsG", "This is a Twitter pic http://twitpic.com/blah", title: "Direct message from @someuser",
                url: "twitter://direct_message?screen_name=someuser", urlTitle: "Reply to @someuser")),
        ["pushover Receipts.Get"] = static address => Pushover(
            address, ApiCredentialPlace.Query, static async client => await client.Receipts.GetWithResponseAsync("rlqwmh1i7jvbnpnzsq0p2hwtrk7xz4")),
        ["shelly Switch.GetConfig"] = static address => Shelly(address, static async client => await client.Switch.GetConfigWithResponseAsync(
            new() { Jsonrpc = "2.0", Id = 1, Src = "user_1", Params = new() { Id = 2 } })),
        ["shelly Switch.Set"] = static address => Shelly(
            address, static async client => await client.Switch.SetWithResponseAsync(new() { Id = 0, Params = new() { Id = 0, On = true } })),
        ["slack Chat.MeMessage"] = static address => Slack(
            address, static async client => await client.Chat.MeMessageWithResponseAsync(new() { Channel = "C1234567890", Text = "Hello world" })),
        ["transmission Session.Get"] = static address => Transmission(
            address, static async client => await client.Session.GetWithResponseAsync(new() { Arguments = new() { Fields = ["version"] }, Tag = 912313 })),
        ["transmission Torrents.Stop"] = static address => Transmission(
            address, static async client => await client.Torrents.StopWithResponseAsync(new() { Arguments = new() { Ids = new Ids("recently_active") } })),
    };

    public static string Sign(string query)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(SecretKey), Encoding.ASCII.GetBytes(query)));

    private static async Task<ApiResponse> Binance(Uri address, Func<BinanceClient, Task<ApiResponse>> call)
    {
        var signature = new SignedCredential(
            ["signature"], static (request, _) => [new("signature", Sign(request.RequestUri!.Query[1..]))]) { IsInQuery = true };
        using var client = new BinanceClient(address, new ApiClientOptions { Credential = signature });
        return await call(client);
    }

    private static async Task<ApiResponse> Axis(Uri address, Func<AxisCameraClient, Task<ApiResponse>> call)
    {
        using var client = new AxisCameraClient(address, new ApiClientOptions { Credential = new BasicCredential("root", "secret") });
        return await call(client);
    }

    private static FieldCredential Cookie(string value) => new(ApiCredentialPlace.Cookie, "AuthSession", value);

    private static async Task<ApiResponse> Couch(Uri address, ApiCredential? credential, Func<CouchClient, Task<ApiResponse>> call)
    {
        using var client = credential is null ? new CouchClient(address) : new CouchClient(address, new ApiClientOptions { Credential = credential });
        return await call(client);
    }

    private static async Task<ApiResponse> GitLab(Uri address, Func<GitLabClient, Task<ApiResponse>> call)
    {
        using var client = new GitLabClient(address, new ApiClientOptions { Credential = new HeaderCredential("PRIVATE-TOKEN", "<your_access_token>") });
        return await call(client);
    }

    private static async Task<ApiResponse> Gude(Uri address, Func<GudePowerClient, Task<ApiResponse>> call)
    {
        using var client = new GudePowerClient(address, new ApiClientOptions { Credential = new BasicCredential("user", "secret") });
        return await call(client);
    }

    private static async Task<ApiResponse> LastFm(Uri address, Func<LastFmClient, Task<ApiResponse>> call)
    {
        using var client = new LastFmClient(address, new ApiClientOptions { Credential = new QueryCredential("api_key", "xxx") });
        return await call(client);
    }

    private static async Task<ApiResponse> OctoPrint(Uri address, Func<OctoPrintClient, Task<ApiResponse>> call)
    {
        using var client = new OctoPrintClient(address, new ApiClientOptions { Credential = new HeaderCredential("X-Api-Key", "abcdef...") });
        return await call(client);
    }

    private static async Task<ApiResponse> Pushover(Uri address, ApiCredentialPlace place, Func<PushoverClient, Task<ApiResponse>> call)
    {
        using var client = new PushoverClient(
            address, new ApiClientOptions { Credential = new FieldCredential(place, "token", "azGDORePK8gMaC0QOYAMyEEuzJnyUi") });
        return await call(client);
    }

    private static async Task<ApiResponse> Shelly(Uri address, Func<ShellyClient, Task<ApiResponse>> call)
    {
        using var client = new ShellyClient(address);
        return await call(client);
    }

    private static async Task<ApiResponse> Slack(Uri address, Func<SlackClient, Task<ApiResponse>> call)
    {
        using var client = new SlackClient(address, new ApiClientOptions { Credential = new BearerCredential("xxxx-xxxxxxxxx-xxxx") });
        return await call(client);
    }

    private static async Task<ApiResponse> Transmission(Uri address, Func<TransmissionClient, Task<ApiResponse>> call)
    {
        using var client = new TransmissionClient(address);
        return await call(client);
    }
}
