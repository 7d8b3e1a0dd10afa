using System.Reflection;
using ApiSpec.Language.Diagnostics;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Every diagnostic of a single file, with its id, position and message.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, string[]> Table =>
    [
        .. YamlTextDiagnosticTests.Table,
        .. YamlStructureDiagnosticTests.Table,
        .. CharacterDiagnosticTests.Table,
        .. LayoutDiagnosticTests.Table,
        .. KeyDiagnosticTests.Table,
        .. NameDiagnosticTests.Table,
        .. RequestDiagnosticTests.Table,
        .. RowDiagnosticTests.Table,
        .. RowNameDiagnosticTests.Table,
        .. StatusDiagnosticTests.Table,
        .. ApiFileDiagnosticTests.Table,
        .. BodyDiagnosticTests.Table,
        .. TableDiagnosticTests.Table,
    ];

    public static TheoryData<string> Right => LayoutDiagnosticTests.Right;

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_error_is_reported_at_its_own_characters(string text, string[] mistakes) => Assert.Equal(mistakes, Spec.Diagnostics(Decode(text)));

    [Theory]
    [MemberData(nameof(Right))]
    public void Correct_text_that_resembles_an_error_is_not_reported(string keys) => Assert.Empty(Spec.Diagnostics(Spec.Section(keys)));

    [Fact]
    public void The_table_covers_every_rule_for_one_file()
    {
        var shown = Table.SelectMany(static row => row.Data.Item2).Select(static mistake => mistake.Split(' ')[0]).ToHashSet();
        var missing = Rules().Select(static rule => rule.Id).Where(id => !shown.Contains(id));
        // These three need files that are too large for a table. LimitTests covers them.
        Assert.Equal(["APISPEC0001", "APISPEC0002", "APISPEC0003"], missing);
    }

    [Fact]
    public void No_two_rules_have_the_same_id() => Assert.Distinct(Rules().Select(static rule => rule.Id));

    /// <summary>Returns the rules that reading one file can report.</summary>
    private static IEnumerable<SpecRule> Rules()
        => typeof(SpecRules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (SpecRule)field.GetValue(null)!)
            .Where(static rule => string.CompareOrdinal(rule.Id, "APISPEC0200") < 0);

    private static string Decode(string text)
        => text.Replace('→', '\t').Replace('␁', '\u0001').Replace("⟨a key of 1,001 letters⟩", new string('k', 1_001), StringComparison.Ordinal);
}
