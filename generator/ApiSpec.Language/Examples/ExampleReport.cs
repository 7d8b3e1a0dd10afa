using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Examples;

/// <summary>Reports contradictions inside one pasted text, unless the section's errata know them.</summary>
internal sealed class ExampleReport(ExampleSession session, string pointer, string text)
{
    /// <summary>A text with more of them is none of this section, and whoever mends the first ones sees the rest.</summary>
    public const int MaxMistakes = 10 * DiagnosticBag.Limit;

    private readonly PastedLines _lines = new(text);
    private int _mistakes;

    public string Text { get; } = text;

    public void Add(SpecRule rule, PastedPart part, params string[] arguments)
    {
        var printed = part.Text.Trim().Trim('"');
        if (session.Errata.CorrectionOf(printed) is not null || ++_mistakes > MaxMistakes)
            return;
        var (line, column) = _lines.PositionOf(part.Offset);
        session.Report.Add(new ElementDiagnostic(rule, session.Path, pointer + SpecLocations.Text, line, column, part.Length, arguments.ToEquatableArray()));
    }

    public PastedPart Part(int start, int length) => new(Text.Substring(start, Math.Max(0, Math.Min(length, Text.Length - start))), start);

    public string Hint(string name, IEnumerable<string> candidates) => session.Report.Hint(name, candidates);
}
