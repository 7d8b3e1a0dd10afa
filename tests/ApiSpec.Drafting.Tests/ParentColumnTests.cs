using ApiSpec.Drafting.Profiles;
using CsCheck;
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

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("root")]
    [InlineData("N/A")]
    public void A_row_can_be_above_its_object(string root)
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "size,rack,integer", "rack," + root + ",object", "depth,rack,integer")),
            "response:\n  rack:\n    size: int\n    depth: int\n");

    [Fact]
    public void Rows_in_any_order_are_in_their_objects()
        => Gen.Select(Gen.Int[0, 1_000].List[2, 9], Gen.Int[0, 1_000_000]).Sample(
            (choices, seed) =>
            {
                // The parent of each row is one of the rows before it in the list, or the body.
                var parents = choices.Select((choice, index) => (choice % (index + 1)) - 1).ToList();
                var rows = parents.Select((parent, index) => (Name: "m" + (char)('a' + index), Parent: parent < 0 ? "-" : "m" + (char)('a' + parent),
                    IsObject: parents.Contains(index))).ToList();
                var shuffled = rows.OrderBy(row => (row.Name[1] * 7_919 + seed) % 101).ToList();

                var draft = Draft("<h2>Response</h2>" + Table(
                    "Name,Object,Type", [.. shuffled.Select(static row => row.Name + "," + row.Parent + "," + (row.IsObject ? "object" : "integer"))]));

                Assert.Equal(
                    rows.ConvertAll(static row => row.Parent + "/" + row.Name).Order(StringComparer.Ordinal), Placed(draft).Order(StringComparer.Ordinal));
                Assert.DoesNotContain("check:", draft.Written.Text.Split("response:")[1], StringComparison.Ordinal);
            },
            iter: 60);

    // Each row with the row around it, from the indentation.
    private static IEnumerable<string> Placed(Checking.CheckedDraft draft)
    {
        var open = new List<string>();
        foreach (var line in draft.Written.Text.Split("response:\n")[1].Split('\n').Where(static line => line.StartsWith("  ", StringComparison.Ordinal)))
        {
            var depth = (line.Length - line.TrimStart().Length) / 2;
            open.RemoveRange(depth - 1, open.Count - depth + 1);
            var name = line.Trim().Split(':')[0];
            yield return (open.Count == 0 ? "-" : open[^1]) + "/" + name;
            open.Add(name);
        }
    }

    [Fact]
    public void Two_rows_that_are_each_in_the_other_are_marked()
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "a,b,object", "b,a,object")),
            "response:\n  a:  # check: no row is its object 'b'\n    b: object\n");

    [Theory]
    [InlineData("response")]
    [InlineData("body")]
    [InlineData("rack")]
    public void A_name_that_no_row_has_is_marked(string name)
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "size," + name + ",integer", "owner," + name + ",string")),
            "response:\n  size: int  # check: no row is its object '" + name + "'\n  owner: string  # check: no row is its object '" + name + "'\n");

    [Theory]
    [InlineData("-")]
    [InlineData("root")]
    [InlineData("")]
    public void A_name_that_no_row_has_is_an_object_if_others_are_in_the_body(string root)
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "state," + root + ",string", "size,response,integer", "owner,response,string")),
            "response:\n  state: string\n  response:  # check: an object that only the column of its members names\n    size: int\n    owner: string\n");

    [Theory]
    [InlineData("response")]
    [InlineData("rack")]
    public void The_example_shows_that_the_name_is_that_of_the_body(string name)
        => Has(Draft("<h2>Response</h2>" + Table("Name,Object,Type", "size," + name + ",integer", "owner," + name + ",string")
            + "<h2>Example response</h2><pre>{ \"size\": 4, \"owner\": \"a\" }</pre>"), "response:\n  size: int\n  owner: string\n");

    [Theory]
    [InlineData("Parameters")]
    [InlineData("Request body")]
    public void Parameters_of_a_body_have_an_object(string heading)
    {
        var profile = ProfileReader.Read(Profile, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var draft = Support.Drafting.Draft(Support.Drafting.Read("<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p><h2>" + heading + "</h2>"
            + Table("Name,Object,Type", "rack,,object", "size,rack,integer") + "</body></html>", "page.html"), profile);

        Assert.Contains("  rack:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("    size: int", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_table_of_a_member_can_repeat_its_name()
        => Has(
            Draft("<h2>Response</h2>" + Table("Name,Object,Type", "rack,,object") + "<p>Members of rack</p>" + Table("Name,Object,Type", "size,rack,integer")),
            "response:\n  rack:\n    size: int\n");

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
