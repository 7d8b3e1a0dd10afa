using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The testing kit and the generator follow the same rules of the language: the same names, the same required members, the same results.</summary>
public sealed class OneRuleTests
{
    [Theory]
    [InlineData("Part", "Part:\n    id: long\n    name: string\n")]
    [InlineData("Box<Part>", "Box<T>: T\n  Part:\n    id: long\n    name: string\n")]
    [InlineData("Chain0", "Part:\n    id: long\n    name: string\n")]
    [InlineData("Part|string", "Part:\n    id: long\n    name: string\n")]
    public async Task A_printed_body_is_completed_whatever_names_its_table_has(string type, string schemas)
    {
        var chain = type == "Chain0" ? string.Concat(Enumerable.Range(0, 40).Select(static i => $"  Chain{i}: {(i == 39 ? "Part" : $"Chain{i + 1}")}\n")) : "";
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(new SpecDocument(
            "get.apispec.yaml",
            "operation: Parts.Get\nrequest: GET /part\nerrata:\n  - omitted: name\nstatus: [200]\nresponse: " + type
                + "\nexamples:\n  - response body: |\n      {\"id\": 1}\nschemas:\n" + chain + "  " + schemas)));
        using var client = new HttpClient(stub);

        var body = JsonNode.Parse(await client.GetStringAsync(new Uri("http://x/part"), TestContext.Current.CancellationToken))!;

        Assert.Equal("name", (string?)body["name"]);
    }

    [Fact]
    public void A_page_shows_as_required_what_a_check_requires()
    {
        var operation = Assert.Single(ExampleCatalog.Parse(new SpecDocument(
            "set.apispec.yaml",
            """
            operation: Parts.Set
            request: POST /parts
            query:
              plain: int
              standard: int default 1
              flag: flag
            body:
              sent: int
              shown: int read-only
            status: [200]
            response:
              sent: int
              secret: int write-only
            """)).Operations);

        Assert.Equal(["plain"], operation.Parameters.Where(static parameter => parameter.IsRequired).Select(static parameter => parameter.Name));
        Assert.Equal(["sent"], operation.RequestBody!.Members.Where(static member => member.IsRequired).Select(static member => member.Name));
        Assert.Equal(["sent"], operation.ResponseBody!.Members.Where(static member => member.IsRequired).Select(static member => member.Name));
    }

    [Fact]
    public void A_page_lists_the_members_of_a_table_that_an_alias_names()
    {
        var operation = Assert.Single(ExampleCatalog.Parse(
            new SpecDocument("shop.apispec.yaml", "api: shop\nclient: ShopClient\ntypes: { Vendor: Part }\nschemas:\n  Part:\n    name: string\n"),
            new SpecDocument("get.apispec.yaml", "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\nresponse:\n  part: Vendor\n")).Operations);

        Assert.Equal(["0 part", "1 name"], operation.ResponseBody!.Members.Select(static member => member.Depth + " " + member.Name));
    }

    [Theory]
    [InlineData("{ 304: Not modified }", 200)]
    [InlineData("{ 302: { description: Found, headers: { Location: url } } }", 302)]
    [InlineData("{ 302: { description: Found, headers: { Location: url } }, 204: Gone }", 204)]
    public async Task A_sample_has_the_code_of_a_result(string table, int code)
    {
        var spec = new SpecDocument("get.apispec.yaml", "operation: Parts.Get\nrequest: GET /parts\nstatus: " + table + "\n");
        using var stub = new StubMessageHandler(ExampleCatalog.Parse(spec));
        using var client = new HttpClient(stub);
        using var response = await client.GetAsync(new Uri("http://x/parts"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)code, response.StatusCode);
    }

    [Fact]
    public void A_form_has_a_part_of_each_choice()
    {
        var operation = Assert.Single(ExampleCatalog.Parse(new SpecDocument(
            "send.apispec.yaml",
            """
            operation: Parts.Send
            request: POST /parts
            exactly-one: [file, text]
            body multipart:
              file?: bytes
              text?: string
            status: [200]
            """)).Operations);

        Assert.Contains("name=\"file\"", Assert.Single(operation.SampleRequests).Body, StringComparison.Ordinal);
    }
}
