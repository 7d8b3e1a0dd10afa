using Xunit;

namespace ApiSpec.Testing.Tests;

public sealed class ExampleCatalogTests
{
    private const string Section = "operation: A.Get\nrequest: GET /a\nstatus: [200]\n";

    [Fact]
    public void Reads_files_and_folders()
    {
        var api = Path.Combine(Repository.JP1Specs, "jp1ao.apispec.yaml");

        Assert.Contains(
            "Tasks.GetRerunStart", ExampleCatalog.Load(api, Path.Combine(Repository.JP1Specs, "tasks")).Examples.Select(static example => example.OperationId));
        Assert.Empty(ExampleCatalog.Load(api).Examples);
    }

    [Theory]
    [InlineData("request header: |\n      curl -X POST 'http://host/login?lang=ja' -H 'X-Area: 1' -d '{\"user\":\"admin\"}'")]
    [InlineData("request header: |\n      POST <http://host:port/login?lang=ja> httpVersion\n      X-Area: 1\n\n      {\"user\":\"admin\"}")]
    [InlineData("request body: |\n      POST host:8080/login?lang=ja HTTP/1.1\n      X-Area: 1\n\n      {\"user\":\"admin\"}")]
    [InlineData("request body: |\n      curl -G -X POST http://host/login -d lang=ja -H 'X-Area: 1'")]
    public async Task Examples_are_read_and_replayed_however_their_page_prints_them(string request)
    {
        const string Login = "operation: Sessions.Create\nrequest: POST /login\nquery:\n  lang?: string\nheaders:\n  X-Area?: int\nbody:\n  user: string\n"
            + "status:\n  200 OK: Done.\nresponse:\n  id: int\n  name: string\n";
        var catalog = ExampleCatalog.Parse(new SpecDocument(
            "login.apispec.yaml",
            Login + "examples:\n  - " + request
                + "\n    response body: |\n      HTTP/1.1 200 OK\n      Content-Type: application/json\n\n      { \"id\" : \"<id>\", \"name\" : \"A\", }\n"));
        var example = Assert.Single(catalog.Examples);
        Assert.Equal("POST /login?lang=ja", example.Request!.ToString());
        Assert.Equal("1", example.Request.Headers["X-Area"]);

        using var stub = new StubMessageHandler(catalog);
        using var client = new HttpClient(stub);
        using var content = new StringContent("{\"user\":\"admin\"}", null, "application/json");
        using var response = await client.PostAsync(new Uri("http://x/login?lang=ja"), content, TestContext.Current.CancellationToken);
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("A", json.RootElement.GetProperty("name").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Number, json.RootElement.GetProperty("id").ValueKind);
    }

    [Theory]
    [InlineData("GET http://host HTTP/1.1", "GET /")]
    [InlineData("GET http://host?x=1 HTTP/1.1", "GET /?x=1")]
    [InlineData("curl http://host", "GET /")]
    [InlineData("curl 'http://host?x=1'", "GET /?x=1")]
    [InlineData("curl 'host?x=/a'", "GET /?x=/a")]
    [InlineData("curl -G localhost/ --data-urlencode 'x=a&b'", "GET /?x=a%26b")]
    public void The_path_of_an_address_without_one_is_a_slash(string request, string expected)
    {
        const string Root = "operation: Things.Get\nrequest: GET http://host\nquery:\n  x?: string\nstatus: [200]\n";
        var catalog = ExampleCatalog.Parse(new SpecDocument("things.apispec.yaml", Root + "examples:\n  - request header: |\n      " + request + "\n"));

        Assert.Equal(expected, Assert.Single(catalog.Examples).Request!.ToString());
    }

    [Fact]
    public void Says_which_file_or_folder_is_missing()
    {
        Assert.Equal("There is no spec file or folder 'nowhere'.", Assert.Throws<FileNotFoundException>(static () => ExampleCatalog.Load("nowhere")).Message);

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal(
                $"The folder '{folder.FullName}' contains no '*.apispec.yaml' file.",
                Assert.Throws<FileNotFoundException>(() => ExampleCatalog.Load(folder.FullName)).Message);
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Errors_of_all_files_are_listed_with_their_positions()
    {
        var exception = Assert.Throws<InvalidSpecException>(static () => ExampleCatalog.Parse(
            new SpecDocument("one.apispec.yaml", Section + "respons: string\n"),
            new SpecDocument("good.apispec.yaml", "operation: B.Get\nrequest: GET /b\nstatus: [200]\n"),
            new SpecDocument("two.apispec.yaml", Section + "response: strng[\nstatus: 99\n")));

        Assert.Equal(string.Join('\n', exception.Diagnostics), exception.Message);
        Assert.StartsWith("one.apispec.yaml(4,1): error APISPEC0100: ", exception.Diagnostics[0], StringComparison.Ordinal);
        Assert.Contains("'response'", exception.Diagnostics[0], StringComparison.Ordinal);
        Assert.True(exception.Diagnostics.Count > 1);
        Assert.All(exception.Diagnostics.Skip(1), static mistake => Assert.Matches(@"^two\.apispec\.yaml\([45],\d+\): error APISPEC\d{4}: .", mistake));
    }

    [Theory]
    [InlineData("request header", "GET\n      Host:x", 6, 7, "This is not a request line; write 'METHOD path HTTP/1.1'")]
    [InlineData("request header", "get /a HTTP/1.1", 6, 7, "This is not a request line; write 'METHOD path HTTP/1.1'")]
    [InlineData("request header", "GET a HTTP/1.1", 6, 7, "This is not a request line; write 'METHOD path HTTP/1.1'")]
    [InlineData("request header", "GET /a HTTP/1.1\n      Host", 7, 7, "This is not a header; write 'Name: value'")]
    [InlineData("request header", "GET /a HTTP/1.1\n      Accept: x\n      Ho st: x", 8, 7, "'Ho st' cannot be the name of a header")]
    [InlineData("response header", "OK 200", 6, 7, "This is not a status line; write 'HTTP/1.1 200 OK'")]
    [InlineData("response header", "HTTP/1.1 OK", 6, 7, "This is not a status line; write 'HTTP/1.1 200 OK'")]
    [InlineData("response header", "HTTP/1.1 200 OK\n      : x", 7, 7, "This is not a header; write 'Name: value'")]
    public void Shows_the_line_of_an_example_that_is_not_http(string key, string text, int line, int column, string message)
    {
        var exception = Assert.Throws<InvalidSpecException>(
            () => ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", $"{Section}examples:\n  - {key}: |\n      {text}\n")));

        Assert.Equal([$"a.apispec.yaml({line},{column}): error APISPEC0300: {message}"], exception.Diagnostics);
    }

    [Theory]
    [InlineData("GET /a?x=1 HTTP/1.1\n      Host:10.1.1.1", "/a?x=1")]
    [InlineData("GET /a", "/a")]
    [InlineData("GET https://10.1.1.1:22015/a?x=1 HTTP/1.1", "/a?x=1")]
    public void Takes_request_lines_as_pages_print_them(string text, string target)
    {
        var catalog = ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", $"{Section}examples:\n  - request header: |\n      {text}\n"));

        Assert.Equal(target, Assert.Single(catalog.Examples).Request!.Target);
    }

    [Fact]
    public void Passes_over_interim_responses()
    {
        const string Head = "HTTP/1.1 100 Continue\n\n      HTTP/1.1 201 Created\n      X-A:b";
        var response = Assert.Single(
            ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", $"{Section}examples:\n  - response header: |\n      {Head}\n")).Examples).Response!;

        Assert.Equal((201, "Created", "b"), (response.StatusCode, response.Reason, response.Headers["x-a"]));
    }
}
