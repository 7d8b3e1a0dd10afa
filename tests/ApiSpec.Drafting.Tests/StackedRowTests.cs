using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Rows without titles, whose cells are below each other, as portals for developers print them.</summary>
public sealed class StackedRowTests
{
    private const string Top = "List racks\n\nRequest\n\nGET /racks\n\n";

    [Theory]
    [InlineData("limit\ninteger\nrequired\n")]
    [InlineData("limit\nrequired\ninteger\n")]
    [InlineData("limit\ninteger Required\n")]
    [InlineData("limit integer required\n")]
    [InlineData("limit (integer, required)\n")]
    [InlineData("limit required\ninteger\n")]
    public void Name_type_and_required_are_on_lines_of_their_own_or_on_one(string start)
    {
        var draft = Draft("Query params\n\n" + start + "How many racks.\n\nMore racks need more time.\n\nsort\nstring\nThe order.\n\nStatus codes\n\n200 OK\n");

        Has(draft, "query:\n  limit: int - How many racks. More racks need more time.\n  sort: string required not stated - The order.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Names_can_be_words_of_headings()
    {
        var draft = Draft("Query params\n\nstatus\nstring\nThe status.\n\ndescription\nstring optional\n\nurl\nstring<uri>\n\nStatus codes\n\n200 OK\n");

        Has(draft, "  status: string required not stated - The status.\n  description?: string\n  url: url required not stated\n");
        Has(draft, "status:\n  200 OK:\n");
    }

    [Fact]
    public void The_value_of_an_example_is_no_description()
    {
        var draft = Draft("Query params\n\nlimit\ninteger\ndefault:10\nHow many.\nExample: 12\n\nsort\nstring\n\nStatus codes\n\n200 OK\n");

        Has(draft, "  limit: int required not stated default 10 - How many.\n");
        Assert.Equal(["Example: 12"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Elements_of_a_page_are_lines_as_well()
    {
        var draft = Html("<h2>Query params</h2><div><div>limit</div><div>int32</div><div>Required</div><div>How many racks.</div></div>"
            + "<div><div>deep</div><div>boolean</div><div>All levels.</div></div><h2>Status codes</h2><p>200 OK</p>");

        Has(draft, "query:\n  limit: int - How many racks.\n  deep: boolean required not stated - All levels.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Text_after_the_last_row_is_listed()
    {
        var draft = Draft("Query params\n\nlimit\ninteger\nHow many.\n\nRacks are heavy.\n\nStatus codes\n\n200 OK\n");

        Has(draft, "  limit: int required not stated - How many.\n");
        Assert.Equal(["Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("Racks list\n")]
    [InlineData("Racks are heavy\n")]
    [InlineData("Racks\nThe list of racks\n")]
    public void Words_are_no_row(string text)
        => Assert.DoesNotContain("Racks:", Draft("Query params\n\n" + text + "\nStatus codes\n\n200 OK\n").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_sentence_under_a_code_describes_the_status()
    {
        var draft = Draft("Status codes\n\n202\n\nThe backup has begun.\n\n400\n\nBad JSON. Check the form.\n");

        Has(draft, "status:\n  202: The backup has begun.\n  400: Bad JSON. Check the form.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    private static Checking.CheckedDraft Draft(string rest) => Support.Drafting.Draft(Top + rest, "base");
}
