using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Rows for <c>Accept</c> and <c>Content-Type</c> are sent, chosen by the caller, or reported.</summary>
public sealed class MediaTypeTests
{
    private const string Form = "body form:\n  login: string\n";
    private const string Multipart = "body multipart:\n  file: bytes\n";
    private const string Xml = "body xml:\n  thing:\n    name: string\n";
    private const string XmlTable = "response xml:\n  thing:\n    name: string\n";
    private const string Json = "body:\n  name: string\n";
    private const string Table = "response:\n  name: string\n";

    [Theory]
    [InlineData("Content-Type: string always application/x-www-form-urlencoded; charset=UTF-8", Form, "application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("Content-Type: enum application/x-www-form-urlencoded;charset=utf-8", Form, "application/x-www-form-urlencoded;charset=utf-8")]
    [InlineData("Content-Type: string always text/plain; charset=us-ascii", "body: text/plain\n", "text/plain; charset=us-ascii")]
    [InlineData("Content-Type: string always application/octet-stream;version=2", "body: application/octet-stream\n", "application/octet-stream;version=2")]
    [InlineData("Content-Type: string always application/json; charset=utf-8", Json, "application/json; charset=utf-8")]
    [InlineData("Content-Type: string default application/vnd.x+json", Json, "application/vnd.x+json")]
    [InlineData("Content-Type: string always application/json-rpc", Json, "application/json-rpc")]
    [InlineData("Content-Type: string always application/x-amz-json-1.1", Json, "application/x-amz-json-1.1")]
    [InlineData("Content-Type: string - As usual", Json, "application/json")]
    [InlineData("Content-Type: string always text/xml; charset=UTF-8", Xml, "text/xml; charset=UTF-8")]
    [InlineData("X-Other: string always a", Xml, "application/xml")]
    [InlineData("X-Other: string always a", Form, "application/x-www-form-urlencoded")]
    [InlineData("X-Other: string always a", "body: application/x-www-form-urlencoded; charset=UTF-8\n", "application/x-www-form-urlencoded; charset=UTF-8")]
    public async Task Type_of_the_body_is_sent_as_it_is_printed(string row, string body, string expected)
    {
        var request = await SendAsync(row, body);
        Assert.Equal((expected, null), (request.Headers["Content-Type"], request.Violation));
    }

    [Theory]
    [InlineData("Content-Type: string always multipart/form-data", Multipart, "multipart/form-data; boundary=")]
    [InlineData("Content-Type: string always multipart/form-data; charset=utf-8", Multipart, "multipart/form-data; charset=utf-8; boundary=")]
    [InlineData("Content-Type: string always multipart/mixed", Multipart, "multipart/mixed; boundary=")]
    public async Task Boundary_follows_the_printed_type_of_a_form(string row, string body, string expected)
    {
        var request = await SendAsync(row, body);
        Assert.StartsWith(expected, request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Null(request.Violation);
        Assert.Equal("file", Assert.Single(request.Parts).Name);
    }

    [Theory]
    [InlineData("Accept: string always text/csv; header=present", "response: text/csv\n", "text/csv; header=present")]
    [InlineData("Accept: string always image/*", "response: image/png\n", "image/*")]
    [InlineData("Accept: string always application/xml", "response: unknown\n", "application/xml")]
    [InlineData("Accept: string always text/html, application/json;q=0.9", Table, "text/html, application/json;q=0.9")]
    [InlineData("Accept: string always */*", Table, "*/*")]
    [InlineData("Accept: string default application/vnd.x.v2+json", Table, "application/vnd.x.v2+json")]
    [InlineData("Accept: string - As usual", Table, "application/json")]
    [InlineData("Accept: string always text/xml;q=0.9, application/json", XmlTable, "text/xml;q=0.9, application/json")]
    [InlineData("Accept: string always application/xml", "error xml:\n  fault:\n    text: string\n", "application/xml")]
    [InlineData("X-Other: string always a", XmlTable, "application/xml")]
    public async Task Accepted_types_are_sent_as_they_are_printed(string row, string response, string expected)
    {
        var request = await SendAsync(row, "body: text/plain\n" + response);
        Assert.Equal((expected, null), (request.Headers["Accept"], request.Violation));
    }

    [Theory]
    [InlineData("Accept: enum image/png|application/pdf", "response: image/png\n")]
    [InlineData("Accept?: enum image/png|application/pdf", "response: image/png\n")]
    [InlineData("Accept: enum text/csv|application/pdf", "")]
    [InlineData("Accept: enum application/vnd.x.v1+json|application/vnd.x.v2+json", Table)]
    [InlineData("accept: Format", "response: unknown\n")]
    [InlineData("Content-Type: enum image/png|application/pdf", "")]
    [InlineData("Content-Type?: enum image/png|application/pdf", "")]
    public async Task Type_of_which_the_reference_lists_several_is_given_by_the_caller(string row, string response)
    {
        var given = row.Contains('|', StringComparison.Ordinal) ? row.Split('|')[^1] : "application/pdf";
        var request = await SendAsync(row, "body: text/plain\n" + response, given);
        Assert.Equal((given, null), (request.Headers[row.Split('?', ':')[0]], request.Violation));
    }

    [Theory]
    [InlineData("Accept?: enum image/png|application/pdf", "image/png")]
    [InlineData("Content-Type?: enum text/csv|text/plain", "text/plain")]
    public async Task Type_that_the_caller_does_not_give_is_that_of_the_section(string row, string expected)
    {
        var request = await SendAsync(row, "body: text/plain\nresponse: image/png\n");
        Assert.Equal((expected, null), (request.Headers[row.Split('?')[0]], request.Violation));
    }

    [Theory]
    [InlineData("Accept: string always application/xml", Table, "application/xml")]
    [InlineData("Accept: enum application/json|application/xml", Table, "application/xml")]
    [InlineData("Accept: string always text/plain", "response: image/png\n", "text/plain")]
    [InlineData("Content-Type: string always application/xml", Json, "application/xml")]
    [InlineData("Content-Type: string always application/json", Xml, "application/json")]
    [InlineData("Content-Type: string always text/xml; charset=Shift_JIS", Xml, "text/xml; charset=Shift_JIS")]
    [InlineData("Content-Type: enum application/json|application/xml", Json, "application/xml")]
    [InlineData("Content-Type: string default application/xml", Json, "application/xml")]
    [InlineData(
        "Content-Type: string always application/x-www-form-urlencoded; charset=Shift_JIS", Form, "application/x-www-form-urlencoded; charset=Shift_JIS")]
    [InlineData("Content-Type: string always multipart/form-data; boundary=xyz", Multipart, "multipart/form-data; boundary=xyz")]
    [InlineData("Content-Type: enum multipart/form-data|application/x-www-form-urlencoded", Form, "multipart/form-data")]
    [InlineData("Content-Type: string always application/json", Multipart, "application/json")]
    [InlineData("Content-Type: string always application/json", "", "application/json")]
    [InlineData("Content-Type: enum application/json|text/plain", "", "application/json")]
    public void Type_that_is_not_sent_is_reported_at_its_row(string row, string body, string value)
    {
        var message = Assert.Single(Project(row, body).Messages);
        Assert.StartsWith($"APISPEC0233 (4) The client sets '{row.Split(':')[0]}' itself, but not to '{value}'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_that_all_operations_share_is_not_reported_where_it_does_not_apply()
        => Assert.DoesNotContain(
            GeneratedProject.OfSection(
                "operation: Things.Get\nrequest: GET /things\nstatus: [200]\nresponse: image/png\n",
                "client: ExampleApiClient\nheaders:\n  Accept: string always application/vnd.x+json\n"
                + "  Content-Type: string always application/vnd.x+json\n").Messages,
            static message => message.StartsWith("APISPEC0233", StringComparison.Ordinal));

    [Theory]
    [InlineData("Content-Language: string always en")]
    [InlineData("Content-MD5: string")]
    [InlineData("Expires: date-time")]
    public async Task Header_that_describes_the_body_is_sent_with_it_and_refused_without_one(string row)
    {
        var request = await SendAsync(row, Json, "2026-01-31T00:00:00Z");
        Assert.Null(request.Violation);
        Assert.NotEmpty(request.Headers[row.Split(':')[0]]!);
        Assert.StartsWith("APISPEC0290 (4) A header that describes the body", Assert.Single(Project(row, "").Messages), StringComparison.Ordinal);
    }

    private static async Task<ReceivedRequest> SendAsync(string row, string keys, string? given = null)
    {
        var client = Project(row, keys).Load();
        await using var server = await client.StartServerAsync();
        await client.CallAsync(server.BaseAddress, "Things.Send", (name, type) => name switch
        {
            "body" when type == typeof(ApiFile) => ApiFile.FromByteArray([65]),
            "body" => SampleArgument.Parse(type, keys == Xml ? """{"thing":{"name":"a"}}""" : """{"name":"a"}"""),
            "file" => SampleArgument.Of(type, "AQID"),
            "login" => "a",
            _ => given is null ? null : SampleArgument.Of(type, given),
        });
        return Assert.Single(server.Requests);
    }

    private static GeneratedProject Project(string row, string keys)
        => GeneratedProject.OfSection(
            "operation: Things.Send\nrequest: POST /things\nheaders:\n  " + row + "\n" + keys + "status: [200]\n",
            "client: ExampleApiClient\ntypes:\n  Format: enum application/pdf|text/plain\n");
}
