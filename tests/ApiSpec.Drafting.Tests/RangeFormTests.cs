using System.Globalization;
using CsCheck;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The forms in which manuals print ranges.</summary>
public sealed class RangeFormTests
{

    [Theory]
    [InlineData("integer", "Range", "1 - 65,535", "int 1..65535")]
    [InlineData("integer", "Range", "[1, 100]", "int 1..100")]
    [InlineData("integer", "Range", "1...10", "int 1..10")]
    [InlineData("integer", "Range", "&gt;= 0", "int 0..")]
    [InlineData("integer", "Range", "&gt; 0", "int 1..")]
    [InlineData("integer", "Range", "0+", "int 0..")]
    [InlineData("string", "Length", "1 to 1,024 chars", "string 1..1024")]
    [InlineData("string", "Length", "&lt;= 64", "string ..64")]
    [InlineData("string", "Size", "64 max", "string ..64")]
    [InlineData("array of strings", "Size", "1-10 items", "string[1..10]")]
    public void A_cell_is_a_range(string type, string title, string cell, string row) => Has(Cell(type, title, cell), "response:\n  a: " + row + "\n");

    [Theory]
    [InlineData("integer", "Range", "0 to 100 %", "int 0..100", "the unit of the range")]
    [InlineData("string", "Range", "1-64", "string 1..64", "what the range limits")]
    [InlineData("string", "Size", "255 bytes", "string ..255 bytes", "the range")]
    [InlineData("array of integers", "Range", "1-100", "int[1..100]", "what the range limits")]
    [InlineData("array of strings", "Max length", "64", "string[..64]", "what the range limits")]
    public void A_cell_that_says_more_is_marked(string type, string title, string cell, string row, string mark)
        => Has(Cell(type, title, cell), "response:\n  a: " + row + "  # check: " + mark + "\n");

    [Theory]
    [InlineData("integer", "Length", "4", "int - Length: 4")]
    [InlineData("boolean", "Range", "0-1", "boolean - Range: 0-1")]
    [InlineData("integer", "Range", "0, 1, 2", "int - Range: 0, 1, 2")]
    public void What_is_no_range_of_the_type_stays_in_the_description(string type, string title, string cell, string row)
        => Has(Cell(type, title, cell), "response:\n  a: \"" + row + "\"\n");

    [Theory]
    [InlineData("string", "Max. 255 characters.", "string ..255")]
    [InlineData("string", "No longer than 64 characters.", "string ..64")]
    [InlineData("string", "255 chars max", "string ..255")]
    [InlineData("integer", "Range: 1 - 1,000.", "int 1..1000")]
    [InlineData("integer", "Value range: 0-100.", "int 0..100")]
    [InlineData("integer", "1..10.", "int 1..10")]
    [InlineData("integer", "Must be between 1 and 65,535.", "int 1..65535")]
    [InlineData("integer", "Must be greater than 0.", "int 1..")]
    [InlineData("integer", "Valid values: 1 to 10.", "int 1..10")]
    public void A_sentence_that_is_only_a_range_is_printed(string type, string sentence, string row)
        => Has(Described(type, sentence), "response:\n  a: " + row + "\n");

    [Theory]
    [InlineData("string", "2020-2024.", "string - 2020-2024.")]
    [InlineData("string", "The maximum is 100.", "string ..100  # check: what the range limits")]
    [InlineData("array of integers", "Range: 1-100.", "int[1..100]  # check: what the range limits")]
    [InlineData("array of integers", "Between 1 and 100.", "int[1..100]  # check: what the range limits")]
    [InlineData("array of integers", "Minimum: 1. Maximum: 100.", "int[1..100]  # check: what the range limits")]
    [InlineData("array of strings", "Max length: 64", "string[..64]  # check: what the range limits")]
    [InlineData("array of strings", "Up to 64 items.", "string[..64]")]
    [InlineData("integer", "More than 4 characters.", "int - More than 4 characters.")]
    public void A_sentence_of_another_type_stays(string type, string sentence, string row)
        => Has(Described(type, sentence), "response:\n  a: " + row + "\n");

    [Theory]
    [InlineData("string [1..64]", "string 1..64")]
    [InlineData("string (1..64)", "string 1..64")]
    [InlineData("string (max. 64)", "string ..64")]
    [InlineData("integer [0..100]", "int 0..100")]
    [InlineData("integer, 1-100", "int 1..100")]
    [InlineData("integer 0-100", "int 0..100")]
    [InlineData("number (0.0 - 1.0)", "double 0.0..1.0")]
    [InlineData("varchar(64)", "string ..64")]
    public void A_cell_of_types_can_have_the_range(string type, string row)
        => Has(Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>a</td><td>" + type + "</td></tr></table>"),
            "response:\n  a: " + row);

    [Theory]
    [InlineData("int(11)")]
    [InlineData("integer(32)")]
    public void The_size_of_a_number_is_no_range(string type)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", "a," + type)), "response:\n  a: int - " + type + "  # check: type '" + type + "'\n");

    [Fact]
    public void A_cell_precedes_a_sentence()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type,Range,Nullable,Description", "a,integer,1-10,No,Range: 1 to 20. Can be null.")),
            "response:\n  a: \"int 1..10 - Range: 1 to 20. Can be null.\"  # check: whether the range is '1..10' or '1..20'; null\n");

    [Fact]
    public void Both_limits_are_read_in_each_form()
        => Gen.Select(Gen.Int[-20_000, 20_000], Gen.Int[0, 2_000_000],
            OneOf("{0} to {1}", "{0}..{1}", "between {0} and {1}", "{0} \u2013 {1}", "[{0}, {1}]"), Gen.Bool)
            .Sample(
                (minimum, size, form, isGrouped) =>
                {
                    var format = isGrouped ? "#,0" : "0";
                    var (low, high) = (minimum.ToString(format, CultureInfo.InvariantCulture), (minimum + size).ToString(format, CultureInfo.InvariantCulture));
                    var row = "  a: int " + minimum.ToString(CultureInfo.InvariantCulture) + ".."
                        + (minimum + size).ToString(CultureInfo.InvariantCulture) + "\n";
                    var cell = string.Format(CultureInfo.InvariantCulture, form, low, high);
                    Has(Cell("integer", "Range", cell), row);
                    Has(Described("integer", "Range: " + cell + "."), row);
                },
                iter: 60);

    private static Checking.CheckedDraft Cell(string type, string title, string cell)
        => Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>" + title + "</th></tr><tr><td>a</td><td>" + type + "</td><td>" + cell
            + "</td></tr></table>");

    private static Checking.CheckedDraft Described(string type, string sentence)
        => Html("<h2>Response</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>a</td><td>" + type + "</td><td>" + sentence
            + "</td></tr></table>");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
