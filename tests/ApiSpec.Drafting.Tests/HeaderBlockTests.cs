using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Headers that a page prints as a message has them.</summary>
public sealed class HeaderBlockTests
{
    [Theory]
    [InlineData("<pre>X-Rack-Token: &lt;token&gt;\nAccept: application/json</pre>")]
    [InlineData("<p>X-Rack-Token: {token}</p><p>Accept: application/json</p>")]
    [InlineData("<ul><li>X-Rack-Token: YOUR_TOKEN</li><li>Accept: application/json</li></ul>")]
    public void Each_header_of_a_block_is_a_row(string block)
    {
        var draft = Html("<h2>Request headers</h2>" + block);

        Has(draft, "headers:\n  X-Rack-Token: string required not stated  # from the printed headers\n"
            + "  Accept: string required not stated always application/json  # from the printed headers\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Request syntax")]
    [InlineData("Request format")]
    [InlineData("Request")]
    public void The_request_can_be_printed_as_a_message(string heading)
    {
        var draft = Support.Drafting.Draft(
            "<html><body><h1>Add a rack</h1><h3>" + heading + "</h3><pre>PUT /&lt;api version&gt;/&lt;rack&gt; HTTP/1.1\nHost: racks.example.com\n"
            + "X-Rack-Token: &lt;token&gt;</pre><h3>Sample Response</h3><pre>HTTP/1.1 201 Created\nServer: Racks</pre>", "base", "page.html");

        Has(draft, "request: PUT /<api version>/<rack>\n");
        Has(draft, "headers:\n  X-Rack-Token: string required not stated  # from the printed headers\n");
        Has(draft, "  - response header: |\n      HTTP/1.1 201 Created\n      Server: Racks\n");
        Assert.Equal(["Host: racks.example.com"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_value_of_a_header_is_listed()
    {
        var draft = Html("<h2>Request headers</h2><pre>X-Rack-Version: 3\nRacks are heavy.</pre>");

        Has(draft, "headers:\n  X-Rack-Version: string required not stated  # from the printed headers\n");
        Assert.Equal(["3", "Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_sentence_with_a_colon_is_no_header()
        => Assert.Contains("Remember: racks are heavy.", Html("<h2>Request headers</h2><p>Remember: racks are heavy.</p>").Draft.Unread.Select(static line
            => line.Text));

    [Fact]
    public void Headers_of_a_response_belong_to_its_status()
        => Has(
            Html("<h2>Status codes</h2>" + Table("Code,Message", "201,Created") + "<h2>Response headers</h2><pre>X-Rack-Id: &lt;id&gt;</pre>"),
            "status:\n  201 Created:\n    headers:\n      X-Rack-Id: string  # from the printed headers\n");
}
