using System.Globalization;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Collects the diagnostics of all files, in the form in which compilers print them.</summary>
internal sealed class SpecDiagnostics
{
    private readonly List<string> _lines = [];

    public void AddErrors(string fileName, ParsedSpec parsed)
    {
        foreach (var diagnostic in parsed.Diagnostics)
        {
            if (diagnostic.Rule.Severity == SpecSeverity.Error)
                Add(fileName, diagnostic);
        }
    }

    /// <summary>Adds a line of a pasted example.</summary>
    public void Add(string fileName, ParsedSpec parsed, string pointer, string text, UnreadableLine diagnostic)
    {
        var block = Find(parsed, pointer + SpecLocations.Text);
        var (line, column) = new PastedLines(text).PositionOf(diagnostic.Line.Offset);
        // Text that is not a block follows its key, so the position of the key is the best one.
        var span = block is { } start
            ? start with { StartLine = start.StartLine + line, StartColumn = start.StartColumn + column }
            : Find(parsed, pointer) ?? default;
        Add(fileName, new SpecDiagnostic(SpecRules.ExampleUnreadable, span, [diagnostic.Advice]));
    }

    public void Add(string fileName, SpecDiagnostic diagnostic) => _lines.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"{fileName}({diagnostic.Span.StartLine + 1},{diagnostic.Span.StartColumn + 1}): error {diagnostic.Rule.Id}: {diagnostic.Message}"));

    public void ThrowIfAny()
    {
        if (_lines.Count > 0)
            throw ToException();
    }

    public InvalidSpecException ToException() => new(_lines);

    private static SpecSpan? Find(ParsedSpec parsed, string pointer)
    {
        foreach (var entry in parsed.Locations.Entries)
        {
            if (entry.Pointer == pointer)
                return entry.Span;
        }

        return null;
    }
}
