using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables and addresses of copied text, in which single spaces separate the cells.</summary>
public sealed class CopiedWordTests
{
    // Facts that the page does not show.
    private const string OpenFacts = "APISPEC0147";

    private const string Top = "Set the light\n\nPOST https://lamp.example.com/light.set\n\n";

    [Fact]
    public void A_condition_in_parentheses_belongs_to_the_word_before_it()
    {
        var draft = Support.Drafting.Draft(Top + "Name Type Required Description\ntoken string Required The token.\n"
            + "colour string Yes (if creating) The colour.\n"
            + "size integer Yes if creating The size.\n", "base");

        Has(draft, "  token: string - The token.\n  colour?: string - The colour.  # check: required: 'Yes (if creating)'\n");
        Has(draft, "  size: int - if creating The size.  # check: which words belong to which cell");
    }

    [Fact]
    public void The_start_of_a_description_is_no_default()
    {
        var draft = Support.Drafting.Draft(Top + "Parameter Required Default Comment\nlevel Yes The level of light.\ncolour No red The colour.\n", "base");

        Has(draft, "  level: unknown - The level of light.  # check: which words belong to which cell");
        Has(draft, "  colour?: unknown default red - The colour.\n");
    }

    [Fact]
    public void A_pattern_takes_all_words_for_required_and_the_parentheses_behind_them()
    {
        var draft = Draft("rows:\n  - \"{name} {required} {description}\"\n",
            Top + "Request body\n\ntoken required The token.\ncolour Yes (if creating) The colour.\nsize Yes if creating The size.\nThis is text about it.\n");

        Has(draft, "  token: unknown - The token.\n  colour?: unknown - The colour.  # check: required: 'Yes (if creating)'\n");
        Has(draft, "  size: unknown - if creating The size.  # check: where the cell 'required' ends\n");
        Assert.Equal(["This is text about it."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void An_address_alone_above_a_table_is_a_section()
    {
        var draft = Support.Drafting.Draft("Set the light\n\nhttps://lamp.example.com/light.set\n\nParameter Type Comment\nlevel integer The level.\n", "base");

        Has(draft, "request: unknown  # check: the request line\n");
        Assert.Equal(["The text has the address https://lamp.example.com/light.set, and nothing says its method."], draft.Draft.Notes);
    }

    [Fact]
    public void The_values_of_an_address_in_text_are_placeholders()
        => Has(
            Support.Drafting.Draft("# Delete an alarm\n\nDeletes an alarm. For example, use the path `/alarms/7/state`.\n", "base", "page.md"),
            "request: DELETE /alarms/{alarmId}/state  # check: ");

    [Fact]
    public void A_flag_of_the_profile_is_no_type_of_a_body()
    {
        var draft = Draft("types:\n  switch: flag\n",
            Top + "Parameters\n\nName\tType\tDescription\nfast\tswitch\tThe speed.\nname\tstring\tThe name.\n");

        Has(draft, "  fast: unknown required not stated - The speed.  # check: the profile says 'flag', which only a query has\n");
        Assert.DoesNotContain(draft.Spec.Diagnostics, static diagnostic => diagnostic.Rule.Id != OpenFacts);
    }

    private static Checking.CheckedDraft Draft(string keys, string page)
    {
        var (profile, diagnostics) = ProfileReader.Read("profile: lamps\nextends: base\n" + keys, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Select(static diagnostic => diagnostic.Message));
        return Support.Drafting.Draft(Support.Drafting.Read(page), profile!);
    }
}
