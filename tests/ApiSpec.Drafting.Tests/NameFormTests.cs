using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms in which manuals print names, values and roles.</summary>
public sealed class NameFormTests
{
    [Theory]
    [InlineData("GET /racks?mode=deep", "mode=deep", "mode: string required not stated always deep\n")]
    [InlineData("GET /racks", "mode=deep", "mode: string required not stated always deep  # check: whether the value is fixed\n")]
    [InlineData("GET /racks", "mode={mode}", "mode: unknown required not stated\n")]
    public void The_name_of_a_parameter_can_have_its_value(string request, string name, string row)
        => Has(Support.Drafting.Draft("<html><body><h1>Get racks</h1><h2>Request</h2><p>" + request + "</p><h2>Query parameters</h2>"
            + Table("Name,Description", name + ",") + "</body></html>", "base", "page.html"), "query:\n  " + row);

    [Theory]
    [InlineData("a*", "string", "  a: string - A.  # check: what the sign after 'a*' means")]
    [InlineData("a (required)", "string", "  a: string - A.")]
    [InlineData("a optional", "string", "  a?: string - A.")]
    [InlineData("a#1", "string", "  a: string required not stated - A.  # check: the footnote of 'a#1'")]
    [InlineData("a (old)", "string", "  a: string required not stated - A.  # check: 'old' after the name")]
    [InlineData("a", "string; optional", "  a?: string - A.")]
    [InlineData("a", "required; string", "  a: string - A.")]
    [InlineData("a.b", "string", "  a.b: string required not stated - A.")]
    public void Marks_of_a_name_are_no_part_of_it(string name, string type, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", name + "," + type + ",A.")), "query:\n" + row + "\n");

    [Theory]
    [InlineData("One of: low; high.", "enum low|high required not stated")]
    [InlineData("The level; one of: x y; z.", "string required not stated - The level, one of: x y, z.")]
    [InlineData("Possible values are the name of a rack or a shelf.", "string required not stated - Possible values are the name of a rack or a shelf.")]
    [InlineData("Default is the current one.", "string required not stated - Default is the current one.")]
    public void Words_of_a_sentence_are_no_values(string description, string row)
    {
        var draft = Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "a,string," + description));

        Assert.Contains("query:\n  a: " + row + "\n", draft.Written.Text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_without_quotation_marks_is_no_text()
    {
        const string Sample = "{\n  \"instanceID\" : instance-id,\n  \"rate\" : rate,\n  \"toDo\" : {true|false},\n  \"value\" : \"value\"\n}\n";
        const string Doubt = "  # check: a value without quotation marks\n";

        var draft = Support.Drafting.Draft("1.2.3 Get it\n\nRequest format\n\nGET /a\n\nResponse schema\n\n" + Sample);

        Has(draft, "  instanceID: long" + Doubt + "  rate: unknown" + Doubt + "  toDo: boolean\n  value: string\n");
    }

    [Theory]
    [InlineData("Admin, Modify", "roles: [Admin, Modify]  # check: roles without the word of the profile\n")]
    [InlineData("Admin role", "roles: [Admin]\n")]
    public void Roles_may_lack_their_word(string line, string roles)
        => Has(Support.Drafting.Draft("2.1.5 Deleting\n\nExecution permission\n\n" + line + "\n\nRequest format\n\nDELETE /a\n"), roles);

    [Fact]
    public void A_sentence_is_no_role()
    {
        var draft = Support.Drafting.Draft("2.1.5 Deleting\n\nExecution permission\n\nYou need a licence.\n\nRequest format\n\nDELETE /a\n");

        Assert.Equal(["You need a licence."], draft.Draft.Unread.Select(static line => line.Text));
    }
}
