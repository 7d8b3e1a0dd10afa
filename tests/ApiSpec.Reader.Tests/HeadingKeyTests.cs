using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Tests.Support;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Keys that are named after the headings of manuals.</summary>
public sealed class HeadingKeyTests
{
    [Fact]
    public void Headings_of_a_manual_are_read_as_the_keys_that_they_mean()
    {
        const string Text = """
            operation: Jobs.List
            endpoint: GET /jobs/{id}
            description: Lists jobs
            Permissions: [Admin]
            apiVersion: v1
            path parameters:
              id: int
            query_parameters:
              size?: int
              start?: int
            request-headers:
              X-Trace?: string
            Return codes:
              200 OK: Done.
            Response body:
              jobs: string[]
            paging: { offset: start, items: jobs }
            usage examples:
              - request header: |
                  GET /jobs/1?size=1 HTTP/1.1
                response body: |
                  { "jobs": [ "a" ] }
            """;
        var parsed = Spec.Read(Text);

        Assert.All(parsed.Diagnostics, static diagnostic => Assert.Equal(SpecRules.UnknownKey, diagnostic.Rule));
        Assert.Equal(
            [
                "endpoint: request", "description: function", "Permissions: roles", "apiVersion: version", "path parameters: path", "query_parameters: query",
                "request-headers: headers", "Return codes: status", "Response body: response", "usage examples: examples",
            ],
            parsed.Diagnostics.Select(static diagnostic
                => diagnostic.Arguments[0] + ": " + diagnostic.Arguments[1]["; did you mean '".Length..^2]));
        Assert.Equal(2, parsed.File!.Section!.QueryRows.Count);
        Assert.Single(parsed.File.Section.Examples);
    }

    [Theory]
    [InlineData("parameters:\n  id: int\n  size?: int\nat-most-one: [size, start]\n", "parameters ~ ; write its rows under 'path:', 'query:' or 'headers:'")]
    [InlineData(
        "path:\n  id: int\nresponse headers:\n  X-A: string\n",
        "response headers ~ ; write 'headers:' under 'status:' in the row of a code, such as '200'")]
    [InlineData("path:\n  id: int\nURL: /jobs\n", "URL ~ ; 'request:' already has the method and the path, so leave this line out")]
    [InlineData("path:\n  id: int\nformat: xml\n", "format ~ ; 'request:' already has the method and the path, so leave this line out")]
    [InlineData("path:\n  id: int\nendpoint: GET /jobs\n", "endpoint ~ ; did you mean 'request'? It is already here; remove one of the two")]
    [InlineData("path:\n  id: int\nfunction: A\ndescription: B\n", "description ~ ; did you mean 'function'? It is already here; remove one of the two")]
    [InlineData("path:\n  id: int\nfunction: A\nfuncton: B\n", "functon ~ ; did you mean 'function'? It is already here; remove one of the two")]
    [InlineData("path:\n  id: int\nheaders:\n  X-A: string\nrequest header:\n  X-B: string\n",
        "request header ~ ; did you mean 'headers'? It is already here; remove one of the two")]
    [InlineData("path:\n  id: int\nexample response: |\n  { }\n", "example response ~ ; write it under 'examples:', as in '- response body: |'")]
    [InlineData("path:\n  id: int\nsample response: '{ }'\n", "sample response ~ ; write it under 'examples:', as in '- response body: |'")]
    [InlineData("path:\n  id: int\nsample response: [1]\n", "sample response ~ ; write it under 'examples:', as in '- response body: |'")]
    [InlineData("path:\n  id: int\nexample: |\n  { }\n", "example ~ ; write it under 'examples:', as in '- response body: |'")]
    [InlineData("path:\n  id: int\nsample request: |\n  GET /x\n", "sample request ~ ; write it under 'examples:', as in '- request header: |'")]
    [InlineData("path:\n  id: int\nrequest header: |\n  GET /x\n", "request header ~ ; write it under 'examples:', as in '- request header: |'")]
    [InlineData("path:\n  id: int\nresponse body: |\n  { }\n", "response body ~ ; write it under 'examples:', as in '- response body: |'")]
    [InlineData("path:\n  id: int\nrequest header:\n  X-A: string\n", "request header ~ ; did you mean 'headers'?")]
    [InlineData("path:\n  id: int\nexample: GET /x\n", "example ~ ; write it under 'examples:', as in '- request header: |'")]
    public void Heading_that_is_not_one_key_has_one_diagnostic(string keys, string expected)
        => Assert.Equal(["APISPEC0100: " + expected], Spec.Reported(Spec.Section(keys, "GET /x/{id}")));

    [Fact]
    public void Response_headers_of_an_api_file_are_headers_of_classes_of_codes()
        => Assert.Equal(
            ["APISPEC0100: Response-Headers ~ ; write 'headers:' under 'status:' in the row of a code, or for all responses in a row '2xx, 4xx, 5xx'"],
            Spec.Reported("client: DemoClient\nResponse-Headers:\n  X-Id?: string\n"));

    [Fact]
    public void Section_whose_request_line_is_under_other_headings_is_not_also_missing_it()
        => Assert.Equal(
            [
                "APISPEC0100: method ~ ; write 'request:' with the method and the path, as in 'request: GET /objects/Tasks'",
                "APISPEC0100: url ~ ; write 'request:' with the method and the path, as in 'request: GET /objects/Tasks'",
            ],
            Spec.Reported("method: GET\nurl: /jobs\nstatus: [200]\n"));

    [Theory]
    [InlineData("endpoint")]
    [InlineData("requst")]
    public void Part_of_a_request_line_is_compared_with_the_line_under_another_key(string key)
    {
        const string Rest = "operation: Jobs.List\nstatus: [200]\n";
        var line = key + ": GET /jobs\n";
        var suggestion = "APISPEC0100: " + key + " ~ ; did you mean 'request'?";

        Assert.Equal(
            ["APISPEC0100: format ~ ; '" + key + ":' already has the method and the path, so leave this line out", suggestion],
            Spec.Reported("format: xml\n" + line + Rest));
        Assert.Equal(
            [suggestion, "APISPEC0100: format ~ ; 'request:' already has the method and the path, so leave this line out"],
            Spec.Reported(line + "format: xml\n" + Rest));
    }

    [Fact]
    public void Headings_are_those_of_the_base_profile()
    {
        var profile = Repository.Read("specs/profiles/base.apispec-profile.yaml");
        foreach (var (heading, key) in new[] { ("Execution permissions", "roles"), ("Query string parameters", "query"), ("HTTP status codes", "status") })
        {
            Assert.Contains(heading, profile, StringComparison.Ordinal);
            Assert.Equal(key, PrintedHeadings.KeyOf(heading, FileKeys.Section));
        }

        Assert.Null(PrintedHeadings.KeyOf("See also", FileKeys.Section));
        Assert.Null(PrintedHeadings.KeyOf("Request body", FileKeys.Api));
    }
}
