using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of nested objects after the table of the body.</summary>
public sealed class ObjectTableTests
{
    private const string Main = "| Name | Type | Description |\n|---|---|---|\n| id | integer | The ID. |\n| owner | object | The owner. |\n"
        + "| slots | array of objects | The slots. |\n\n";

    private const string Owner = "| Name | Type | Description |\n|---|---|---|\n| login | string | The login. |\n\n";
    private const string Slot = "| Name | Type | Description |\n|---|---|---|\n| free | boolean | Free. |\n\n";

    private const string Nested = "response:\n  id: int - The ID.\n  owner:\n    type: object\n    members:\n      login: string - The login.\n"
        + "    description: The owner.\n  slots:\n    type: object[]\n    members:\n      free: boolean - Free.\n    description: The slots.\n";

    [Theory]
    [InlineData("### {0}")]
    [InlineData("## {0} object")]
    [InlineData("#### The `{0}` object")]
    [InlineData("### `{0}` parameters")]
    [InlineData("### Attributes of {0}")]
    [InlineData("### {0} object properties")]
    [InlineData("### Object: {0}")]
    [InlineData("**Fields of `{0}`**")]
    [InlineData("Table 3. {0}")]
    [InlineData("Each {0} has these fields:")]
    [InlineData("The `{0}` object contains the following members:")]
    [InlineData("The following table describes the {0} object.")]
    [InlineData("where {0} is")]
    public void A_caption_with_the_name_of_a_member_is_above_its_members(string caption)
    {
        var draft = Markdown(Main + caption.Replace("{0}", "owner", StringComparison.Ordinal) + "\n\n" + Owner
            + caption.Replace("{0}", "slots", StringComparison.Ordinal) + "\n\n" + Slot);

        Has(draft, Nested);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Slot object")]
    [InlineData("slot")]
    public void The_caption_can_have_the_singular_of_the_name(string caption)
        => Has(Markdown(Main + "### Owner\n\n" + Owner + "### " + caption + "\n\n" + Slot),
            Nested);

    [Fact]
    public void Words_of_the_caption_can_be_one_name()
        => Has(Markdown("| Name | Type |\n|---|---|\n| id | integer |\n| backup_policy | object |\n\n### Backup policy object\n\n| Name | Type |\n|---|---|\n"
            + "| days | integer |\n"), "  backup_policy:\n    days: int\n");

    [Fact]
    public void The_tables_can_come_after_the_example()
    {
        var draft = Markdown(Main + "## Example response\n\n```json\n{ \"id\": 7, \"owner\": { \"login\": \"ana\" }, \"slots\": [] }\n```\n\n"
            + "## Owner object\n\n" + Owner + "## Slots\n\n" + Slot);

        Has(draft, Nested);
        Has(draft, "examples:\n  - response body: |\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Tables_of_nested_objects_are_found_in_html_with_captions()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Description", "id,integer,The ID.", "owner,object,The owner.", "slots,array of objects,The slots.")
            + "<table><caption>Table 2 owner</caption><tr><th>Name</th><th>Type</th></tr><tr><td>login</td><td>string</td></tr></table>"
            + "<h3>Items of slots[]</h3>"
            + Table("Name,Type", "free,boolean")),
            "  owner:\n    type: object\n    members:\n      login: string\n    description: The owner.\n  slots:\n    type: object[]\n    members:\n"
                + "      free: boolean\n");

    [Fact]
    public void Tables_of_nested_objects_are_found_in_restructured_text()
        => Has(
            Support.Drafting.Draft(
                "Get a rack\n==========\n\nRequest\n-------\n\n``GET /racks``\n\nResponse\n--------\n\n=====  =======\nName   Type\n=====  =======\n"
                    + "id     integer\nowner  object\n=====  =======\n\nThe ``owner`` object\n~~~~~~~~~~~~~~~~~~~~\n\n=====  ======\n"
                    + "Name   Type\n=====  ======\nlogin  string\n=====  ======\n", "base", "page.rst"),
            "response:\n  id: int\n  owner:\n    login: string\n");

    [Fact]
    public void Tables_of_nested_objects_are_found_in_copied_text()
        => Has(
            Support.Drafting.Draft(
                "Get a rack\n\nRequest\n\nGET /racks\n\nResponse\n\nName\tType\tDescription\nid\tinteger\tThe ID.\nowner\tobject\tThe owner.\n\n"
                    + "Owner object\n\nName\tType\tDescription\nlogin\tstring\tThe login.\n", "base"),
            "  owner:\n    type: object\n    members:\n      login: string - The login.\n");

    [Fact]
    public void A_list_of_rows_can_take_the_place_of_the_table()
        => Has(Markdown("- `id` (integer): The ID.\n- `owner` (object): The owner.\n- `slots` (array): The slots.\n\nThe `owner` object has these:\n\n"
            + "- `login` (string): The login.\n\nEach item of `slots` has:\n\n- `free` (boolean): Free.\n"), Nested);

    [Fact]
    public void Objects_of_one_name_share_a_table()
        => Has(Markdown(Main + "### Owner\n\n" + Owner.TrimEnd('\n') + "\n| links | object | The links. |\n\n### Slots\n\n" + Slot.TrimEnd('\n')
            + "\n| links | object | The links. |\n\n### links\n\n| Name | Type |\n|---|---|\n| self | string |\n"),
            "schemas:\n  Links:\n    self: string\n");

    [Theory]
    [InlineData("Slot")]
    [InlineData("The `Slot` object")]
    [InlineData("Slot fields")]
    public void A_caption_with_the_name_of_a_type_describes_it(string caption)
    {
        var draft = Markdown("| Name | Type |\n|---|---|\n| id | integer |\n| slots | array of Slot objects |\n\n## " + caption + "\n\n"
            + "| Name | Type |\n|---|---|\n| free | boolean |\n| inside | Slot[] |\n");

        Has(draft, "response:\n  id: int\n  slots: Slot[]\n\nschemas:\n  Slot:\n    free: boolean\n    inside: Slot[]\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Members_of_the_request_have_their_own_tables()
    {
        var draft = Support.Drafting.Draft(
            "# Add a rack\n\n## Request\n\n`POST /racks`\n\n## Request parameters\n\n" + Main + "### owner\n\n" + Owner + "## Response parameters\n\n" + Main
                + "### owner\n\n" + Owner + "### slots\n\n" + Slot, "base", "page.md");

        Has(draft, "  owner:\n    type: object required not stated\n    members:\n      login: string required not stated - The login.\n");
        Has(draft, Nested);
    }

    [Fact]
    public void A_heading_that_names_no_member_is_listed()
        => Assert.Contains("Limits", Markdown(Main + "### Limits\n\n" + Owner).Draft.Unread.Select(static line => line.Text));

    private static CheckedDraft Markdown(string response)
        => Support.Drafting.Draft("# Get a rack\n\n## Request\n\n`GET /racks`\n\n## Response\n\n" + response, "base", "page.md");
}
