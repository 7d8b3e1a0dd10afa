using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The words for the editions that have something, as remarks of a row and as keys.</summary>
internal static class EditionRemarks
{
    /// <summary>The word before the first edition that no longer has it.</summary>
    public const string Before = "before";

    /// <summary>Returns two words that cannot be combined, if a reference has both for one thing. The second one repeats or contradicts the first.</summary>
    public static (string First, string Second)? Clash(EditionRange editions)
    {
        if (editions.Only is not null)
        {
            var other = editions.Since is not null ? "since"
                : editions.Until is not null ? "until"
                : editions.Before is not null ? Before
                : editions.Except.Count > 0 ? "except"
                : null;
            return other is null ? null : ("only", other);
        }

        return editions is { Until: not null, Before: not null } ? (Before, "until") : null;
    }
}
