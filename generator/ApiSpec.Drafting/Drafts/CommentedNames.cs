using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads rows that a page prints as code: a name on each line, with comments above or behind it.</summary>
internal static partial class CommentedNames
{
    /// <summary>Reads the rows that start at a line; empty: no such rows start there.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="words">The types.</param>
    /// <param name="next">The index of the line after the rows.</param>
    public static IReadOnlyList<TableRow> Read(IReadOnlyList<PageLine> lines, int index, CellWords words, out int next)
    {
        next = index;
        if (lines[index].Kind != LineKind.Code || lines[index].Text is ['{' or '[' or '<', ..])
            return [];
        var end = index;
        while (end < lines.Count && (lines[end].IsBlank || lines[end].Kind == LineKind.Code))
            end++;
        var block = new Block(words);
        if (!block.Read([.. lines.Skip(index).Take(end - index)]))
            return [];
        next = end;
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

        public bool Read(List<PageLine> lines)
        {
            var plain = SampleComments.Blank(string.Join('\n', lines.Select(static line => line.Text)), out var comments).Split('\n');
            if (comments.Count == 0)
                return false;
            var (start, found) = (0, 0);
            for (var i = 0; i < lines.Count; i++)
            {
                var end = start + plain[i].Length;
                var own = new List<string>();
                for (; found < comments.Count && comments[found].Start <= end; found++)
                    own.Add(comments[found].Text);
                if (!ReadLine(lines[i], plain[i].Trim(), own))
                    return false;
                start = end + 1;
            }

            // One name with a word behind it can be anything.
            return _above.Count + _apart.Count == 0 && (Rows.Count > 1 || (Rows.Count == 1 && _hasCommentsAbove));
        }

        private bool ReadLine(PageLine line, string text, List<string> comments)
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
