using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The errata of a section, as far as they concern its examples.</summary>
internal sealed class Errata
{
    private readonly Dictionary<string, string> _corrections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _omitted = new(StringComparer.Ordinal);

    public Errata(EquatableArray<Erratum> errata)
    {
        foreach (var erratum in errata)
        {
            if (erratum.Printed is not { } text)
                _omitted.Add(erratum.Here.Trim());
            else if (Bare(text) is var printed && !_corrections.ContainsKey(printed))
                _corrections.Add(printed, erratum.Here.Trim());
        }
    }

    /// <summary>A section without errata.</summary>
    public static Errata None { get; } = new([]);

    /// <summary>
    /// Returns the corrected string for a printed one; null: no erratum corrects it. Spaces and quotation marks around the printed string do not matter.
    /// </summary>
    public string? CorrectionOf(string printed) => _corrections.TryGetValue(Bare(printed), out var here) ? here : null;

    /// <summary>Whether an erratum says that the examples leave out the name.</summary>
    public bool IsOmitted(string name) => _omitted.Contains(name);

    /// <summary>Returns a printed string without the spaces and quotation marks around it.</summary>
    public static string Bare(string printed) => printed.Trim().Trim('"').Trim();
}
