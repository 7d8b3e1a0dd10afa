using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Facts in the cell of the name.</summary>
public sealed class NameFactTests
{
    [Theory]
    [InlineData("mode \u2013 since 2.8.1", "mode: string since 2.8.1 - The mode.")]
    [InlineData("mode (since 3.0)", "mode: string since 3.0 - The mode.")]
    [InlineData("mode [added in 3.0]", "mode: string since 3.0 - The mode.")]
    [InlineData("mode (2.9+)", "mode: string since 2.9 - The mode.")]
    [InlineData("mode - removed in 6.0", "mode: string before 6.0 - The mode.")]
    [InlineData("mode (optional, since 4.1)", "mode?: string since 4.1 - The mode.")]
    [InlineData("mode (nullable)", "mode: string or null - The mode.")]
    [InlineData("mode (read-only)", "mode: string read-only - The mode.")]
    [InlineData("mode deprecated", "mode: string - deprecated. The mode.")]
    [InlineData("mode - deprecated since 5.0", "mode: string - deprecated since 5.0. The mode.")]
    [InlineData("[mode]", "mode?: string - The mode.  # check: what the brackets around the name mean")]
    [InlineData("mode (premium only)", "mode: string - The mode.  # check: 'premium only' after the name")]
    public void The_name_is_separated_from_what_follows_it(string name, string row)
    {
        var response = "## Response\n\n| Name | Type | Description |\n|---|---|---|\n| id | integer | The ID. |\n| " + name + " | string | The mode. |\n";

        Has(Markdown("GET /racks", response), "\n  " + row + "\n");
        Has(Support.Drafting.Draft("<h1>Get a rack</h1><h2>Request</h2><p>GET /racks</p><h2>Response</h2>"
            + Table("Name,Type,Description", "id,integer,The ID.", name.Replace(',', ';') + ",string,The mode."), "base", "page.html"), "\n  " + row + "\n");
    }

    private static CheckedDraft Markdown(string request, string rest)
        => Support.Drafting.Draft("# Get a rack\n\n## Request\n\n`" + request + "`\n\n" + rest, "base", "page.md");
}
