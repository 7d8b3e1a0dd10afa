using Example.Values;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>The values of a request that the client sends are read as its types.</summary>
public sealed class FakeValueTests
{
    private static readonly DateOnly s_day = new(2026, 7, 31);

    private static readonly EntriesListQuery s_query = new()
    {
        Page = 2,
        Ids = [1, 20],
        Codes = [7, 8],
        Groups = ["a,b", "c"],
        Parts = [0.5m, 2],
        Marks = [5, 6],
        States = [State.Open, new State("later")],
        State = State.Closed,
        Urgent = true,
        Done = false,
        From = s_day,
        Days = [s_day, s_day.AddDays(1)],
        Since = new DateTimeOffset(2026, 7, 1, 8, 5, 7, TimeSpan.FromHours(9)),
        After = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        Changed = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        Waits = TimeSpan.FromMinutes(90),
        Level = 3,
        XCount = 4,
        XStates = [State.Open],
    };

    [Fact]
    public async Task Values_are_those_that_the_program_has_sent()
    {
        var request = await SendAsync(s_query);

        Assert.Null(request.Violation);
        Assert.Equal(s_day, request.PathValue<DateOnly>("day"));
        Assert.Equal("31.07.2026", request.PathValue<string>("day"));
        Assert.Equal((2, 2, "2"), (request.QueryValue<int>("page"), request.QueryValue<int?>("page"), request.QueryValue<string>("page")));
        Assert.Equal([1, 20], request.QueryValue<IReadOnlyList<int>>("ids")!);
        Assert.Equal([1, 20], request.QueryValue<int[]>("ids")!.AsEnumerable());
        Assert.Equal("1,20", request.QueryValue<string>("ids"));
        Assert.Equal([7L, 8L], request.QueryValue<IEnumerable<long>>("codes")!);
        Assert.Equal(["a,b", "c"], request.QueryValue<IReadOnlyList<string>>("groups")!);
        Assert.Equal(["a,b", "c"], request.QueryValue<IReadOnlyList<string>>("groups[]")!);
        Assert.Equal([0.5m, 2m], request.QueryValue<IReadOnlyList<decimal>>("parts")!);
        Assert.Equal([5, 6], request.QueryValue<IReadOnlyList<int>>("marks")!);
        Assert.Equal("[5|6]", request.QueryValue<string>("marks"));
        Assert.Equal([State.Open, new State("later")], request.QueryValue<IReadOnlyList<State>>("states")!);
        Assert.Equal((State.Closed, State.Closed), (request.QueryValue<State>("state"), request.QueryValue<State?>("state")));
        Assert.Equal((true, true), (request.QueryValue<bool>("urgent"), request.QueryValue<bool?>("urgent")));
        Assert.Equal((false, false), (request.QueryValue<bool>("done"), request.QueryValue<bool?>("done")));
        Assert.Equal(s_day, request.QueryValue<DateOnly?>("from"));
        Assert.Equal([s_day, s_day.AddDays(1)], request.QueryValue<IReadOnlyList<DateOnly>>("days")!);
        Assert.True(s_query.Since!.Value.EqualsExact(request.QueryValue<DateTimeOffset>("since")));
        Assert.Equal(s_query.After, request.QueryValue<DateTimeOffset?>("after"));
        Assert.Equal(s_query.Changed, request.QueryValue<DateTimeOffset?>("changed"));
        Assert.Equal(TimeSpan.FromMinutes(90), request.QueryValue<TimeSpan?>("waits"));
        Assert.Equal(3, request.QueryValue<int?>("level"));
        Assert.Equal((4, 4), (request.HeaderValue<int>("X-Count"), request.HeaderValue<int?>("x-count")));
        Assert.Equal([State.Open], request.HeaderValue<IReadOnlyList<State>>("X-States")!);
    }

    [Fact]
    public async Task Value_that_was_not_sent_is_null()
    {
        var request = await SendAsync(null);

        Assert.Null(request.QueryValue<int?>("page"));
        Assert.Null(request.QueryValue<string>("page"));
        Assert.Null(request.QueryValue<IReadOnlyList<int>>("ids"));
        Assert.Null(request.QueryValue<State?>("state"));
        Assert.Null(request.QueryValue<string>("field-name"));
        Assert.Null(request.QueryValue<string>("key"));
        Assert.Null(request.HeaderValue<int?>("X-Count"));
        Assert.Equal((false, null), (request.QueryValue<bool>("urgent"), request.QueryValue<bool?>("urgent")));
        Assert.Equal(
            "GET /days/31.07.2026/entries was sent without the query parameter 'page'; to get null, read it as 'int?'.",
            Assert.Throws<InvalidOperationException>(() => request.QueryValue<int>("page")).Message);
        Assert.Throws<InvalidOperationException>(() => request.QueryValue<bool>("done"));
        Assert.Throws<InvalidOperationException>(() => request.HeaderValue<int>("X-Count"));
    }

    [Fact]
    public async Task Name_that_the_operation_does_not_have_is_an_error_that_lists_the_names()
    {
        var request = await SendAsync(s_query);

        var query = Assert.Throws<ArgumentException>(() => request.QueryValue<int?>("pgae"));
        Assert.StartsWith(
            "GET /days/31.07.2026/entries has no query parameter 'pgae'; it has 'page', 'ids', 'codes', ", query.Message, StringComparison.Ordinal);
        var header = Assert.Throws<ArgumentException>(() => request.HeaderValue<int?>("X-Cuont"));
        Assert.StartsWith("GET /days/31.07.2026/entries has no header 'X-Cuont'; it has 'X-Count', 'X-States'.", header.Message, StringComparison.Ordinal);
        var path = Assert.Throws<ArgumentException>(() => request.PathValue<DateOnly>("dya"));
        Assert.StartsWith("GET /days/31.07.2026/entries has no path value 'dya'; it has 'day'.", path.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => request.QueryValue<int?>(null!));
    }

    [Theory]
    [InlineData("page=x", "has the value 'x', which cannot be read as 'int?'.")]
    [InlineData("page=1&page=2", "was sent 2 times; to get all values, read it as 'IReadOnlyList<int>'.")]
    public async Task Value_that_does_not_fit_the_type_is_an_error_that_shows_it(string query, string expected)
    {
        var request = await SendTextAsync(query);

        Assert.Equal(
            "The query parameter 'page' of GET /days/31.07.2026/entries " + expected,
            Assert.Throws<FormatException>(() => request.QueryValue<int?>("page")).Message);
    }

    [Fact]
    public async Task Value_is_read_by_its_row_also_if_the_client_of_another_language_sent_it()
    {
        var request = await SendTextAsync("ids=1,%202&urgent=true&done=true&level=all&since=2026-07-01T08:05:07Z&page=99999999999&other=7&other=8");

        Assert.Equal([1, 2], request.QueryValue<IReadOnlyList<int>>("ids")!);
        Assert.Equal((true, true), (request.QueryValue<bool>("urgent"), request.QueryValue<bool>("done")));
        Assert.Null(request.QueryValue<int?>("level"));
        Assert.Equal("all", request.QueryValue<string>("level"));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 8, 5, 7, TimeSpan.Zero), request.QueryValue<DateTimeOffset>("since"));
        Assert.Equal([7, 8], request.QueryValue<int[]>("other")!.AsEnumerable());
        Assert.Throws<OverflowException>(() => request.QueryValue<int>("page"));
        Assert.Equal(
            "The query parameter 'page' cannot be read as 'Uri'; use a type that the client sends, or string.",
            Assert.Throws<NotSupportedException>(() => request.QueryValue<Uri>("page")).Message);
    }

    [Fact]
    public async Task Secret_that_does_not_fit_the_type_is_not_shown()
    {
        using var fake = new ValueFake(new FakeOptions { ChecksRequests = false });
        using var http = new HttpClient(fake.CreateHandler());
        http.DefaultRequestHeaders.Add("Authorization", "not-for-logs");
        (await http.GetAsync(new Uri(fake.BaseAddress, "/days/31.07.2026/entries?pin=not-for-logs&key=not-for-logs"))).Dispose();
        var request = fake.Entries.List.SingleRequest();

        Assert.Equal(("not-for-logs", "not-for-logs"), (request.QueryValue<string>("key"), request.HeaderValue<string>("Authorization")));
        foreach (var read in new Func<object?>[]
        {
            () => request.QueryValue<int>("pin"), () => request.QueryValue<int>("key"), () => request.HeaderValue<int>("Authorization"),
        })
        {
            Assert.DoesNotContain("not-for-logs", Assert.Throws<FormatException>(read).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Secret_of_the_path_is_not_shown_by_any_message()
    {
        const string Shown = "GET /locks/{door}/open/{pin} ";
        using var fake = new ValueFake(new FakeOptions { ChecksRequests = false });
        using var http = new HttpClient(fake.CreateHandler());
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(fake.BaseAddress, "/locks/front/open/hunter22?until=later"));
        message.Headers.Add("X-Seal", "broken");
        (await http.SendAsync(message)).Dispose();
        var request = fake.Locks.Open.SingleRequest();

        Assert.Equal("hunter22", request.PathValue<string>("pin"));
        var pin = Assert.Throws<FormatException>(() => request.PathValue<int>("pin"));
        Assert.DoesNotContain("hunter22", pin.ToString(), StringComparison.Ordinal);
        Assert.Equal("The path value 'pin' of " + Shown + "has a value, which cannot be read as 'int'.", pin.Message);
        Assert.Equal(
            "The path value 'door' of " + Shown + "has the value 'front', which cannot be read as 'int'.",
            Assert.Throws<FormatException>(() => request.PathValue<int>("door")).Message);
        Assert.Equal(
            "The query parameter 'until' of " + Shown + "has the value 'later', which cannot be read as 'int'.",
            Assert.Throws<FormatException>(() => request.QueryValue<int>("until")).Message);
        Assert.Equal(
            "The header 'X-Seal' of " + Shown + "has the value 'broken', which cannot be read as 'int'.",
            Assert.Throws<FormatException>(() => request.HeaderValue<int>("X-Seal")).Message);
        foreach (var (what, read) in new (string, Func<object?>)[]
        {
            ("path value", () => request.PathValue<int>("none")), ("query parameter", () => request.QueryValue<int>("none")),
            ("header", () => request.HeaderValue<int>("none")),
        })
        {
            Assert.StartsWith(Shown + "has no " + what + " 'none'; it has ", Assert.Throws<ArgumentException>(read).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Missing_value_beside_a_secret_of_the_path_is_an_error_without_the_secret()
    {
        using var fake = new ValueFake();
        using var client = fake.CreateClient();
        await client.Locks.OpenAsync("front", "hunter22");

        Assert.Equal(
            "GET /locks/{door}/open/{pin} was sent without the query parameter 'until'; to get null, read it as 'int?'.",
            Assert.Throws<InvalidOperationException>(() => fake.Locks.Open.SingleRequest().QueryValue<int>("until")).Message);
    }

    [Fact]
    public async Task Request_without_an_operation_has_the_values_that_were_sent()
    {
        using var fake = new ValueFake();
        using var http = new HttpClient(fake.CreateHandler());

        (await http.GetAsync(new Uri(fake.BaseAddress, "/nowhere?page=2&all"))).Dispose();

        var request = Assert.Single(fake.Requests);
        Assert.Equal((2, true), (request.QueryValue<int>("page"), request.QueryValue<bool>("all")));
        Assert.StartsWith(
            "GET /nowhere has no query parameter 'size'; it has 'page', 'all'.",
            Assert.Throws<ArgumentException>(() => request.QueryValue<int?>("size")).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "GET /nowhere has no path values.", Assert.Throws<ArgumentException>(() => request.PathValue<int>("id")).Message, StringComparison.Ordinal);
    }

    private static async Task<ReceivedRequest> SendAsync(EntriesListQuery? query)
    {
        using var fake = new ValueFake();
        using var client = fake.CreateClient();
        await client.Entries.ListAsync(s_day, query);
        return fake.Entries.List.SingleRequest();
    }

    private static async Task<ReceivedRequest> SendTextAsync(string query)
    {
        using var fake = new ValueFake(new FakeOptions { ChecksRequests = false });
        using var http = new HttpClient(fake.CreateHandler());
        (await http.GetAsync(new Uri(fake.BaseAddress, "/days/31.07.2026/entries?" + query))).Dispose();
        return fake.Entries.List.SingleRequest();
    }
}
