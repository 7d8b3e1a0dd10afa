using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables with a column for the object that a row belongs to.</summary>
public sealed class ParentColumnTests
{
    private const string Profile = "profile: mine\nextends: base\n"
        + "headings:\n  response: [\"More of the response\"]\ntables:\n  parameters:\n    parent: [Object]\n";

    private static readonly string s_labelled = Table(
        "Object,Name,Type,Description", "Root,rack,object,object {1}",
        "{1},slots,array,Array of objects {2}", "{2},size,integer,In cm.", "{1},owner,string,Who.");

    [Fact]
    public void A_label_stands_for_the_row_that_prints_it()
        => Has(Draft("<h2>Response</h2>" + s_labelled), "response:\n  rack:\n    slots[]:\n      size: int - In cm.\n    owner: string - Who.\n");

    [Fact]
    public void A_second_table_continues_the_objects_of_the_first()
        => Has(Draft("<h2>Response</h2>" + s_labelled + "<h2>More of the response</h2>" + Table("Object,Name,Type,Description", "{2},label,string,The words.")),
            "    slots[]:\n      size: int - In cm.\n      label: string - The words.\n    owner: string - Who.\n");

    [Fact]
    public void A_name_stands_for_its_row()
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "rack,,object", "size,rack,integer", "owner,Root,string")),
            "response:\n  rack:\n    size: int\n  owner: string\n");

    [Fact]
    public void A_row_above_its_object_is_marked()
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "size,rack,integer", "rack,,object", "depth,rack,integer")),
            "  size: int  # check: no row is its object 'rack'\n  rack:\n    depth: int\n");

    [Fact]
    public void A_row_whose_object_is_missing_is_marked()
        => Has(Draft("<h2>Response</h2>" + Table("Object,Name,Type", "Root,rack,object", "{7},size,integer")),
            "  size: int  # check: no row is its object '{7}'\n");

    [Fact]
    public void Parameters_have_no_object()
    {
        var draft = Draft("<h2>Query parameters</h2>" + Table("Object,Name,Type", "rack,size,integer"));

        Has(draft, "query:\n  size: int required not stated\n");
        Assert.Equal(["parent: rack"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Objects_that_only_the_sample_shows_are_added_in_their_places()
    {
        var draft = Draft("<h2>Response</h2>" + Table(
            "Object,Name,Type", ",id,string", "slot,size,integer", "owner,name,string", "slot,label,string", ",note,string")
            + "<pre>{ \"id\": \"a\", \"rack\": { \"slot\": { \"size\": 1, \"label\": \"b\" }, \"owner\": { \"name\": \"c\" } }, "
            + "\"note\": \"d\" }</pre>");

        Assert.Equal(
            ["response:", "  id: string", "  rack:", "    slot:", "      size: int", "      label: string",
                "    owner:", "      name: string", "  note: string"],
            Support.Drafting.LinesOf(draft.Written.Text).SkipWhile(static line => line != "response:"));
    }

    private static Checking.CheckedDraft Draft(string rest)
    {
        var profile = ProfileReader.Read(Profile, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        return Support.Drafting.Draft(Support.Drafting.Read(Top + rest + "</body></html>", "page.html"), profile);
    }
}
