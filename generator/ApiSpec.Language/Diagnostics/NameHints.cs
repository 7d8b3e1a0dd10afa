namespace ApiSpec.Language.Diagnostics;

/// <summary>Compares unknown names with known ones.</summary>
/// <remarks>
/// In a project with thousands of unknown or candidate names, the comparison would take long, and the problem is hardly a misspelling.
/// </remarks>
internal sealed class NameHints
{
    private const int MostCompared = 1000;

    private int _hints;
    private int _nearest;

    /// <summary>Returns the end of a message about an unknown name: the nearest known name, or an empty string.</summary>
    public string Hint(string name, IEnumerable<string> candidates)
        => Compared(candidates, ref _hints) is { } compared ? NearestName.Hint(name, compared) : "";

    /// <summary>Returns the known name nearest to an unknown one; null if none is near.</summary>
    public string? Nearest(string name, IEnumerable<string> candidates)
        => Compared(candidates, ref _nearest) is { } compared ? NearestName.Find(name, compared) : null;

    private static List<string>? Compared(IEnumerable<string> candidates, ref int count)
    {
        if (++count > 2 * DiagnosticBag.Limit)
            return null;
        var compared = candidates.Take(MostCompared + 1).ToList();
        return compared.Count > MostCompared ? null : compared;
    }
}
