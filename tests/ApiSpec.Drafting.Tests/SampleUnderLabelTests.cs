using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Samples as the only description of a response, under a sentence, a label or an address.</summary>
public sealed class SampleUnderLabelTests
{
    private const string Sample = "<pre>[ { \"size\": 4, \"full\": true }, ... ]</pre>";

    [Theory]
    [InlineData("<h2>Response</h2><p>On success:</p><ul><li>JSON list of racks</li></ul><p><b>Example:</b></p><pre>https://localhost:1/racks/7</pre>" + Sample)]
    [InlineData("<h2>Response</h2><p>JSON list of racks</p><h2>Example request</h2><pre>https://localhost:1/racks/7</pre><h2>Example response</h2>" + Sample)]
    public void The_example_shows_the_members(string parts)
    {
        var draft = Html(parts);

        Has(draft, "response: RacksResponse[]  # from the example\n");
        Has(draft, "    size: long  # from the sample\n    full: boolean  # from the example\n");
        Has(draft, "  - request header: |\n      https://localhost:1/racks/7\n    response body: |\n");
    }

    [Theory]
    [InlineData("Sample")]
    [InlineData("Example")]
    public void A_label_can_be_above_the_sample(string label)
        => Has(Html("<h2>Response</h2><h3>" + label + "</h3><pre>{ \"size\": 4 }</pre>"), "response:  # from the example\n  size: long  # from the sample\n");

    [Fact]
    public void A_list_of_strings_is_read()
        => Has(Html("<h2>Response</h2><p>The names of all racks.</p><h2>Example response</h2><pre>[ \"a b\", \"c d\" ]</pre>"),
            "response: string[]  # from the example\n");

    [Fact]
    public void A_sample_that_ends_with_dots_is_read_up_to_there()
        => Has(
            Html("<h2>Response</h2><h2>Example response</h2><pre>{ \"racks\": [\n  { \"name\": \"a b\", \"size\": 4 },\n  ...</pre>"
                + "<p>All racks are listed.</p>"),
            "response:  # from the example\n  racks[]:  # from the example\n    name: string  # from the example\n    size: long  # from the sample\n");

    [Fact]
    public void Without_a_method_on_the_page_the_method_of_an_address_is_a_guess()
    {
        var draft = Page("<h1>/api/find</h1><h2>Example</h2><pre>http://localhost:1/api/find?q=a</pre><pre>{ \"size\": 4 }</pre>");

        Has(draft, "request: GET /api/find  # check: the method\n");
        Has(draft, "  - request header: |\n      http://localhost:1/api/find?q=a\n    response body: |\n");
    }

    [Fact]
    public void An_address_in_a_list_of_addresses_is_no_request()
        => Assert.DoesNotContain(
            "request header", Html("<h2>Example</h2><pre>https://localhost:1/racks/7</pre><pre>https://localhost:1/racks/8</pre>").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_colon_behind_a_term_is_no_part_of_the_name()
    {
        var draft = Html("<h2>Response</h2><dl><dt>action:</dt><dd>One of \"on\" or \"off\"</dd>"
            + "<dt>rackId:</dt><dd>The rack</dd><dt>Note:</dt><dd>Slow.</dd></dl>");

        Has(draft, "response:\n  action: enum on|off");
        Has(draft, "  rackId: unknown - The rack\n");
        Assert.Contains("Note:: Slow.", draft.Draft.Unread.Select(static line => line.Text));
    }

    private static CheckedDraft Page(string body) => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html");
}
