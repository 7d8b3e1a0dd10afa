using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>What the readers of one file share: its text, the diagnostics found, and the places of what was read.</summary>
internal sealed class ReadingContext(SpecText text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, SpecSpan> _places = new(StringComparer.Ordinal);
    private readonly List<SpecLocation> _locations = [];
    private int _hints;

    public SpecText Text { get; } = text;

    /// <summary>What the file says that its page does not show.</summary>
    public OpenFacts Open { get; } = new();

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>How many diagnostics were found so far.</summary>
    public int DiagnosticCount => diagnostics.Count;

    /// <summary>Whether YAML ends the file before its text ends, so that what is missing may be in the rest.</summary>
    public bool IsCutOff { get; } = diagnostics.Has(SpecRules.SecondDocument);

    public void Report(SpecRule rule, YamlNode node, params string[] arguments) => diagnostics.Report(rule, Text.SpanOf(node), arguments);

    /// <summary>Reports a diagnostic inside the text of a scalar at its own characters.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="scalar">The scalar.</param>
    /// <param name="offset">Where the text that the diagnostic was found in begins inside the scalar's value.</param>
    public void Report(TextDiagnostic diagnostic, YamlScalar scalar, int offset = 0)
        => Report(diagnostic.Rule, Text.SpanOf(scalar, offset + diagnostic.Offset, diagnostic.Length), diagnostic.Arguments);

    public void Report(SpecRule rule, SpecSpan span, params string[] arguments) => diagnostics.Report(rule, span, arguments);

    /// <summary>The end of a message about an unknown name: the nearest right one, or nothing.</summary>
    /// <remarks>A file with thousands of unknown names has another problem than their spelling, and would take long to compare.</remarks>
    public string Hint(string name, IReadOnlyCollection<string> candidates) => IsTooMuch(candidates) ? "" : NearestName.Hint(name, candidates);

    /// <summary>The known name that an unknown one is meant as; null where none is near.</summary>
    public string? Nearest(string name, IReadOnlyCollection<string> candidates) => IsTooMuch(candidates) ? null : NearestName.Find(name, candidates);

    private bool IsTooMuch(IReadOnlyCollection<string> candidates) => candidates.Count > 1000 || ++_hints > 2 * DiagnosticBag.Limit;

    /// <summary>Remembers where something stands. The first place wins.</summary>
    public void Locate(string pointer, SpecSpan span)
    {
        if (_places.ContainsKey(pointer))
            return;
        _places.Add(pointer, span);
        _locations.Add(new SpecLocation(pointer, span));
    }

    /// <summary>Remembers the places of all keys, values and items of a tree.</summary>
    public void LocateAll(YamlNode node, string pointer)
    {
        CancellationToken.ThrowIfCancellationRequested();
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    var child = pointer + "/" + entry.Name;
                    Locate(child, Text.SpanOf(entry.Key));
                    Locate(child + SpecLocations.Value, Text.SpanOf(entry.Value));
                    LocateAll(entry.Value, child);
                }

                break;
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    var child = ItemPointer(pointer, i);
                    Locate(child, Text.SpanOf(sequence.Items[i]));
                    LocateAll(sequence.Items[i], child);
                }

                break;
        }
    }

    public SpecLocations Locations() => new(_locations.ToEquatableArray());

    public static string ItemPointer(string pointer, int index)
        => pointer + "/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a value is, for a message about what it should be.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlSequence => "a list",
        YamlMapping => "a mapping",
        _ => "text",
    };
}
