using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The end of an example in copied text, in which nothing marks it.</summary>
public sealed class ExampleEndTests
{
    private const string Rest = "\nLimits\n\nTop\tBottom\n1\t2\n\nRacks are heavy.\n";

    [Fact]
    public void Tables_and_text_under_a_message_are_none_of_it()
    {
        var draft = Draft("Example response:\n\n{ \"size\": 4 }\n" + Rest);

        Has(draft, "  - response body: |\n      { \"size\": 4 }\n\n# not read");
        Assert.Equal(["Limits", "Top Bottom", "1 2", "Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Tables_and_text_without_a_message_are_listed()
    {
        var draft = Draft("Example response:\n" + Rest);

        Assert.DoesNotContain("examples:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Limits", "Top Bottom", "1 2", "Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_sentence_above_a_message_is_its_title()
        => Has(
            Draft("Example response:\n\nThe rack is full:\n\n{ \"size\": 4 }\n"),
            "  - title: The rack is full\n    response body: |\n      { \"size\": 4 }\n");

    [Fact]
    public void Text_after_the_code_of_a_message_is_none_of_it()
    {
        var draft = Html("<h2>Example response</h2><pre>{ \"size\": 4 }\n</pre><p>XML response</p>");

        Has(draft, "  - response body: |\n      { \"size\": 4 }\n");
        Assert.Equal(["XML response"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_response_can_follow_the_command_in_one_block()
    {
        var draft = Html("<h2>Example request</h2><pre>$ curl -s https://example.com/racks/7 | jq .\n[\n  { \"size\": 4 }\n]</pre>");

        Has(draft, "  - request header: |\n      $ curl -s https://example.com/racks/7 | jq .\n"
            + "    response body: |\n      [\n        { \"size\": 4 }\n      ]\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("All racks are full.", "  # check: whether it is a message")]
    [InlineData("FULL", "")]
    [InlineData("<rack size=\"4\" />", "")]
    public void A_short_text_is_marked(string message, string mark)
        => Has(Draft("Example response:\n\n" + message + "\n"), "  - response body: |" + mark);

    private static Checking.CheckedDraft Draft(string example)
        => Support.Drafting.Draft("List racks\n\nGET /racks\n\nStatus codes\n\n200 OK\n\n" + example, "base");
}
