using ApiSpec.Drafting.Pages;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Code, headings and tables in quotes of Markdown.</summary>
public sealed class QuoteTests
{
    [Fact]
    public void A_sample_in_a_quote_is_that_of_the_heading_above_it()
    {
        var draft = Support.Drafting.Draft(
            "# Get a rack\n\n`GET /racks/{id}`\n\n## Example response\n\n> ### Sample:\n>\n> ```json\n> {\n>   \"size\": 4\n> }\n> ```\n", "base", "page.md");

        Has(draft, "response:  # from the example\n  size: long  # from the sample\n");
        Assert.DoesNotContain(draft.Draft.Unread, static line => line.Text.Contains('>', StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_are_no_part_of_the_text()
        => Assert.Equal(
            [("one two", LineKind.Text), ("three", LineKind.Text), ("a b", LineKind.Row)],
            Lines("> one\n> two\n\n> > three\n\n> | a | b |\n> | --- | --- |\n").Where(static line => line.Text.Length > 0)
                .Select(static line => (line.Text, line.Kind)));

    [Theory]
    [InlineData("> Warning\n> -------\n> Do not use.\n")]
    [InlineData("> Warning\n> =======\n> Do not use.\n")]
    [InlineData("Text\n> ---\n> Do not use.\n")]
    [InlineData("> # Warning\n> Do not use.\n")]
    public void A_heading_in_a_quote_does_not_end_the_part(string markdown)
        => Assert.DoesNotContain(Lines(markdown), static line => line.Kind == LineKind.Heading);

    [Fact]
    public void A_quote_that_does_not_end_its_code_stays_as_it_is()
        => Assert.Contains(Lines("> ```\n> {\n\ntext\n"), static line => line is { Kind: LineKind.Text, Text: "text" });

    [Fact]
    public void Code_outside_of_quotes_keeps_its_signs()
        => Assert.Contains(Lines("```\n> one\n```\n"), static line => line is { Kind: LineKind.Code, Text: "> one" });

    private static List<PageLine> Lines(string markdown) => [.. Support.Drafting.Read("# A\n\n## B\n\n" + markdown, "page.md").Lines.Skip(2)];
}
