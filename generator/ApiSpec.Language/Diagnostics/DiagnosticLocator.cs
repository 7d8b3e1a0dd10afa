using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>Finds the positions of diagnostics that only name their element.</summary>
internal static class DiagnosticLocator
{
    private static readonly string[] s_named = ["/request" + SpecLocations.Value];
    private static readonly string[] s_first = ["/request", "/client", "/schemas"];

    /// <summary>Returns the diagnostics of one file with their positions. Beyond the limit, they are only counted.</summary>
    public static EquatableArray<SpecDiagnostic> Locate(IEnumerable<ElementDiagnostic> diagnostics, SpecLocations locations)
    {
        var spans = SpansOf(locations);
        var located = diagnostics.Select(diagnostic => Locate(diagnostic, spans)).ToList();
        return located.Count <= DiagnosticBag.Limit ? located.ToEquatableArray() : DiagnosticBag.Limited(located);
    }

    /// <summary>Returns the position of an element, or of its parent if it has no position.</summary>
    public static SpecSpan Find(string pointer, SpecLocations locations) => Find(pointer, SpansOf(locations), out _);

    private static Dictionary<string, SpecSpan> SpansOf(SpecLocations locations)
    {
        var spans = new Dictionary<string, SpecSpan>(locations.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in locations.Entries)
            spans[entry.Pointer] = entry.Span;
        return spans;
    }

    private static SpecDiagnostic Locate(ElementDiagnostic diagnostic, IReadOnlyDictionary<string, SpecSpan> locations)
    {
        var span = Find(diagnostic.Pointer, locations, out var isExact);
        return new SpecDiagnostic(diagnostic.Rule, isExact ? Part(span, diagnostic) : span, diagnostic.Arguments);
    }

    private static SpecSpan Find(string pointer, IReadOnlyDictionary<string, SpecSpan> locations, out bool isExact)
    {
        // An element without a position, such as a missing key, is shown at its parent, or finally at the top of the file.
        isExact = true;
        while (true)
        {
            if (locations.TryGetValue(pointer, out var span))
                return span;

            isExact = false;
            var cut = Math.Max(pointer.LastIndexOf('/'), pointer.LastIndexOf('!'));
            if (cut <= 0)
                return OfFile(pointer, locations);
            pointer = pointer.Substring(0, cut);
        }
    }

    // A missing name is derived from the request line, so it is shown there. Other missing keys are shown at the key that decides the kind of file.
    private static SpecSpan OfFile(string pointer, IReadOnlyDictionary<string, SpecSpan> locations)
    {
        foreach (var key in pointer == "/operation" ? s_named : s_first)
        {
            if (locations.TryGetValue(key, out var span))
                return span;
        }

        return default;
    }

    private static SpecSpan Part(SpecSpan span, ElementDiagnostic diagnostic)
    {
        if (diagnostic.Pointer.EndsWith(SpecLocations.Text, StringComparison.Ordinal))
        {
            // All lines of a pasted text start at the column of the first line.
            var line = span.StartLine + diagnostic.Line;
            var column = span.StartColumn + diagnostic.Offset;
            return new SpecSpan(span.Start, 0, line, column, line, column + diagnostic.Length);
        }

        var isInside = diagnostic.Length > 0 && span.StartLine == span.EndLine && diagnostic.Offset + diagnostic.Length <= span.Length;
        return isInside
            ? new SpecSpan(
                span.Start + diagnostic.Offset,
                diagnostic.Length,
                span.StartLine,
                span.StartColumn + diagnostic.Offset,
                span.EndLine,
                span.StartColumn + diagnostic.Offset + diagnostic.Length)
            : span;
    }
}
