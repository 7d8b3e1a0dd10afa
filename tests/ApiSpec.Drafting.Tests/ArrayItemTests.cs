using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Rows that describe the items of a list, and other forms of nesting.</summary>
public sealed class ArrayItemTests
{
    [Fact]
    public void The_row_of_the_items_keeps_its_description()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "[array item],object,One rack.", "\u00BB size,integer,In cm.")),
            "schemas:\n  RacksResponse:  # check: the name of the table\n    members:\n      size: int - In cm.\n    description: One rack.\n");

    [Fact]
    public void The_row_of_the_items_keeps_its_mark()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "[array item],Shelf,One rack.", "\u00BB size,integer,In cm.")),
            "response: RacksResponse[]  # check: type 'Shelf'\n");

    [Fact]
    public void Items_of_a_simple_type_make_a_list()
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type,Description", "rack,object,The rack.", "\u00BB names,array,Its names.",
            "\u00BB\u00BB [array item],string,A name."));

        Has(draft, "      names: string[] - Its names. A name.\n");
    }

    [Theory]
    [InlineData("array", "string", "Max length: 64. A tag.", "tags: string[] - Its tags. A tag.  # check: what else the page says of the items: ..64")]
    [InlineData("array", "string", "Can be null. A tag.", "tags: string[] - Its tags. A tag.  # check: what else the page says of the items: or null")]
    [InlineData("array", "string", "Default: a. A tag.", "tags: string[] - Its tags. A tag.  # check: what else the page says of the items: default a")]
    [InlineData("string[]", "integer", "A tag.", "tags: string[] - Its tags. A tag.  # check: what else the page says of the items: int")]
    [InlineData("string[]", "string", "A tag.", "tags: string[] - Its tags. A tag.")]
    public void Facts_of_the_items_that_a_list_does_not_have_are_marked(string list, string item, string description, string row)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "tags," + list + ",Its tags.", "\u00BB [item]," + item + "," + description)),
            "response:\n  " + row + "\n");

    [Fact]
    public void Members_of_items_are_members_of_the_list()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "slots,array,The slots.", "\u00BB [item],object,",
            "\u00BB\u00BB size,integer,In cm.")),
            "response:\n  slots:\n    type: object[]\n    members:\n      size: int - In cm.\n    description: The slots.\n");

    [Theory]
    [InlineData("rack > size")]
    [InlineData("rack \u203A size")]
    [InlineData("rack->size")]
    [InlineData("rack[size]")]
    public void A_sign_between_names_is_a_level(string name)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "rack,object", name + ",integer")), "response:\n  rack:\n    size: int\n");

    [Theory]
    [InlineData("slots[0].size")]
    [InlineData("slots[n].size")]
    public void An_index_is_a_list(string name)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", name + ",integer", "owner,string")),
            "  slots[]:  # from the names of its members\n    size: int\n");

    [Theory]
    [InlineData("<td>&nbsp;&nbsp;size</td>")]
    [InlineData("<td style=\"padding-left: 20px\">size</td>")]
    [InlineData("<td style=\"padding-left:2em\">size</td>")]
    [InlineData("<td class=\"cell indent-1\">size</td>")]
    [InlineData("<td><span style=\"margin-left: 24px\">size</span></td>")]
    public void Indentation_is_a_level(string cell)
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>rack</td><td>object</td></tr><tr>" + cell + "<td>integer</td></tr>"
            + "<tr><td>owner</td><td>string</td></tr></table>"), "response:\n  rack:\n    size: int\n  owner: string\n");

    [Fact]
    public void The_same_indentation_of_all_rows_is_no_level()
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>&nbsp;size</td><td>integer</td></tr>"
            + "<tr><td>&nbsp;owner</td><td>string</td></tr></table>"), "response:\n  size: int\n  owner: string\n");
}
