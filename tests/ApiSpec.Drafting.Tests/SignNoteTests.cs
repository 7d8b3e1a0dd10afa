using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Signs after names and types that the page explains.</summary>
public sealed class SignNoteTests
{
    private const string Query = "<h2>Query parameters</h2>";

    [Theory]
    [InlineData("* required", "depth*", "depth: int - In cm.")]
    [InlineData("* Required parameter.", "*depth", "depth: int - In cm.")]
    [InlineData("*: optional", "depth *", "depth?: int - In cm.")]
    [InlineData("\u2020 = optional", "depth\u2020", "depth?: int - In cm.")]
    [InlineData("Parameters marked with an asterisk (*) are required.", "depth*", "depth: int - In cm.")]
    [InlineData("A question mark after a name means that the parameter is optional.", "depth?", "depth?: int - In cm.")]
    public void An_explained_sign_has_no_mark(string note, string name, string row)
    {
        var draft = Html(Query + "<p>" + note + "</p>" + Table("Name,Type,Description", name + ",integer,In cm."));

        Has(draft, "query:\n  " + row + "\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sign_can_mean_null()
        => Has(Html("<h2>Response</h2><p>Names with an asterisk can be null.</p>" + Table("Name,Type", "depth*,integer")), "response:\n  depth: int or null\n");

    [Theory]
    [InlineData("* The depth without the doors.")]
    [InlineData("Racks with a star are old.")]
    public void Other_words_explain_no_sign(string note)
        => Has(Html(Query + Table("Name,Type,Description", "depth*,integer,In cm.") + "<p>" + note + "</p>"),
            "  depth: int - In cm.  # check: what the sign after 'depth*' means\n");

    [Theory]
    [InlineData("Fields not marked with an asterisk (*) are optional.")]
    [InlineData("All fields are required except those marked with *.")]
    [InlineData("Parameters are optional unless marked with *.")]
    [InlineData("Parameters marked with * are not required.")]
    [InlineData("Parameters marked with * aren't required.")]
    [InlineData("Names with an asterisk cannot be null.")]
    [InlineData("Fields without an asterisk are required, and * means any rack.")]
    [InlineData("Parameters marked with * are required if the rack is new.")]
    [InlineData("* cannot be null")]
    public void A_sentence_with_a_negation_explains_no_sign(string note)
        => Has(Html("<h2>Response</h2><p>" + note + "</p>" + Table("Name,Type,Description", "depth*,integer,In cm.")),
            "  depth: int - In cm.  # check: what the sign after 'depth*' means\n");

    [Fact]
    public void The_description_of_one_row_explains_no_sign()
    {
        Has(Html(Query + Table("Name,Type,Description", "depth*,integer,In cm.", "name,string,Required. A * means any rack.")),
            "  depth: int - In cm.  # check: what the sign after 'depth*' means\n");
        Has(Html(Query + Table("Name,Type,Description", "depth*,integer,In cm.", "name,string,A * means that the rack is optional.")),
            "  depth: int - In cm.  # check: what the sign after 'depth*' means\n");
    }

    [Fact]
    public void A_row_over_all_columns_explains_a_sign()
        => Has(Html(Query + "<table><tr><th>Name</th><th>Type</th></tr><tr><td>depth*</td><td>integer</td></tr><tr><td colspan=2>* optional</td></tr></table>"),
            "  depth?: int\n");

    [Theory]
    [InlineData("depth? *", "depth?: int")]
    [InlineData("depth?*", "depth?: int")]
    public void A_footnote_after_a_question_mark_does_not_mean_required(string name, string row)
        => Has(Html(Query + Table("Name,Type", name + ",integer")), "query:\n  " + row + "  # check: what the sign after '" + name + "' means\n");

    [Theory]
    [InlineData("integer *", "* optional", "depth?: int")]
    [InlineData("integer*", "Types with a star are required: an asterisk means required.", "depth: int")]
    public void A_type_can_have_an_explained_sign(string type, string note, string row)
        => Has(Html(Query + Table("Name,Type", "depth," + type) + "<p>" + note + "</p>"), "query:\n  " + row + "\n");

    [Fact]
    public void A_sign_after_a_type_is_a_footnote()
        => Has(Html(Query + Table("Name,Type", "depth,integer\u00B9")), "  depth: int required not stated  # check: the sign after the type 'integer\u00B9'\n");

    [Theory]
    [InlineData("Name\tType\ndepth *\tinteger\nlabel\tstring\n")]
    [InlineData("| Name | Type |\n|---|---|\n| depth* | integer |\n| label | string |\n")]
    public void Copied_text_has_signs_as_well(string table)
        => Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n" + table + "\nFields marked with * are mandatory.\n", "base"),
            "query:\n  depth: int\n  label: string required not stated\n");

    [Fact]
    public void Bold_names_in_Markdown_have_no_sign()
        => Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n| Name | Type |\n|---|---|\n| **depth** | integer |\n", "base"),
            "query:\n  depth: int required not stated\n");
}
