using System.Globalization;
using System.Text;
using ApiSpec.Language.Reading;
using Xunit;

namespace ApiSpec.Reader.Tests;

public sealed class LimitTests
{
    [Fact]
    public void A_file_of_the_largest_size_is_read()
    {
        var section = Spec.Section("notes: ");
        Assert.Empty(Spec.Diagnostics(section + new string('x', SpecReader.MaximumLength - section.Length)));
    }

    [Fact]
    public void A_file_that_is_one_character_too_large_has_one_diagnostic()
        => Assert.Equal(
            ["APISPEC0001 1:1+0 This file has 1,048,577 characters, and the limit is 1,048,576; put each section of the reference in a separate file"],
            Spec.Diagnostics(new string('x', SpecReader.MaximumLength + 1)));

    [Fact]
    public void Thirty_two_levels_are_read()
    {
        // The file, 'response', and a mapping for each level.
        var parsed = Spec.Read(Spec.Section("response:\n" + Levels(30) + new string(' ', 32) + "a: string\n"));
        Assert.Empty(parsed.Diagnostics);
        Assert.NotNull(parsed.File);
    }

    [Fact]
    public void Thirty_three_levels_have_one_diagnostic()
    {
        var mistake = Assert.Single(Spec.Diagnostics(Spec.Section("response:\n" + Levels(31) + new string(' ', 33) + "a: string\n")));
        Assert.StartsWith("APISPEC0002 36:34+1 Values are nested more than 32 levels deep here", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: [")]
    public void Unlimited_depth_has_one_diagnostic(string opening)
        => Assert.Single(Spec.Diagnostics(string.Concat(Enumerable.Repeat(opening, 200_000))));

    [Fact]
    public void Deeply_nested_constants_do_not_overflow_the_stack()
        => Assert.NotEmpty(Spec.Diagnostics(Spec.Section("response:\n  a: string " + string.Concat(Enumerable.Repeat("= 'x' ", 100_000)) + "\n")));

    [Fact]
    public void A_type_that_nests_without_limit_is_reported()
    {
        var mistakes = Spec.Diagnostics(
            Spec.Section("response:\n  a: " + new string('(', 100_000) + "\n  b: string" + string.Concat(Enumerable.Repeat("[]", 10_000)) + "\n"));
        Assert.Equal(2, mistakes.Length);
        Assert.All(mistakes, static mistake => Assert.Contains("it nests more than 32 levels deep", mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_hundred_diagnostics_are_shown_in_the_order_of_the_file()
    {
        var rows = new StringBuilder();
        for (var i = 0; i < 150; i++)
            rows.Append(CultureInfo.InvariantCulture, $"  a{i}: =\n");
        var mistakes = Spec.Diagnostics(Spec.Section("response:\n" + rows + "unknown1: x\n"));
        Assert.Equal(101, mistakes.Length);
        Assert.Equal(
            Enumerable.Range(5, 100).Select(static line => "APISPEC0120 " + line.ToString(CultureInfo.InvariantCulture)),
            mistakes.Take(100).Select(static mistake => mistake.Split(':')[0]));
        Assert.StartsWith("APISPEC0003 105:", mistakes[100], StringComparison.Ordinal);
        Assert.EndsWith("This file has 51 more diagnostics; fix the first ones to see them", mistakes[100], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_diagnostics_are_all_shown()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(static i => "  a" + i.ToString(CultureInfo.InvariantCulture) + ": =\n"));
        Assert.Equal(100, Spec.Diagnostics(Spec.Section("response:\n" + rows)).Length);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("a.apispec.yaml", Specs.Founding, source.Token));
    }

    private static string Levels(int count)
        => string.Concat(Enumerable.Range(1, count).Select(static level => new string(' ', level + 1) + "a:\n"));
}
