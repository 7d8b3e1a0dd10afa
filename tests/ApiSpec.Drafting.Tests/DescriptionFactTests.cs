using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Types and words for required that a page prints inside a description.</summary>
public sealed class DescriptionFactTests
{
    [Theory]
    [InlineData("<b>integer</b><br>Required. In cm.", "depth: int - In cm.")]
    [InlineData("<p>integer, optional</p><p>In cm.</p>", "depth?: int - In cm.")]
    [InlineData("<p>In cm.</p><p>Type: Integer</p><p>Required: Yes</p>", "depth: int - In cm.")]
    [InlineData("<p>In cm.</p><p>Type: Integer</p><p>Default: 4</p><p>Required: No</p>", "depth?: int default 4 - In cm.")]
    [InlineData("In cm. Type: Integer Default: 4 Required: No", "depth?: int default 4 - In cm.")]
    [InlineData("In cm. Type: Integer Default: None Constraints: At most 12.",
        "depth: \"int ..12 required not stated - In cm. Constraints: At most 12.\"  # check: the range")]
    [InlineData("In cm. Type: Integer Default: 4 Default: 5",
        "depth: \"int required not stated default 4 - In cm. Default: 5\"  # check: whether it is 'default 4' or 'default 5'")]
    [InlineData("A filter. Type: String Required: No Its size. Type: Integer Required: Yes",
        "depth?: \"string - A filter. Its size. Type: Integer Required: Yes\"  # check: whether it is 'String' or 'Integer'")]
    [InlineData("In cm Required: <b>yes</b>.", "depth: unknown - In cm")]
    [InlineData("In cm. Note: It is deep.", "depth: \"unknown required not stated - In cm. Note: It is deep.\"")]
    [InlineData("(Required, integer) In cm.", "depth: int - In cm.")]
    [InlineData("(optional, integer) - In cm.", "depth?: int - In cm.")]
    [InlineData("(Optional, integer) -1 means no limit.", "depth?: int - -1 means no limit.")]
    [InlineData("(Optional, unit of length) In cm.", "depth?: unknown - In cm.  # check: type 'unit of length'")]
    [InlineData("(Front only) In cm.", "depth: unknown required not stated - (Front only) In cm.")]
    public void Facts_in_a_description_are_no_part_of_it(string description, string row)
        => Has(Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Description</th></tr><tr><td>depth</td><td>" + description + "</td></tr></table>"),
            "query:\n  " + row + "\n");

    [Fact]
    public void A_column_says_more_than_the_description()
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "depth,string,(integer) In cm.")),
            "query:\n  depth: string required not stated - (integer) In cm.\n");

    [Fact]
    public void A_definition_can_have_them()
        => Has(Html("<h2>Request body</h2><dl><dt>depth</dt><dd><p>In cm.</p><p>Type: Integer</p><p>Required: Yes</p></dd>"
            + "<dt>label</dt><dd><p>The words.</p><p>Type: String</p><p>Required: No</p></dd></dl>"),
            "body:  # check: APISPEC0159\n  depth: int - In cm.\n  label?: string - The words.\n");

    [Theory]
    [InlineData("<code>depth</code>: In cm.", "depth: unknown required not stated - In cm.")]
    [InlineData("<code>depth</code>: -1 for all", "depth: unknown required not stated - -1 for all")]
    [InlineData("<strong>depth</strong> In cm.", "depth: unknown required not stated - In cm.")]
    [InlineData("<code>depth</code> <em>integer</em> \u2013 In cm.", "depth: int required not stated - In cm.")]
    [InlineData("<b>depth</b> (integer, optional) In cm.", "depth?: int - In cm.")]
    [InlineData("<em>depth</em>: In cm. Mandatory.", "depth: unknown - In cm.")]
    [InlineData("<em>depth</em> (default: 1): In cm. Optional.", "depth?: unknown default 1 - In cm.")]
    [InlineData("<em>depth</em>: (default 'all') In cm. Optional.", "depth?: unknown default all - In cm.")]
    [InlineData("<em>depth</em> (default 1): In cm.", "depth: unknown required not stated default 1 - In cm.")]
    [InlineData("<em>depth</em> (optional): In cm.", "depth?: unknown - In cm.")]
    public void An_item_can_start_with_a_name_in_bold_or_as_code(string item, string row)
        => Has(Html("<h2>Query parameters</h2><ul><li>" + item + "</li><li><code>label</code>: The words.</li></ul>"), "query:\n  " + row + "\n");

    [Theory]
    [InlineData("<strong>Note</strong>: Racks are heavy.")]
    [InlineData("Racks are heavy.")]
    [InlineData("<b>Heavy racks</b> fall.")]
    public void Another_item_is_no_row(string item)
        => Assert.DoesNotContain("query:\n  N", Html("<h2>Query parameters</h2><ul><li>" + item + "</li></ul>").Written.Text, StringComparison.Ordinal);
}
