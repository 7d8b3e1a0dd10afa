using System.Reflection;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Tool;

/// <summary>The rules and the pages that explain them.</summary>
internal static class RuleCatalog
{
    private static readonly Dictionary<string, SpecRule> s_rules = typeof(SpecRules)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => field.GetValue(null))
        .OfType<SpecRule>()
        .ToDictionary(static rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<SpecRule> All { get; } = [.. s_rules.Values.OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Returns the rule with an id in capitals; null: no such rule.</summary>
    public static SpecRule? Find(string id) => s_rules.GetValueOrDefault(id);

    /// <summary>Returns the page of a rule, in Markdown.</summary>
    public static string PageOf(SpecRule rule)
    {
        using var reader = new StreamReader(typeof(RuleCatalog).Assembly.GetManifestResourceStream(rule.Id + ".md")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
