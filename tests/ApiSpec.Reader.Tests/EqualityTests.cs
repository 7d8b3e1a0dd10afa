using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>An edit that only moves text leaves the model equal, so that nothing is generated again.</summary>
public sealed class EqualityTests
{
    public static TheoryData<string> Files => [Specs.Founding, Specs.Api];

    [Theory]
    [MemberData(nameof(Files))]
    public void Comments_and_empty_lines_change_places_and_nothing_else(string text)
    {
        var moved = "# first\n\n" + text.Replace("\nroles:", "\n# roles\n\nroles:", StringComparison.Ordinal);
        var (before, after) = (Spec.Read(text), Spec.Read(moved));
        Assert.Equal(before.File, after.File);
        Assert.NotEqual(before.Locations, after.Locations);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Line_endings_change_nothing(string text)
    {
        Assert.Equal(Spec.Read(text).File, Spec.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal)).File);
        Assert.Equal(Spec.Read(text).File, Spec.Read(text.Replace('\n', '\r')).File);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_byte_order_mark_changes_places_only(string text)
    {
        var (before, after) = (Spec.Read(text), Spec.Read("\uFEFF" + text));
        Assert.Equal(before.File, after.File);
        Assert.Equal(before.Locations.Entries.Select(static entry => entry.Span.Start + 1), after.Locations.Entries.Select(static entry => entry.Span.Start));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_text_gives_an_equal_result(string text) => Assert.Equal(Spec.Read(text), Spec.Read(text));

    [Fact]
    public void Places_count_the_mark_and_both_characters_of_a_line_ending()
    {
        const string text = "\uFEFFrequest: GET /x\r\nstatus: [200]\r\nreponse: Task\r\n";
        var mistake = Spec.Read(text).Diagnostics.Single(static diagnostic => diagnostic.Rule.Id == "APISPEC0100");
        Assert.Equal("reponse", text.Substring(mistake.Span.Start, mistake.Span.Length));
        Assert.Equal((2, 0, 7), (mistake.Span.StartLine, mistake.Span.StartColumn, mistake.Span.EndColumn));
    }

    [Fact]
    public void A_changed_word_changes_the_model()
        => Assert.NotEqual(Spec.Read(Specs.Founding).File, Spec.Read(Specs.Founding.Replace("instanceID of", "number of", StringComparison.Ordinal)).File);
}
