using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Status lines in code, after examples and in messages.</summary>
public sealed class StatusPlaceTests
{
    [Theory]
    [InlineData("<h2>Response</h2><pre>HTTP 201 Created</pre><pre>{ \"id\": \"a\" }</pre>")]
    [InlineData("<h2>Response</h2><pre>HTTP 201 Created\n\n{ \"id\": \"a\" }</pre>")]
    [InlineData("<h2>Response</h2><p>HTTP 201 Created</p><pre>{ \"id\": \"a\" }</pre>")]
    [InlineData("<h2>Response</h2><p>HTTP/1.1 201 Created</p><pre>{ \"id\": \"a\" }</pre>")]
    public void A_status_line_needs_no_version(string rest)
    {
        var draft = Html(rest);

        Has(draft, "status:\n  201 Created:\n");
        Has(draft, "response:");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sentence_with_a_status_is_marked()
        => Has(Html("<h2>Response</h2><p>HTTP 404 if there is none</p>"), "  404: HTTP 404 if there is none  # check: from the text\n");

    [Theory]
    [InlineData("STATUS 400 - The size is not valid in any of the racks of this room.\n\nSTATUS 404 - No rack.\n")]
    [InlineData("Status 400 - The size is not valid in any of the racks of this room.\nStatus 404 - No rack.\n")]
    public void Status_lines_after_an_example_are_none_of_it(string lines)
    {
        var draft = Support.Drafting.Draft(
            "Get a rack\n\nRequest\n\nGET /racks/{id}\n\nResponses\n\nSTATUS 200 - The rack.\n\nExample response\n\n{ \"size\": 4 }\n\n" + lines, "base");

        Has(draft, "  200: The rack.");
        Has(draft, "\n  400: The size is not valid in any of the racks of this room.");
        Has(draft, "\n  404: No rack.");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sentence_above_a_message_does_not_join_its_head_and_body()
    {
        var draft = Html("<h2>Example response</h2><p>Here is the rack of the room.</p>"
            + "<pre>HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ \"size\": 4 }</pre>");

        Has(draft, "    response header: |\n      HTTP/1.1 200 OK\n      Content-Type: application/json\n    response body: |\n      { \"size\": 4 }\n");
        Has(draft, "title: Here is the rack of the room.\n");
    }
}
