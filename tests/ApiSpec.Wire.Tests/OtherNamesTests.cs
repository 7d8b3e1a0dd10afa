using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Parameters for which the server accepts several names: <c>limit</c> or <c>n</c>.</summary>
public sealed class OtherNamesTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: ChangesClient\n"),
        new SpecDocument(
            "list.apispec.yaml",
            """
            operation: Changes.List
            request: GET /changes
            query:
              limit?:
                type: int 1..9
                alias: [n, count]
              start?:
                type: int default 0
                alias: S
              ids?:
                type: int[] as brackets
                alias: [i]
            headers:
              X-Session?:
                type: string 1..4
                alias: [X-Token]
            paging:
              offset: start
              size: limit
              items: changes
            status: [200]
            response:
              changes[]:
                id: int
            examples:
              - request header: |
                  GET /changes?n=2&i[]=7 HTTP/1.1
                  X-Token: abcd
                response header: |
                  HTTP/1.1 200 OK
                response body: |
                  { "changes": [ { "id": 4711 } ] }
            """),
        new SpecDocument(
            "add.apispec.yaml",
            """
            operation: Changes.Add
            request: POST /changes
            body form:
              title:
                type: string
                alias: [subject]
            status: [200]
            """),
        new SpecDocument(
            "edit.apispec.yaml",
            """
            operation: Changes.Edit
            request: PUT /changes
            exactly-one: [title, text, owner.mail]
            body:
              action:
                type: string always edit
                alias: [do]
              title?:
                type: string ..3
                alias: [subject]
              text?: string
              owner?:
                type: object
                alias: [user]
                members:
                  mail?:
                    type: string
                    alias: [email]
                  size?: int required when mail is given
              note?: string required when owner.mail = x
            status: [200]
            """),
        new SpecDocument(
            "delete.apispec.yaml",
            """
            operation: Changes.Drop
            request: PUT /changes
            body:
              action:
                type: string always drop
                alias: [do]
            status: [200]
            """),
        new SpecDocument("open.apispec.yaml", FieldOf("Open", "open")),
        new SpecDocument("close.apispec.yaml", FieldOf("Close", "close")),
        new SpecDocument(
            "search.apispec.yaml",
            """
            operation: Changes.Search
            request: POST /search
            body form:
              page?:
                type: int default 1
                alias: [p]
            paging:
              page: page
            status: [200]
            response: int[1..3]
            """)).Load());

    [Fact]
    public async Task Client_sends_the_first_name()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Changes.List", static (name, _) => name switch
        {
            "Limit" => 3,
            "Ids" => new[] { 7 },
            "XSession" => "abc",
            _ => null,
        });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(("3", "7", "abc"), (request.Query["limit"], request.Query["ids[]"], request.Headers["X-Session"]));
        Assert.Equal(2, request.Query.Count);
    }

    [Theory]
    [InlineData("n=3", null)]
    [InlineData("count=3&S=1", null)]
    [InlineData("i[]=1&i[]=2", null)]
    [InlineData("n=10", "the query parameter 'n' has the value '10': it is outside the range 1..9")]
    [InlineData("n=3&limit=3", "the query parameter 'limit' is there under several names: limit, n")]
    [InlineData("m=3", "the query parameter 'm' is not documented")]
    public async Task Server_of_the_specs_accepts_all_names(string query, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        await http.GetAsync(new Uri(server.BaseAddress, "/changes?" + query), TestContext.Current.CancellationToken);

        Assert.Equal(violation is null ? null : "Changes.List: " + violation + ".", Assert.Single(server.Requests).Violation);
    }

    [Theory]
    [InlineData("X-Token", "abcd", null)]
    [InlineData("x-token", "abcde", "the header 'X-Token' has the value 'abcde': it is outside the range 1..4")]
    public async Task Header_has_other_names_as_well(string name, string value, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient { DefaultRequestHeaders = { { name, value } } };

        await http.GetAsync(new Uri(server.BaseAddress, "/changes"), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal(violation is null ? null : "Changes.List: " + violation + ".", request.Violation);
        Assert.Equal(value, request.HeaderValue<string>("X-Session"));
    }

    [Theory]
    [InlineData("title=a", true)]
    [InlineData("title=a&subject=a", false)]
    [InlineData("subject=a", true)]
    [InlineData("name=a", false)]
    public async Task Field_of_a_form_has_other_names_as_well(string form, bool isFine)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(form, null, "application/x-www-form-urlencoded");

        await http.PostAsync(new Uri(server.BaseAddress, "/changes"), content, TestContext.Current.CancellationToken);

        Assert.Equal(isFine, Assert.Single(server.Requests).Violation is null);
    }

    [Theory]
    [InlineData("""{"action":"edit","title":"a"}""", null)]
    [InlineData("""{"do":"edit","subject":"a"}""", null)]
    [InlineData("""{"do":"drop"}""", "Changes.Drop")]
    [InlineData("""{"do":"edit","subject":"abcd"}""", "Changes.Edit: $.subject has the value 'abcd': it is outside the range ..3.")]
    [InlineData(
        """{"do":"edit","title":"a","subject":"b"}""",
        "Changes.Edit: $.subject has the value 'b': it is there under several names: title, subject.")]
    [InlineData("""{"do":"edit","subject":"a","text":"b"}""", "Changes.Edit: of 'title', 'text', 'owner.mail' only one may be there.")]
    [InlineData("""{"do":"edit","user":{"email":"y","size":1}}""", null)]
    [InlineData("""{"do":"edit","user":{"email":"y"}}""", "Changes.Edit: $.user.size must be given if mail is given.")]
    [InlineData("""{"do":"edit","user":{"email":"x","size":1}}""", "Changes.Edit: $.note must be given if owner.mail is x.")]
    public async Task Member_of_a_body_has_other_names_as_well(string json, string? expected)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(json, null, "application/json");

        await http.PutAsync(new Uri(server.BaseAddress, "/changes"), content, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal(expected is null or "Changes.Drop" ? null : expected, request.Violation);
        Assert.Equal(expected?.Split(':')[0] ?? "Changes.Edit", request.OperationId);
    }

    [Theory]
    [InlineData("data", "open", "Doors.Open")]
    [InlineData("data", "close", "Doors.Close")]
    [InlineData("info", "open", "Doors.Open")]
    [InlineData("info", "close", "Doors.Close")]
    public async Task Constant_in_a_field_is_found_under_all_names_of_the_field(string field, string value, string operation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent([new(field, $$"""{"do":"{{value}}"}""")]);

        await http.PutAsync(new Uri(server.BaseAddress, "/doors"), content, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal((operation, null), (request.OperationId, request.Violation));
    }

    [Theory]
    [InlineData("p=1", false)]
    [InlineData("page=2", true)]
    [InlineData("p=2", true)]
    public async Task Page_is_selected_under_each_name_of_its_field(string form, bool isEmpty)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(form, null, "application/x-www-form-urlencoded");

        var response = await http.PostAsync(new Uri(server.BaseAddress, "/search"), content, TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(server.Requests).Violation);
        Assert.Equal(isEmpty, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) == "[]");
    }

    [Fact]
    public async Task Printed_request_with_another_name_gets_its_printed_response()
    {
        await using var server = await Client.Value.StartServerAsync();

        var response = await Client.Value.CallAsync(server.BaseAddress, "Changes.List", static (name, _) => name switch
        {
            "Limit" => 2,
            "Ids" => new[] { 7 },
            "XSession" => "abcd",
            _ => null,
        });

        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        var change = Assert.Single(((System.Collections.IEnumerable)body.GetType().GetProperty("Changes")!.GetValue(body)!).Cast<object>());
        Assert.Equal(4711, change.GetType().GetProperty("Id")!.GetValue(change));
    }

    [Fact]
    public async Task Later_page_is_recognised_by_any_name()
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        var text = await http.GetStringAsync(new Uri(server.BaseAddress, "/changes?S=5"), TestContext.Current.CancellationToken);

        Assert.Equal("{\"changes\":[]}", text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Row_replaces_shared_rows_with_any_of_its_names()
    {
        var sources = GeneratedProject.OfSection(
            "operation: Changes.List\nrequest: GET /changes\nquery:\n  limit?:\n    type: int\n    alias: [n]\n  from?: int\nstatus: [200]\n",
            "client: ChangesClient\nquery:\n  n?: int\n  start?:\n    type: int\n    alias: from\n  site?: int\n").Sources.ToList();

        Assert.Contains(sources, static text => text.Contains("int? Limit", StringComparison.Ordinal));
        Assert.Contains(sources, static text => text.Contains("int? Site", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, static text => text.Contains("int? N ", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, static text => text.Contains("int? Start", StringComparison.Ordinal));
    }

    [Fact]
    public void Documentation_lists_the_other_names()
        => Assert.Contains("Also named 'n' and 'count'.", Project().Sources.Single(static text => text.Contains("int? Limit", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    private static GeneratedProject Project() => GeneratedProject.OfSection(
        "operation: Changes.List\nrequest: GET /changes\nquery:\n  limit?:\n    type: int\n    alias: [n, count]\nstatus: [200]\n", "client: ChangesClient\n");

    private static string FieldOf(string operation, string value)
        => $$"""
            operation: Doors.{{operation}}
            request: PUT /doors
            body form:
              data:
                type: object
                alias: [info]
                members:
                  do: string always {{value}}
            status: [200]
            """;
}
