using System.Text;
using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Samples;

/// <summary>A comment in a sample of JSON.</summary>
/// <param name="Start">The position of its first character.</param>
/// <param name="End">The position after its last character.</param>
/// <param name="Text">The text without the signs of a comment.</param>
internal readonly record struct SampleComment(int Start, int End, string Text)
{
    /// <summary>Whether the comment is JSON that the page has disabled: <c>// "size": 4,</c>.</summary>
    public bool IsDisabled => Text is ['"' or '{' or '}' or '[' or ']', ..];

    /// <summary>Whether the comment says that the page leaves something out.</summary>
    public bool IsElision => Text is "..." or "\u2026" && End - Start >= Text.Length + 2;
}

/// <summary>Finds the comments of samples: <c>// In cm.</c>, <c># In cm.</c> and <c>/* In cm. */</c>.</summary>
internal static class SampleComments
{
    private const string Elided = "...";

    /// <summary>Replaces the comments in text with spaces, so that the positions of all other characters stay the same.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="comments">The comments, in order.</param>
    public static string Blank(string text, out IReadOnlyList<SampleComment> comments)
    {
        var found = new List<SampleComment>();
        comments = found;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' || (text[i] == '\'' && IsStartOfQuoted(text, i)))
                i = EndOfString(text, i);
            else if (LengthOfSign(text, i) is > 0 and var sign)
                i = Add(text, i, sign, found) - 1;
        }

        if (found.Count == 0)
            return text;
        var blank = new StringBuilder(text);
        foreach (var comment in found)
        {
            for (var i = comment.Start; i < comment.End; i++)
                blank[i] = text[i] == '\n' ? '\n' : ' ';
            // '// ...' says that the page leaves something out.
            if (comment.IsElision)
                blank.Remove(comment.Start, Elided.Length).Insert(comment.Start, Elided);
        }

        found.RemoveAll(static comment => comment.IsElision);
        return blank.ToString();
    }

    /// <summary>Joins the comment after a name, such as its unit, to those above it.</summary>
    /// <param name="above">The text of the comments above it; empty: none.</param>
    /// <param name="after">The text of the comment after it; empty: none.</param>
    public static string Join(string above, string after)
        => above.Length == 0 || after.Length == 0 ? above + after : above + (above[^1] is '.' or '\u3002' or ':' or ';' or ',' ? " " : ", ") + after;

    /// <summary>Returns the descriptions of the members of a sample, by the position of the member, and the comments that describe no member.</summary>
    /// <param name="sample">The sample.</param>
    public static (IReadOnlyDictionary<int, string> Descriptions, IReadOnlyList<(PageLine Line, string Text)> Others) Of(JsonSample sample)
    {
        var descriptions = new Dictionary<int, string>();
        var others = new List<(PageLine Line, string Text)>();
        if (sample.Comments.Count == 0 || sample.Value is null)
            return (descriptions, others);
        // A repair moves characters, but only inside of their line.
        var printed = StartsOf(sample.PlainText);
        var plain = sample.PlainText.Split('\n');
        var members = new List<(int Line, int Column, int Start)>();
        AddMembers(sample.Value, StartsOf(sample.ReadText), members);
        var lines = LinesOf(sample);
        foreach (var comment in sample.Comments)
        {
            var line = LineOf(printed, comment.Start);
            if (!comment.IsDisabled && OwnerOf(line, comment.Start - printed[line], LineOf(printed, comment.End - 1)) is { } owner)
                descriptions[owner] = Describe(descriptions.GetValueOrDefault(owner, ""), comment.Text, isAbove: string.IsNullOrWhiteSpace(plain[line]));
            else if (lines[line] is { } left)
                others.Add((left, comment.Text));
        }

        return (descriptions, others);

        // Comments above a member are lines of one text.
        static string Describe(string known, string text, bool isAbove) => isAbove && known.Length > 0 ? known + " " + text : Join(known, text);

        int? OwnerOf(int line, int column, int last)
        {
            if (!string.IsNullOrWhiteSpace(plain[line]))
                return IndexOf(line, column) is > 0 and var behind && members[behind - 1].Line == line ? members[behind - 1].Start : null;
            // A comment on its own line belongs to the member below it.
            var below = last;
            while (below < plain.Length && string.IsNullOrWhiteSpace(plain[below]))
                below++;
            return IndexOf(below, 0) is var next && next < members.Count && members[next].Line == below ? members[next].Start : null;
        }

        // The index of the first member that is not before a place. The members are in the order of the text.
        int IndexOf(int line, int column)
        {
            var (first, end) = (0, members.Count);
            while (first < end)
            {
                var middle = (first + end) / 2;
                if (members[middle].Line < line || (members[middle].Line == line && members[middle].Column < column))
                    first = middle + 1;
                else
                    end = middle;
            }

            return first;
        }
    }

    // The lines of the page, by the line of the text.
    private static List<PageLine?> LinesOf(JsonSample sample)
    {
        var visible = 0;
        return [.. sample.Text.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) || visible >= sample.Lines.Count ? null : sample.Lines[visible++])];
    }

    private static void AddMembers(JsonText value, List<int> starts, List<(int Line, int Column, int Start)> members)
    {
        foreach (var member in value.Members)
        {
            var line = LineOf(starts, member.Start);
            members.Add((line, member.Start - starts[line], member.Start));
            AddMembers(member.Value, starts, members);
        }

        foreach (var item in value.Items)
            AddMembers(item, starts, members);
    }

    private static List<int> StartsOf(string text)
        => [0, .. Enumerable.Range(0, text.Length).Where(index => text[index] == '\n').Select(static index => index + 1)];

    private static int LineOf(List<int> starts, int position) => starts.BinarySearch(position) is var found && found >= 0 ? found : ~found - 1;

    // An apostrophe in a word starts no string.
    private static bool IsStartOfQuoted(string text, int index)
    {
        var before = index - 1;
        while (before >= 0 && text[before] == ' ')
            before--;
        return before < 0 || text[before] is ':' or ',' or '{' or '[' or '\n';
    }

    // The end of the line, if the quotation mark at the end is missing.
    private static int EndOfString(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] != text[start] && text[end] != '\n')
            end += text[end] == '\\' && end + 1 < text.Length && text[end + 1] != '\n' ? 2 : 1;
        return end;
    }

    // An address without quotation marks has '//' as well: 'https://host'. A sign without a space can be part of a word: '#4' and 'a#b'.
    private static int LengthOfSign(string text, int index)
    {
        var isFree = index == 0 || text[index - 1] is ' ' or '\n' or '\t' or ',' or '{' or '}' or '[' or ']' or '"' or (>= '0' and <= '9');
        if (string.CompareOrdinal(text, index, "//", 0, 2) == 0)
            return isFree || (index > 0 && char.IsAsciiLetter(text[index - 1])) ? 2 : 0;
        if (string.CompareOrdinal(text, index, "/*", 0, 2) == 0)
            return text.IndexOf("*/", index + 2, StringComparison.Ordinal) > 0 ? 2 : 0;
        return text[index] == '#' && isFree && index + 1 < text.Length && text[index + 1] is ' ' or '#' ? 1 : 0;
    }

    private static int Add(string text, int start, int sign, List<SampleComment> comments)
    {
        var isBlock = text[start] == '/' && text[start + 1] == '*';
        var end = text.IndexOf(isBlock ? "*/" : "\n", start + sign, StringComparison.Ordinal);
        end = end < 0 ? text.Length : isBlock ? end + 2 : end;
        var words = text[start..end].Split('\n').Select(static line => line.Trim('/', '*', '#', ' ', '\r', '\t')).Where(static line => line.Length > 0);
        var comment = string.Join(' ', words);
        comments.Add(new SampleComment(start, end, comment));
        return end;
    }
}
