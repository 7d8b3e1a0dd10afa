using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms of the format that a table says plainly: other names, a number or words, the last page, a link to the next page.</summary>
public sealed class ProposedFormTests
{
    // Facts that the page does not show.
    private const string OpenFacts = "APISPEC0147";

    private const string Top = "<html><body><h1>List boats</h1><p>GET /boats</p><h2>Query parameters</h2>";

    [Theory]
    [InlineData("sort (alias: order)", "  sort:\n    type: string required not stated\n    alias: [order]\n    description: Text.\n")]
    [InlineData("sort (also known as order)", "  sort:\n    type: string required not stated\n    alias: [order]\n    description: Text.\n")]
    [InlineData("sort or order", "    type: string required not stated\n    alias: [order]\n    description: Text.\n")]
    public void Other_names_are_aliases(string name, string row)
    {
        var draft = Draft(Table("Name,Type,Description", name + ",string,Text."));

        Has(draft, row);
        Assert.DoesNotContain(draft.Spec.Diagnostics, static diagnostic => diagnostic.Rule.Id != OpenFacts);
    }

    [Fact]
    public void Two_names_in_one_cell_are_marked()
        => Has(Draft(Table("Name,Type,Description", "sort or order,string,Text.")), "whether 'order' is another name");

    [Fact]
    public void A_number_or_a_word_in_quotation_marks_is_one_type()
    {
        var draft = Draft(Table("Name,Type,Description", "max,integer or \"unlimited\",Text.", "min,integer or string,Text."));

        Has(draft, "  max: int | (enum unlimited) required not stated - Text.\n");
        Has(draft, "  min: unknown required not stated - Text.  # check: type 'integer or string'\n");
    }

    [Theory]
    [InlineData("is_last", "last: is_last")]
    [InlineData("has_more", "more: has_more")]
    public void The_end_of_a_list_is_proposed(string member, string role)
        => Has(
            Draft(Table("Name,Type,Required", "offset,integer,No", "limit,integer,No") + "<h2>Response body</h2>"
                + Table("Name,Type", "boats,object[]", member + ",boolean")),
            "paging:  # check\n  items: boats\n  offset: offset\n  size: limit\n  " + role + "\n");

    [Fact]
    public void A_link_to_the_next_page_is_proposed()
    {
        var draft = Draft(Table("Name,Type,Required", "page,integer,No", "limit,integer,No") + "<h2>Response headers</h2>"
            + Table("Name,Type,Description", "Link,string,The URL of the next page.") + "<h2>Status codes</h2>" + Table("Code,Description", "200,The boats.")
            + "<h2>Response body</h2>" + Table("Name,Type", "boats,object[]"));

        Has(draft, "paging:  # check\n  items: boats\n  next: Link\n  size: limit\n");
        Assert.DoesNotContain(draft.Spec.Diagnostics, static diagnostic => diagnostic.Rule.Id != OpenFacts);
    }

    [Theory]
    [InlineData("The response starts with <code>)]}'</code> and a line break before the JSON.", "json prefix: \")]}'\"  # check: from the text\n")]
    [InlineData("Each response is prefixed with <code>while(1);</code>.", "json prefix: while(1);  # check: from the text\n")]
    public void The_text_before_JSON_is_proposed(string sentence, string key)
        => Has(Draft(Table("Name,Type", "limit,integer") + "<h2>Response body</h2><p>" + sentence + "</p>" + Table("Name,Type", "boats,object[]")), key);

    [Fact]
    public void Signs_in_other_text_are_no_prefix()
        => Assert.DoesNotContain(
            "json prefix",
            Draft(Table("Name,Type", "limit,integer") + "<h2>Response body</h2><p>The name cannot contain <code>)]}'</code>.</p>"
                + Table("Name,Type", "boats,object[]")).Written.Text, StringComparison.Ordinal);

    private static Checking.CheckedDraft Draft(string rest) => Support.Drafting.Draft(Top + rest + "</body></html>", "base", "page.html");
}
