using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Sentences and cells that say under which condition a row is required, or has an effect.</summary>
public sealed class ConditionSentenceTests
{
    private const string Mark = "  # check: when it is required";

    [Theory]
    [InlineData("Required if <code>size</code> is given.", "required when size is given")]
    [InlineData("Must be specified when size is not provided.", "required when size is missing")]
    [InlineData("Mandatory unless <code>size</code> is set.", "required when size is missing")]
    [InlineData("Required if no size is given.", "required when size is missing")]
    [InlineData("Only if <code>size</code> is not passed.", "required when size is missing")]
    [InlineData("Required if <code>kind</code> is set to <code>box</code>.", "required when kind = box")]
    [InlineData("If kind is box or bag, this parameter is required.", "required when kind = box|bag")]
    [InlineData("Required if open is true and size is given.", "required when open = true and size is given")]
    [InlineData("This parameter can only be specified when <code>open</code> is set to true.", "only when open = true")]
    [InlineData("Only valid if kind is bag.", "only when kind = bag")]
    [InlineData("Ignored unless <code>size</code> is specified.", "only when size is given")]
    [InlineData("It has no effect if open is true.", "only when open != true")]
    public void A_condition_on_another_row_is_marked(string sentence, string condition)
    {
        var row = Row(sentence);

        Assert.StartsWith("  a?: string " + condition + " - ", row, StringComparison.Ordinal);
        Assert.EndsWith(Mark, row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Setting <code>open</code> to true requires that <code>a</code> also be specified.")]
    [InlineData("If true, a must also be given.")]
    [InlineData("If open is true, the <code>a</code> parameter is required.")]
    public void A_row_can_say_when_another_is_required(string sentence)
        => Has(Page("A.", sentence), "  a?: string required when open = true - A." + Mark + "\n");

    [Theory]
    [InlineData("Required if racks are given.")]
    [InlineData("Required if size is big.")]
    [InlineData("Required if kind is crate.")]
    [InlineData("Required unless size is given and open is true.")]
    [InlineData("Used when size is given.")]
    public void Other_conditions_stay_words(string sentence)
    {
        var row = Row(sentence);

        Assert.DoesNotContain(" when ", row.Split(" - ")[0], StringComparison.Ordinal);
        Assert.Contains(sentence.TrimEnd('.'), row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("You must specify either <em>size</em> or <em>label</em>.")]
    [InlineData("Either <code>size</code> or <code>label</code> is required.")]
    [InlineData("One of <code>size</code> and <code>label</code> must be given.")]
    public void One_of_two_rows_can_be_required(string sentence)
    {
        var draft = Html("<h2>Query parameters</h2><p>" + sentence + "</p>" + Table("Name,Type", "size,integer", "label,string"));

        Has(draft, "  size?: int required when label is missing" + Mark + "\n  label?: string required when size is missing" + Mark + "\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("You must not specify either size or label.", ",", "required when")]
    [InlineData("Never pass either size or label.", ",", "required when")]
    [InlineData("You can specify either size or label.", ",", "required when")]
    [InlineData("Pass either size or size.", ",", "required when")]
    [InlineData("Pass either size or size, but not both.", ",", "exactly-one")]
    [InlineData("Either size or label is required.", "Yes,", "required when")]
    public void A_sentence_that_the_rows_do_not_say_is_listed(string sentence, string required, string absent)
    {
        var draft = Html("<h2>Query parameters</h2><p>" + sentence + "</p>" + Table("Name,Type,Required,Description",
            "size,integer," + required + "In cm.", "label,string," + required + "The label."));

        Assert.DoesNotContain(absent, draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal([sentence], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_members_of_an_object_depend_on_rows_beside_it_and_hide_those_around_it()
    {
        var draft = Html("<h2>Request body</h2>" + Table("Name,Type,Description", "kind,enum: box|bag,The kind.",
            "door.kind,enum: oak|elm,The wood.", "door.size,integer,Required when kind is oak.", "rest,integer,Required when kind is bag."));

        Has(draft, "size?: int required when kind = oak");
        Has(draft, "rest?: int required when kind = bag");
    }

    [Fact]
    public void The_column_for_required_can_have_a_condition()
    {
        var draft = Html("<h2>Query parameters</h2>" + Table("Name,Type,Required,Description", "size,integer,No,In cm.",
            "a,string,Only if size is not passed,A.", "b,string,Yes; unless size is given,B.", "c,string,Yes,Required if size is given."));

        Has(draft, "  a?: string required when size is missing - A.  # check: required: 'Only if size is not passed'; when it is required\n");
        Has(draft, "  b?: string required when size is missing - B.  # check: required: 'Yes, unless size is given'; when it is required\n");
        Has(draft, "  c: string - Required if size is given.\n");
    }

    [Fact]
    public void A_member_of_a_body_can_depend_on_one_beside_it()
        => Has(
            Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Request body</h2>" + Table("Name,Type,Required,Description",
                "kind,enum: box|bag,Yes,The kind.", "size,integer,No,Required when kind is box.") + "</body></html>", "base", "page.html"),
            "  size?: int required when kind = box - Required when kind is box." + Mark + "\n");

    [Fact]
    public void The_check_of_the_draft_accepts_the_conditions()
        => Assert.DoesNotContain(Page("Required if kind is box.", "Only valid if kind is bag.").Spec.Diagnostics, 
            static found => found.Rule.Severity != ApiSpec.Language.Diagnostics.SpecSeverity.Info);

    private static string Row(string sentence)
        => Assert.Single(Page(sentence, "Opens it.").Written.Text.Split('\n'), static line => line.StartsWith("  a", StringComparison.Ordinal));

    private static CheckedDraft Page(string ofA, string ofOpen)
        => Html("<h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
            + "<tr><td>size</td><td>integer</td><td>In cm.</td></tr><tr><td>kind</td><td>enum: box|bag</td><td>The kind.</td></tr>"
            + "<tr><td>open</td><td>boolean</td><td>" + ofOpen + "</td></tr><tr><td>a</td><td>string</td><td>" + ofA + "</td></tr></table>");
}
