using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Captions above code, and sentences below it.</summary>
public sealed class CaptionTests
{
    private const string Body = "body:  # from the example\n  name: string  # from the example\n  size: long  # from the sample\n";

    [Theory]
    [InlineData("<p>Example 3</p>")]
    [InlineData("<p><b>Example 3</b></p>")]
    [InlineData("<p>Figure 2. A new rack</p>")]
    [InlineData("<p>Example 3</p><p>This is a rack.</p>")]
    public void Only_the_code_is_in_the_example(string caption)
    {
        var draft = Page("<h2>Example request</h2>" + caption + "<pre>{ \"name\": \"left\", \"size\": 4 }</pre>"
            + "<p>The name must be new.</p><h2>Example response</h2><p>Example 4. The rack</p><pre>HTTP/1.1 201 Created\nLocation: /racks/7\n\n"
            + "{ \"id\": 7 }</pre><p>The id is unique.</p>");

        Has(draft, Body);
        Has(draft, "    request body: |\n      { \"name\": \"left\", \"size\": 4 }\n    response header: |\n      HTTP/1.1 201 Created\n"
            + "      Location: /racks/7\n    response body: |\n      { \"id\": 7 }\n");
        Assert.Contains("The name must be new.", draft.Draft.Unread.Select(static line => line.Text));
        Assert.Contains("The id is unique.", draft.Draft.Unread.Select(static line => line.Text));
        Assert.DoesNotContain("title: Example 3 Example 4", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_code_of_copied_text_is_in_the_example()
        => Has(
            Support.Drafting.Draft(
                "Add a rack\n\nRequest\n\nPOST /racks\n\nExample request\n\nExample 3. A rack\n\n{\n  \"name\": \"left\",\n  \"size\": 4\n}\n\n"
                    + "The name must be new.\n\nExample response\n\nFigure 4\n\n{\n  \"id\": 7\n}\n\nThe id is unique.\n", "base"),
            "    request body: |\n      {\n        \"name\": \"left\",\n        \"size\": 4\n      }\n"
                + "    response body: |\n      {\n        \"id\": 7\n      }\n");

    [Fact]
    public void A_sentence_below_code_is_no_title_of_the_next_example()
    {
        var draft = Page("<h2>Example</h2><p><b>Example 3</b></p><pre>{ \"id\": 6 }</pre><p>The id is new.</p><p><b>Example 4</b></p><pre>{ \"id\": 7 }</pre>");

        Has(draft, "  - title: Example 4\n    response body: |\n      { \"id\": 7 }\n");
        Assert.Contains("The id is new.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_caption_in_a_part_of_the_body_is_listed()
    {
        var draft = Page("<h2>Request body</h2><figure><pre>{ \"name\": \"left\", \"size\": 4 }</pre><figcaption>Figure 2. A rack</figcaption></figure>"
            + "<p>It is new.</p>");

        Has(draft, "body:\n  name: string  # from the sample\n  size: long  # from the sample\n");
        Assert.Equal(["Figure 2. A rack", "It is new."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("name=left\nsize=4")]
    [InlineData("name=left&amp;size=4")]
    [InlineData("?name={name}&amp;size={size}")]
    public void Pairs_as_code_are_the_parameters(string code)
    {
        var draft = Page("<h2>Query parameters</h2><p><b>Example 3</b></p><pre>" + code + "</pre><p>The name must be new.</p>");

        Has(draft, "query:\n  name: unknown required not stated  # from the sample\n  size: unknown required not stated  # from the sample\n");
        Assert.Contains("The name must be new.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void One_pair_or_a_line_of_code_is_no_parameter()
    {
        Has(Page("<h2>Query parameters</h2><pre>name=left</pre>"), "query: unknown  # check\n");
        Has(Page("<h2>Query parameters</h2><pre>export NAME=left; size=4</pre>"), "query: unknown  # check\n");
    }

    private static CheckedDraft Page(string rest)
        => Support.Drafting.Draft("<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p>" + rest + "</body></html>", "base", "page.html");
}
