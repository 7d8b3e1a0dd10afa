using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables whose meaning or name the page does not say.</summary>
public sealed class DoubtfulTableTests
{
    private const string Rows = "<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>size</td><td>integer</td></tr></table>";

    [Theory]
    [InlineData("Alarm codes", "Code,Description", "101,Fan failed.", "101: Fan failed.  # check: whether these are statuses\n")]
    [InlineData("Results", "HTTP code,Description", "404,No such rack.", "404: No such rack.\n")]
    [InlineData("Results", "Status,Description", "404,No such rack.", "404: No such rack.\n")]
    [InlineData("Results", "Code,Description", "404,Not Found", "404 Not Found:\n")]
    [InlineData("Results", "Code,Message", "409 Conflict,The rack is locked.", "409 Conflict: The rack is locked.\n")]
    [InlineData("Error responses", "Code,Description", "404,No such rack.", "404: No such rack.\n")]
    public void Codes_under_another_heading_are_marked_if_nothing_shows_that_they_are_statuses(string heading, string titles, string row, string drafted)
        => Has(Html("<h2>" + heading + "</h2>" + Table(titles, row)), "\n  " + drafted);

    [Fact]
    public void The_name_of_a_table_that_only_a_status_has_is_marked()
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Type,Description", "200,Rack,Done.") + Rows);

        Has(draft, "response: Rack  # check: the name of the table\n");
        Has(draft, "schemas:\n  Rack:\n    size: int\n");
    }

    [Theory]
    [InlineData("Success")]
    [InlineData("success")]
    [InlineData("Error")]
    public void A_word_for_the_result_is_no_name_of_a_table(string word)
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Type,Description", "200," + word + ",Done.") + Rows);

        Has(draft, "response:\n  size: int\n");
        Assert.DoesNotContain("schemas:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["type: " + word], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Rows_with_other_bodies_on_one_line_get_their_own()
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Type,Description", "400,Fault,Bad.", "404; 409,Other,Worse.", "500,Fault,Down.")
            + "<h3>Fault</h3>" + Table("Name,Type", "text,string"));

        foreach (var code in new[] { "404", "409" })
            Has(draft, "  " + code + ":\n    description: Worse.\n    response: unknown  # check: type 'Other'\n");
    }

    [Theory]
    [InlineData("204,Rack,Removed.", "  204: Removed.\n", "type: Rack")]
    [InlineData("204,No Content,Removed.", "  204: Removed.\n", "type: No Content")]
    [InlineData("304,Other,Not changed.", "  304: Not changed.\n", "type: Other")]
    public void A_status_without_a_body_gets_none(string row, string drafted, string left)
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Type,Description", "200,Rack,Done.", row)
            + "<h3>Rack</h3>" + Table("Name,Type", "size,integer"));

        Has(draft, drafted);
        Has(draft, "\nresponse: Rack\n");
        Assert.Equal([left], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_named_table_that_nothing_refers_to_is_marked()
    {
        const string Titles = "Name,Type,Description";
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Type,Description", "200,Rack,No such Other.")
            + "<h2>Unrelated</h2>" + Table("Name,Model", "a,Other")
            + "<h3>Rack</h3>" + Table(Titles, "slots,Slot[],The slots of an Other.") + "<h3>Slot</h3>" + Table(Titles, "free,boolean,Free.")
            + "<h3>Other</h3>" + Table(Titles, "parent,Other,Its parent."));

        Has(draft, "schemas:\n  Rack:\n    slots: Slot[] - The slots of an Other.\n  Slot:\n    free: boolean - Free.\n");
        Has(draft, "  Other:  # check: nothing refers to it\n    parent: Other - Its parent.\n");
    }

    [Fact]
    public void A_column_of_types_can_repeat_the_message()
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Message,Type", "204,No Content,No Content"));

        Has(draft, "status:\n  204 No Content:\n");
        Assert.DoesNotContain("response", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Rows_of_a_response_without_a_body_are_marked()
        => Has(
            Html("<h2>Status codes</h2>" + Table("Code,Message", "204,No Content") + Rows),
            "response:  # check: no status of the page can have a body\n  size: int\n");

    [Fact]
    public void A_sentence_after_a_status_without_spaces_is_its_description()
        => Has(Html("<h2>Status codes</h2><p>404Not Found The rack does not exist.</p>"),
            "\n  404 Not Found: The rack does not exist.  # check: cells without a space between them\n");
}
