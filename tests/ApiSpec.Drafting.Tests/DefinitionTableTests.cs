using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables inside the definitions of a definition list.</summary>
public sealed class DefinitionTableTests
{
    private const string Rows = "<dl><dt>size</dt><dd>The size.</dd><dt>owner</dt><dd>The owner.{0}</dd><dt>state</dt><dd>The state.</dd></dl>";

    [Fact]
    public void The_table_in_a_definition_has_the_members_of_its_term()
    {
        var draft = Html("<h2>Response</h2>" + List(Table("Name,Type,Description", "id,integer,Its number.", "name,string,Its name.")));

        Has(draft, "response:\n  size: unknown - The size.\n  owner:  # from the rows below it\n    type: object\n    members:\n");
        Has(draft, "    members:\n      id: int - Its number.\n      name: string - Its name.\n    description: The owner.\n");
        Has(draft, "  state: unknown - The state.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_table_that_has_no_members_is_listed()
    {
        var draft = Html("<h2>Query parameters</h2>" + List(Table("Colour,Use", "red,Full.", "green,Free.")));

        Has(draft, "query:\n  size: unknown required not stated - The size.\n  owner: unknown required not stated - The owner.\n  state: unknown");
        Assert.Equal(["Colour Use", "red Full.", "green Free."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_caption_of_a_table_in_a_definition_is_listed()
    {
        var table = Table("Name,Type", "id,integer").Replace("<table>", "<table><caption>Racks hold shelves</caption>", StringComparison.Ordinal);

        var draft = Html("<h2>Response</h2>" + List(table));

        Has(draft, "    members:\n      id: int\n    description: The owner.\n");
        Assert.Equal(["Racks hold shelves"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_caption_of_a_table_in_a_definition_is_no_heading()
    {
        var table = Table("Name,Type", "id,integer").Replace("<table>", "<table><caption>Response</caption>", StringComparison.Ordinal);

        Has(Html("<h2>Response</h2>" + List(table)), "    members:\n      id: int\n    description: The owner.\n  state: unknown - The state.\n");
    }

    [Theory]
    [InlineData("<table><tr><td>Ask the owner.</td></tr></table>", "Ask the owner.")]
    [InlineData("<table><tr><td>See:<pre>{ \"id\": 1 }\nor none</pre></td></tr></table>", "See:|{ \"id\": 1 }|or none")]
    [InlineData("<table><tr><td><table><tr><td>Ask the owner.</td></tr></table></td></tr></table>", "Ask the owner.")]
    public void The_frame_in_a_definition_is_listed(string frame, string lines)
    {
        var draft = Html("<h2>Response</h2>" + List(frame));

        Has(draft, "  owner: unknown - The owner.\n  state: unknown - The state.\n");
        Assert.Equal(lines.Split('|'), draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_frame_around_a_table_in_a_definition_has_the_table()
        => Has(
            Html("<h2>Response</h2>" + List("<table><tr><td>" + Table("Name,Type", "id,integer") + "</td></tr></table>")),
            "    members:\n      id: int\n    description: The owner.\n");

    [Fact]
    public void Parameters_have_no_members()
        => Assert.Equal(
            ["Name Type", "id integer"],
            Html("<h2>Query parameters</h2>" + List(Table("Name,Type", "id,integer"))).Draft.Unread.Select(static line => line.Text));

    [Fact]
    public void A_list_that_lays_out_an_operation_has_its_tables()
        => Has(
            Support.Drafting.Draft(
                "<html><body><h1>List racks</h1><dl><dt>Method</dt><dd>GET</dd><dt>URL</dt><dd>/racks</dd><dt>Query parameters</dt><dd>"
                + Table("Name,Type", "size,integer") + "</dd></dl></body></html>", "base", "page.html"),
            "query:\n  size: int required not stated\n");

    private static string List(string table) => Rows.Replace("{0}", table, StringComparison.Ordinal);
}
