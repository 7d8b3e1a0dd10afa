using System.Text;

namespace ApiSpec.Language.Examples;

/// <summary>An argument of a printed command, without the quotation marks of its shell.</summary>
/// <param name="Text">The argument.</param>
/// <param name="Offsets">Where each of its characters is in the whole text; the last one is its end.</param>
internal sealed record ShellWord(string Text, IReadOnlyList<int> Offsets)
{
    /// <summary>The argument as a part of the whole text. A place in it is exact up to the first escape.</summary>
    public PastedPart Part => new(Text, Offsets[0]);

    /// <summary>The words of a command line, up to the character that ends the command: <c>|</c>, <c>&gt;</c>, <c>;</c> or <c>&amp;</c>.</summary>
    /// <remarks>
    /// Quotation marks and backslashes are those of a POSIX shell. A line continues behind <c>\</c>, and behind <c>^</c> and <c>`</c> of the shells of Windows.
    /// </remarks>
    public static List<ShellWord> Split(string text, int start)
    {
        var words = new List<ShellWord>();
        var position = start;
        while (true)
        {
            position = SkipSpace(text, position);
            if (position >= text.Length || text[position] is '\n' or '|' or '>' or ';' or '&')
                return words;
            var before = position;
            var word = ReadWord(text, ref position);
            if (position == before)
                return words;
            words.Add(word);
        }
    }

    /// <summary>The word from a character on.</summary>
    public ShellWord From(int start) => new(Text.Substring(start), Offsets.Skip(start).ToList());

    /// <summary>The word as a query or a form escapes it (RFC 3986, section 2.1), from a character on.</summary>
    public ShellWord Escape(int start)
    {
        var escaped = new StringBuilder(Text.Substring(0, start));
        var offsets = Offsets.Take(start).ToList();
        for (var i = start; i < Text.Length; i++)
        {
            var length = i + 1 < Text.Length && char.IsSurrogatePair(Text[i], Text[i + 1]) ? 2 : 1;
            var octets = length == 1 && char.IsSurrogate(Text[i]) ? "%EF%BF%BD" : Uri.EscapeDataString(Text.Substring(i, length));
            escaped.Append(octets);
            offsets.AddRange(Enumerable.Repeat(Offsets[i], octets.Length));
            i += length - 1;
        }

        offsets.Add(Offsets[Text.Length]);
        return new ShellWord(escaped.ToString(), offsets);
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length)
        {
            if (IsSpace(text[position]))
                position++;
            else if (LengthOfContinuation(text, position) is > 0 and var length)
                position += length;
            else
                return position;
        }

        return position;
    }

    // Pages print no-break spaces, too, where a shell would take none.
    private static bool IsSpace(char c) => c != '\n' && char.IsWhiteSpace(c);

    private static int LengthOfContinuation(string text, int position)
    {
        if (text[position] is not ('\\' or '^' or '`'))
            return 0;
        var end = position + 1;
        while (end < text.Length && IsSpace(text[end]))
            end++;
        return end < text.Length && text[end] == '\n' ? end + 1 - position : 0;
    }

    private static ShellWord ReadWord(string text, ref int position)
    {
        var word = new StringBuilder();
        var offsets = new List<int>();
        var quote = '\0';
        var from = position;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (quote == '\0' && (char.IsWhiteSpace(c) || LengthOfContinuation(text, position) > 0))
                break;
            // '<http://host/{id}>' is printed without quotation marks, though a shell would not take it; '>' ends a command only where a word could begin.
            if (quote == '\0' && c is '|' or ';')
                break;
            if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
                from = position + 1;
            }
            else if (quote != '\0' && c == quote)
            {
                quote = '\0';
            }
            else if (c == '\\' && quote != '\'' && position + 1 < text.Length && (quote == '\0' || text[position + 1] is '"' or '\\' or '$' or '`' or '\n'))
            {
                position++;
                if (text[position] != '\n')
                    Append(text[position], position);
            }
            else
            {
                Append(c, position);
            }
        }

        offsets.Add(offsets.Count == 0 ? from : offsets[offsets.Count - 1] + 1);
        return new ShellWord(word.ToString(), offsets);

        void Append(char c, int at)
        {
            word.Append(c);
            offsets.Add(at);
        }
    }
}
