using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Statuses in sentences, and terms that only say whether the call succeeds.</summary>
public sealed class StatusSentenceTests
{
    private const string Sentence = "The status is <code>201 Created</code> for a new rack, or <code>200 OK</code> for a known one.";

    [Theory]
    [InlineData("<h2>Status codes</h2><p>{0}</p>")]
    [InlineData("<h2>Response</h2><p>{0}</p><pre>{ \"size\": 4 }</pre>")]
    [InlineData("<h2>Example response</h2><p>{0}</p><pre>{ \"size\": 4 }</pre>")]
    public void A_sentence_can_name_several_statuses(string part)
    {
        var draft = Html(part.Replace("{0}", Sentence, StringComparison.Ordinal));

        Has(draft, "  201 Created: for a new rack  # check: from the text\n");
        Has(draft, "  200 OK: for a known one  # check: from the text\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_status_of_the_table_is_not_repeated()
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Message,Description", "200,OK,Done.") + "<h2>Response</h2><p>" + Sentence + "</p>");

        Has(draft, "status:\n  200 OK: Done.\n  201 Created: for a new rack  # check: from the text\n");
    }

    [Theory]
    [InlineData("Returns 204 No Content without a body.", "  204 No Content: ")]
    [InlineData("Returns 200 for each rack.", "")]
    public void Success_is_no_member(string definition, string status)
    {
        var draft = Html("<h2>Response</h2><dl><dt>Success</dt><dd>" + definition + "</dd></dl>");

        Assert.DoesNotContain("Success:", draft.Written.Text.Split("# not read")[0], StringComparison.Ordinal);
        Has(draft, status);
    }

    [Fact]
    public void A_table_without_a_title_for_names_has_no_row_of_its_titles()
        => Assert.DoesNotContain(
            "Type:", Html("<h2>Response</h2>" + Table("Type,Description", "address,Where it is.")).Written.Text.Split("# not read")[0],
            StringComparison.Ordinal);
}
