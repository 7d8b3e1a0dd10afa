using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Examples;

/// <summary>Reports contradictions inside one pasted text, unless the errata of the section explain them.</summary>
/// <param name="session">The section.</param>
/// <param name="pointer">The element of the pasted text.</param>
/// <param name="text">The pasted text.</param>
/// <param name="body">The body in that text; null: the text as a whole.</param>
internal sealed class ExampleReport(ExampleSession session, string pointer, string text, PastedBody? body = null)
{
    /// <summary>An example with more diagnostics probably belongs to another section. After the first ones are fixed, the rest becomes visible.</summary>
    public const int MaxDiagnostics = 10 * DiagnosticBag.Limit;

    private readonly PastedLines _lines = new(text);
    private int _diagnostics;

    /// <summary>The text that is compared.</summary>
    public string Text { get; } = body?.Text ?? text;

    /// <summary>Returns a report about a body inside this text.</summary>
    public ExampleReport Of(PastedBody inner) => new(session, pointer, text, inner);

    public void Add(SpecRule rule, PastedPart part, params string[] arguments)
    {
        var printed = part.Text.Trim().Trim('"');
        if (session.Errata.CorrectionOf(printed) is not null || ++_diagnostics > MaxDiagnostics)
            return;
        // The unescaped text of a command can be longer than the printed text.
        var offset = Math.Min(part.Offset, text.Length);
        var (line, column) = _lines.PositionOf(offset);
        var length = Math.Min(part.Length, text.Length - offset);
        session.Report.Add(new ElementDiagnostic(rule, session.Path, pointer + SpecLocations.Text, line, column, length, arguments.ToEquatableArray()));
    }

    public PastedPart Part(int start, int length)
        => new(Text.Substring(start, Math.Max(0, Math.Min(length, Text.Length - start))), body?.OffsetOf(start) ?? start);

    public string Hint(string name, IEnumerable<string> candidates) => session.Report.Hint(name, candidates);
}
