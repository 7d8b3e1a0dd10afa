using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Whole numbers whose meanings a cell explains.</summary>
public sealed class NumberMeaningTests
{
    [Theory]
    [InlineData("The mode. 0 = off; 1 = on; 2 = auto", "      0: off\n      1: on\n      2: auto\n    description: The mode. 0 = off, 1 = on, 2 = auto\n")]
    [InlineData("0: off<br>1: on", "      0: off\n      1: on\n")]
    [InlineData("The kind:<ul><li>0 - water</li><li>1 - oil</li></ul>", "      0: water\n      1: oil\n    description: \"The kind: 0 - water 1 - oil\"\n")]
    [InlineData("Direction (1 = left; 2 = right)", "      1: left\n      2: right\n    description: Direction (1 = left, 2 = right)\n")]
    [InlineData("1-low; 2-mid; 3-high.", "      1: low\n      2: mid\n      3: high\n")]
    [InlineData("0=off; 1=on", "      0: off\n      1: on\n")]
    public void Numbers_with_meanings_become_values_with_names(string cell, string values)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type,Description", "mode,integer," + cell));

        Has(draft, "response:\n  mode:  # from the description\n    type: int\n    values:\n" + values);
        Assert.Empty(draft.Spec.Diagnostics);
    }

    [Fact]
    public void The_default_among_them_is_that_of_the_row()
        => Has(
            Html("<h2>Response</h2>" + Table("Name,Type,Description", "mode,integer,0 = off; 1 = on (default)")),
            "    type: int default 1\n    values:\n      0: off\n      1: on\n");

    [Theory]
    [InlineData("The priority; 0 is the lowest and 9 the highest")]
    [InlineData("Ratio 1: low to high.")]
    [InlineData("At 10:30 = open; 11:30 = closed")]
    [InlineData("Version 1.0 = old; 2.0 = new")]
    [InlineData("1 = on; 1 = off")]
    [InlineData("0 = off; 1-100 = level")]
    public void Other_numbers_stay_in_the_description(string cell)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type,Description", "mode,integer," + cell));

        Assert.DoesNotContain("values:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains(cell.Replace("; ", ", ", StringComparison.Ordinal), draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_one_name_and_other_meanings_differ()
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type,Description", "mode,integer,0 = off; 1 = on", "mode,integer,0 = low; 1 = high"));

        Assert.Contains("low", draft.Written.Text, StringComparison.Ordinal);
        Has(draft, "the page has another row of this name");
    }

    [Fact]
    public void Strings_have_no_such_constants()
        => Has(
            Html("<h2>Response</h2>" + Table("Name,Type,Description", "mode,string,0 = off; 1 = on")),
            "response:\n  mode: string - 0 = off, 1 = on\n");
}
