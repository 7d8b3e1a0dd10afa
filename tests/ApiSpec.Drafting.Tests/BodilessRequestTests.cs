using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Samples of requests that have no body: GET, HEAD and DELETE.</summary>
public sealed class BodilessRequestTests
{
    private const string Response = "response:  # from the example\n  id: long  # from the sample\n  name: string  # from the example\n";
    private const string Doubt = "# check: whether it is the response\n";
    private const string Sample = "<pre>{ \"id\": 7, \"name\": \"left rack\" }</pre>";

    [Theory]
    [InlineData("<h2>Request</h2><p>GET /racks/{id}</p>" + Sample)]
    [InlineData("<p>GET /racks/{id}</p><p>Gets a rack.</p>" + Sample)]
    [InlineData("<h2>Request</h2><p>GET /racks/{id}</p><h2>Example request</h2>" + Sample)]
    [InlineData("<h2>Usage</h2><pre>GET /racks/7</pre>" + Sample)]
    [InlineData("<h2>Request</h2><p>GET /racks/{id}</p><h2>Example</h2><pre>GET /racks/7</pre>" + Sample)]
    [InlineData("<h2>Request</h2><p>GET /racks/{id}</p><h2>Example request</h2><pre>GET /racks/7\n\n{ \"id\": 7, \"name\": \"left rack\" }</pre>")]
    [InlineData("<h2>Request</h2><p>DELETE /racks/{id}</p><h2>Example request</h2>" + Sample)]
    [InlineData("<h2>Request</h2><p>DELETE /racks/{id}</p><h2>Example</h2>" + Sample + "<h2>Response</h2><p>The rack.</p>")]
    public void A_sample_is_the_response_although_a_heading_of_the_request_is_above_it(string body)
    {
        var text = Page(body).Written.Text;

        Assert.Contains(Response, text, StringComparison.Ordinal);
        Assert.Contains("response body: |  " + Doubt, text, StringComparison.Ordinal);
        Assert.DoesNotContain("body:  #", text, StringComparison.Ordinal);
        Assert.DoesNotContain("request body", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_in_copied_text_is_the_response()
        => Assert.Contains(
            Response,
            Support.Drafting.Draft(
                "Get a rack\n\nRequest\n\nGET /racks/{id}\n\n{\n  \"id\": 7,\n  \"name\": \"left rack\"\n}\n\nStatus codes\n200 OK\n", "base").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_sample_with_the_members_of_the_response_is_certainly_its_example()
    {
        var text = Page("<h2>Request</h2><p>GET /racks/{id}</p><h2>Response</h2>" + Table("Name,Type,Description", "id,int,The id.", "name,string,The name.")
            + "<h2>Example request</h2>" + Sample).Written.Text;

        Assert.Contains("response:\n  id: int - The id.\n  name: string - The name.\n", text, StringComparison.Ordinal);
        Assert.Contains("response body: |  # from its members\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sample)]
    [InlineData("<table><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>int</td></tr></table>")]
    public void A_body_that_the_page_describes_stays(string body)
        => Assert.Contains(
            "body:  # check: APISPEC0159\n  id: ", Page("<h2>Request</h2><p>GET /racks/{id}</p><h2>Request body</h2>" + body).Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_body_above_its_response_stays_and_is_marked()
    {
        var text = Page("<h2>Request</h2><p>GET /racks</p><h2>Example request</h2><pre>GET /racks\n\n{ \"find\": \"left rack\" }</pre>"
            + "<h2>Example response</h2><pre>{ \"found\": 2 }</pre>").Written.Text;

        Assert.Contains("    request body: |  # check: whether the request has a body", text, StringComparison.Ordinal);
        Assert.Contains("response:  # from the example\n  found: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_of_the_parameters_is_not_the_response()
        => Assert.DoesNotContain(
            "response", Page("<h2>Request</h2><p>GET /racks</p><h2>Query parameters</h2>" + Table("Name,Type,Description", "name,string,The name.")
                + "<pre>{ \"name\": \"left rack\" }</pre>").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void JSON_of_headers_is_not_the_response()
        => Assert.DoesNotContain(
            "response body",
            Page("<h2>Request</h2><p>GET /racks</p><h2>Request headers</h2><pre>{ \"X-Key\": \"abc\" }</pre><h2>Response</h2><p>A list.</p>").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_response_to_HEAD_has_no_body()
        => Assert.DoesNotContain("response", Page("<h2>Request</h2><p>HEAD /racks/{id}</p>" + Sample).Written.Text, StringComparison.Ordinal);

    private static CheckedDraft Page(string body)
        => Support.Drafting.Draft("<html><body><h1>Get a rack</h1>" + body + "</body></html>", "base", "page.html");
}
