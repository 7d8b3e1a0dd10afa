using ApiSpec.Generator.Tests.Running;
using Xunit;
using Xunit.Sdk;

namespace ApiSpec.Generator.Tests;

/// <summary>Snapshots fail if something differs, is new or is left over, and show it.</summary>
public sealed class SnapshotVerifierTests : IDisposable
{
    private const string Prefix = "Tests.Kitchen";

    private readonly string _folder = Directory.CreateTempSubdirectory("apispec-snapshots-").FullName;

    private static readonly Dictionary<string, string> Modern = new() { ["A.g.cs"] = "one\ntwo\nthree\nfour\nfive\n", ["B.g.cs"] = "same\n" };

    private static readonly Dictionary<string, string> Old = new() { ["A.g.cs"] = "one\ntwo\nthree\nFOUR\nfive\n", ["B.g.cs"] = "same\n" };

    [Fact]
    public void Approved_files_pass_and_the_version_of_the_generator_does_not_matter()
    {
        Approve("Tests.Kitchen#A.verified.cs", "[GeneratedCode(\"ApiSpec\", \"{version}\")]\n");

        SnapshotVerifier.Compare(new Dictionary<string, string> { ["A.g.cs"] = "[GeneratedCode(\"ApiSpec\", \"1.2.3\")]\n" }, _folder, Prefix);
    }

    [Fact]
    public void New_changed_and_left_over_files_fail()
    {
        Approve("Tests.Kitchen#A.verified.cs", "one\n");
        Approve("Tests.Kitchen#Gone.verified.cs", "gone\n");

        var message = MessageOf(() => SnapshotVerifier.Compare(Modern, _folder, Prefix));

        Assert.Contains("changed: Tests.Kitchen#A\n", message, StringComparison.Ordinal);
        Assert.Contains("+ two\n", message, StringComparison.Ordinal);
        Assert.Contains("new: Tests.Kitchen#B", message, StringComparison.Ordinal);
        Assert.Contains("no longer generated: Tests.Kitchen#Gone\n", message, StringComparison.Ordinal);
        Assert.Equal(Modern["B.g.cs"], File.ReadAllText(Path.Combine(_folder, "Tests.Kitchen#B.received.cs")));
    }

    [Fact]
    public void A_difference_shows_changed_lines_with_their_neighbours_and_no_file_that_is_the_same()
        => Assert.Equal("--- A.g.cs\n+++ A.g.cs\n@@\n three\n-four\n+FOUR\n five\n", SnapshotVerifier.DifferenceOf(Old, Modern));

    [Fact]
    public void A_difference_shows_a_file_that_one_of_the_two_lacks()
    {
        var more = new Dictionary<string, string>(Modern) { ["C.g.cs"] = "only\n" };

        Assert.Equal("--- /dev/null\n+++ C.g.cs\n@@\n+only\n", SnapshotVerifier.DifferenceOf(more, Modern));
        Assert.Equal("--- C.g.cs\n+++ /dev/null\n@@\n-only\n", SnapshotVerifier.DifferenceOf(Modern, more));
    }

    [Fact]
    public void A_difference_passes_when_it_is_approved_and_fails_when_it_changes()
    {
        var message = MessageOf(() => SnapshotVerifier.CompareDifference(Old, Modern, _folder, Prefix));
        Assert.Contains("new: Tests.Kitchen", message, StringComparison.Ordinal);
        File.Move(Path.Combine(_folder, "Tests.Kitchen.received.diff"), Path.Combine(_folder, "Tests.Kitchen.verified.diff"));
        SnapshotVerifier.CompareDifference(Old, Modern, _folder, Prefix);

        var shorter = new Dictionary<string, string>(Old) { ["A.g.cs"] = "one\ntwo\nthree\nFOUR\n" };
        Assert.Contains("-five", MessageOf(() => SnapshotVerifier.CompareDifference(shorter, Modern, _folder, Prefix)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_leaves_no_snapshots_of_whole_files()
    {
        Approve("Tests.Kitchen.verified.diff", SnapshotVerifier.DifferenceOf(Old, Modern));
        Approve("Tests.Kitchen_of_another#A.verified.cs", "");
        SnapshotVerifier.CompareDifference(Old, Modern, _folder, Prefix);
        Approve("Tests.Kitchen#A.verified.cs", "");

        Assert.Contains(
            "no longer generated: Tests.Kitchen#A", MessageOf(() => SnapshotVerifier.CompareDifference(Old, Modern, _folder, Prefix)),
            StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string MessageOf(Action compare) => Assert.Throws<TrueException>(compare).Message.ReplaceLineEndings("\n");

    private void Approve(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
