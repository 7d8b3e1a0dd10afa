using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads rows that a page prints as code: a name on each line, with comments above or after it.</summary>
internal static partial class CommentedNames
{
    /// <summary>Reads the rows that start at a line; empty: no such rows start there.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="words">The types.</param>
    /// <param name="code">The code around the line, which one call keeps for the next one; null: none has been read.</param>
    /// <param name="next">The index of the line after the rows.</param>
    public static IReadOnlyList<TableRow> Read(IReadOnlyList<PageLine> lines, int index, CellWords words, ref CommentedCode? code, out int next)
    {
        next = index;
        if (lines[index].Kind != LineKind.Code || lines[index].Text is ['{' or '[' or '<', ..])
            return [];
        if (code is null || index >= code.End)
            code = CommentedCode.At(lines, index);
        if (index < code.EndOfRefused)
            return [];
        var block = new Block(words);
        code.EndOfRefused = block.Read(lines, index, code);
        if (code.EndOfRefused > index)
            return [];
        next = code.End;
        return block.Rows;
    }

    // 'limit', 'limit: integer', 'limit integer' and 'limit=10'.
    [GeneratedRegex("^(?<quote>[\"'`]?)(?<name>[A-Za-z_$@][A-Za-z0-9_.$\\[\\]-]{0,119}\\??)\\k<quote>((?<sign> ?[:=] ?| )(?<rest>\\S.*?))? ?[,;]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    private sealed class Block(CellWords words)
    {
        // The comments above the next name, with their lines.
        private readonly List<string> _above = [];
        private readonly List<PageLine> _aboveLines = [];
        private readonly List<string> _apart = [];
        private bool _hasCommentsAbove;

        public List<TableRow> Rows { get; } = [];

        // Returns the index before which no rows start; the index of the first line: these are rows.
        public int Read(IReadOnlyList<PageLine> lines, int index, CommentedCode code)
        {
            if (index > code.LastComment)
                return code.End;
            for (var i = index; i < code.End; i++)
            {
                if (!ReadLine(lines[i], code.PlainOf(i), code.CommentsOf(i)))
                    return i + 1;
            }

            // One name with a word after it can be anything.
            return _above.Count + _apart.Count == 0 && (Rows.Count > 1 || (Rows.Count == 1 && _hasCommentsAbove)) ? index : code.End;
        }

        private bool ReadLine(PageLine line, string text, IReadOnlyList<string> comments)
        {
            if (line.IsBlank)
            {
                // A comment that nothing follows is a title, or a sentence about all names.
                _apart.AddRange(_above);
                _above.Clear();
                return true;
            }

            if (text.Length == 0)
            {
                _above.AddRange(comments);
                _aboveLines.Add(line);
                return true;
            }

            if (Row().Match(text) is not { Success: true } row || !CellWords.IsName(row.Groups["name"].Value.TrimEnd('?')))
                return false;
            var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = row.Groups["name"].Value };
            var rest = row.Groups["rest"].Value;
            var isType = words.IsType(rest);
            if (isType)
                cells["type"] = rest;
            else if (rest.Length > 0 && row.Groups["sign"].Value.Trim() != "=")
                return false;
            _hasCommentsAbove |= _above.Count > 0;
            var description = SampleComments.Join(string.Join(' ', _above), string.Join(' ', comments));
            if (description.Length > 0)
                cells["description"] = description;
            Rows.Add(new TableRow(cells, 0, [line, .. _aboveLines]) { Left = [.. _apart, .. rest.Length > 0 && !isType ? [text] : Array.Empty<string>()] });
            _above.Clear();
            _aboveLines.Clear();
            _apart.Clear();
            return true;
        }
    }
}
