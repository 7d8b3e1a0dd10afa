using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Rows after or under a bold or italic lead-in, and what sentences say of several rows.</summary>
public sealed class LeadInRowTests
{
    [Theory]
    [InlineData("page.md", "# Find racks\n\n`GET /racks`\n\n**Required query parameters**: `name` for what the rack is called.\n")]
    [InlineData("page.md", "# Find racks\n\n`GET /racks`\n\n_Required query parameters_: `name` for what the rack is called.\n")]
    [InlineData("page.html", "<h1>Find racks</h1><p><code>GET /racks</code></p>"
        + "<p><b>Required query parameters</b>: <code>name</code> for what the rack is called.</p>")]
    [InlineData("page.rst", "Find racks\n==========\n\n``GET /racks``\n\n**Required query parameters**: ``name`` for what the rack is called.\n")]
    [InlineData("page.adoc", "= Find racks\n\n`GET /racks`\n\n*Required query parameters*: `name` for what the rack is called.\n")]
    public void A_row_can_follow_its_heading_on_the_same_line(string name, string page)
    {
        var draft = Support.Drafting.Draft(page, "base", name);
        Has(draft, "query:\n  name: unknown - what the rack is called.\n");
        Assert.DoesNotContain("not read", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_rows_can_follow_it()
    {
        Has(Find("**Optional query parameters**: `name` for what the rack is called, `size` (integer) and `label`: The label."),
            "query:\n  name?: unknown - what the rack is called\n");
        Has(Find("**Optional query parameters**: `name`, `size` and `label`."),
            "query:\n  name?: unknown  # check: whether it is a row\n  size?: unknown  # check: whether it is a row\n"
                + "  label?: unknown  # check: whether it is a row\n");
    }

    [Fact]
    public void Values_after_a_row_are_no_rows()
    {
        var text = Find("**Optional query parameters**: `kind` - one of `small`, `big`.").Written.Text;
        Assert.Contains("  kind?: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  small", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  big", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_in_the_text_of_a_row_is_no_row()
    {
        var text = Find("**Query parameters**: `size` for the size, `small` by default.").Written.Text;
        Assert.Contains("  size: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  small: ", text, StringComparison.Ordinal);
        Assert.Contains("by default", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**Required query parameters**: `name` or `size`.")]
    [InlineData("**Required query parameters**: see below.")]
    public void Other_words_after_a_heading_are_listed(string text)
        => Assert.Contains("# not read, line 5: ", Find(text).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_list_has_the_presence_of_its_lead_in()
        => Has(Find("_Optional query parameters_:\n\n* `name` - an array of numbers\n* `open` - when set to `true`, will open the rack"),
            "  open?: boolean - when set to true, will open the rack");

    [Fact]
    public void The_members_of_a_body_have_the_presence_of_their_heading()
        => Has(Support.Drafting.Draft(
            "# Add a rack\n\n`POST /racks`\n\n## Optional request body\n\n* `name` - what the rack is called\n* `size` - how large it is\n", "base", "page.md"),
            "body:\n  name?: unknown - what the rack is called\n  size?: unknown - how large it is\n");

    [Theory]
    [InlineData("You must specify either *size* or *kind* but not both.", "exactly-one")]
    [InlineData("You must specify either *size* or *kind* but not both. If neither is given, the rack is small.", "at-most-one")]
    [InlineData("You can specify either *size* or *kind*, but not both.", "at-most-one")]
    [InlineData("You must specify either *size* or *kind*, but not both. Both are case-sensitive.", "exactly-one")]
    [InlineData("You must specify either *size* or *kind*, but not both. If no rack matches, the list is empty.", "exactly-one")]
    [InlineData("You must specify either *size* or *kind*, but not both. If either is invalid, the call fails.", "exactly-one")]
    public void A_choice_of_two_rows_is_a_rule(string sentence, string key)
    {
        var draft = Find("## Query parameters\n\n" + sentence + "\n\n* `size` - how large it is\n* `kind` - the kind of rack");
        Has(draft, "\n" + key + ": [size, kind]  # check: from the text\n");
        Has(draft, "  size?: unknown - how large it is  # check: from the text\n  kind?: unknown - the kind of rack  # check: from the text\n");
    }

    [Fact]
    public void A_list_under_the_name_of_a_parameter_has_its_values()
        => Has(Support.Drafting.Draft("# Open a pump\n\n`PUT /pumps/{id}?action=open&value=...`\n\nOpens a pump.\n\n## Parameters\n\n* `id` - the pump\n\n"
            + "The `value` parameter can contain any of:\n\n* `left`\n* `right`\n", "base", "page.md"),
            "  action: string required not stated always open  # check: the request line has 'open'\n  value: enum left|right required not stated  # check: ");

    [Theory]
    [InlineData("The `value` parameter can contain any of:")]
    [InlineData("Possible values for `value` are:")]
    [InlineData("`value` must be one of the following:")]
    public void Such_a_list_has_no_rows(string lead)
    {
        var text = Support.Drafting.Draft("# Open a pump\n\n`PUT /pumps/{id}?value=...`\n\nOpens a pump.\n\n## Parameters\n\n* `id` - the pump\n\n"
            + lead + "\n\n* `left`\n* `right`\n", "base", "page.md").Written.Text;
        Assert.Contains("  value: enum left|right required not stated", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  left", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_can_state_the_presence_of_a_member_of_a_sample()
        => Has(Support.Drafting.Draft("# Add a rack\n\n`POST /racks`\n\n## Request body\n\n* `parts` (array) - The parts with their tags. Tags is optional.\n\n"
            + "## Example request body\n\n```json\n{\"parts\": [{\"tags\": [\"x\"], \"size\": 3}]}\n```\n", "base", "page.md"),
            "tags?: string[]");

    private static Checking.CheckedDraft Find(string text) => Support.Drafting.Draft("# Find racks\n\n`GET /racks`\n\n" + text + "\n", "base", "page.md");
}
