using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Examples;

/// <summary>Reports contradictions inside one pasted text, unless the section's errata know them.</summary>
internal sealed class ExampleReport(BindingReport report, SpecSource source, string pointer, string text)
{
    private readonly PastedLines _lines = new(text);

    public string Text { get; } = text;

    public void Add(SpecRule rule, PastedPart part, params string[] arguments)
    {
        var printed = part.Text.Trim().Trim('"');
        if (source.File.Section!.Errata.Any(erratum => string.Equals(erratum.Printed.Trim(), printed, StringComparison.Ordinal)))
            return;
        var (line, column) = _lines.PositionOf(part.Offset);
        report.Add(new BindingDiagnostic(rule, source.Path, pointer + SpecLocations.Text, line, column, part.Length, arguments.ToEquatableArray()));
    }

    /// <summary>What stands in the section instead of what the page prints; null: no erratum says so.</summary>
    public string? CorrectionOf(string printed)
        => source.File.Section!.Errata.FirstOrDefault(erratum => string.Equals(erratum.Printed.Trim(), printed, StringComparison.Ordinal))?.Here.Trim();

    public PastedPart Part(int start, int length) => new(Text.Substring(start, Math.Max(0, Math.Min(length, Text.Length - start))), start);

    public string Hint(string name, IEnumerable<string> candidates) => report.Hint(name, candidates);
}
