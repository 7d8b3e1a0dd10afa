using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>A label in a description, such as <c>Checks:</c>, above a list with the type and with sentences about the value.</summary>
public sealed class BlockLabelTests
{
    private const string Profile =
        "profile: p\nextends: base\ntitle: first\ntables:\n  parameters:\n    type: [Checks]\ntypes:\n  Number: int\n  Text: string\n  Unique id: uuid\n";

    [Theory]
    [InlineData("<ul><li>Number</li></ul>", "int required not stated - The size.")]
    [InlineData("<ul><li>Number.</li></ul>", "int required not stated - The size.")]
    [InlineData("<ul><li>Unique id.</li></ul>", "uuid required not stated - The size.")]
    [InlineData("<ul><li>Must be one of: <code>low</code>; <code>high</code>.</li></ul>", "enum low|high required not stated - The size.")]
    [InlineData("<ul><li>Text</li><li>Must be one of: <code>low</code>; <code>high</code>.</li></ul>", "enum low|high required not stated - The size.")]
    [InlineData("<ul><li>Between 1 and 10.</li><li>Number.</li></ul>", "int 1..10 required not stated - The size.")]
    [InlineData("<ul><li>Number</li><li>Required</li></ul>", "int - The size.")]
    public void The_list_has_the_type_and_sentences(string list, string row)
    {
        Has(Draft("page.html", Page("<p>The size.</p><p><strong>Checks:</strong></p>" + list)), "  size: " + row + "\n");
        Has(Draft("page.html", Page("<p>The size.</p><strong>Checks:</strong>" + list)), "  size: " + row + "\n");
    }

    [Theory]
    [InlineData("<ul><li>low</li><li>high</li></ul>", "enum low|high required not stated - The size. Checks.  # check: the values")]
    [InlineData("<ul><li>Must be heavy.</li></ul>", "unknown required not stated - The size. Must be heavy.")]
    [InlineData("<ul><li>Heavy</li></ul>", "unknown required not stated - The size.  # check: type 'Heavy'")]
    public void A_list_without_a_known_type_gives_none(string list, string row)
        => Has(Draft("page.html", Page("<p>The size.</p><p><strong>Checks:</strong></p>" + list)), "  size: " + row + "\n");

    [Fact]
    public void A_label_that_is_no_title_stays_in_the_text()
        => Has(
            Draft("page.html", Page("<p>The size.</p><p><strong>Tests:</strong></p><ul><li>Number.</li></ul>")),
            "  size: \"unknown required not stated - The size. Tests: Number.\"\n");

    [Theory]
    [InlineData(
        "page.md",
        "# Add a rack\n\n`POST /racks`\n\n## Request body\n\n| Name | Description |\n| --- | --- |\n"
            + "| size | The size.<br>**Checks:**<ul><li>Number.</li><li>Between 1 and 10.</li></ul> |\n")]
    [InlineData(
        "page.rst",
        "Add a rack\n==========\n\n``POST /racks``\n\nRequest body\n------------\n\n.. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Description\n"
            + "   * - size\n     - The size.\n\n       **Checks:**\n\n       - Number.\n       - Between 1 and 10.\n")]
    [InlineData(
        "page.adoc",
        "= Add a rack\n\n`POST /racks`\n\n== Request body\n\n|===\n|Name |Description\n\n|size\n"
            + "a|The size.\n\n*Checks:*\n\n* Number.\n* Between 1 and 10.\n|===\n")]
    public void Labels_are_read_in_each_form_of_a_page(string name, string page)
        => Has(Draft(name, page), "  size: int 1..10 required not stated - The size.\n");

    [Theory]
    [InlineData("Number.", "int")]
    [InlineData("Text.", "string")]
    [InlineData("Number...", "unknown")]
    public void A_type_can_end_with_a_full_stop(string cell, string type)
        => Has(Draft("page.html", Top + "<h2>Request body</h2>" + Table("Name,Type,Description", "size," + cell + ",The size.") + "</body></html>"),
            "  size: " + type + " required not stated - The size.");

    private static string Page(string cell) => Top + "<h2>Request body</h2>" + Table("Name,Description", "size," + cell) + "</body></html>";

    private static CheckedDraft Draft(string name, string page)
        => Support.Drafting.Draft(
            Support.Drafting.Read(page, name), ProfileReader.Read(Profile, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!);
}
