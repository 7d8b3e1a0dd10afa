using System.Globalization;
using CsCheck;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The forms in which manuals print defaults, and texts in their places that are no values.</summary>
public sealed class DefaultFormTests
{
    private const string Query = "<h2>Query parameters</h2>";

    [Theory]
    [InlineData("integer", "1,000", "int required not stated default 1000")]
    [InlineData("integer", "1 000", "int required not stated default 1000")]
    [InlineData("integer", "+5", "int required not stated default 5")]
    [InlineData("integer", "\u22121", "int required not stated default -1")]
    [InlineData("boolean", "False", "boolean required not stated default false")]
    [InlineData("string", "\"low\"", "string required not stated default low")]
    [InlineData("string", "'low'", "string required not stated default low")]
    [InlineData("enum (low, None)", "None", "enum low|None required not stated default None")]
    public void A_cell_has_the_value(string type, string cell, string row)
        => Has(Cell(type, cell), "query:\n  a: " + row + " - A.\n");

    [Theory]
    [InlineData("integer", "0 (no limit)", "int required not stated default 0 - A. Factory: 0 (no limit)", null)]
    [InlineData("integer", "30 seconds", "int required not stated default 30 - A. Factory: 30 seconds", "the unit of the default")]
    [InlineData("integer", "10%", "int required not stated default 10 - A. Factory: 10%", "the unit of the default")]
    [InlineData("boolean", "Yes", "boolean required not stated default true - A.", "the default 'Yes'")]
    [InlineData("enum (low, high)", "LOW", "enum low|high required not stated default low - A.", "the default 'LOW'")]
    [InlineData("string", "Low Priority", "string required not stated default Low Priority - A.", "the default")]
    public void A_cell_that_says_more_is_marked_or_kept(string type, string cell, string row, string? mark)
        => Has(Cell(type, cell), row.Contains(": ", StringComparison.Ordinal)
            ? "query:\n  a: \"" + row + "\"" + Marked(mark) : "query:\n  a: " + row + Marked(mark));

    [Theory]
    [InlineData("string", "each rack is created")]
    [InlineData("string", "current time")]
    [InlineData("string", "Depends on the size of the rack")]
    [InlineData("integer", "the number of racks")]
    [InlineData("date", "today")]
    [InlineData("array of strings", "[]")]
    public void A_sentence_is_no_value(string type, string cell)
    {
        var draft = Cell(type, cell).Written.Text;

        Assert.DoesNotContain(" default ", draft, StringComparison.Ordinal);
        Assert.Contains("A. Factory: " + cell, draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("None")]
    [InlineData("-")]
    public void No_default_is_no_value(string cell) => Has(Cell("string", cell), "query:\n  a: string required not stated - A.\n");

    [Theory]
    [InlineData("By default, each rack is created.")]
    [InlineData("By default, it is created.")]
    [InlineData("A rack is created by default.")]
    [InlineData("The default is ignored.")]
    [InlineData("Default: set when the rack is built.")]
    public void A_sentence_about_the_default_is_no_value(string sentence)
    {
        var draft = Described("string", sentence).Written.Text;

        Assert.DoesNotContain(" default created", draft, StringComparison.Ordinal);
        Assert.Contains("  a: " + Quoted("string required not stated - " + sentence) + "\n", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integer", "Default: 1,000", "int required not stated default 1000", null)]
    [InlineData("integer", "The default is 1,000.", "int required not stated default 1000", null)]
    [InlineData("integer", "The size. Default: 10 (at most 100).", "int ..100 required not stated default 10 - The size. Default: 10 (at most 100).",
        "the range")]
    [InlineData("integer", "How many, defaults to 50, max 500", "int ..500 required not stated default 50 - How many, defaults to 50, max 500", "the range")]
    [InlineData("integer", "Default: 30 seconds.", "int required not stated default 30 - Default: 30 seconds.", "the unit of the default")]
    [InlineData("boolean", "Default is enabled.", "boolean required not stated default true", "the default 'enabled'")]
    [InlineData("string", "The order (up to 9 words, default asc).", "string required not stated default asc - The order (up to 9 words, default asc).",
        "the default")]
    [InlineData("string", "The order (asc by default).", "string required not stated default asc - The order (asc by default).", "the default")]
    public void A_sentence_has_the_value(string type, string sentence, string row, string? mark)
        => Has(Described(type, sentence), "query:\n  a: " + Quoted(row) + Marked(mark));

    [Theory]
    [InlineData("10", "The size. Default: 20.", "int default 10 - The size. Default: 20.", "whether it is 'default 10' or 'default 20'")]
    [InlineData("10", "The size (default: 20, max: 50).", "int ..50 default 10 - The size (default: 20, max: 50).",
        "whether it is 'default 10' or 'default 20'")]
    [InlineData("10", "The size (default: 10, max: 50).", "int ..50 default 10 - The size.", null)]
    public void A_cell_precedes_a_sentence(string cell, string sentence, string row, string? mark)
        => Has(Html(Query + "<table><tr><th>Name</th><th>Type</th><th>Required</th><th>Default</th><th>Description</th></tr><tr><td>a</td><td>integer</td>"
            + "<td>No</td><td>" + cell + "</td><td>" + sentence + "</td></tr></table>"), "query:\n  a?: " + Quoted(row) + Marked(mark));

    [Fact]
    public void The_type_after_a_name_can_have_the_default()
        => Has(Html(Query + Table("Name,Description", "a (integer; optional; default: 10),A.")), "query:\n  a?: int default 10 - A.\n");

    [Fact]
    public void Each_grouping_of_digits_is_the_same_number()
        => Gen.Select(Gen.Int[-2_000_000_000, 2_000_000_000], OneOf("", ",", " ", "\u00A0", "\u202F", "'"), OneOf("{0}", "\"{0}\"", "{0}.", "{0} (as before)"))
            .Sample(
                (number, separator, form) =>
                {
                    var printed = number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", separator, StringComparison.Ordinal);
                    var cell = string.Format(CultureInfo.InvariantCulture, form, printed);
                    Assert.Contains("int required not stated default " + number.ToString(CultureInfo.InvariantCulture) + " - A.",
                        Cell("integer", cell).Written.Text, StringComparison.Ordinal);
                },
                iter: 100);

    [Fact]
    public void No_text_becomes_a_value_of_another_type()
        => Gen.Select(OneOf("integer", "boolean", "date", "uuid", "double"), Gen.String[Gen.Char["abz 019,.%()-\"'"], 1, 12])
            .Sample(
                (type, cell) =>
                {
                    // A default of another type would be an error of the spec.
                    var draft = Cell(type, cell);
                    Assert.DoesNotContain("APISPEC012", draft.Written.Text, StringComparison.Ordinal);
                },
                iter: 200);

    private static Checking.CheckedDraft Cell(string type, string cell)
        => Support.Drafting.Draft(
            Support.Drafting.Read(Top + Query + "<table><tr><th>Name</th><th>Type</th><th>Factory</th><th>Description</th></tr><tr><td>a</td><td>" + type
                + "</td><td>" + cell + "</td><td>A.</td></tr></table></body></html>", "page.html"),
            Profiles.ProfileReader.Read("profile: mine\nextends: base\ntables:\n  parameters:\n    default: [Factory]\n", Profiles.ShippedProfiles.Find,
                TestContext.Current.CancellationToken).Profile!);

    private static Checking.CheckedDraft Described(string type, string sentence)
        => Html(Query + "<table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>" + type + "</td><td>" + sentence
            + "</td></tr></table>");

    private static string Marked(string? mark) => mark is null ? "\n" : "  # check: " + mark + "\n";

    // YAML needs quotation marks around a colon.
    private static string Quoted(string row) => row.Contains(": ", StringComparison.Ordinal) ? "\"" + row + "\"" : row;

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
