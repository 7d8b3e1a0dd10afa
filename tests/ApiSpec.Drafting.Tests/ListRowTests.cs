using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Lists in parts without a table: their items are rows, or they explain the row above them.</summary>
public sealed class ListRowTests
{
    private const string Query = "<h2>Query parameters</h2>";
    private const string Values = "<ul><li>asc - Ascending</li><li>desc - Descending</li></ul>";

    [Theory]
    [InlineData("<p>sort (string, optional): The order.</p>" + Values + "<p>size (integer, optional): In cm.</p>")]
    [InlineData("<ul><li>sort (string, optional): The order." + Values + "</li><li>size (integer, optional): In cm.</li></ul>")]
    [InlineData("<p>sort</p><p>string</p><p>optional</p><p>The order.</p>" + Values + "<p>size (integer, optional): In cm.</p>")]
    public void Items_under_a_row_are_no_rows(string rows)
    {
        var draft = Html(Query + rows);

        Has(draft, "query:\n  sort?: string - The order.\n  size?: int - In cm.\n");
        Assert.Equal(["asc - Ascending", "desc - Descending"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("<p>sort (string, optional): The order. Possible values:</p>" + Values, "")]
    [InlineData("<ul><li>sort (string, optional): The order. Possible values:" + Values + "</li></ul>", "")]
    [InlineData("<p>sort (string, optional): The order. One of these values:</p>" + Values, "  # check: the values")]
    public void Items_under_a_row_are_the_values_that_it_introduces(string rows, string mark)
    {
        var draft = Html(Query + rows);

        Has(draft, "query:\n  sort?: enum asc|desc - The order. asc - Ascending; desc - Descending" + mark + "\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("[string]", "string required not stated")]
    [InlineData("[integer, optional]", "int")]
    public void Brackets_around_a_type_behind_a_name_are_no_list(string printed, string type)
        => Has(Html(Query + "<ul><li><code>lamp</code> " + printed + ": The lamp.</li></ul>"),
            "query:\n  lamp" + (type == "int" ? "?" : "") + ": " + type + " - The lamp.\n");

    [Fact]
    public void Nested_items_of_a_query_are_no_rows()
    {
        var draft = Html(Query + "<ul><li>sort - The order." + Values + "</li><li>size - In cm.</li></ul>");

        Has(draft, "query:\n  sort: unknown required not stated - The order.\n  size: unknown required not stated - In cm.\n");
        Assert.Equal(["asc - Ascending", "desc - Descending"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Nested_items_of_a_body_are_marked_members()
    {
        var draft = Html("<h2>Response</h2><ul><li>owner - The owner."
            + "<ul><li>name - Its name.</li><li>mail - Its address.</li></ul></li><li>size - In cm.</li></ul>");

        Has(draft, "      name: unknown - Its name.  # check: whether it is a member\n      mail: unknown - Its address.  # check: whether it is a member\n");
        Has(draft, "\n  size: unknown - In cm.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Nested_items_of_a_body_with_types_are_members()
    {
        var draft = Html("<h2>Response</h2><ul><li>owner (object): The owner.<ul><li>name (string): Its name.</li></ul></li>"
            + "<li>size (integer): In cm.</li></ul>");

        Has(draft, "\n      name: string - Its name.\n");
        Has(draft, "\n  size: int - In cm.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void An_item_without_a_type_under_one_with_a_type_is_a_marked_member()
        => Has(Html("<h2>Response</h2><ul><li>owner (object): The owner.<ul><li>name - Its name.</li></ul></li></ul>"),
            "      name: unknown - Its name.  # check: whether it is a member\n");

    [Fact]
    public void Nested_items_of_a_query_with_types_are_marked_rows()
        => Has(Html("<h2>Query parameters</h2><ul><li>owner (string): The owner.<ul><li>name (string): Its name.</li></ul></li></ul>"),
            "  name: string required not stated - Its name.  # check: whether it is a member\n");

    [Fact]
    public void In_plain_text_indented_items_are_under_the_item_above()
    {
        var draft = Support.Drafting.Draft(
            "List racks\n\nGET /racks\n\nQuery parameters\n\n- sort - The order.\n  - asc - Ascending\n  - desc - Descending\n- size - In cm.\n", "base");

        Has(draft, "query:\n  sort: unknown required not stated - The order.\n  size: unknown required not stated - In cm.\n");
        Assert.Equal(["- asc - Ascending", "- desc - Descending"], draft.Draft.Unread.Select(static line => line.Text));
    }
}
