using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Generated documentation about the base address, and diagnostics about the parameters of paging.</summary>
public sealed class BasePathTests
{
    [Theory]
    [InlineData("", "The server.")]
    [InlineData(
        "base: https://host.example/x/\n",
        "The server, such as https://host.example/x/. The path /x is optional: requests have it in either case, and only once.")]
    [InlineData("base: /x\n", "The server. The path /x is optional: requests have it in either case, and only once.")]
    [InlineData("base: https://host.example\n", "The server, such as https://host.example.")]
    [InlineData("base: https://{tenant}.host.example:{port}\n", "The server: https://{tenant}.host.example:{port}, with values for the braces.")]
    [InlineData(
        "base: https://{tenant}.host.example/x\n",
        "The server: https://{tenant}.host.example/x, with values for the braces. The path /x is optional: requests have it in either case, and only once.")]
    public void The_constructor_says_which_address_it_takes(string line, string expected)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "api: objects\nclient: ObjectsClient\n" + line),
            SpecFiles.Of("get", "api: objects\noperation: Parts.Get\nrequest: GET base-URL/parts\nstatus: [200]\n"),
            SpecFiles.Of("list", "api: objects\noperation: Parts.List\nrequest: GET http://host:port"
                + (line.Contains("/x", StringComparison.Ordinal) ? "/x" : "") + "/parts/all\nstatus: [200]\n")).AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains("/// <param name=\"baseAddress\">" + expected + "</param>", StringComparison.Ordinal));
        var prefix = line.Contains("/x", StringComparison.Ordinal) ? "/x" : "";
        Assert.Contains(run.Files.Values, text => text.Contains("pathTemplate: \"" + prefix + "/parts\"", StringComparison.Ordinal));
        Assert.Contains(run.Files.Values, text => text.Contains("pathTemplate: \"" + prefix + "/parts/all\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/login", "'GET /login'", "GET base-URL/login")]
    [InlineData("/{id}", "'GET /{id}'", "GET base-URL/{id}")]
    [InlineData("<URL>/login", "'GET /login'", "GET base-URL/login")]
    public void A_base_path_that_a_line_does_not_print_is_reported(string path, string line, string confirmed)
    {
        var run = Login(path);
        var diagnostic = Assert.Single(run.Diagnostics);
        Expect.Nothing(run.CompilerMessages());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.DefaultSeverity);
        Assert.Equal(
            "'/api' from 'base:' is added to " + line + "; write '" + confirmed + "', or add the host if the path is complete", diagnostic.GetMessage(null));
        Assert.EndsWith("api.apispec.yaml", diagnostic.Location.GetLineSpan().Path, StringComparison.Ordinal);
        Assert.Equal(2, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("/api/login")]
    [InlineData("/api")]
    [InlineData("/api?x=1")]
    [InlineData("/api/{id}")]
    [InlineData(".../api/login")]
    [InlineData("<URL>/api/login")]
    [InlineData("base-URL/login")]
    [InlineData("http://host:port/login")]
    [InlineData("PDU_IP/login")]
    public void A_base_path_that_a_line_settles_is_not_reported(string path)
        => Assert.Empty(Login(path).AssertCompiles().Diagnostics);

    [Fact]
    public void Several_lines_without_the_base_path_are_one_information()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "api: demo\nclient: DemoClient\nbase: http://host/api\n"),
            SpecFiles.Of("a", "api: demo\noperation: A.Get\nrequest: GET /a\nstatus: [200]\n"),
            SpecFiles.Of("b", "api: demo\noperation: B.Get\nrequest: GET /b\nstatus: [200]\n"));
        var diagnostic = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0237");
        Assert.Contains("added to 2 request lines such as 'GET /a'", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registered_method_is_generated_with_what_the_registry_says_of_it()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("find", "operation: Files.Find\nrequest: PROPFIND /files\nstatus: [207]\n"),
            SpecFiles.Of("lock", "operation: Files.Lock\nrequest: LOCK /files\nstatus: [200]\n")).AssertCompiles();
        var find = Assert.Single(run.Files.Values, static text => text.Contains("HttpMethod(\"PROPFIND\")", StringComparison.Ordinal));
        Assert.Contains("isIdempotent: true", find, StringComparison.Ordinal);
        var locked = Assert.Single(run.Files.Values, static text => text.Contains("HttpMethod(\"LOCK\")", StringComparison.Ordinal));
        Assert.Contains("isIdempotent: false", locked, StringComparison.Ordinal);
    }

    private static GeneratorRun Login(string path)
        => GeneratorRun.Of(
            SpecFiles.Of("api", "api: demo\nclient: DemoClient\nbase: http://host/api\n"),
            SpecFiles.Of("login", "api: demo\noperation: Sessions.Create\nrequest: GET " + path + "\nstatus: [200]\n"
                + (path.Contains("id", StringComparison.Ordinal) ? "path:\n  id: long\n" : "")));

    [Theory]
    [InlineData("offset: at, page: at", "offset", "page")]
    [InlineData("page: at, size: at", "page", "size")]
    [InlineData("cursor: at, next: next, offset: at", "cursor", "offset")]
    public void A_parameter_with_two_roles_of_paging_is_reported(string roles, string first, string second)
    {
        var run = GeneratorRun.Of(SpecFiles.Section(
            "Tasks.List", "query:\n  at?: int default 1\npaging: {items: data, " + roles + "}\nresponse:\n  data: string[]\n  next?: int\n"));
        var diagnostic = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0223");
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.DefaultSeverity);
        var names = new[] { first, second };
        Assert.Contains("'at' has two roles under 'paging:', '", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.All(names, name => Assert.Contains("'" + name + "'", diagnostic.GetMessage(null), StringComparison.Ordinal));
        Expect.Nothing(run.CompilerMessages());
    }

    [Theory]
    [InlineData("offset")]
    [InlineData("page")]
    public void A_list_that_starts_at_a_word_by_default_is_reported(string role)
    {
        var run = GeneratorRun.Of(SpecFiles.Section(
            "Tasks.List", "query:\n  at?: int | enum end default end\npaging: {items: data, " + role + ": at}\nresponse:\n  data: string[]\n"));
        var diagnostic = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0223");
        Assert.Contains("the default of 'at' is a word", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void Two_ways_to_page_are_no_problem()
    {
        var run = GeneratorRun.Of(SpecFiles.Section(
            "Tasks.List",
            "query:\n  at?: int\n  page?: int default 1\npaging: {items: data, offset: at, page: page}\nresponse:\n  data: string[]\n")).AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0223");
        Assert.Contains(run.Files.Values, static text => text.Contains("ListPagesAsync", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "body:\n  at?: string\npaging: {items: data, offset: at}\n", "'at' ('offset') is not a parameter or body member of type int or long")]
    [InlineData(
        "body: Search\npaging: {items: data, offset: form}\n", "'form' ('offset') is not a parameter or body member of type int or long")]
    [InlineData(
        "body:\n  paging?:\n    kind: string\n    from?: int\npaging: {items: data, offset: paging.from}\n",
        "'paging' can be missing, and has required members")]
    [InlineData(
        "body:\n  from?: int\n  page?: int\npaging: {items: data, offset: from, page: page}\n",
        "'page' and 'from' are not both in the query; keep the one that programs use")]
    [InlineData(
        "body form:\n  from?: int\n  page?: int default 1\npaging: {items: data, offset: from, page: page}\n",
        "'page' and 'from' are not both in the query; keep the one that programs use")]
    [InlineData(
        "query:\n  page?: int default 1\nbody:\n  from?: int\npaging: {items: data, offset: from, page: page}\n",
        "'page' and 'from' are not both in the query; keep the one that programs use")]
    [InlineData(
        "body:\n  from: int read-only\npaging: {items: data, offset: from}\n", "'from' ('offset') is not a parameter or body member of type int or long")]
    [InlineData(
        "body:\n  from: int always 5\npaging: {items: data, offset: from}\n", "'from' ('offset') is not a parameter or body member of type int or long")]
    [InlineData(
        "body:\n  page?: int\npaging: {items: data, page: page}\n", "the number of the first page is not stated; write 'default' in the row 'page'")]
    [InlineData(
        "body:\n  from?: int\npaging: {items: data, next: Content-Range}\n",
        "'next: Content-Range' needs 'cursor', the header of the request that contains the range")]
    [InlineData(
        "body:\n  from?: int\npaging: {items: data, cursor: from, next: Content-Range}\n", "'from' ('cursor') is not a string, but receives a range")]
    public void A_page_in_the_body_that_the_client_cannot_set_is_reported(string keys, string reason)
    {
        var run = GeneratorRun.Of(SpecFiles.Of(
            "list",
            "operation: Tasks.List\nrequest: POST /tasks\nstatus:\n  206 Partial Content:\n    description: x\n    headers:\n      Content-Range: string\n"
            + keys + "response:\n  data: string[]\nschemas:\n  Search:\n    from: int\n"));
        var diagnostic = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0223");
        Assert.EndsWith(reason, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Expect.Nothing(run.CompilerMessages());
    }
}
