using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The words of a profile, and the types of a page, precede the words that most manuals share.</summary>
public sealed class OwnWordTests
{
    private const string Definitions = "headings:\n  response: [Response, \"Definitions > {name}\"]\n  group: [Definitions]\n";

    // 'uri' is also a type that manuals share, and 'URI' a heading of requests.
    [Theory]
    [InlineData("<h3>uri</h3>")]
    [InlineData("<p>uri</p>")]
    public void A_type_of_the_page_can_have_the_name_of_a_common_word(string heading)
    {
        var table = "<p>Where it is.</p>" + Table("Name,Type,Description", "host,string,The host.");
        var draft = Draft(
            Definitions,
            "<h2>Response</h2>" + Table("Name,Type", "address,uri", "label,string") + "<h2>Definitions</h2><p>self_link</p>" + heading + table);

        Has(draft, "response:\n  address: uri\n  label: string\n");
        Has(draft, "schemas:\n  uri:\n    members:\n      host: string - The host.\n    description: Where it is.\n");
        Assert.DoesNotContain("self_link:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(0, draft.Written.Marked);
    }

    [Fact]
    public void A_type_of_the_profile_precedes_a_table_of_the_page()
        => Has(
            Draft(Definitions + "types:\n  uri: string\n", "<h2>Response</h2>" + Table("Name,Type", "address,uri") + "<h2>Definitions</h2><h3>uri</h3>"
                + Table("Name,Type", "host,string")),
            "response:\n  address: string\n");

    [Fact]
    public void A_type_of_the_profile_can_be_a_word_for_nothing()
        => Has(Draft("types:\n  None: object\n", "<h2>Response</h2>" + Table("Name,Type", "address,None")), "response:\n  address: object\n");

    [Theory]
    [InlineData("\"yes\": [\"O\"]", "  size: int\n")]
    [InlineData("\"no\": [M]", "  size?: int\n")]
    public void A_word_for_required_has_the_meaning_of_the_profile(string words, string row)
    {
        var word = words.Contains('O', StringComparison.Ordinal) ? "O" : "M";

        Has(Draft("required:\n  " + words + "\n", "<h2>Query parameters</h2>" + Table("Name,Type,Required", "size,integer," + word)), "query:\n" + row);
    }

    [Fact]
    public void Rows_in_another_form_under_a_table_are_marked()
        => Has(
            Html("<h2>Response</h2>" + Table("Name,Type", "size,integer") + "<p>self_link</p><p>uri</p><p>Where it is.</p>"),
            "  self_link: url - Where it is.  # check: whether it is a row\n");

    [Fact]
    public void A_sample_does_not_replace_a_type_of_the_page()
    {
        var draft = Draft(
            Definitions,
            "<h2>Response</h2>" + Table("Name,Type", "owner,person") + "<pre>{ \"owner\": { \"id\": \"4\" } }</pre><h2>Definitions</h2>"
                + "<h3>person</h3>" + Table("Name,Type", "id,integer"));

        Has(draft, "response:\n  owner: person\n");
        Has(draft, "schemas:\n  person:\n    id: int\n");
    }

    [Fact]
    public void A_sample_that_contradicts_the_table_is_marked()
        => Has(
            Html("<h2>Response</h2>" + Table("Name,Type", "owner,string") + "<pre>{ \"owner\": { \"id\": \"4\" } }</pre>"),
            "response:\n  owner:  # check: type 'string'\n");

    [Fact]
    public void Two_tables_of_one_type_are_marked()
    {
        var draft = Draft(
            Definitions, "<h2>Response</h2>" + Table("Name,Type", "owner,person") + "<h2>Definitions</h2><h3>person</h3>" + Table("Name,Type", "id,integer")
                + "<h3>person</h3>" + Table("Name,Type", "label,string"));

        Has(draft, "  person:  # check: the page has another table of this name\n    id: int\n");
        Assert.Contains(draft.Draft.Unread, static line => line.Text == "label string");
    }

    private static CheckedDraft Draft(string profile, string rest)
    {
        var (mine, diagnostics) = ProfileReader.Read("profile: mine\nextends: base\n" + profile, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return Support.Drafting.Draft(Support.Drafting.Read(Top + rest + "</body></html>", "page.html"), mine!);
    }
}
