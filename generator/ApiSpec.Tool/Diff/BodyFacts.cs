using ApiSpec.Language.Declarations;

namespace ApiSpec.Tool.Diff;

/// <summary>The facts about a body in one edition of a reference.</summary>
internal sealed class BodyFacts
{
    /// <summary>The format; null: the page shows no table.</summary>
    public BodyFormat? Format { get; set; }

    /// <summary>The members, by name: <c>items[].id</c>.</summary>
    public Dictionary<string, ValueFact> Values { get; } = new(StringComparer.Ordinal);
}
