using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Sentences that say that an operation is deprecated, between other sentences.</summary>
public sealed class DeprecationTests
{
    [Theory]
    [InlineData("This call lists racks. The parameter size is deprecated.", "function: This call lists racks. The parameter size is deprecated.\nrequest:")]
    [InlineData("This parameter is deprecated.", "function: This parameter is deprecated.\nrequest:")]
    [InlineData("Lists racks. This call is deprecated. Use the shelves.", "function: Lists racks.\ndeprecated: Use the shelves.\n")]
    [InlineData("Lists racks. This method has been deprecated since 2.0.", "function: Lists racks.\ndeprecated: true\n")]
    [InlineData("This API is deprecated.", "deprecated: true\n")]
    [InlineData(
        "This call is deprecated. Use the shelves. Lists all racks.",
        "function: Lists all racks.  # check: whether it is the function\ndeprecated: Use the shelves.  # check: whether it is the replacement\n")]
    [InlineData(
        "This call is deprecated. It will be removed. Use the shelves.",
        "function: Use the shelves.  # check: whether it is the function\ndeprecated: It will be removed.  # check: whether it is the replacement\n")]
    [InlineData("Lists. This call is deprecated. Use the shelves. Racks have slots.", "function: Lists. Racks have slots.\ndeprecated: Use the shelves.\n")]
    [InlineData("This call is deprecated. Lists all racks.", "deprecated: Lists all racks.  # check: whether it is the replacement\n")]
    [InlineData("Lists racks. This call is deprecated. Use the shelves", "deprecated: Use the shelves  # check: whether it is the replacement\n")]
    [InlineData("This resource is deprecated.", "deprecated: true\n")]
    [InlineData("This function has been deprecated.", "deprecated: true\n")]
    [InlineData("This request is deprecated.", "deprecated: true\n")]
    [InlineData("This API method is deprecated since 2.0.", "deprecated: true\n")]
    [InlineData("This service is deprecated.", "deprecated: true\n")]
    [InlineData("Lists racks. This call is deprecated if size is given.", "deprecated: true  # check: whether it depends on a condition\n")]
    public void Only_the_sentence_about_the_operation_deprecates_it(string text, string lines)
    {
        var draft = Draft("<p>" + text + "</p>");

        Has(draft, lines);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sentence_before_it_that_is_not_the_function_is_listed()
    {
        var draft = Draft("<p>Racks are heavy. This call is deprecated.</p><h2>Function</h2><p>Lists racks.</p>");

        Has(draft, "function: Lists racks.\ndeprecated: true\n");
        Assert.Equal(["Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("This call is deprecated during leap years.", "")]
    [InlineData("This call is deprecated if size is given.", "  # check: whether it depends on a condition")]
    [InlineData("If size is given, do not call it.", "  # check: whether it depends on a condition")]
    [InlineData("This call is deprecated in case of fire.", "  # check: whether it depends on a condition")]
    public void A_profile_has_the_forms_of_a_condition(string sentence, string mark)
    {
        var (profile, diagnostics) = ProfileReader.Read(
            "profile: mine\nextends: base\nconditions: \"* in case of *\"\ndeprecated: \"*do not call it*\"\n", ShippedProfiles.Find,
            TestContext.Current.CancellationToken);
        var page = Support.Drafting.Read("<html><body><h1>List racks</h1><p>" + sentence + "</p><h2>Request</h2><p>GET /racks</p></body></html>", "page.html");

        Assert.Empty(diagnostics);
        Has(Support.Drafting.Draft(page, profile!), "deprecated: true" + mark + "\n");
    }

    private static Checking.CheckedDraft Draft(string text)
        => Support.Drafting.Draft("<html><body><h1>List racks</h1>" + text + "<h2>Request</h2><p>GET /racks</p></body></html>", "base", "page.html");
}
