using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>The key <c>requires</c> of version 0.1: <c>{ rack: [room, site] }</c>.</summary>
internal static class OldRequires
{
    public const string Key = "requires";

    /// <summary>Returns pairs: a name of a rule, and a name that must be present when it is.</summary>
    public static IEnumerable<(string Name, string Needed)> Of(YamlMapping rules)
    {
        foreach (var rule in rules.Entries)
        {
            IEnumerable<YamlNode> needed = rule.Value is YamlSequence list ? list.Items : [rule.Value];
            foreach (var name in needed.OfType<YamlScalar>())
            {
                if (name is { IsMissing: false, IsBroken: false })
                    yield return (rule.Name, name.Value);
            }
        }
    }
}
