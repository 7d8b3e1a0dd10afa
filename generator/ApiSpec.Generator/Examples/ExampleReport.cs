using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Examples;

/// <summary>Reports contradictions inside one pasted text, unless the section's errata know them.</summary>
internal sealed class ExampleReport(BindingReport report, SpecSource source, string pointer, string text)
{
    /// <summary>A text with more of them is none of this section, and whoever mends the first ones sees the rest.</summary>
    private const int MaxMistakes = 10 * DiagnosticBag.Limit;

    private readonly PastedLines _lines = new(text);
    private Dictionary<string, string>? _errata;
    private int _mistakes;

    public string Text { get; } = text;

    public void Add(SpecRule rule, PastedPart part, params string[] arguments)
    {
        var printed = part.Text.Trim().Trim('"');
        if (CorrectionOf(printed) is not null || ++_mistakes > MaxMistakes)
            return;
        var (line, column) = _lines.PositionOf(part.Offset);
        report.Add(new BindingDiagnostic(rule, source.Path, pointer + SpecLocations.Text, line, column, part.Length, arguments.ToEquatableArray()));
    }

    /// <summary>Reports that an example lacks something, unless an erratum says so.</summary>
    public void AddMissing(SpecRule rule, PastedPart part, string name, params string[] arguments)
    {
        if (source.File.Section!.Errata.All(erratum => erratum.Printed is not null || !string.Equals(erratum.Here.Trim(), name, StringComparison.Ordinal)))
            Add(rule, part, arguments);
    }

    /// <summary>What stands in the section instead of what the page prints; null: no erratum says so.</summary>
    public string? CorrectionOf(string printed) => (_errata ??= Errata()).TryGetValue(printed, out var here) ? here : null;

    public PastedPart Part(int start, int length) => new(Text.Substring(start, Math.Max(0, Math.Min(length, Text.Length - start))), start);

    public string Hint(string name, IEnumerable<string> candidates) => report.Hint(name, candidates);

    private Dictionary<string, string> Errata()
    {
        var errata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var erratum in source.File.Section!.Errata)
        {
            var printed = erratum.Printed?.Trim();
            if (printed is not null && !errata.ContainsKey(printed))
                errata.Add(printed, erratum.Here.Trim());
        }

        return errata;
    }
}
