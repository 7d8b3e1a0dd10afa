using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>What generated code says about the address of the server, and what paging says about its parameters.</summary>
public sealed class BasePathTests
{
    [Theory]
    [InlineData("", "The server.")]
    [InlineData("base: https://host.example/x/\n", "The server, such as https://host.example/x/. The path /x may be left out: requests have it in either case, and only once.")]
    [InlineData("base: /x\n", "The server. The path /x may be left out: requests have it in either case, and only once.")]
    [InlineData("base: https://host.example\n", "The server, such as https://host.example.")]
    public void The_constructor_says_which_address_it_takes(string line, string expected)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "api: objects\nclient: ObjectsClient\n" + line),
            SpecFiles.Of("get", "api: objects\noperation: Parts.Get\nrequest: GET base-URL/parts\nstatus: [200]\n"),
            SpecFiles.Of("list", "api: objects\noperation: Parts.List\nrequest: GET /parts/all\nstatus: [200]\n")).AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains("/// <param name=\"baseAddress\">" + expected + "</param>", StringComparison.Ordinal));
        var prefix = line.Contains("/x", StringComparison.Ordinal) ? "/x" : "";
        Assert.Contains(run.Files.Values, text => text.Contains("pathTemplate: \"" + prefix + "/parts\"", StringComparison.Ordinal));
        Assert.Contains(run.Files.Values, text => text.Contains("pathTemplate: \"" + prefix + "/parts/all\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("offset: at, page: at", "offset", "page")]
    [InlineData("page: at, size: at", "page", "size")]
    [InlineData("cursor: at, next: next, offset: at", "cursor", "offset")]
    public void A_parameter_with_two_roles_of_paging_is_reported(string roles, string first, string second)
    {
        var run = GeneratorRun.Of(SpecFiles.Section(
            "Tasks.List", "query:\n  at?:\n    type: int\n    default: 1\npaging: {items: data, " + roles + "}\nresponse:\n  data: string[]\n  next?: int\n"));
        var diagnostic = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0223");
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.DefaultSeverity);
        var names = new[] { first, second };
        Assert.Contains("'at' has two roles, '", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.All(names, name => Assert.Contains("'" + name + "'", diagnostic.GetMessage(null), StringComparison.Ordinal));
        Expect.Nothing(run.CompilerMessages());
    }

    [Fact]
    public void Two_ways_to_page_are_no_problem()
    {
        var run = GeneratorRun.Of(SpecFiles.Section(
            "Tasks.List",
            "query:\n  at?: int\n  page?:\n    type: int\n    default: 1\npaging: {items: data, offset: at, page: page}\nresponse:\n  data: string[]\n")).AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "APISPEC0223");
        Assert.Contains(run.Files.Values, static text => text.Contains("ListPagesAsync", StringComparison.Ordinal));
    }
}
