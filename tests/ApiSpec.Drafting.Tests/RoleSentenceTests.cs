using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Roles in sentences outside the part for roles.</summary>
public sealed class RoleSentenceTests
{
    [Theory]
    [InlineData("Permission: {name}", "Permission: Operator", "roles: [Operator]\n")]
    [InlineData("You need the {name} permission.", "You need the racks:write permission.", "roles: [racks:write]\n")]
    [InlineData("You need the {name} permission.", "You need the racks:read or racks:write permission.", "roles: [racks:read, racks:write]\n")]
    public void A_sentence_of_the_profile_is_found_next_to_the_request(string pattern, string sentence, string roles)
    {
        var draft = Draft(pattern, "<h1>Add a rack</h1><p>Adds a rack to the room.</p><div><code>POST /racks</code></div><div>" + sentence + "</div>");

        Has(draft, "function: Adds a rack to the room.\n");
        Has(draft, roles);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("This call requires the Operator role.", "roles: [Operator]  # check: from the text\n")]
    [InlineData("Callers must have the racks:read or racks:write scope.", "roles: [racks:read, racks:write]  # check: from the text\n")]
    [InlineData("It requires the \"Operator\" permission.", "roles: [Operator]  # check: from the text\n")]
    [InlineData("It needs the Rack Operator role.", "roles: [Rack Operator]  # check: from the text\n")]
    [InlineData("To add a rack, you need the Operator role.", "roles: [Operator]  # check: from the text\n")]
    [InlineData("For adding racks, callers must have the racks:write permission.", "roles: [racks:write]  # check: from the text\n")]
    [InlineData("The Operator, Owner, or Auditor role is required, to add racks.", "roles: [Operator, Owner, Auditor]  # check: from the text\n")]
    [InlineData("One of the Operator or Owner permissions is needed.", "roles: [Operator, Owner]  # check: from the text\n")]
    [InlineData("You need the Operator or Owner role to add a rack.", "roles: [Operator, Owner]  # check: from the text\n")]
    public void A_sentence_with_the_words_of_most_manuals_is_marked(string sentence, string roles)
        => Has(Sentence("Adds a rack. " + sentence), roles);

    [Theory]
    [InlineData("It requires a role.")]
    [InlineData("Racks need the right permissions.")]
    [InlineData("To add a rack of another site, you need the Owner role.")]
    [InlineData("To delete a rack, you need the Owner role.")]
    [InlineData("The right role is required.")]
    [InlineData("No Operator role is required.")]
    [InlineData("If the rack is full, the Operator role is required.")]
    public void A_sentence_without_a_name_says_nothing(string sentence)
        => Assert.DoesNotContain("roles:", Sentence(sentence).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_sentence_under_the_heading_of_the_roles_can_name_them()
        => Has(
            Draft("{name} role", "<h1>Add a rack</h1><p>POST /racks</p><h2>Permissions</h2><p>You need the Operator or Owner role to add a rack.</p>"),
            "roles: [Operator, Owner]  # check: from the text\n");

    [Fact]
    public void A_pattern_that_is_little_more_than_its_gap_is_marked()
        => Has(Draft("{name} role", "<h1>Add a rack</h1><p>POST /racks</p><p>Operator role</p>"), "roles: [Operator]  # check: from the text\n");

    [Fact]
    public void A_line_with_the_heading_and_its_roles_is_one_line()
    {
        const string Page = "Add a rack\n\nPOST /racks\n\nRequired role: Operator\n\nAdds a rack.\n\nStatus codes\n\n201 Created\n";

        var draft = Support.Drafting.Draft(Page, "base");

        Has(draft, "roles: [Operator]\n");
        Has(draft, "function: Adds a rack.\n");
    }

    private static CheckedDraft Sentence(string text)
        => Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>" + text + "</p><p>POST /racks</p></body></html>", "base", "page.html");

    private static CheckedDraft Draft(string pattern, string body)
    {
        var (profile, diagnostics) = ProfileReader.Read(
            "profile: mine\nextends: base\nroles: [\"" + pattern + "\"]\n", ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return Support.Drafting.Draft(Support.Drafting.Read("<html><body>" + body + "</body></html>", "page.html"), profile!);
    }
}
