using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Facts in cells whose labels, titles or other lines say what they are.</summary>
public sealed class LabelledCellTests
{
    [Theory]
    [InlineData("<p>The size.</p><p><strong>Type:</strong></p><ul><li><p>Number</p></li></ul>", "double required not stated - The size.")]
    [InlineData("<p>The size.</p><p>Required:</p><ul><li>Yes</li></ul><p>Type:</p><ul><li>integer</li></ul><p>In cm.</p>", "int - The size. In cm.")]
    [InlineData("<p>The size.</p><p>Type:</p><ul><li>integer</li><li>string</li></ul>",
        "enum integer|string required not stated - The size. Type.  # check: the values")]
    [InlineData("<p>The size.</p><p>Colours:</p><ul><li>integer</li></ul>", "\"unknown required not stated - The size. Colours: integer\"")]
    public void An_item_under_a_label_is_the_fact(string cell, string row)
        => Has(Post(Table("Name,Description", "size," + cell, "name,The name.")), "  size: " + row);

    [Fact]
    public void Available_values_are_values()
        => Has(
            Post(Table("Name,Type,Description", "sort,string,The order. Available values: <code>ASC</code>; <code>DESC</code>.",
                "size,integer,The size.")),
            "  sort: enum ASC|DESC required not stated - The order.\n");

    [Fact]
    public void Words_under_a_name_belong_to_the_name()
        => Has(
            Post(Table("Name,Type,Description", "<b>size</b><br><small>optional; nil allowed</small>,integer,The size.", "name,string,The name.")),
            "  size?: int or null - The size.\n");

    [Fact]
    public void Of_two_columns_of_types_the_one_with_places_is_the_place()
    {
        var draft = Post("<h2>Parameters</h2>" + Table("Name,Schema,Type,Description", "limit,integer,query string,The number.", "name,string,body,The name.",
            "size,integer,body,The size."), "");

        Has(draft, "query:\n  limit: int required not stated - The number.\n");
        Has(draft, "  name: string required not stated - The name.\n");
    }

    [Fact]
    public void A_caption_is_not_the_function()
        => Assert.DoesNotContain(
            "function:",
            Support.Drafting.Draft("<html><body><h1>Delete a pump</h1><p>DELETE /pumps/{pump}</p><table><caption>Delete a pump - URL parameters</caption>"
                + "<tr><th>Parameter</th><th>Type</th></tr><tr><td>pump</td><td>integer</td></tr></table></body></html>", "base", "page.html").Written.Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<table><tr><td>element:</td><td>(custom)</td></tr><tr><td>media types:</td><td>application/json</td></tr></table>")]
    [InlineData("<table><tr><td>Media type:</td><td>text/plain</td></tr><tr><td>Encoding:</td><td>utf-8</td></tr></table>")]
    public void Labels_without_titles_are_no_members(string table)
    {
        var draft = Html("<h2>Response</h2>" + table);

        Has(draft, "response: unknown");
        Assert.Equal(2, draft.Draft.Unread.Count);
    }

    [Theory]
    [InlineData("<table><tr><td>element:</td><td>(custom)</td></tr><tr><td>size:</td><td>integer</td></tr></table>", "  element: unknown")]
    [InlineData("<dl><dt>size:</dt><dd>The size of it.</dd><dt>name:</dt><dd>The name of it.</dd></dl>", "  size: unknown - The size of it.")]
    public void Names_with_a_colon_are_members(string table, string row) => Has(Html("<h2>Response</h2>" + table), row);

    [Theory]
    [InlineData("No", "size?: int - The size.")]
    [InlineData("Yes", "size: int - The size.")]
    public void A_row_of_a_table_of_the_path_that_is_in_the_query_keeps_its_presence(string required, string row)
    {
        var draft = Support.Drafting.Draft(
            "<html><body><h1>List racks</h1><p>GET /racks?size={size}</p><table><caption>List racks - URL parameters</caption>"
                + "<tr><th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr><tr><td>size</td><td>integer</td><td>" + required
                + "</td><td>The size.</td></tr></table></body></html>",
            "base", "page.html");

        Has(draft, "query:\n  " + row);
        Assert.Empty(draft.Draft.Notes);
    }

    [Fact]
    public void A_row_of_a_table_of_the_path_that_is_not_in_the_request_line_is_marked()
        => Has(
            Support.Drafting.Draft(
                "<html><body><h1>List racks</h1><p>GET /racks</p><h2>URL parameters</h2>" + Table("Name,Type,Required", "size,integer,No") + "</body></html>",
                "base", "page.html"),
            "query:\n  size?: int  # check: the page lists it with the path\n");

    [Fact]
    public void A_heading_over_two_lines_is_one_heading()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>PUT /racks <br><small>Change a rack</small></h1><h2>Body parameters</h2>"
            + Table("Name,Type", "size,integer", "name,string") + "</body></html>", "base", "page.html");

        Has(draft, "title: PUT /racks - Change a rack\n");
        Has(draft, "request: PUT /racks");
        Assert.Empty(draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Several_methods_on_one_line_are_marked()
        => Has(
            Support.Drafting.Draft("Change a rack\n\nURL\n\n/racks/{id}\n\nHTTP method\n\nPOST, DELETE\n\n"
                + "Query parameters\n\nName\tType\nsize\tinteger\n", "base"),
            "request: POST /racks/{id}  # check: the page has other methods\n");

    [Theory]
    [InlineData("Optional parameters")]
    [InlineData("Optional settings")]
    public void A_heading_of_the_profile_says_whether_its_rows_are_required(string heading)
    {
        var (profile, diagnostics) = ProfileReader.Read(
            $"profile: racks\nextends: base\nheadings:\n  query: [{heading}]\n", ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Select(static diagnostic => diagnostic.Message));
        var page = Support.Drafting.Read("Get racks\n\nGET /racks\n\n" + heading + "\n\n- size: The size.\n- kind: The kind.\n");

        Has(Support.Drafting.Draft(page, profile!), "query:\n  size?: unknown - The size.");
    }

    private static Checking.CheckedDraft Post(string rest, string heading = "<h2>Request body</h2>")
        => Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p>" + heading + rest + "</body></html>", "base", "page.html");
}
