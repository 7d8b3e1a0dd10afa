using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Lists in the cells of a table: members of an object, and values.</summary>
public sealed class CellListTests
{
    [Theory]
    [InlineData("The place.<ul><li>room (string): The room.</li><li>row (integer): The row.</li></ul>")]
    [InlineData("The place.<ul><li><code>room</code> (string) - The room.</li><li><code>row</code> (integer) - The row.</li></ul>")]
    public void Items_with_types_are_members_of_an_object(string cell)
    {
        var draft = Draft("object", cell);

        Has(draft, "  place:");
        Has(draft, "room: string - The room.  # from the list in the cell\n      row: int - The row.  # from the list in the cell\n");
        Has(draft, "The place.");
    }

    [Theory]
    [InlineData("object", "The place.<ul><li>It has a room.</li><li>It has a row.</li></ul>")]
    [InlineData("string", "The place.<ul><li>room (string): The room.</li><li>row (integer): The row.</li></ul>")]
    public void Other_items_are_text(string type, string cell)
        => Assert.DoesNotContain(" room:", Draft(type, cell).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_list_is_separated_from_the_words_before_it()
        => Has(Draft("object", "The place:<ul><li>It has a room.</li></ul>"), "The place: It has a room.");

    [Theory]
    [InlineData("The state:<ul><li>open</li><li>shut</li></ul>", "enum open|shut")]
    [InlineData("The state.<ul><li>open: It is open.</li><li>shut: It is shut.</li></ul>", "enum open|shut")]
    [InlineData("open | shut", "enum open|shut")]
    [InlineData("\"open\" or \"shut\"", "enum open|shut")]
    public void Values_are_marked(string cell, string type)
    {
        var text = Draft("string", cell).Written.Text;

        Assert.Contains(type, text, StringComparison.Ordinal);
        Assert.Contains("  # check: the values\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Examples:<ul><li>open</li><li>shut</li></ul>")]
    [InlineData("Not allowed:<ul><li>open</li><li>shut</li></ul>")]
    [InlineData("The state. See also:<ul><li>open</li><li>shut</li></ul>")]
    [InlineData("Used by:<ul><li>open: It opens.</li><li>shut: It shuts.</li></ul>")]
    [InlineData("The state. Requires:<ul><li>open</li><li>shut</li></ul>")]
    [InlineData("Required permissions:<ul><li>open</li><li>shut</li></ul>")]
    [InlineData("These values are forbidden:<ul><li>open</li><li>shut</li></ul>")]
    [InlineData("The name or the address")]
    [InlineData("<p>The state.</p><ul><li>open racks are open.</li><li>shut racks are shut.</li></ul>")]
    public void Other_lists_are_no_values(string cell)
        => Assert.DoesNotContain("enum", Draft("string", cell).Written.Text, StringComparison.Ordinal);

    private static CheckedDraft Draft(string type, string cell) => Html("<h2>Response</h2>" + Table("Name,Type,Description", "place," + type + "," + cell));
}
