using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>The state that the readers of one file share: its text, its diagnostics, and the positions of its elements.</summary>
internal sealed class ReadingContext(SpecText text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, SpecSpan> _places = new(StringComparer.Ordinal);
    private readonly List<SpecLocation> _locations = [];
    private int _hints;

    public SpecText Text { get; } = text;

    /// <summary>The facts that the file marks as not shown by its page.</summary>
    public OpenFacts Open { get; } = new();

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The number of diagnostics so far.</summary>
    public int DiagnosticCount => diagnostics.Count;

    /// <summary>Whether YAML ends the file before its text ends, so that the rest can contain keys that seem to be missing.</summary>
    public bool IsCutOff { get; } = diagnostics.Has(SpecRules.SecondDocument);

    public void Report(SpecRule rule, YamlNode node, params string[] arguments) => diagnostics.Report(rule, Text.SpanOf(node), arguments);

    /// <summary>Reports a diagnostic at its exact characters inside a scalar.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="scalar">The scalar.</param>
    /// <param name="offset">The offset, in the scalar's value, of the string that the diagnostic refers to.</param>
    public void Report(TextDiagnostic diagnostic, YamlScalar scalar, int offset = 0)
        => Report(diagnostic.Rule, Text.SpanOf(scalar, offset + diagnostic.Offset, diagnostic.Length), diagnostic.Arguments);

    public void Report(SpecRule rule, SpecSpan span, params string[] arguments) => diagnostics.Report(rule, span, arguments);

    /// <summary>Returns the end of a message about an unknown name: the nearest known name, or an empty string.</summary>
    /// <remarks>A file with thousands of unknown names does not suffer from misspellings, and the comparison would take long.</remarks>
    public string Hint(string name, IReadOnlyCollection<string> candidates) => IsTooMuch(candidates) ? "" : NearestName.Hint(name, candidates);

    /// <summary>Returns the known name that an unknown one probably means; null if none is near.</summary>
    public string? Nearest(string name, IReadOnlyCollection<string> candidates) => IsTooMuch(candidates) ? null : NearestName.Find(name, candidates);

    private bool IsTooMuch(IReadOnlyCollection<string> candidates) => candidates.Count > 1000 || ++_hints > 2 * DiagnosticBag.Limit;

    /// <summary>Records the position of an element. The first position is kept.</summary>
    public void Locate(string pointer, SpecSpan span)
    {
        if (_places.ContainsKey(pointer))
            return;
        _places.Add(pointer, span);
        _locations.Add(new SpecLocation(pointer, span));
    }

    /// <summary>Records the positions of all keys, values and items of a tree.</summary>
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

    /// <summary>Describes the kind of a value, for a message about the kind that it should have.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlSequence => "a list",
        YamlMapping => "a mapping",
        _ => "text",
    };
}
