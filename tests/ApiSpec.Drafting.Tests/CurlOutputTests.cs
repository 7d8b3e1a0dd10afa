using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Commands with their output: the response, with or without its head, and what <c>curl -v</c> prints.</summary>
public sealed class CurlOutputTests
{
    private const string Json = "{ \"id\": 7, \"name\": \"left rack\" }";
    private const string Verbose = "$ curl -v https://localhost:1/racks/7\n*   Trying 127.0.0.1...\n> GET /racks/7 HTTP/1.1\n> Host: localhost:1\n>\n"
        + "< HTTP/1.1 200 OK\n< Content-Type: application/json\n<\n{ [33 bytes data]\n" + Json + "\n* Connection #0 to host localhost left intact";

    private const string Head = "    response header: |\n      HTTP/1.1 200 OK\n      Content-Type: application/json\n";
    private const string Body = "    response body: |\n      { \"id\": 7, \"name\": \"left rack\" }\n";

    [Fact]
    public void Only_messages_are_in_the_example()
    {
        foreach (var draft in InAllPlaces(Verbose))
        {
            Has(draft, "  - request header: |\n      $ curl -v https://localhost:1/racks/7\n" + Head + Body);
            Has(draft, "response:  # from the example\n  id: long  # from the sample\n  name: string  # from the example\n");
            Assert.Empty(draft.Draft.Unread);
        }
    }

    [Theory]
    [InlineData("curl -i https://localhost:1/racks/7\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n" + Json)]
    [InlineData("curl -i https://localhost:1/racks/7\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n" + Json)]
    public void A_response_with_its_head_is_read(string code)
    {
        foreach (var draft in InAllPlaces(code))
            Has(draft, "      curl -i https://localhost:1/racks/7\n" + Head + Body);
    }

    [Theory]
    [InlineData("$ curl https://localhost:1/racks/7\n" + Json)]
    [InlineData("$ curl https://localhost:1/racks/7\n\n" + Json)]
    public void JSON_below_a_command_is_its_response(string code)
    {
        foreach (var draft in InAllPlaces(code))
            Has(draft, "      $ curl https://localhost:1/racks/7\n" + Body);
    }

    [Fact]
    public void HTTP_2_has_no_phrase()
    {
        foreach (var draft in InAllPlaces("curl -i https://localhost:1/racks/7\n\nHTTP/2 200\ncontent-type: application/json\n\n" + Json))
            Has(draft, "    response header: |\n      HTTP/2 200\n      content-type: application/json\n" + Body);
    }

    [Fact]
    public void Items_of_a_list_below_the_response_are_not_output()
    {
        var draft = Support.Drafting.Draft(
            "Get a rack\n\nRequest\n\nGET /racks/{id}\n\nExample\n\n" + Verbose + "\n\n* The token ends after one hour.\n* Racks are listed once.\n", "base");

        Assert.Contains("The token ends after one hour.", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("Racks are listed once.", draft.Written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("left intact", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_command_the_sent_message_is_the_request()
    {
        var draft = Page("<h2>Example</h2><pre>&gt; GET /racks/7 HTTP/1.1\n&gt; Host: localhost:1\n\n"
            + "&lt; HTTP/1.1 200 OK\n&lt; Content-Type: application/json\n\n" + Json + "</pre>");

        Has(draft, "  - request header: |\n      GET /racks/7 HTTP/1.1\n      Host: localhost:1\n" + Head + Body);
    }

    [Fact]
    public void A_file_below_its_command_is_the_body()
        => Has(
            Support.Drafting.Draft(
                "<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p><h2>Example</h2><pre>$ curl --data @rack.json https://localhost:1/racks</pre>"
                    + "<pre>{ \"name\": \"left rack\" }</pre></body></html>", "base", "page.html"),
            "    request body: |\n      { \"name\": \"left rack\" }\n");

    private static IEnumerable<CheckedDraft> InAllPlaces(string code)
    {
        var pre = "<pre>" + System.Net.WebUtility.HtmlEncode(code) + "</pre>";
        yield return Page("<h2>Example</h2>" + pre);
        yield return Page("<h2>Example request</h2>" + pre);
        yield return Support.Drafting.Draft("<html><body><h1>Get a rack</h1><p>GET /racks/{id}</p>" + pre + "</body></html>", "base", "page.html");
        yield return Support.Drafting.Draft("Get a rack\n\nRequest\n\nGET /racks/{id}\n\nExample\n\n" + code + "\n\nStatus codes\n\n200 OK\n", "base");
    }

    private static CheckedDraft Page(string rest)
        => Support.Drafting.Draft("<html><body><h1>Get a rack</h1><h2>Request</h2><p>GET /racks/{id}</p>" + rest + "</body></html>", "base", "page.html");
}
