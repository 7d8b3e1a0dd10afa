using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Records in lists and in tables of their own: a name, and under it its facts.</summary>
public sealed class ListRecordTests
{
    private const string Query = "<h2>Query parameters</h2>";
    private const string Items = "<ul><li><code>depth</code>:<ul><li><b>required</b>: true</li><li><b>type</b>: Integer</li>"
        + "<li><b>description</b>: In cm.</li></ul></li>"
        + "<li><code>label</code><ul><li><b>required</b>: false</li><li><b>type:</b> String</li><li><b>description</b>: The words.</li></ul></li></ul>";

    private const string Rows = "query:\n  depth: int - In cm.\n  label?: string - The words.\n";

    [Fact]
    public void Items_under_a_name_are_its_facts()
    {
        var draft = Html(Query + Items);

        Has(draft, Rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Items_of_copied_text_are_facts_as_well()
        => Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n- depth:\n  - required: true\n  - type: Integer\n"
            + "  - description: In cm.\n"
            + "- label:\n  - required: false\n  - type: String\n  - description: The words.\n", "base"), Rows);

    [Fact]
    public void A_table_for_each_row_has_its_name_first()
    {
        static string Of(string name, string required, string type, string text) => "<table><thead><tr><th>" + name + "</th><th></th></tr></thead><tbody>"
            + "<tr><td>description</td><td>" + text + "</td></tr><tr><td>required</td><td>" + required + "</td></tr><tr><td>type</td><td>" + type
            + "</td></tr></tbody></table>";

        var draft = Html(Query + Of("depth", "true", "Integer", "In cm.") + Of("label", "false", "String", "The words."));

        Has(draft, Rows);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_pipe_table_for_each_row_has_its_name_first()
        => Has(Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nQuery parameters\n\n| depth | |\n|---|---|\n| description | In cm. |\n| required | true |\n"
            + "| type | Integer |\n\n| label | |\n|---|---|\n| description | The words. |\n| required | false |\n| type | String |\n", "base"), Rows);

    [Fact]
    public void Unknown_labels_are_no_members()
    {
        var draft = Html("<h2>Response</h2><ul><li>depth<ul><li>type: Integer</li>"
            + "<li>description: In cm.</li><li>regex: [0-9]+</li><li>example: 40</li></ul></li></ul>");

        Has(draft, "response:\n  depth: int - In cm.\n");
        Assert.Equal(["regex: [0-9]+", "example: 40"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Items_on_one_level_are_rows()
        => Has(Html("<h2>Response</h2><ul><li><code>depth</code>: In cm.</li><li><code>type</code>: The kind of rack.</li>"
            + "<li><code>default</code>: The words.</li></ul>"),
            "  type: unknown - The kind of rack.\n  default: unknown - The words.\n");
}
