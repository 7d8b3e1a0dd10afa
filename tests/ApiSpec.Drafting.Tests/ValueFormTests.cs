using CsCheck;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The forms in which manuals list the values of a row, and texts in their places that are no values.</summary>
public sealed class ValueFormTests
{
    [Theory]
    [InlineData("string", "One of: low, high (default), auto.", "enum low|high|auto default high")]
    [InlineData("string", "Possible values: low, high, etc.", "enum low|high|...")]
    [InlineData("string", "Possible values: low, high, N/A", "enum low|high|N/A")]
    [InlineData("string", "Possible values: /dev/sda, /dev/sdb", "enum /dev/sda|/dev/sdb")]
    [InlineData("string", "Valid values are low, medium and high.", "enum low|medium|high")]
    [InlineData("enum", "One of: low, high.", "enum low|high")]
    public void A_sentence_lists_the_values(string type, string sentence, string row) => Has(Described(type, sentence), "response:\n  a: " + row + "\n");

    [Theory]
    [InlineData("Possible values: 0: off, 1: on.", "enum 0|1")]
    [InlineData("Possible values: low (slow), high (fast).", "enum low|high")]
    public void Values_with_meanings_stay_in_the_description(string sentence, string row)
        => Assert.Contains(row + " - " + sentence, Described("string", sentence).Written.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Valid values: 0-100")]
    [InlineData("Allowed values: a-z, A-Z, 0-9")]
    [InlineData("Allowed values: any string")]
    [InlineData("Possible values: numeric")]
    [InlineData("Note: the values are stored and returned.")]
    [InlineData("Possible values: 0, 1-100")]
    public void A_description_of_values_is_none(string sentence)
        => Assert.Contains("  a: \"string - " + sentence + "\"\n", Described("string", sentence).Written.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Either low_1, high_2 (default), or auto_3.", "low_1", "high_2", "auto_3")]
    [InlineData("It is one of low, high (default), or auto.", "low", "high", "auto")]
    [InlineData("\"low\", \"high\" (default), \"auto\" are the available options.", "low", "high", "auto")]
    [InlineData("The level; options are: low, high (default), auto.", "low", "high", "auto")]
    public void A_default_among_values_in_a_sentence_is_marked(string sentence, string low, string high, string auto)
        => Assert.Contains("  a: enum " + low + "|" + high + "|" + auto + " default " + high + " - "
                + sentence.Replace("\"", "", StringComparison.Ordinal) + "  # check: the values\n",
            Described("string", sentence).Written.Text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void The_description_of_an_enum_can_have_the_meanings_of_its_values()
        => Has(Described("enum", "low: as before, high: twice as fast"),
            "  a: \"enum low|high - low: as before, high: twice as fast\"  # check: the values\n");

    [Fact]
    public void Values_after_another_kind_of_value_are_not_all()
        => Has(Described("string", "A number or one of low, high."), "  a: string - A number or one of low, high.\n");

    [Theory]
    [InlineData("LOW or HIGH", "LOW|HIGH")]
    [InlineData("LOW, HIGH, or AUTO", "LOW|HIGH|AUTO")]
    public void The_description_of_an_enum_can_be_its_values(string sentence, string values)
        => Has(Described("enum", sentence), "response:\n  a: enum " + values + "\n");

    [Theory]
    [InlineData("BUY or SELL", "BUY|SELL")]
    [InlineData("sort_asc, sort_desc.", "sort_asc|sort_desc")]
    [InlineData("State: open, partly_open, shut", "open|partly_open|shut")]
    public void A_description_that_only_has_values_is_marked(string description, string values)
        => Assert.Contains("  a: enum " + values + " - " + description + "  # check: the values\n",
            Described("string", description).Written.Text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("Examples: open, shut")]
    [InlineData("State: open")]
    [InlineData("State: as set before, or open")]
    [InlineData("Name and address.")]
    [InlineData("2024, 2025")]
    [InlineData("IDs")]
    public void Words_alone_are_no_values(string description)
        => Assert.DoesNotContain("enum", Described("string", description).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void Values_that_a_sentence_includes_are_not_all()
        => Has(Described("string", "Possible values include low and high."),
            "  a: enum low|high|... - Possible values include low and high.  # check: the values\n");

    [Theory]
    [InlineData("Possible values: 0, 1.", "enum 0|1  # check: whether the values are numbers")]
    [InlineData("Possible values: true, false.", "boolean  # from the values")]
    public void Without_a_type_values_can_be_numbers_or_booleans(string sentence, string row)
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Description</th></tr><tr><td>a</td><td>" + sentence + "</td></tr></table>"),
            "response:\n  a: " + row + "\n");

    [Theory]
    [InlineData("\"low\" | \"high\"", "enum low|high")]
    [InlineData("'low', 'high'", "enum low|high")]
    [InlineData("'Text' or 'Voice' or 'Date'", "enum Text|Voice|Date")]
    [InlineData("string: low | high", "enum low|high")]
    [InlineData("string enum: low, high", "enum low|high")]
    [InlineData("string, one of: low, high", "enum low|high")]
    [InlineData("enum [low, high]", "enum low|high")]
    [InlineData("enum: low, high (default)", "enum low|high default high")]
    [InlineData("string (low, high)", "enum low|high  # check: the values")]
    public void A_cell_of_types_lists_the_values(string type, string row)
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>a</td><td>" + type + "</td></tr></table>"),
            "response:\n  a: " + row + "\n");

    [Theory]
    [InlineData("string, integer")]
    [InlineData("string | integer")]
    [InlineData("string (from the sticker)")]
    public void Several_types_and_words_are_no_values(string type)
        => Assert.DoesNotContain("enum", Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>a</td><td>" + type
            + "</td></tr></table>").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void An_item_of_a_list_can_be_the_default()
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>The level."
            + "<p>Valid values are:</p><ul><li>low - Slow</li><li>high (default) - Fast</li></ul></td></tr></table>"),
            "  a: enum low|high default high - The level. low - Slow; high - Fast\n");

    [Theory]
    [InlineData("integer", "1-100", "int 1..100")]
    [InlineData("integer", "&gt;= 0", "int 0..")]
    [InlineData("string", "up to 64 characters", "string ..64")]
    [InlineData("string", "low, high (default)", "enum low|high default high")]
    [InlineData("string", "none, low", "enum none|low")]
    public void A_cell_of_values_can_be_a_range(string type, string cell, string row)
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Values</th></tr><tr><td>a</td><td>" + type + "</td><td>" + cell
            + "</td></tr></table>"), "response:\n  a: " + row + "\n");

    [Fact]
    public void A_column_precedes_a_sentence_with_other_values()
        => Has(
            Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Values</th><th>Description</th></tr><tr><td>a</td><td>string</td><td>low, high</td>"
            + "<td>One of: low, auto.</td></tr></table>"), "  a: \"enum low|high - One of: low, auto.\"  # check: the values\n");

    [Fact]
    public void Words_in_any_separated_form_are_the_values()
        => Gen.Select(Gen.String[Gen.Char["abcxyz019_"], 2, 8].Where(static word => char.IsLetter(word[0]) && !word.All(char.IsDigit)).List[2, 5],
            OneOf(", ", " | ", "; ", " or "), Gen.Bool)
            .Sample(
                (words, separator, isQuoted) =>
                {
                    var values = words.Distinct(StringComparer.Ordinal).ToList();
                    if (values.Count < 2)
                        return;
                    var list = string.Join(separator, values.Select(value => isQuoted ? "\"" + value + "\"" : value));
                    Has(Described("string", "Possible values: " + list), "  a: enum " + string.Join('|', values) + "\n");
                },
                iter: 60);

    private static Checking.CheckedDraft Described(string type, string sentence)
        => Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>" + type + "</td><td>" + sentence
            + "</td></tr></table>");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
