using System.Text;

namespace ApiSpec.Transport;

/// <summary>The meaning of charset names and byte order marks. All bodies are decoded with these rules, whole or while they arrive.</summary>
internal static class Charset
{
    private const int Utf8CodePage = 65001;
    private const int JapaneseCodePage = 932;

    // If a body claims to be ASCII but is not, it is usually UTF-8.
    private const int AsciiCodePage = 20127;

    // Names of one charset that Java, browsers and mail programs send, and .NET does not know in all its versions.
    private static readonly string[] JapaneseNames = ["windows-31j", "cswindows31j", "ms_kanji", "x-sjis", "sjis", "shift-jis", "csshiftjis"];

    // Vendors write the number of a code page after one of these prefixes.
    private static readonly string[] CodePagePrefixes = ["windows-", "x-windows-", "x-ms-cp", "x-cp", "cp-", "cp", "ms", "x-mswin-"];

    /// <summary>The encoding of a charset, or null if the process does not know it.</summary>
    /// <param name="name">The received name, or null for UTF-8.</param>
    public static Encoding? Find(string? name)
    {
        if (name is null || Is(name, "utf-8") || Is(name, "utf8"))
            return Encoding.UTF8;
        return IsJapanese(name)
            ? Get(JapaneseCodePage)
            : Get(name) ?? (CodePageOf(name) is { } page ? Get(page) : null);
    }

    /// <summary>Whether text in this encoding can be read as UTF-8.</summary>
    public static bool IsUtf8(Encoding encoding) => encoding.CodePage is Utf8CodePage or AsciiCodePage;

    /// <summary>A copy of an encoding that throws <see cref="DecoderFallbackException"/> for invalid bytes.</summary>
    public static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    /// <summary>A copy of an encoding that reads invalid bytes as U+FFFD. By default, code pages read a question mark.</summary>
    public static Encoding Lenient(Encoding encoding)
    {
        if (IsUtf8(encoding))
            return Encoding.UTF8;
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return lenient;
    }

    /// <summary>Finds the byte order mark at the start of a body, which takes precedence over its header.</summary>
    public static bool TryFindMark(ReadOnlySpan<byte> bytes, out Encoding encoding, out int length)
    {
        length = 2;
        encoding = Encoding.UTF8;
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
            length = 3;
        else if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            encoding = Encoding.Unicode;
        else if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            encoding = Encoding.BigEndianUnicode;
        else
            length = 0;
        return length > 0;
    }

    /// <summary>The violation for an unknown charset.</summary>
    public static BodyViolation Unknown(string name) => new("the body is in the charset " + Printable.Quote(name) + ", which is not known here", null);

    /// <summary>The violation for bytes that are invalid in the charset of the body.</summary>
    public static BodyViolation NoText(string name) => new("the body is no text in the charset " + Printable.Quote(name), null);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsJapanese(string name)
    {
        foreach (var japanese in JapaneseNames)
        {
            if (Is(name, japanese))
                return true;
        }

        return false;
    }

    private static int? CodePageOf(string name)
    {
        var start = 0;
        foreach (var prefix in CodePagePrefixes)
        {
            if (start == 0 && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                start = prefix.Length;
        }

        if (start == 0)
            return null;
        var page = 0;
        foreach (var digit in name.AsSpan(start))
        {
            if (digit is < '0' or > '9' || page > ushort.MaxValue)
                return null;
            page = (page * 10) + (digit - '0');
        }

        // The code page 0 is the default of the machine.
        return page is > 0 and <= ushort.MaxValue ? page : null;
    }

    private static Encoding? Get(string name) => Get(name, 0);

    private static Encoding? Get(int page) => Get(null, page);

    // Not with a delegate for each: native programs would describe its types.
    private static Encoding? Get(string? name, int page)
    {
        try
        {
            return name is null ? Encoding.GetEncoding(page) : Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
