using ApiSpec.Specs.Tests.Support;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>The table of <c>specs/jp1ao/README.md</c> is what the specs say.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Readme_is_what_the_specs_say()
    {
        var approved = Path.Combine(Repository.JP1Specs, "README.md");
        var received = Path.Combine(Repository.JP1Specs, "README.received.md");
        var text = CoverageTable.Write();
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"'{approved}' differs from what the specs say. Look at '{received}' beside it, and rename it to approve it.");
    }
}
