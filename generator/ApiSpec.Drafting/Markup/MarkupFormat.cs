using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>Recognises documents in reStructuredText and AsciiDoc, by the names of their files or by their text.</summary>
internal static partial class MarkupFormat
{
    private static readonly string[] s_rst = [".rst", ".rest"];
    private static readonly string[] s_asciiDoc = [".adoc", ".asciidoc", ".asc", ".ad"];

    /// <summary>Whether the name of a file says that it is such a document, whatever its text resembles.</summary>
    public static bool IsNamed(string name) => Is(name, s_rst) || Is(name, s_asciiDoc);

    /// <summary>Converts a document to HTML; null: it is another text.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    public static MarkupDocument? Read(string name, string text, CancellationToken cancellationToken)
        => Is(name, s_rst) || (!IsNamed(name) && IsRst(text)) ? RstReader.Read(text, cancellationToken)
            : Is(name, s_asciiDoc) || IsAsciiDoc(text) ? AsciiDocReader.Read(text, cancellationToken)
            : null;

    private static bool Is(string name, string[] extensions) => extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    // A directive, and a title with a rule under it.
    private static bool IsRst(string text)
    {
        if (!RstSign().IsMatch(text))
            return false;
        var lines = SourceLine.Split(text, out _);
        return Enumerable.Range(0, lines.Count).Any(index => RstTitle.At(lines, index) is not null);
    }

    // Titles, and a sign that only AsciiDoc has.
    private static bool IsAsciiDoc(string text) => AsciiDocTitle().Count(text) > 1 && AsciiDocSign().IsMatch(text);

    [GeneratedRegex(@"^ *\.\. [a-z][a-z:_-]{2,40}::( |\r?$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex RstSign();

    [GeneratedRegex(@"^={1,5} \S", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex AsciiDocTitle();

    [GeneratedRegex(@"^(\|===|\[source\b.*\]|\[(cols|options|%).*\]|:(toc|icons|sectnums|source-highlighter|doctype):.*|include::.*\[.*\])\r?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex AsciiDocSign();
}
