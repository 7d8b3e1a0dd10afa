using System.Text.RegularExpressions;
using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>The messages in the README are exactly the compiler's messages.</summary>
public sealed partial class ReadmeMessagesTests
{
    [Fact]
    public void Three_slips_in_the_founding_section_are_reported_as_the_README_shows()
    {
        var readme = GuidePage.All.Single(static page => page.Name == "README.md").Text;
        var shown = Messages().Match(readme).Groups["lines"].Value.TrimEnd('\n').Split('\n');

        var spec = File.ReadAllText(Repository.FoundingSpec);
        spec = Slip(spec, "id: long", "id: lnog");
        spec = Slip(spec, "HTTP/1.1 200 OK", "HTTP/1.1 201 OK");
        spec = Slip(spec, "\"method\" : \"POST\"", "\"metod\" : \"POST\"");

        var reported = SpecCompilation.DiagnosticsOf(new Dictionary<string, string> { ["tasks/rerun-start.apispec.yaml"] = spec });
        Assert.True(shown.SequenceEqual(reported), "The compiler says:\n" + string.Join('\n', reported));
    }

    private static string Slip(string spec, string right, string wrong)
    {
        Assert.Contains(right, spec, StringComparison.Ordinal);
        return spec.Replace(right, wrong, StringComparison.Ordinal);
    }

    [GeneratedRegex("## What an error looks like\n.*?```\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Messages();
}
