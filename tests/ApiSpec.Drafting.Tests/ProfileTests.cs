using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Drafting.Tests;

/// <summary>Profiles are read like specs, with each diagnostic at its line and column.</summary>
public sealed class ProfileTests
{
    [Theory]
    [InlineData("manual: X\n", "APISPEC0101", 1, 1)]
    [InlineData("profile: x\nheading:\n  function: [F]\n", "APISPEC0100", 2, 1)]
    [InlineData("profile: x\nheadings:\n  funktion: [F]\n", "APISPEC0100", 3, 3)]
    [InlineData("profile: x\nextends: bose\n", "APISPEC0105", 2, 10)]
    [InlineData("profile: x\ntitle: last\n", "APISPEC0105", 2, 8)]
    [InlineData("profile: x\nunstated:\n  query: maybe\n", "APISPEC0105", 3, 10)]
    [InlineData("profile: x\ntables:\n  status:\n    kode: [C]\n", "APISPEC0100", 4, 5)]
    [InlineData("profile: x\ntables:\n  error:\n    nome: [N]\n", "APISPEC0100", 4, 5)]
    [InlineData("profile: x\nunstated:\n  error: maybe\n", "APISPEC0105", 3, 10)]
    [InlineData("profile: x\nrefer:\n  - text: See\n    write: { errors: unknown }\n", "APISPEC0100", 4, 14)]
    [InlineData("profile: x\ntypes: string\n", "APISPEC0103", 2, 1)]
    [InlineData("profile: x\nremarks:\n  Sorted: sortted\n", "APISPEC0121", 3, 11)]
    [InlineData("profile: x\ndrop: [\"****\"]\n", "APISPEC0106", 2, 8)]
    [InlineData("profile: x\nnothing: \"* *\"\n", "APISPEC0106", 2, 10)]
    [InlineData("profile: x\n\tdrop: []\n", "APISPEC0006", 2, 1)]
    public void An_error_in_a_profile_is_reported_at_its_position(string text, string id, int line, int column)
    {
        var (_, diagnostics) = ProfileReader.Read(text, ShippedProfiles.Find, TestContext.Current.CancellationToken);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((id, line, column), (diagnostic.Rule.Id, diagnostic.Span.StartLine + 1, diagnostic.Span.StartColumn + 1));
    }

    [Fact]
    public void A_pattern_can_have_signs_and_no_words()
        => Assert.Empty(ProfileReader.Read("profile: x\ndrop: [\"* /\", \"--\"]\n", ShippedProfiles.Find, TestContext.Current.CancellationToken).Diagnostics);

    [Theory]
    [InlineData("", "This file is empty; write keys such as 'profile:' and 'headings:', each on a separate line")]
    [InlineData("- function\n", "This file starts with a list; write keys such as 'profile:' and 'headings:', each on a separate line")]
    public void A_profile_without_keys_is_told_to_write_those_of_a_profile(string text, string message)
        => Assert.Equal(message, Assert.Single(ProfileReader.Read(text, ShippedProfiles.Find, TestContext.Current.CancellationToken).Diagnostics).Message);

    [Fact]
    public void Shipped_profiles_have_no_diagnostic()
    {
        Assert.Equal(["base", "jp1", "jp1-ja", "oceanstor", "ops-center"], ShippedProfiles.Names);
        Assert.All(ShippedProfiles.Names, static name =>
        {
            var (profile, diagnostics) = ProfileReader.Read(ShippedProfiles.TextOf(name), ShippedProfiles.Find, TestContext.Current.CancellationToken);
            Assert.Empty(diagnostics.Select(static diagnostic => diagnostic.Rule.Id + " line " + (diagnostic.Span.StartLine + 1) + ": " + diagnostic.Message));
            Assert.Equal(name, profile!.Name);
        });
    }

    [Theory]
    [InlineData(
        "jp1",
        "9.6.8 Acquisition\n\nFunction\n\nReads.\n\nExecution permissions\n\nAdmin role\n\nRequest format\n\nGET /a/version/b\n\nStatus code\n\nStatus code\n"
        + "\nMessage\n\nDescription\n\n200\n\nOK\n\nDone.\n")]
    [InlineData(
        "jp1-ja",
        "2.7.14 タスクの再試行\n\n機能\n\nタスクを取得します。\n\n実行権限\n\nAdminロール\n\nリクエスト形式\n\nGET /a/version/b\n\nステータスコード\n\nステータスコード\n\nメッセージ\n\n説明\n\n200\n\nOK\n\n"
        + "成功しました。\n")]
    [InlineData(
        "ops-center",
        "Getting the version\n\nThe following request gets the version.\n\nExecution permission\n\nNo role is required to run this API request.\n\n"
        + "Request line\n\nGET base-URL/configuration/version\n\nRequest message\n\nObject ID\n\nNone.\n\nQuery parameters\n\nNone.\n\nBody\n\nNone.\n\n"
        + "Response message\n\nBody\n\n{\n  \"productName\": \"x\"\n}\n\nAttribute\n\nType\n\nDescription\n\nproductName\n\nstring\n\nName\n\nStatus codes\n"
        + "\nFor details on the status codes of the API, see the description.\n")]
    [InlineData(
        "oceanstor",
        "Interface for Modifying the Time Zone\n\nFunction\n\nModifies the time zone.\n\nURL\n\n"
        + "https://${ip}:${port}/deviceManager/rest/${deviceId}/system_timezone\n\nAccess Method\n\nPUT\n\nParameters\n\nParameter |\n"
        + "Mandatory/Optional/Conditional |\nType |\nDescription |\n---|---|---|---|\nZONE |\nMandatory |\nstring |\nName of the zone. |\n\nResult\n\nN/A\n")]
    public void The_profile_of_a_manual_is_found(string name, string page)
    {
        var choice = ProfileChoice.Choose(Support.Drafting.Read(page), section: null, TestContext.Current.CancellationToken);

        Assert.Equal(name, choice.Profile.Name);
        Assert.Empty(Support.Drafting.Draft(page, name).Draft.Unread);
    }

    [Fact]
    public void A_heading_is_under_the_one_above_it_of_a_higher_level()
    {
        const string Text = "profile: mine\nextends: base\nheadings:\n  example/response body: [Example > Answer]\n  response: [Answer]\n";
        const string Page = "<html><body><h1>Set a rack</h1><h2>Request</h2><p>PUT /racks</p><h2>Example</h2><h3>Request body</h3><pre>{ \"a\": 1 }</pre>"
            + "<h3>Answer</h3><pre>{ \"b\": 2 }</pre>";
        var profile = ProfileReader.Read(Text, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;

        var draft = Support.Drafting.Draft(Support.Drafting.Read(Page, "page.html"), profile);

        Assert.Contains("    response body: |\n      { \"b\": 2 }\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("response:  # from the example\n  b: int", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query: [Search options]", "Search options", "query:\n  level?: int\n")]
    [InlineData("query: [Parameters]", "Parameters", "query:\n  level?: int\n")]
    [InlineData("parameters: [Query data]", "Query data", "body:  # check: the body\n  level: int required not stated\n")]
    public void The_profile_decides_whether_parameters_can_be_in_the_body(string heading, string printed, string rows)
    {
        var text = "profile: mine\nextends: base\nunstated:\n  query: optional\nheadings:\n  " + heading + "\n";
        var profile = ProfileReader.Read(text, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = "<html><body><h1>Set lamps</h1><h2>Request</h2><p>POST /lamps</p><h2>" + printed + "</h2>"
            + Support.HtmlSection.Table("Name,Type", "level,integer") + "</body></html>";

        var draft = Support.Drafting.Draft(Support.Drafting.Read(page, "page.html"), profile);

        Assert.Contains("\n" + rows, draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    // 'Response' is part of an example for one of the profiles, which would make the text under it a message.
    [Fact]
    public void The_profile_of_another_manual_is_refused()
    {
        const string Page = "Create a rack\n\nPOST /racks\n\nParameters\n\nName\tType\tRequired\tDescription\nname\tstring\tYes\tThe name.\n\n"
            + "Example request\n\n{\n  \"name\": \"A\"\n}\n\nResponse\n\nRacks are heavy.\n\nMost of them\n\nare of steel.\n\n"
            + "Some of them\n\nare of wood.\n";

        var choice = ProfileChoice.Choose(Support.Drafting.Read(Page), section: null, TestContext.Current.CancellationToken);

        Assert.Equal(ShippedProfiles.Base, choice.Profile.Name);
        Assert.True(choice.IsFitting);
        Assert.Contains(choice.Refused, static refused => refused.StartsWith("oceanstor: ", StringComparison.Ordinal)
            && refused.EndsWith(", no term of its own manual", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_that_reads_no_more_of_the_page_is_not_named()
        => Assert.Empty(
            ProfileChoice.Choose(Support.Drafting.Read(Support.HtmlSection.Top, "page.html"), section: null, TestContext.Current.CancellationToken).Refused);

    [Fact]
    public void Each_profile_is_named_with_its_reason_if_none_fits()
    {
        var choice = ProfileChoice.Choose(Support.Drafting.Read("Some text\n\nof a page\n"), section: null, TestContext.Current.CancellationToken);

        Assert.All(ShippedProfiles.Names, name => Assert.Contains(name + ": 0 headings known, ", choice.Reason, StringComparison.Ordinal));
        Assert.Contains(", no term of its own manual, no request line", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_no_profile_knows_is_said_to_fit_none()
    {
        var page = Support.Drafting.Read("Some text\n\nthat is\n\nno section\n\nof a manual\n");
        var choice = ProfileChoice.Choose(page, section: null, TestContext.Current.CancellationToken);

        Assert.False(choice.IsFitting);
        Assert.Equal(ShippedProfiles.Base, choice.Profile.Name);
        var other = Support.Drafting.Read(Support.HtmlSection.Top, "page.html");
        choice = ProfileChoice.Choose(other, section: null, TestContext.Current.CancellationToken);
        Assert.True(choice is { IsFitting: true, Profile.Name: ShippedProfiles.Base });
    }

    [Fact]
    public void A_heading_knows_the_heading_that_it_is_under()
    {
        const string Page = "Setting a name\n\nRequest line\n\nPUT /things/{id}\n\nRequest message\n\nBody\n\nAttribute\n\nType\n\nDescription\n\nname\n\n"
            + "string\n\n(Required)\n\nResponse message\n\nBody\n\nAttribute\n\nType\n\nDescription\n\nstate\n\nint\n\nThe state\n";

        var text = Support.Drafting.Draft(Page, "ops-center").Written.Text;

        Assert.Contains("body:\n  name: string\n", text, StringComparison.Ordinal);
        Assert.Contains("response:\n  state: int - The state\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_a_person_extends_a_shipped_one()
    {
        var (profile, diagnostics) = ProfileReader.Read(
            "profile: mine\nextends: base\nheadings:\n  function: [What it does]\n  request: [How to call it]\ntypes:\n  Whole number: int\nunstated:\n"
            + "  query: optional\n", ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);

        var draft = Support.Drafting.Draft(
            Support.Drafting.Read("Turning the pump on\n\nWhat it does\n\nTurns the pump on.\n\nHow to call it\n\nPOST /pumps/{pump}/on\n\nQuery parameters\n"
                + "\nName\n\nType\n\nDescription\n\nspeed\n\nWhole number\n\nHow fast\n"), profile!);

        Assert.Contains("function: Turns the pump on.\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("  speed?: int - How fast\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("  pump: unknown  # check: the type of 'pump'\n", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_of_profiles_are_errors()
        => Assert.Equal(
            SpecSeverity.Error,
            ProfileReader.Read("profile: x\nnope: 1\n", ShippedProfiles.Find, TestContext.Current.CancellationToken).Diagnostics[0].Rule.Severity);
}
