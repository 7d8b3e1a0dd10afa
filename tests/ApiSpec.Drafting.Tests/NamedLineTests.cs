using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Names with their texts in paragraphs and items, and sentences above them.</summary>
public sealed class NamedLineTests
{
    private const string Doubt = "  # check: whether it is a row";

    [Theory]
    [InlineData("<p><em>name</em> - The name of it.</p><p><em>size</em> - The size of it.</p>", "")]
    [InlineData("<p><b>name</b>: The name of it.</p><p><b>size</b>: The size of it.</p>", "")]
    [InlineData("<p><b>name:</b> The name of it.</p><p><b>size:</b> The size of it.</p>", "")]
    [InlineData("<p><em>name</em> The name of it.</p><p><em>size</em> The size of it.</p>", Doubt)]
    [InlineData("<p><code>name</code> The name of it.</p><p><code>size</code> The size of it.</p>", Doubt)]
    [InlineData("<ul><li><em>name</em> The name of it.</li><li><em>size</em> The size of it.</li></ul>", Doubt)]
    [InlineData("<p>name - The name of it.</p><p>size - The size of it.</p>", Doubt)]
    [InlineData("<p>name: The name of it.</p><p>size: The size of it.</p>", Doubt)]
    [InlineData("<ul><li>name: The name of it.</li><li>size: The size of it.</li></ul>", Doubt)]
    public void Names_with_texts_in_paragraphs_and_items_are_rows(string rows, string mark)
    {
        var draft = Html("<h2>Query parameters</h2>" + rows);

        Has(draft, "query:\n  name: unknown required not stated - The name of it." + mark + "\n  size: unknown required not stated - The size of it." + mark
            + "\n");
    }

    [Theory]
    [InlineData("name - The name of it.\nsize - The size of it.")]
    [InlineData("name: The name of it.\n\nsize: The size of it.")]
    [InlineData("*name* The name of it.\n*size* The size of it.")]
    [InlineData("`name` The name of it.\n`size` The size of it.")]
    public void Names_with_texts_in_copied_text_are_rows(string rows)
        => Has(
            Support.Drafting.Draft("List racks\n\nRequest\n\nGET /racks\n\nQuery parameters\n\n" + rows + "\n\nStatus codes\n\n200 OK\n", "base"),
            "query:\n  name: unknown required not stated - The name of it." + Doubt + "\n  size: unknown required not stated - The size of it." + Doubt + "\n");

    [Theory]
    [InlineData("<p><em>name</em>: string. The name of it.<br><em>size</em>: int. The size of it.</p>", "size: int required not stated")]
    [InlineData("<p><code>name</code> <em>string</em> The name of it.</p><p><code>size</code> <em>int, optional</em> The size of it.</p>", "size?: int")]
    [InlineData("<p><b>name</b> (string) The name of it.</p><p><b>size</b> (int, optional) The size of it.</p>", "size?: int")]
    public void Type_after_the_name_is_the_type_of_the_row(string rows, string size)
        => Has(Html("<h2>Query parameters</h2>" + rows), "query:\n  name: string required not stated - The name of it.\n  " + size + " - The size of it.\n");

    [Theory]
    [InlineData("<p><code>size</code> must be positive.</p><p><code>name</code> cannot be empty.</p>")]
    [InlineData("<p>name - The name of it.</p>")]
    [InlineData("<p>Result: It is full.</p><p>Time: It is slow.</p>")]
    [InlineData("<p><b>Note</b>: Only left racks.</p><p><b>Tip</b>: Use the size.</p>")]
    public void Text_is_no_row(string text) => Has(Html("<h2>Query parameters</h2>" + text), "query: unknown  # check\n");

    [Theory]
    [InlineData("POST", "Send a POST with the following data:", "body", "  # from the sentence above")]
    [InlineData("POST", "The request body contains:", "body", "  # from the sentence above")]
    [InlineData("POST", "This call accepts these parameters:", "body", "")]
    [InlineData("POST", "The following query parameters can be added:", "query", "  # from the sentence above")]
    [InlineData("POST", "Some query string parameters can be supplied that limit the results :", "query", "  # from the sentence above")]
    [InlineData("GET", "This call accepts these parameters:", "query", "")]
    [InlineData("GET", "It takes the following options:", "query", "")]
    public void A_sentence_above_the_names_says_where_they_are_sent(string method, string sentence, string part, string mark)
    {
        const string List = "<ul><li>name - The name of it.</li><li><code>size</code> (int): The size of it.</li></ul>";
        var heading = part == "body" ? "body:  # check: the body" : "query:";
        var rows = heading + "\n  name: unknown required not stated - The name of it." + mark + "\n  size: int required not stated - The size of it." + mark
            + "\n";
        var table = Table("Name,Type,Description", "name,,The name of it.", "size,int,The size of it.");

        foreach (var draft in new[] { Page($"<p>{method} /racks</p><p>Calls racks.</p><p>{sentence}</p>{List}"),
            Page($"<p>{method} /racks</p><p>Calls racks.</p><p>{sentence}</p>{table}"),
            Page($"<h2>Function</h2><p>Calls racks.</p><h2>Request</h2><p>{method} /racks</p><p>{sentence}</p>{List}"),
            Page($"<h2>Function</h2><p>Calls racks.</p><h2>Request</h2><p>{method} /racks</p><h2>Parameters</h2><p>{sentence}</p>{List}"),
            Support.Drafting.Draft(
                $"Call racks\n\n{method} /racks\n\nCalls racks.\n\n{sentence}\n\n- name - The name of it.\n- size (int): The size of it.\n\nResponse\n\n"
                    + "Done.\n", "base") })
        {
            Has(draft, "function: Calls racks.\n");
            Has(draft, rows);
        }
    }

    [Theory]
    [InlineData("<p>POST /racks</p><p>Adds a rack.</p><p>The request body contains:</p>")]
    [InlineData("<h2>Request</h2><p>POST /racks</p><p>Send a POST with this data:</p>")]
    public void JSON_under_such_a_sentence_is_the_body(string above)
    {
        var draft = Page(above + "<pre>{ \"name\": \"left rack\", \"full\": true }</pre>");

        Has(draft, "body:  # check: the body\n  name: string  # from the sample\n  full: boolean  # from the sample\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<p>POST /racks</p><p>Adds a rack.</p><p>It returns:</p>")]
    [InlineData("<h2>Request</h2><p>POST /racks</p><p>The response is as follows:</p>")]
    public void JSON_under_a_sentence_about_the_response_is_that_of_the_response(string above)
    {
        var draft = Page(above + "<pre>{ \"name\": \"left rack\", \"full\": true }</pre>");

        Has(draft, "response:  # from the example\n  name: string  # from the example\n  full: boolean  # from the example\n");
        Has(draft, "  - response body: |  # from the sentence above\n");
    }

    [Theory]
    [InlineData("It returns the following fields:")]
    [InlineData("An error has these members:")]
    [InlineData("It has these names.")]
    public void Rows_below_another_sentence_are_listed_and_no_part_of_the_function(string sentence)
    {
        var draft = Page($"<p>GET /racks</p><p>Lists racks.</p><p>{sentence}</p><ul><li>name - The name of it.</li><li>size - The size of it.</li></ul>");

        Assert.DoesNotContain("- The name of it.\n  size", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("name - The name of it.", draft.Draft.Unread.Select(static line => line.Text));
        Assert.DoesNotContain("query:", draft.Written.Text, StringComparison.Ordinal);
    }

    private static CheckedDraft Page(string body)
        => Support.Drafting.Draft("<html><body><h1>Call racks</h1>" + body + "</body></html>", "base", "page.html");
}
