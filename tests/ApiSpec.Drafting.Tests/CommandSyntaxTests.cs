using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Commands that show the possible values of their fields.</summary>
public sealed class CommandSyntaxTests
{
    // Facts that the page does not show.
    private const string OpenFacts = "APISPEC0147";

    private const string Syntax = "# Enable the alarm\n\n```\ncurl -X POST -u <user>:<password> http://host:8091/alarms/enable \\\n"
        + "  -d enabled=[true|false] \\\n  -d mode=<loud|quiet> \\\n  -d delay=<seconds>\n```\n";

    [Fact]
    public void Alternatives_are_the_types_of_the_fields_and_no_example()
    {
        var draft = Draft(Syntax);

        Has(draft, "  enabled: boolean required not stated  # from the example\n  mode: enum loud|quiet required not stated  # from the example\n"
            + "  delay: unknown required not stated  # from the example\n");
        Assert.DoesNotContain("examples:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void The_values_of_an_example_show_other_types()
    {
        var draft = Draft(Syntax + "\n## Example\n\n```\ncurl -X POST http://10.0.0.1:8091/alarms/enable -d enabled=true -d mode=loud -d delay=10\n```\n");

        Has(draft, "  delay: long required not stated  # from the example\n");
        Has(draft, "examples:\n  - request header: |\n      curl -X POST http://10.0.0.1:8091/alarms/enable -d enabled=true");
        Assert.DoesNotContain(draft.Spec.Diagnostics, static diagnostic => diagnostic.Rule.Id != OpenFacts);
    }

    [Fact]
    public void The_bar_behind_a_command_ends_it()
    {
        var draft = Draft("# Enable the alarm\n\n```\ncurl -X POST http://host/alarms/enable -d enabled=true | jq .state\n```\n");

        Has(draft, "body form:  # from the example\n  enabled: string required not stated  # from the example\n\nexamples:\n");
    }

    private static Checking.CheckedDraft Draft(string page) => Support.Drafting.Draft(page, "base", "page.md");
}
