using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>What the build reports about rows and examples in XML, and how printed XML is replayed.</summary>
public sealed class XmlExampleTests
{
    [Theory]
    [InlineData(
        "body xml:\n  a: int\n  b: int\n",
        5,
        "An XML body with several rows at the top cannot be generated; write only the root element there, and the other rows under it")]
    [InlineData("body xml:\n  a: int\n  ...: unknown\n", 5, "An XML body with several rows at the top cannot be generated")]
    [InlineData("body xml:\n  a:\n    b{X}: int\n", 5, "An XML element whose name the program chooses cannot be generated; write 'map<...>'")]
    [InlineData("body xml:\n  ids: int[]\n", 4, "An XML body whose root is a list, an attribute or plain text cannot be generated")]
    [InlineData("body xml: string\n", 3, "An XML body without rows cannot be generated")]
    [InlineData("body xml:\n  a:\n    01: int\n", 5, "'01', which is not a name in XML, cannot be generated; write a media type such as 'text/xml'")]
    [InlineData("response xml:\n  a:\n    b: int | string\n", 5, "One of several types in XML, as 'b' is cannot be generated")]
    [InlineData("response xml:\n  a:\n    b: any\n", 5, "'any' in XML cannot be generated; write the printed type, or 'unknown'")]
    [InlineData("response xml:\n  a:\n    b: (int | string)[]\n", 5, "One of several types in XML, as 'b' is cannot be generated")]
    [InlineData("response xml:\n  a:\n    b: int[][]\n", 5, "A list of lists in XML, as 'b' is cannot be generated")]
    [InlineData("response xml:\n  a:\n    \"@b\": int[]\n", 5, "An XML attribute or text that is more than one value cannot be generated")]
    public void What_XML_cannot_hold_is_reported_at_its_row(string keys, int line, string message)
    {
        var reported = Assert.Single(GeneratedProject.OfSection("operation: A.B\nrequest: POST /a\n" + keys + "status: [200]\n").Messages);
        Assert.StartsWith($"APISPEC0290 ({line}) {message}", reported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<root id='1'><name>abc</name><on>true</on><item><n>1</n></item><item><n>2</n></item></root>", null)]
    [InlineData("<?xml version='1.0'?><!-- as printed --><p:root xmlns:p='urn:p' id='1'><p:name>...</p:name><on>1</on></p:root>", null)]
    [InlineData("<root id='x'><name>abc</name><on>true</on></root>", "(13,17)", "@id")]
    [InlineData("<root id='1'><name>abcd</name><on>true</on></root>", "(13,26)", "1..3")]
    [InlineData("<root id='1'><on>true</on></root>", "(13,8)", "'name'")]
    [InlineData("<root id='1'><name>abc</name><on>true</on><nmae/></root>", "(13,50)", "'nmae'")]
    [InlineData("<root id='1'><name>abc</name><on>true</on><item><n>a</n></item></root>", "(13,58)", "'n'")]
    [InlineData("<root id='1'><name>abc</name><on>true</on>", "(13", "This is not XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><root id='1'><name>abc</name><on>true</on></root>", "(13", "The client refuses XML with a DOCTYPE")]
    [InlineData("{\"root\":{\"@id\":1,\"name\":\"abcd\",\"on\":true,\"item\":[]}}", "(13", "1..3")]
    public void Example_in_XML_is_compared_with_the_rows(string body, string? place, string message = "")
    {
        var project = GeneratedProject.OfSection(
            "operation: A.B\nrequest: POST /a\nstatus: [200]\nresponse xml:\n  root:\n    \"@id\": int\n    name: string 1..3\n    on: boolean\n"
            + "    item[]:\n      n: int\nexamples:\n  - response body: |\n      " + body + "\n");
        var reported = project.Errors.Select(Located).ToList();
        if (place is null)
        {
            Assert.Empty(reported);
            return;
        }

        var error = Assert.Single(reported);
        Assert.StartsWith(place, error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printed_XML_is_replayed_as_it_is_printed_and_as_JSON_where_that_is_accepted()
    {
        const string Printed = "<root xmlns:p='urn:p' id='1'><!-- c --><p:name>abc</p:name></root>";
        var catalog = ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml", "operation: A.B\nrequest: GET /a\nstatus: [200]\nresponse xml:\n  root:\n    \"@id\": int\n    name: string\nexamples:\n"
            + "  - response body: |\n      " + Printed + "\n"));
        await using var server = await StubServer.StartAsync(new StubOptions(catalog), TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        Assert.Equal(Printed, (await http.GetStringAsync(new Uri("/a", UriKind.Relative), TestContext.Current.CancellationToken)).Trim());
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        Assert.Equal("""{"root":{"@id":1,"name":"abc"}}""", await http.GetStringAsync(new Uri("/a", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static string Located(Diagnostic error)
    {
        var start = error.Location.GetLineSpan().StartLinePosition;
        return $"({start.Line + 1},{start.Character + 1}) {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
