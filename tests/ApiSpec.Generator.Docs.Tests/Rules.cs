using System.Reflection;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The catalogue of diagnostics.</summary>
internal static class Rules
{
    public static IReadOnlyList<SpecRule> All { get; } =
    [
        .. typeof(SpecRules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (SpecRule)field.GetValue(null)!)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Ids => All.Select(static rule => rule.Id);

    public static SpecRule Find(string id) => All.Single(rule => rule.Id == id);

    public static string SeverityOf(SpecRule rule) => rule.Severity.ToString().ToLowerInvariant();
}
