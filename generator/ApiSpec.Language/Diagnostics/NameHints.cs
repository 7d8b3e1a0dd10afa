namespace ApiSpec.Language.Diagnostics;

/// <summary>Compares unknown names with known ones.</summary>
/// <remarks>
/// A project with thousands of unknown names, or of names that could be meant, would take long to compare, and has another problem than their spelling.
/// </remarks>
internal sealed class NameHints
{
    private const int MostCompared = 1000;

    private int _hints;
    private int _nearest;

    /// <summary>The end of a message about an unknown name: the nearest right one, or nothing.</summary>
    public string Hint(string name, IEnumerable<string> candidates)
        => Compared(candidates, ref _hints) is { } compared ? NearestName.Hint(name, compared) : "";

    /// <summary>The name that is nearest to an unknown one; null where none is near.</summary>
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
