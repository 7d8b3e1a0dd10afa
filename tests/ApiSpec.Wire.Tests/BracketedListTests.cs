using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Lists in brackets: <c>ids=[1,2]</c>.</summary>
public sealed class BracketedListTests
{
    private const string Form = "date-time: YYYY-MM-DD hh:mm\n";

    private const string Section = """
        operation: Lists.Find
        request: POST /lists/{ids}/{words}
        path:
          ids: int[1..3] as "[a,b]"
          words: string[] as "[a|b]"
        query:
          names?: string[] as "(a|b)"
          states?: States
          more?: string required when names has x
        body form:
          tags: string[] as "{a,b}"
        status: [200]
        """;

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: ListsClient\ntypes:\n  States: (enum on|off)[1..2] as \"[a b]\"\n"),
        new SpecDocument("find.apispec.yaml", Section),
    ]).Load());

    [Theory]
    [InlineData("ids", "[1,2]", "1", "2")]
    [InlineData("ids", "[7]", "7")]
    [InlineData("words", "[a,,b|c d]", "a,,b", "c d")]
    [InlineData("names", "(a,b|c/d)", "a,b", "c/d")]
    [InlineData("states", "[on off]", "on", "off")]
    [InlineData("tags", "{a b,c&d}", "a b", "c&d")]
    public async Task Values_arrive_in_brackets(string place, string text, params string[] items)
    {
        await using var server = await Client.Value.StartServerAsync();

        await SendAsync(server.BaseAddress, place, items);

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(text, place switch
        {
            "ids" or "words" => request.PathValues[place],
            "tags" => Assert.Single(request.Parts).Text,
            _ => Assert.Single(request.Query.GetValues(place)),
        });
    }

    [Fact]
    public async Task Brackets_are_escaped_and_commas_between_values_are_not()
    {
        await using var server = await Client.Value.StartServerAsync();

        await SendAsync(server.BaseAddress, "names", ["a,b", "]"]);

        Assert.Equal("/lists/%5B1,2%5D/%5Ba%7Cb%5D?names=%28a%2Cb%7C%5D%29", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("words", "a|b")]
    [InlineData("words", "a]")]
    [InlineData("words", "")]
    [InlineData("words", "a/../b")]
    [InlineData("names", "a|b")]
    [InlineData("names", "a)")]
    [InlineData("names", "(a")]
    [InlineData("names", "")]
    [InlineData("names", " a")]
    [InlineData("tags", "a,b")]
    [InlineData("tags", "}")]
    public async Task Value_that_would_be_read_as_another_is_refused_before_anything_is_sent(string place, string item)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server.BaseAddress, place, ["c", item]));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Optional_list_without_a_value_is_left_out_and_a_required_one_refused()
    {
        await using var server = await Client.Value.StartServerAsync();

        await SendAsync(server.BaseAddress, "names", []);
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server.BaseAddress, "ids", []));
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server.BaseAddress, "ids", ["1", "2", "3", "4"]));

        Assert.Empty(Assert.Single(server.Requests).Query);
    }

    [Theory]
    [InlineData("[1,2]/[a]", "", null)]
    [InlineData("%5B1,%202%5D/[a]", "?names=(a|b)", null)]
    [InlineData("1,2/[a]", "", "the path value 'ids' has the value '1,2': a list looks like '[a,b]' here")]
    [InlineData("[1,x]/[a]", "", "the path value 'ids' has the value '[1,x]': an int is a whole number of 32 bits")]
    [InlineData("[1,2,3,4]/[a]", "", "the path value 'ids' has the value '[1,2,3,4]': it is outside the range 1..3")]
    [InlineData("[1]/[a]", "?names=[a]", "the query parameter 'names' has the value '[a]': a list looks like '(a|b)' here")]
    [InlineData("[1]/[a]", "?states=[on%20on%20off]", "the query parameter 'states' has the value '[on on off]': it is outside the range 1..2")]
    [InlineData("[1]/[a]", "?states=[on%20up]", "the query parameter 'states' has the value '[on up]': the enum does not have this value")]
    [InlineData("[1]/[a]", "?names=(x|y)", "the query parameter 'more' must be given if names has x")]
    public async Task Server_of_the_specs_checks_a_list(string path, string query, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("tags", "{a}")]);

        await client.PostAsync(new Uri(server.BaseAddress + "lists/" + path + query), form, TestContext.Current.CancellationToken);

        Assert.Equal(violation is null ? null : "Lists.Find: " + violation + ".", Assert.Single(server.Requests).Violation);
    }

    [Theory]
    [InlineData("GET /lists?ids=[1,2]&names=[a|b]", null)]
    [InlineData("GET /lists?ids=1,2&names=[a]", "'1,2' cannot be the value of 'ids': a list looks like '[a,b]' here")]
    [InlineData("GET /lists?ids=[1,x]&names=[a]", "'[1,x]' cannot be the value of 'ids': an int is a whole number of 32 bits")]
    [InlineData("GET /lists?ids=[1]&names=[a|b|c]", "'[a|b|c]' cannot be the value of 'names': it is outside the range ..2")]
    public void Example_of_a_page_is_checked(string line, string? message)
    {
        var found = GeneratedProject.Of([new SpecDocument("a.apispec.yaml",
            "operation: Lists.Get\nrequest: GET /lists\nquery:\n  ids: int[] as \"[a,b]\" default [1,2]\n  names: string[..2] as \"[a|b]\"\nstatus: [200]\n"
            + "examples:\n  - request header: " + line + "\n")]).Errors.Select(static error => error.GetMessage(null)).ToList();

        if (message is null)
            Assert.Empty(found);
        else
            Assert.Contains(message, Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Form, "query:\n  a: date-time[] as space\n", "as space", "2026-01-31 23:59", ' ')]
    [InlineData(Form, "query:\n  a: (date-time or epoch)[] as \"[a b]\"\n", "as \"[a b]\"", "2026-01-31 23:59", ' ')]
    [InlineData(Form, "query:\n  a: Moment[] as space\n", "as space", "2026-01-31 23:59", ' ')]
    [InlineData(Form, "query:\n  a: Moments\n", "as space", "2026-01-31 23:59", ' ')]
    [InlineData("", "query:\n  a: Day[] as space\n", "as space", "31 01 2026", ' ')]
    [InlineData("", "query:\n  a: Kind[] as comma\n", "as comma", "b,c", ',')]
    [InlineData("", "path:\n  id: Kind[] as \"{a|b}\"\n", "as \"{a|b}\"", "d}", '}')]
    [InlineData("", "response:\n  a: map<Kind[] as comma>\n", "as comma", "b,c", ',')]
    [InlineData("", "query:\n  a: Kinds\n", "as pipe", "e|f", '|')]
    public void List_whose_values_contain_its_separator_is_reported(string api, string keys, string list, string value, char mark)
        => Assert.Equal(
            $"Type '{list}' is not allowed here; the value '{value}' contains '{mark}', so write the form that the page shows",
            Assert.Single(Messages(api, keys)).Split(") ", 2)[1]);

    [Theory]
    [InlineData(Form, "query:\n  a: date-time[] as comma\n")]
    [InlineData(Form, "query:\n  a: (date-time as \"YYYY-MM-DDThh:mm\")[] as space\n")]
    [InlineData(Form, "query:\n  a: epoch[] as space\n")]
    [InlineData(Form, "query:\n  a: date-time[] as repeat\n")]
    [InlineData("", "query:\n  a: date-time[] as space\n  b: Moments\n")]
    [InlineData("", "query:\n  a: Day[] as \"[a,b]\"\n  b: Kind[] as space\n")]
    public void List_whose_values_do_not_contain_its_separator_is_not_reported(string api, string keys) => Assert.Empty(Messages(api, keys));

    private static IReadOnlyList<string> Messages(string api, string keys)
    {
        const string Types = """
            client: ListsClient
            types:
              Moment: date-time
              Moments: date-time[] as space
              Day: date as "DD MM YYYY"
              Kinds: (enum "e|f"|g)[] as pipe
            schemas:
              Kind: enum a|"b,c"|"d}"

            """;
        var path = keys.StartsWith("path", StringComparison.Ordinal) ? "" : "path:\n  id: int\n";
        return GeneratedProject.Of(
        [
            new SpecDocument("api.apispec.yaml", Types + api),
            new SpecDocument("a.apispec.yaml", "operation: Lists.Add\nrequest: POST /lists/{id}\n" + path + keys + "status: [200]\n"),
        ]).Messages;
    }

    [Fact]
    public void Simplest_request_has_as_many_values_as_the_list_needs()
    {
        var examples = ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml", "operation: Lists.Get\nrequest: GET /lists\nquery:\n  ids: int[2..] as \"[a,b]\"\n  more: int[3..5] as pipe\nstatus: [200]\n"));

        var request = Assert.Single(Assert.Single(examples.Operations).SampleRequests);

        Assert.Equal(("[1,1]", "1|1|1"), (request.Query["ids"], request.Query["more"]));
    }

    private static Task<ApiResponse> SendAsync(Uri server, string place, string[] items)
        => Client.Value.CallAsync(server, "Lists.Find", (name, type) => string.Equals(name, place, StringComparison.OrdinalIgnoreCase)
            ? SampleArgument.Of(type, items)
            : name switch
            {
                "ids" => SampleArgument.Of(type, "1", "2"),
                "words" => SampleArgument.Of(type, "a", "b"),
                "tags" => SampleArgument.Of(type, "a"),
                _ => null,
            });
}
