using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms in which manuals say which rows are required, and how lists of a query or a form are sent.</summary>
public sealed class PresenceFormTests
{
    private const string Query = "<h2>Query parameters</h2>";

    [Theory]
    [InlineData("Yes", "depth?")]
    [InlineData("No", "depth")]
    [InlineData("optional", "depth?")]
    [InlineData("required", "depth")]
    public void A_column_can_say_which_rows_are_optional(string cell, string name)
    {
        Has(Html(Query + Table("Name,Type,Optional", "depth,integer," + cell)), "query:\n  " + name + ": int\n");
        Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n| Name | Optional | Type |\n|---|---|---|\n"
            + "| depth | " + cell + " | integer |\n",
            "base"), "query:\n  " + name + ": int\n");
    }

    [Theory]
    [InlineData("Optional (default: 10)", "depth?: int default 10", null)]
    [InlineData("No, default 10", "depth?: int default 10", null)]
    [InlineData("Optional (ignored for boxes)", "depth?: int - ignored for boxes", null)]
    [InlineData("Yes (1)", "depth: int", "required: 'Yes (1)'")]
    [InlineData("Yes*", "depth: int", "required: 'Yes*'")]
    [InlineData("Yes (if size is given)", "depth?: int", "required: 'Yes (if size is given)'")]
    [InlineData("Required for boxes", "depth?: int", "required: 'Required for boxes'")]
    [InlineData("No (required if size is given)", "depth?: int", "required: 'No (required if size is given)'")]
    [InlineData("Yes/No", "depth?: int", "required: 'Yes/No'")]
    [InlineData("C", "depth?: int", "required: 'C'")]
    public void A_cell_can_say_more_than_yes_or_no(string cell, string row, string? mark)
        => Has(Html(Query + Table("Name,Type,Required", "depth,integer," + cell.Replace(", ", "; ", StringComparison.Ordinal))),
            "query:\n  " + row + (mark is null ? "\n" : "  # check: " + mark + "\n"));

    [Theory]
    [InlineData("1", "depth: int\n")]
    [InlineData("0..1", "depth?: int\n")]
    [InlineData("1..n", "depth: int  # check: whether it is a list: '1..n'\n")]
    [InlineData("0..*", "depth?: int  # check: whether it is a list: '0..*'\n")]
    public void A_column_can_have_how_often_a_value_occurs(string cell, string row)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Cardinality", "depth,integer," + cell)), "response:\n  " + row);

    [Theory]
    [InlineData("depth [optional]", "depth?: int")]
    [InlineData("(optional) depth", "depth?: int")]
    [InlineData("depth - optional", "depth?: int")]
    [InlineData("depth (R)", "depth: int")]
    [InlineData("[depth]", "depth?: int  # check: what the brackets around the name mean")]
    public void The_cell_of_a_name_can_have_the_word(string name, string row)
        => Has(Html(Query + Table("Name,Type", name + ",integer")), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("Optional: In cm.", "depth?: int - In cm.")]
    [InlineData("[Optional] In cm.", "depth?: int - In cm.")]
    [InlineData("Optional - In cm.", "depth?: int - In cm.")]
    [InlineData("Optional; in cm.", "depth?: int - in cm.")]
    [InlineData("*Required* In cm.", "depth: int - In cm.")]
    [InlineData("In cm [required].", "depth: int - In cm.")]
    [InlineData("In cm. Can be omitted.", "depth?: int - In cm.")]
    [InlineData("Can be omitted if size is zero.", "depth?: int - Can be omitted if size is zero.")]
    [InlineData("Only required if size is given.", "depth?: int - Only required if size is given.  # check: when it is required")]
    [InlineData("True - the rack is deep.", "depth: int required not stated - True - the rack is deep.")]
    public void A_word_at_an_end_of_a_sentence_is_read(string description, string row)
        => Has(Html(Query + Table("Name,Type,Description", "depth,integer," + description)), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("No", "Required. In cm.", "depth?: int - Required. In cm.")]
    [InlineData("Yes", "In cm. Can be omitted.", "depth: int - In cm. Can be omitted.")]
    [InlineData("No", "In cm (required; max: 10).", "depth?: int ..10 - \"In cm (required; max: 10).\"")]
    public void A_cell_precedes_a_sentence(string cell, string description, string row)
        => Assert.Contains("query:\n  " + row.Replace("\"", "", StringComparison.Ordinal).Replace("; ", ", ", StringComparison.Ordinal)
            + "  # check: whether it is required\n",
            Html(Query + Table("Name,Type,Required,Description", "depth,integer," + cell + "," + description)).Written.Text
                .Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_row_over_all_columns_says_which_rows_are_required()
    {
        var draft = Html(Query + "<table><tr><th>Name</th><th>Type</th></tr><tr><td colspan=2>Required parameters</td></tr><tr><td>depth</td>"
            + "<td>integer</td></tr><tr><td colspan=2>Optional:</td></tr><tr><td>label</td><td>string</td></tr><tr><td>owner</td><td>string</td></tr></table>");

        Has(draft, "query:\n  depth: int\n  label?: string\n  owner?: string\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Form parameters", "body form")]
    [InlineData("Query parameters", "query")]
    public void Brackets_in_a_name_show_how_a_list_is_sent(string heading, string key)
        => Has(Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>" + heading + "</h2>"
            + Table("Name,Type", "ids[],Array of Integer", "names[],string") + "</body></html>", "base", "page.html"),
            key + ":\n  ids: int[] as brackets required not stated\n  names: string[] as brackets required not stated\n");

    [Fact]
    public void A_list_in_JSON_has_no_brackets()
        => Has(Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Parameters</h2>"
            + Table("Name,Type", "ids[],Array of Integer", "size,integer")
            + "</body></html>", "base", "page.html"), "  ids: int[] required not stated");
}
