using System.Globalization;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ApiSpec.Language.Yaml;

/// <summary>Builds the tree of a file from the parser's events, and rejects the YAML features that specs do not use.</summary>
/// <remarks>
/// Reads events and not the representation model, because that model stops at the first repeated key, resolves aliases and recurses as deep as the file does.
/// The loader keeps open collections on a stack and limits its depth before anything recurses over the tree.
/// </remarks>
internal sealed partial class YamlLoader
{
    public const int MaximumDepth = 32;

    private readonly SpecText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly Stack<Frame> _open = new();
    private YamlNode? _root;
    private ParsingEvent? _last;

    /// <summary>The innermost node that was read last, to judge the text after it.</summary>
    private YamlNode? _lastNode;

    private YamlLoader(SpecText text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _text = text;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Returns a spec as a table, or null after one diagnostic if it cannot be read as a table.</summary>
    public static YamlMapping? Load(SpecText text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
        => Load(text, diagnostics, "'request:' and 'response:'", cancellationToken);

    /// <summary>Returns a file of another kind as a table, or null after one diagnostic if it cannot be read as a table.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="diagnostics">Receives the diagnostics.</param>
    /// <param name="keys">Two keys of such a file, for the message about a file without keys.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static YamlMapping? Load(SpecText text, DiagnosticBag diagnostics, string keys, CancellationToken cancellationToken)
    {
        if (DirectiveLine(text) is { } line)
        {
            var span = text.Span(text.FirstVisible(line), text.LineEnd(line));
            diagnostics.Report(SpecRules.DirectiveNotSupported, span, text.Text.Substring(span.Start, span.Length).Trim());
            return null;
        }

        // Diagnostics about parts of the tree only matter if there is a tree.
        var traps = new DiagnosticBag();
        var loader = new YamlLoader(text, traps, cancellationToken);
        if (!loader.Read(diagnostics))
            return null;
        diagnostics.AddRange(traps);
        if (loader._root is YamlMapping mapping)
            return mapping;
        if (loader._root is YamlScalar scalar && new ScalarCharacters(text, diagnostics).ReportColon(scalar))
            return null;
        if (loader._root is not { IsBroken: true })
            diagnostics.Report(SpecRules.NotATable, FirstLineSpan(text), Describe(loader._root), keys);
        return null;
    }

    private static string Describe(YamlNode? root) => root switch
    {
        null => "is empty",
        YamlScalar { IsMissing: true } => "is empty",
        YamlSequence => "starts with a list",
        _ => "starts with a plain value",
    };

    private static SpecSpan FirstLineSpan(SpecText text)
    {
        for (var line = 0; line < text.LineCount; line++)
        {
            var start = text.FirstVisible(line);
            if (start < text.LineEnd(line) && text.Text[start] != '#')
                return text.Span(start, text.LineEnd(line));
        }

        return text.Span(0, 0);
    }

    // The parser ignores a directive that nothing follows.
    private static int? DirectiveLine(SpecText text)
    {
        for (var line = 0; line < text.LineCount; line++)
        {
            var start = text.LineStart(line);
            if (line == 0 && text.Text.Length > 0 && text.Text[0] == '\uFEFF')
                start++;
            var end = text.LineEnd(line);
            if (start < end && text.Text[start] == '%')
                return line;
            if (start < end && text.Text[start] != '#' && text.FirstVisible(line) < end)
                return null;
        }

        return null;
    }

    private bool Read(DiagnosticBag syntax)
    {
        var offset = _text.Text.Length > 0 && _text.Text[0] == '\uFEFF' ? 1 : 0;
        var parser = new Parser(new StringReader(_text.Text.Substring(offset)));
        var documents = 0;
        try
        {
            while (parser.MoveNext())
            {
                _cancellationToken.ThrowIfCancellationRequested();
                var current = parser.Current!;
                var start = Clamp(current.Start, offset);
                var end = Math.Max(start, Clamp(current.End, offset));
                if (current is DocumentStart && ++documents > 1)
                {
                    _diagnostics.Report(
                        SpecRules.SecondDocument, _text.Span(start, end), "A second document starts here",
                        "put it in a separate file, or in quotes if it is text");
                    return true;
                }

                // The writer meant it as the last row of a table that the page cuts off, but did not indent it like the rows above.
                if (current is DocumentEnd { IsImplicit: false })
                {
                    _diagnostics.Report(
                        SpecRules.SecondDocument, _text.Span(start, Math.Min(start + 3, _text.Text.Length)), "'...' at the start of a line ends the file",
                        "write '...: unknown', indented like the rows above, or remove the line");
                    return true;
                }

                if (!Accept(current, start, end))
                {
                    syntax.Report(
                        SpecRules.NestingTooDeep, _text.Span(start, start + 1), MaximumDepth.ToString(CultureInfo.InvariantCulture));
                    return false;
                }

                _last = current;
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (YamlException exception)
        {
            YamlTraps.Explain(_text, SyntaxError(Clamp(exception.Start, offset), Clamp(exception.End, offset)), syntax);
            return false;
        }
#pragma warning disable CA1031 // The parser also throws other exceptions for broken text (InvalidOperationException at an open bracket, for one).
        catch (Exception)
#pragma warning restore CA1031
        {
            var position = _last is null ? 0 : Clamp(_last.End, offset);
            YamlTraps.Explain(_text, SyntaxError(position, position) with { IsPositionKnown = false }, syntax);
            return false;
        }
    }

    private YamlSyntaxError SyntaxError(int start, int end)
    {
        Frame? flow = null;
        foreach (var frame in _open)
        {
            if (frame.IsFlow)
                flow = frame;
        }

        // A block scalar can contain tabs, so the error comes after it.
        var safe = _lastNode is YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } block
            ? _text.LineEnd(_text.LineAt(block.End)) + 1
            : _lastNode?.Start ?? 0;
        return new YamlSyntaxError(start, Math.Max(start, end), flow?.Node.Start, _lastNode, Math.Min(safe, start));
    }

    private int Clamp(Mark mark, int offset) => (int)Math.Max(0, Math.Min(mark.Index + offset, _text.Text.Length));

    private bool Accept(ParsingEvent current, int start, int end)
    {
        switch (current)
        {
            case Scalar scalar:
                var node = new YamlScalar(scalar.Value, StyleOf(scalar.Style), start, TrimmedEnd(scalar, start, end));
                CheckNode(scalar, node);
                CheckText(node);
                Attach(node);
                break;
            case AnchorAlias:
                var alias = new YamlScalar("", ScalarStyle.DoubleQuoted, start, end) { IsBroken = true };
                _diagnostics.Report(SpecRules.AnchorNotSupported, _text.Span(start, end), _text.Text.Substring(start, end - start), "*");
                Attach(alias);
                break;
            case SequenceStart sequence:
                return Open(sequence, new YamlSequence(sequence.Style == SequenceStyle.Flow, start, end), sequence.Style == SequenceStyle.Flow);
            case MappingStart mapping:
                return Open(mapping, new YamlMapping(mapping.Style == MappingStyle.Flow, start, end), mapping.Style == MappingStyle.Flow);
            case SequenceEnd or MappingEnd:
                var closed = _open.Pop();
                // The parser ends a block where the next node starts. The last child shows where the text of the block ends.
                closed.Node.End = closed.IsFlow ? FlowEnd(start) : Math.Max(closed.Node.End, closed.LastEnd);
                if (_open.Count > 0)
                    _open.Peek().LastEnd = closed.Node.End;
                _lastNode = closed.Node;
                break;
        }

        return true;
    }

    private int FlowEnd(int position) => position < _text.Text.Length && _text.Text[position] is ']' or '}' ? position + 1 : position;

    private bool Open(NodeEvent start, YamlNode node, bool isFlow)
    {
        if (_open.Count == MaximumDepth)
            return false;
        CheckNode(start, node);
        var path = _open.Count == 0 ? 0 : _open.Peek().PathLength + (_open.Peek().Key?.Value.Length ?? 0) + 1;
        var outer = _open.Count == 0 ? null : _open.Peek();
        var hasValues = outer?.Key is { Value: "values" };
        var isPasted = outer is { IsPasted: true } || (outer?.Key is { } key && FormatWords.IsPasted(key.Value));
        Attach(node);
        _open.Push(new Frame(node, isFlow, path, hasValues) { IsPasted = isPasted });
        return true;
    }

    private void Attach(YamlNode node)
    {
        if (node is YamlScalar)
            _lastNode = node;
        if (_open.Count == 0)
        {
            _root ??= node;
            return;
        }

        var frame = _open.Peek();
        frame.LastEnd = Math.Max(frame.LastEnd, node.End);
        switch (frame.Node)
        {
            case YamlSequence sequence:
                CheckIndentation(node);
                sequence.Items.Add(node);
                break;
            case YamlMapping when !frame.HasKey:
                CheckIndentation(node);
                frame.HasKey = true;
                frame.Key = CheckKey(node, frame);
                break;
            case YamlMapping mapping:
                if (frame.Key is { } key && !IsCutAtComma(mapping, key, node))
                    AddEntry(mapping, key, node);
                frame.HasKey = false;
                frame.Key = null;
                break;
        }
    }

    private void CheckNode(NodeEvent current, YamlNode node)
    {
        if (!current.Anchor.IsEmpty)
            _diagnostics.Report(SpecRules.AnchorNotSupported, WordAt(node.Start), "&" + current.Anchor.Value, "&");
        else if (!current.Tag.IsEmpty)
            _diagnostics.Report(SpecRules.TagNotSupported, WordAt(node.Start), _text.Text.Substring(node.Start, WordAt(node.Start).Length));
    }

    private SpecSpan WordAt(int start)
    {
        var end = start;
        while (end < _text.Text.Length && !char.IsWhiteSpace(_text.Text[end]))
            end++;
        return _text.Span(start, end);
    }

    // Comments have two spaces before '#'. A single space is more likely part of a sentence ("see ticket #5").
    private void CheckText(YamlScalar node)
    {
        var end = node.End;
        if (node.Style == ScalarStyle.Plain && end > node.Start && end + 1 < _text.Text.Length && _text.Text[end] == ' ' && _text.Text[end + 1] == '#')
            _diagnostics.Report(SpecRules.CommentCutsText, _text.Span(end + 1, _text.LineEnd(_text.LineAt(end))));
    }

    private void CheckIndentation(YamlNode node)
    {
        var line = _text.LineAt(node.Start);
        for (var i = _text.LineStart(line); i < node.Start; i++)
        {
            if (_text.Text[i] == '\t')
            {
                _diagnostics.Report(SpecRules.TabIndentation, _text.Span(i, i + 1));
                return;
            }

            if (_text.Text[i] != ' ')
                return;
        }
    }

    // For the parser, a block scalar ends at the next key.
    private int TrimmedEnd(Scalar scalar, int start, int end)
    {
        if (scalar.Style is not (YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded))
            return end;
        while (end > start + 1 && char.IsWhiteSpace(_text.Text[end - 1]))
            end--;
        return end;
    }

    private static ScalarStyle StyleOf(YamlDotNet.Core.ScalarStyle style) => style switch
    {
        YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
        YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
        YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
        YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
        _ => ScalarStyle.Plain,
    };

    /// <summary>A collection that is still open.</summary>
    private sealed class Frame(YamlNode node, bool isFlow, int pathLength, bool hasValues)
    {
        public YamlNode Node { get; } = node;

        public bool IsFlow { get; } = isFlow;

        /// <summary>The length of all keys on the path to this node.</summary>
        public int PathLength { get; } = pathLength;

        /// <summary>Whether it lists the values of an enum, which can include an empty string.</summary>
        public bool HasValues { get; } = hasValues;

        /// <summary>Whether it is the value of a key that takes pasted text.</summary>
        public bool IsPasted { get; init; }

        /// <summary>The key whose value comes next; if null while <see cref="HasKey"/> is true, that value is discarded.</summary>
        public YamlScalar? Key { get; set; }

        public bool HasKey { get; set; }

        public int LastEnd { get; set; }
    }
}
