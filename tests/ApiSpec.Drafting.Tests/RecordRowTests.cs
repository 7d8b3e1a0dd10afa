using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Rows that are records: a name, and under it each fact with its label.</summary>
public sealed class RecordRowTests
{
    private const string Query = "<h2>Query parameters</h2>";

    private const string Rows = "query:\n  depth: int - In cm.\n  label?: string - The words on it.\n";

    [Fact]
    public void A_list_of_definitions_under_a_name_is_a_row()
    {
        var draft = Html(Query + "<p><code>depth</code></p><dl><dt>Description:</dt><dd>In cm.</dd><dt>Type:</dt><dd>Integer</dd><dt>Required:</dt>"
            + "<dd>Yes</dd></dl>"
            + "<p>label</p><dl><dt>Description:</dt><dd>The words on it.</dd><dt>Type:</dt><dd>String</dd><dt>Required:</dt><dd>No</dd></dl>");

        Has(draft, Rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("depth\nDescription: In cm.\nType: Integer\nRequired: Yes\n\nlabel\nDescription: The words on it.\nType: String\nRequired: No\n")]
    [InlineData("depth\n\nDescription:\n\nIn cm.\n\nType:\n\nInteger\n\nRequired:\n\nYes\n\nlabel\n\nDescription:\n\nThe words on it.\n\nType:\n\n"
        + "String\n\nRequired:\n\nNo\n")]
    public void Labels_in_copied_text_are_read(string rows)
    {
        var draft = Support.Drafting.Draft("Get a rack\n\nRequest\n\nGET /racks\n\nQuery parameters\n\n" + rows + "\nStatus codes\n\n200 OK\n", "base");

        Has(draft, Rows);
        Has(draft, "status:\n  200 OK:\n");
    }

    [Fact]
    public void A_fact_with_an_unknown_label_is_listed()
    {
        var draft = Html(Query + "<p>depth</p><dl><dt>Type</dt><dd>Integer</dd><dt>Sample</dt><dd>40</dd></dl>");

        Has(draft, "  depth: int required not stated\n");
        Assert.Equal(["Sample: 40"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_name_like_a_heading_is_a_name()
    {
        var draft = Html("<h2>Response</h2><p>path</p><dl><dt>Type</dt><dd>String</dd><dt>Description</dt><dd>Where it is.</dd></dl>"
            + "<p>status</p><dl><dt>Type</dt><dd>Integer</dd><dt>Description</dt><dd>As a number.</dd></dl>");

        Has(draft, "response:\n  path: string - Where it is.\n  status: int - As a number.\n");
    }

    [Fact]
    public void Members_of_a_list_of_definitions_are_no_facts()
    {
        var draft = Html("<h2>Response</h2><p>Rack</p><dl><dt>type</dt><dd>Its type.</dd><dt>description</dt><dd>Its text.</dd></dl>");

        Has(draft, "response:\n  type: unknown - Its type.\n  description: unknown - Its text.\n");
    }

    [Fact]
    public void A_parent_says_which_object_a_record_belongs_to()
    {
        var draft = Html("<h2>Response</h2><p>rack</p><dl><dt>Description</dt><dd>The rack.</dd><dt>Type</dt><dd>Object</dd></dl>"
            + "<p>depth</p><dl><dt>Description</dt><dd>In cm.</dd><dt>Type</dt><dd>Integer</dd><dt>Parent</dt><dd>rack</dd></dl>"
            + "<p>slots</p><dl><dt>Description</dt><dd>How many.</dd><dt>Type</dt><dd>Integer</dd><dt>Parent</dt><dd>shelf</dd></dl>");

        Has(draft, "response:\n  rack:\n    type: object\n    members:\n      depth: int - In cm.\n    description: The rack.\n"
            + "  shelf:  # check: an object that only the column of its members names\n    slots: int - How many.\n");
    }

    [Fact]
    public void Error_codes_can_be_records()
    {
        var draft = Html("<h2>Status codes</h2><p>200 OK</p><h2>Error codes</h2>"
            + "<p>RackIsFull</p><dl><dt>Description</dt><dd>The rack is full.</dd><dt>Status</dt><dd>409 Conflict</dd></dl>"
            + "<p>NoSuchRack</p><dl><dt>Description</dt><dd>The rack is gone.</dd><dt>Status</dt><dd>404 Not Found</dd></dl>");

        Has(draft, "error codes:\n  RackIsFull: The rack is full.\n  NoSuchRack: The rack is gone.\n");
        Has(draft, "status:\n  200 OK:\n  404 Not Found:\n    error codes: [NoSuchRack]\n  409 Conflict:\n    error codes: [RackIsFull]\n");
        Assert.Empty(draft.Draft.Unread);
    }
}
