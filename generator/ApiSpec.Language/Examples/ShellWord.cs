using System.Text;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>An argument of a printed command, without the quotation marks of its shell.</summary>
/// <param name="Text">The argument.</param>
/// <param name="Offsets">The position of each character in the whole text; the last one is its end.</param>
internal sealed record ShellWord(string Text, IReadOnlyList<int> Offsets)
{
    /// <summary>Whether the argument follows a line break without a continuation character.</summary>
    public bool StartsLine { get; init; }

    /// <summary>The argument as a part of the whole text. Positions in it are exact up to the first escape.</summary>
    public PastedPart Part => new(Text, Offsets[0]);

    /// <summary>Splits a command into words, up to the character that ends it: <c>|</c>, <c>&gt;</c>, <c>;</c> or <c>&amp;</c>.</summary>
    /// <remarks>
    /// Quotation marks and backslashes follow the rules of a POSIX shell, and quotation marks can be typographic. A line continues after <c>\</c>, after the
    /// <c>^</c> and <c>`</c> of the shells of Windows, and after a <c>/</c> that is printed instead of <c>\</c>. Pages also break commands without any of them,
    /// so the caller decides whether the words of the next line belong to the command (<see cref="StartsLine"/>).
    /// </remarks>
    public static List<ShellWord> Split(string text, int start)
    {
        var words = new List<ShellWord>();
        var position = start;
        var startsLine = false;
        while (true)
        {
            position = SkipSpace(text, position);
            if (position < text.Length && text[position] == '\n')
            {
                startsLine = true;
                position++;
                continue;
            }

            if (position >= text.Length || text[position] is '|' or '>' or ';' or '&')
                return words;
            var before = position;
            var word = ReadWord(text, ref position);
            if (position == before)
                return words;
            words.Add(word with { StartsLine = startsLine });
            startsLine = false;
        }
    }

    /// <summary>Returns the word without the line breaks that the page adds at the ends of its lines.</summary>
    /// <param name="between">The replacement of a line break and the spaces around it.</param>
    public ShellWord Join(string between)
    {
        if (Text.IndexOf('\n') < 0)
            return this;
        var joined = new StringBuilder();
        var offsets = new List<int>();
        for (var i = 0; i < Text.Length;)
        {
            var end = i;
            while (end < Text.Length && char.IsWhiteSpace(Text[end]))
                end++;
            var isBreak = end > i && Text.IndexOf('\n', i, end - i) >= 0;
            var length = end == i ? 1 : end - i;
            joined.Append(isBreak ? between : Text.Substring(i, length));
            for (var j = 0; j < (isBreak ? between.Length : length); j++)
                offsets.Add(Offsets[isBreak ? i : i + j]);
            i += length;
        }

        offsets.Add(Offsets[Text.Length]);
        return new ShellWord(joined.ToString(), offsets);
    }

    /// <summary>Returns the word from a character on.</summary>
    public ShellWord From(int start) => new(Text.Substring(start), Offsets.Skip(start).ToList());

    /// <summary>Returns the word as a query or a form escapes it (RFC 3986, section 2.1), from a character on.</summary>
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
            else if (LengthOfContinuation(text, position, isWord: true) is > 0 and var length)
                position += length;
            else
                return position;
        }

        return position;
    }

    // Pages also print no-break spaces, which a shell would not accept.
    private static bool IsSpace(char c) => c != '\n' && char.IsWhiteSpace(c);

    private static int LengthOfContinuation(string text, int position, bool isWord)
    {
        var c = text[position];
        if (c is not ('\\' or '^' or '`') && (c != '/' || !isWord))
            return 0;
        var end = position + 1;
        while (end < text.Length && IsSpace(text[end]))
            end++;
        if (end < text.Length && text[end] == '\n')
            return end + 1 - position;
        // If the lines of the page have been joined, only the continuation character remains.
        return isWord && c != '/' && end > position + 1 ? end - position : 0;
    }

    // Returns the quotation mark that closes this one; '\0' if it is not a quotation mark.
    private static char ClosingOf(char c) => c switch
    {
        '\'' or '"' => c,
        '\u201C' or '\u201D' or '\u201E' => '\u201D',
        '\u2018' or '\u2019' => '\u2019',
        _ => '\0',
    };

    private static ShellWord ReadWord(string text, ref int position)
    {
        var word = new StringBuilder();
        var offsets = new List<int>();
        var quote = '\0';
        var from = position;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (quote == '\0' && (char.IsWhiteSpace(c) || LengthOfContinuation(text, position, isWord: false) > 0))
                break;
            // '<http://host/{id}>' is printed without quotation marks, although a shell would reject it. So '>' only ends a command where a word could start.
            if (quote == '\0' && c is '|' or ';')
                break;
            if (quote == '\0' && ClosingOf(c) is not '\0' and var closing)
            {
                quote = closing;
                from = position + 1;
            }
            else if (quote != '\0' && (c == quote || (c > '\u007F' && ClosingOf(c) == quote)))
            {
                quote = '\0';
            }
            else if (quote == '\0' && PrintedPlaceholder.EndAt(text, position) is var end && end > position)
            {
                for (; position < end; position++)
                    Append(text[position], position);
                position--;
            }
            else if (c == '\\' && quote is not ('\'' or '\u2019') && position + 1 < text.Length
                && (quote == '\0' || text[position + 1] is '"' or '\\' or '$' or '`' or '\n'))
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
