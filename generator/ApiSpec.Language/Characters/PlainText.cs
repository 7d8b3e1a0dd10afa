using System.Text;

namespace ApiSpec.Language.Characters;

/// <summary>A character that the writer probably did not intend.</summary>
internal readonly record struct StrayPlace(int Offset, int Length, StrayCharacter Character);

/// <summary>Finds and replaces characters in names, types and values that the writer probably did not intend.</summary>
/// <remarks>
/// Characters that a script needs are kept: all letters of a word in one script; fullwidth forms and dashes in a Chinese, Japanese or Korean word; apostrophes
/// and joiners between letters that are not Latin.
/// </remarks>
internal static class PlainText
{
    private const string WrittenInOtherScripts = "OK";

    // A whole word in another script is only replaced if it looks like one of these words of the format.
    private static readonly HashSet<string> Vocabulary = new(
        [.. FormatWords.SectionKeys, .. FormatWords.ApiKeys, .. FormatWords.Methods, WrittenInOtherScripts], StringComparer.Ordinal);

    /// <summary>Returns the unintended characters of the text, in order. The time is proportional to the length of the text.</summary>
    public static List<StrayPlace> Find(string text)
    {
        var places = new List<StrayPlace>();
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            var isAscii = true;
            while (position < text.Length && IsPartOfWord(text[position]))
                isAscii &= text[position++] < 0x80;
            if (!isAscii)
                FindInWord(text, start, position, places);
            if (position == start)
                position++;
        }

        return places;
    }

    /// <summary>Returns the text without stray characters.</summary>
    public static string Plain(string text) => Replace(text, Find(text));

    public static string Replace(string text, IReadOnlyList<StrayPlace> places)
    {
        if (places.Count == 0)
            return text;
        var plain = new StringBuilder(text.Length);
        var position = 0;
        foreach (var place in places)
        {
            plain.Append(text, position, place.Offset - position).Append(place.Character.Plain);
            position = place.Offset + place.Length;
        }

        return plain.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Returns prose without invisible traces of typesetting: ligatures, soft hyphens, zero-width and no-break spaces.</summary>
    public static string OfProse(string text)
    {
        var places = Find(text);
        places.RemoveAll(static place => place.Character.Kind is not (StrayKind.Ligature or StrayKind.Invisible or StrayKind.Space));
        return Replace(text, places);
    }

    /// <summary>Finds a character that looks like the colon after a key. Returns null without one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The start of the key.</param>
    /// <param name="end">The end of its line.</param>
    /// <param name="hasSpaces">Whether the key can have several words.</param>
    public static StrayPlace? FindColon(string text, int start, int end, bool hasSpaces)
    {
        for (var i = start; i < end && text[i] is not (':' or '/') && (hasSpaces || text[i] != ' '); i++)
        {
            if (i > start && StrayCharacters.Find(text[i]) is { Plain: ":" } colon)
                return new StrayPlace(i, 1, colon);
        }

        return null;
    }

    private static bool IsPartOfWord(char c) => c >= 0x80 || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';

    private static void FindInWord(string text, int start, int end, List<StrayPlace> places)
    {
        var isWide = false;
        for (var i = start; i < end && !isWide; i++)
            isWide = IsWide(text[i]);

        // A space or punctuation character starts a new group of letters. Only scripts that are mixed inside a group matter.
        var first = start;
        for (var i = start; i <= end;)
        {
            var length = 1;
            var stray = i < end ? StrayCharacters.FindAt(text, i, out length) : null;
            var isLetter = i < end && (char.IsLetterOrDigit(text, i) || text[i] == '_' || stray?.Kind == StrayKind.LookAlike);
            if (isLetter && (stray is null || IsLetter(stray.Kind)))
            {
                i += length;
                continue;
            }

            AddLetters(text, first, i, isWide, places);
            if (stray is not null && !IsMeant(text, i, stray, isWide))
                places.Add(new StrayPlace(i, length, stray));
            i += length;
            first = i;
        }
    }

    private static bool IsLetter(StrayKind kind) => kind is StrayKind.Ligature or StrayKind.Fullwidth or StrayKind.Mathematical or StrayKind.LookAlike;

    private static void AddLetters(string text, int start, int end, bool isWide, List<StrayPlace> places)
    {
        var from = places.Count;
        var hasLatin = false;
        var hasOther = false;
        for (var i = start; i < end;)
        {
            var stray = StrayCharacters.FindAt(text, i, out var length);
            if (stray is null)
            {
                hasLatin |= IsLatin(text[i]);
                hasOther |= char.IsLetter(text, i) && !IsLatin(text[i]);
            }
            else if (!(stray.Kind == StrayKind.Fullwidth && isWide))
            {
                hasLatin |= stray.Kind != StrayKind.LookAlike;
                places.Add(new StrayPlace(i, length, stray));
            }

            i += length;
        }

        if (hasLatin && !hasOther)
            return;
        var isKnown = !hasOther && places.Count > from && Vocabulary.Contains(Replace(text.Substring(start, end - start), Shifted(places, from, start)));
        if (!isKnown)
            places.RemoveRange(from, places.Count - from, static place => place.Character.Kind == StrayKind.LookAlike);
    }

    private static List<StrayPlace> Shifted(List<StrayPlace> places, int from, int start)
        => places.GetRange(from, places.Count - from).ConvertAll(place => place with { Offset = place.Offset - start });

    private static void RemoveRange(this List<StrayPlace> places, int index, int count, Predicate<StrayPlace> match)
    {
        var kept = places.GetRange(index, count).FindAll(place => !match(place));
        places.RemoveRange(index, count);
        places.AddRange(kept);
    }

    private static bool IsMeant(string text, int index, StrayCharacter sign, bool isWide) => sign.Kind switch
    {
        // "Loading…" can be printed like that. '…' alone means three full stops, and also '1…5', because it is read as a range.
        StrayKind.Sign when sign.CodePoint == 0x2026 => isWide || (index > 0 && char.IsLetterOrDigit(text[index - 1])),
        StrayKind.Fullwidth or StrayKind.Dash or StrayKind.Sign => isWide,
        StrayKind.Space => isWide && sign.CodePoint == 0x3000,
        StrayKind.Quote => sign.CodePoint is 0x2019 or 0x02BC && IsOtherLetter(text, index - 1) && IsOtherLetter(text, index + 1),
        // A variation selector chooses how the character before it looks, and is part of an emoji.
        StrayKind.Invisible when sign.CodePoint is >= 0xFE00 and <= 0xFE0F => IsOther(text, index - 1),
        StrayKind.Invisible => sign.CodePoint is 0x200C or 0x200D or 0x034F && IsOther(text, index - 1) && IsOther(text, index + 1),
        _ => false,
    };

    private static bool IsOther(string text, int index) => index >= 0 && index < text.Length && text[index] >= 0x80 && !IsLatin(text[index]);

    private static bool IsOtherLetter(string text, int index) => IsOther(text, index) && char.IsLetter(text, index);

    private static bool IsLatin(char c)
        => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or (>= '\u00C0' and <= '\u024F' and not ('\u00D7' or '\u00F7')) or (>= '\u1E00' and <= '\u1EFF');

    // Scripts in which every character fills a square: kana, Han and Hangul. Ideographs beyond U+FFFF start with U+D840 to U+D888.
    private static bool IsWide(char c)
        => c is '\u3005' or '\u3007' or (>= '\u3041' and <= '\u318F') or (>= '\u31F0' and <= '\u31FF') or (>= '\u3400' and <= '\u4DBF')
            or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uAC00' and <= '\uD7A3') or (>= '\uD840' and <= '\uD888') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F')
            or (>= '\u1100' and <= '\u11FF');
}
