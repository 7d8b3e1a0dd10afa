using System.Globalization;

namespace ApiSpec.Language.Characters;

/// <summary>The table of unintended characters. The names come from the Unicode Character Database, which .NET does not include.</summary>
internal static class StrayCharacters
{
    private const int FirstFullwidth = 0xFF01;
    private const int LastFullwidth = 0xFF5E;
    private const int FirstMathematical = 0x1D400;
    private const int LettersOfAlphabet = 52;
    private const int FirstMathematicalDigit = 0x1D7CE;
    private const int FirstRomanNumeral = 0x2160;
    private const int FirstSmallRomanNumeral = 0x2170;
    private const int LastRomanNumeral = 0x217F;
    private const int FirstVariationSelector = 0xFE00;
    private const int LastVariationSelector = 0xFE0F;
    private const int ReplacementCharacter = 0xFFFD;

    private static readonly Dictionary<char, string> SignNames = new()
    {
        ['!'] = "EXCLAMATION MARK", ['"'] = "QUOTATION MARK", ['#'] = "NUMBER SIGN", ['$'] = "DOLLAR SIGN", ['%'] = "PERCENT SIGN", ['&'] = "AMPERSAND",
        ['\''] = "APOSTROPHE", ['('] = "LEFT PARENTHESIS", [')'] = "RIGHT PARENTHESIS", ['*'] = "ASTERISK", ['+'] = "PLUS SIGN", [','] = "COMMA",
        ['-'] = "HYPHEN-MINUS", ['.'] = "FULL STOP", ['/'] = "SOLIDUS", [':'] = "COLON", [';'] = "SEMICOLON", ['<'] = "LESS-THAN SIGN",
        ['='] = "EQUALS SIGN", ['>'] = "GREATER-THAN SIGN", ['?'] = "QUESTION MARK", ['@'] = "COMMERCIAL AT", ['['] = "LEFT SQUARE BRACKET",
        ['\\'] = "REVERSE SOLIDUS", [']'] = "RIGHT SQUARE BRACKET", ['^'] = "CIRCUMFLEX ACCENT", ['_'] = "LOW LINE", ['`'] = "GRAVE ACCENT",
        ['{'] = "LEFT CURLY BRACKET", ['|'] = "VERTICAL LINE", ['}'] = "RIGHT CURLY BRACKET", ['~'] = "TILDE",
    };

    /// <summary>The alphabets of the block Mathematical Alphanumeric Symbols, in its order.</summary>
    private static readonly string[] MathematicalAlphabets =
    [
        "BOLD",
        "ITALIC",
        "BOLD ITALIC",
        "SCRIPT",
        "BOLD SCRIPT",
        "FRAKTUR",
        "DOUBLE-STRUCK",
        "BOLD FRAKTUR",
        "SANS-SERIF",
        "SANS-SERIF BOLD",
        "SANS-SERIF ITALIC",
        "SANS-SERIF BOLD ITALIC",
        "MONOSPACE",
    ];

    private static readonly string[] MathematicalDigits = ["BOLD", "DOUBLE-STRUCK", "SANS-SERIF", "SANS-SERIF BOLD", "MONOSPACE"];

    private static readonly (string Letters, string Name)[] RomanNumerals =
    [
        ("I", "ONE"), ("II", "TWO"), ("III", "THREE"), ("IV", "FOUR"), ("V", "FIVE"), ("VI", "SIX"), ("VII", "SEVEN"), ("VIII", "EIGHT"), ("IX", "NINE"),
        ("X", "TEN"), ("XI", "ELEVEN"), ("XII", "TWELVE"), ("L", "FIFTY"), ("C", "ONE HUNDRED"), ("D", "FIVE HUNDRED"), ("M", "ONE THOUSAND"),
    ];

    private static readonly Dictionary<int, StrayCharacter> Table = new()
    {
        [0xFB00] = new(0xFB00, StrayKind.Ligature, "ff", "LATIN SMALL LIGATURE FF"),
        [0xFB01] = new(0xFB01, StrayKind.Ligature, "fi", "LATIN SMALL LIGATURE FI"),
        [0xFB02] = new(0xFB02, StrayKind.Ligature, "fl", "LATIN SMALL LIGATURE FL"),
        [0xFB03] = new(0xFB03, StrayKind.Ligature, "ffi", "LATIN SMALL LIGATURE FFI"),
        [0xFB04] = new(0xFB04, StrayKind.Ligature, "ffl", "LATIN SMALL LIGATURE FFL"),
        [0xFB05] = new(0xFB05, StrayKind.Ligature, "st", "LATIN SMALL LIGATURE LONG S T"),
        [0xFB06] = new(0xFB06, StrayKind.Ligature, "st", "LATIN SMALL LIGATURE ST"),

        [0x00AD] = new(0x00AD, StrayKind.Invisible, "", "SOFT HYPHEN"),
        [0x034F] = new(0x034F, StrayKind.Invisible, "", "COMBINING GRAPHEME JOINER"),
        [0x180E] = new(0x180E, StrayKind.Invisible, "", "MONGOLIAN VOWEL SEPARATOR"),
        [0x200B] = new(0x200B, StrayKind.Invisible, "", "ZERO WIDTH SPACE"),
        [0x200C] = new(0x200C, StrayKind.Invisible, "", "ZERO WIDTH NON-JOINER"),
        [0x200D] = new(0x200D, StrayKind.Invisible, "", "ZERO WIDTH JOINER"),
        [0x200E] = new(0x200E, StrayKind.Invisible, "", "LEFT-TO-RIGHT MARK"),
        [0x200F] = new(0x200F, StrayKind.Invisible, "", "RIGHT-TO-LEFT MARK"),
        [0x202A] = new(0x202A, StrayKind.Invisible, "", "LEFT-TO-RIGHT EMBEDDING"),
        [0x202B] = new(0x202B, StrayKind.Invisible, "", "RIGHT-TO-LEFT EMBEDDING"),
        [0x202C] = new(0x202C, StrayKind.Invisible, "", "POP DIRECTIONAL FORMATTING"),
        [0x202D] = new(0x202D, StrayKind.Invisible, "", "LEFT-TO-RIGHT OVERRIDE"),
        [0x202E] = new(0x202E, StrayKind.Invisible, "", "RIGHT-TO-LEFT OVERRIDE"),
        [0x2060] = new(0x2060, StrayKind.Invisible, "", "WORD JOINER"),
        [0x2061] = new(0x2061, StrayKind.Invisible, "", "FUNCTION APPLICATION"),
        [0x2062] = new(0x2062, StrayKind.Invisible, "", "INVISIBLE TIMES"),
        [0x2063] = new(0x2063, StrayKind.Invisible, "", "INVISIBLE SEPARATOR"),
        [0x2064] = new(0x2064, StrayKind.Invisible, "", "INVISIBLE PLUS"),
        [0x2066] = new(0x2066, StrayKind.Invisible, "", "LEFT-TO-RIGHT ISOLATE"),
        [0x2067] = new(0x2067, StrayKind.Invisible, "", "RIGHT-TO-LEFT ISOLATE"),
        [0x2068] = new(0x2068, StrayKind.Invisible, "", "FIRST STRONG ISOLATE"),
        [0x2069] = new(0x2069, StrayKind.Invisible, "", "POP DIRECTIONAL ISOLATE"),
        [0xFEFF] = new(0xFEFF, StrayKind.Invisible, "", "ZERO WIDTH NO-BREAK SPACE"),
        [0x061C] = new(0x061C, StrayKind.Invisible, "", "ARABIC LETTER MARK"),
        [0x115F] = new(0x115F, StrayKind.Invisible, "", "HANGUL CHOSEONG FILLER"),
        [0x1160] = new(0x1160, StrayKind.Invisible, "", "HANGUL JUNGSEONG FILLER"),
        [0x3164] = new(0x3164, StrayKind.Invisible, "", "HANGUL FILLER"),
        [0xFFA0] = new(0xFFA0, StrayKind.Invisible, "", "HALFWIDTH HANGUL FILLER"),
        [0xFFF9] = new(0xFFF9, StrayKind.Invisible, "", "INTERLINEAR ANNOTATION ANCHOR"),
        [0xFFFA] = new(0xFFFA, StrayKind.Invisible, "", "INTERLINEAR ANNOTATION SEPARATOR"),
        [0xFFFB] = new(0xFFFB, StrayKind.Invisible, "", "INTERLINEAR ANNOTATION TERMINATOR"),

        [0x00A0] = new(0x00A0, StrayKind.Space, " ", "NO-BREAK SPACE"),
        [0x1680] = new(0x1680, StrayKind.Space, " ", "OGHAM SPACE MARK"),
        [0x2000] = new(0x2000, StrayKind.Space, " ", "EN QUAD"),
        [0x2001] = new(0x2001, StrayKind.Space, " ", "EM QUAD"),
        [0x2002] = new(0x2002, StrayKind.Space, " ", "EN SPACE"),
        [0x2003] = new(0x2003, StrayKind.Space, " ", "EM SPACE"),
        [0x2004] = new(0x2004, StrayKind.Space, " ", "THREE-PER-EM SPACE"),
        [0x2005] = new(0x2005, StrayKind.Space, " ", "FOUR-PER-EM SPACE"),
        [0x2006] = new(0x2006, StrayKind.Space, " ", "SIX-PER-EM SPACE"),
        [0x2007] = new(0x2007, StrayKind.Space, " ", "FIGURE SPACE"),
        [0x2008] = new(0x2008, StrayKind.Space, " ", "PUNCTUATION SPACE"),
        [0x2009] = new(0x2009, StrayKind.Space, " ", "THIN SPACE"),
        [0x200A] = new(0x200A, StrayKind.Space, " ", "HAIR SPACE"),
        [0x202F] = new(0x202F, StrayKind.Space, " ", "NARROW NO-BREAK SPACE"),
        [0x205F] = new(0x205F, StrayKind.Space, " ", "MEDIUM MATHEMATICAL SPACE"),
        [0x3000] = new(0x3000, StrayKind.Space, " ", "IDEOGRAPHIC SPACE"),

        [0x2018] = new(0x2018, StrayKind.Quote, "'", "LEFT SINGLE QUOTATION MARK"),
        [0x2019] = new(0x2019, StrayKind.Quote, "'", "RIGHT SINGLE QUOTATION MARK"),
        [0x201A] = new(0x201A, StrayKind.Quote, "'", "SINGLE LOW-9 QUOTATION MARK"),
        [0x201B] = new(0x201B, StrayKind.Quote, "'", "SINGLE HIGH-REVERSED-9 QUOTATION MARK"),
        [0x201C] = new(0x201C, StrayKind.Quote, "\"", "LEFT DOUBLE QUOTATION MARK"),
        [0x201D] = new(0x201D, StrayKind.Quote, "\"", "RIGHT DOUBLE QUOTATION MARK"),
        [0x201E] = new(0x201E, StrayKind.Quote, "\"", "DOUBLE LOW-9 QUOTATION MARK"),
        [0x201F] = new(0x201F, StrayKind.Quote, "\"", "DOUBLE HIGH-REVERSED-9 QUOTATION MARK"),
        [0x2032] = new(0x2032, StrayKind.Quote, "'", "PRIME"),
        [0x2033] = new(0x2033, StrayKind.Quote, "\"", "DOUBLE PRIME"),
        [0x2035] = new(0x2035, StrayKind.Quote, "'", "REVERSED PRIME"),
        [0x2036] = new(0x2036, StrayKind.Quote, "\"", "REVERSED DOUBLE PRIME"),
        [0x02BC] = new(0x02BC, StrayKind.Quote, "'", "MODIFIER LETTER APOSTROPHE"),
        [0x00B4] = new(0x00B4, StrayKind.Quote, "'", "ACUTE ACCENT"),
        [0x301D] = new(0x301D, StrayKind.Quote, "\"", "REVERSED DOUBLE PRIME QUOTATION MARK"),
        [0x301E] = new(0x301E, StrayKind.Quote, "\"", "DOUBLE PRIME QUOTATION MARK"),
        [0x301F] = new(0x301F, StrayKind.Quote, "\"", "LOW DOUBLE PRIME QUOTATION MARK"),

        [0x2010] = new(0x2010, StrayKind.Dash, "-", "HYPHEN"),
        [0x2011] = new(0x2011, StrayKind.Dash, "-", "NON-BREAKING HYPHEN"),
        [0x2012] = new(0x2012, StrayKind.Dash, "-", "FIGURE DASH"),
        [0x2013] = new(0x2013, StrayKind.Dash, "-", "EN DASH"),
        [0x2014] = new(0x2014, StrayKind.Dash, "-", "EM DASH"),
        [0x2015] = new(0x2015, StrayKind.Dash, "-", "HORIZONTAL BAR"),
        [0x2043] = new(0x2043, StrayKind.Dash, "-", "HYPHEN BULLET"),
        [0x2212] = new(0x2212, StrayKind.Dash, "-", "MINUS SIGN"),
        [0xFE58] = new(0xFE58, StrayKind.Dash, "-", "SMALL EM DASH"),
        [0xFE63] = new(0xFE63, StrayKind.Dash, "-", "SMALL HYPHEN-MINUS"),

        [0x2024] = new(0x2024, StrayKind.Sign, ".", "ONE DOT LEADER"),
        [0x2044] = new(0x2044, StrayKind.Sign, "/", "FRACTION SLASH"),
        [0x2025] = new(0x2025, StrayKind.Sign, "..", "TWO DOT LEADER"),
        [0x2026] = new(0x2026, StrayKind.Sign, "...", "HORIZONTAL ELLIPSIS"),
        [0x2022] = new(0x2022, StrayKind.Sign, "", "BULLET"),
        [0x2023] = new(0x2023, StrayKind.Sign, "", "TRIANGULAR BULLET"),
        [0x25AA] = new(0x25AA, StrayKind.Sign, "", "BLACK SMALL SQUARE"),
        [0x25E6] = new(0x25E6, StrayKind.Sign, "", "WHITE BULLET"),
        [0x00A6] = new(0x00A6, StrayKind.Sign, "|", "BROKEN BAR"),
        [0x2502] = new(0x2502, StrayKind.Sign, "|", "BOX DRAWINGS LIGHT VERTICAL"),
        [0x2215] = new(0x2215, StrayKind.Sign, "/", "DIVISION SLASH"),
        [0x2223] = new(0x2223, StrayKind.Sign, "|", "DIVIDES"),
        [0x2236] = new(0x2236, StrayKind.Sign, ":", "RATIO"),
        [0x2217] = new(0x2217, StrayKind.Sign, "*", "ASTERISK OPERATOR"),
        [0x223C] = new(0x223C, StrayKind.Sign, "~", "TILDE OPERATOR"),
        [0x02D0] = new(0x02D0, StrayKind.Sign, ":", "MODIFIER LETTER TRIANGULAR COLON"),
        [0xA789] = new(0xA789, StrayKind.Sign, ":", "MODIFIER LETTER COLON"),
        [0xFE55] = new(0xFE55, StrayKind.Sign, ":", "SMALL COLON"),
        [0xFE13] = new(0xFE13, StrayKind.Sign, ":", "PRESENTATION FORM FOR VERTICAL COLON"),

        // The block of mathematical letters has gaps for letters that Unicode already had elsewhere.
        [0x2102] = new(0x2102, StrayKind.Mathematical, "C", "DOUBLE-STRUCK CAPITAL C"),
        [0x210A] = new(0x210A, StrayKind.Mathematical, "g", "SCRIPT SMALL G"),
        [0x210B] = new(0x210B, StrayKind.Mathematical, "H", "SCRIPT CAPITAL H"),
        [0x210C] = new(0x210C, StrayKind.Mathematical, "H", "BLACK-LETTER CAPITAL H"),
        [0x210D] = new(0x210D, StrayKind.Mathematical, "H", "DOUBLE-STRUCK CAPITAL H"),
        [0x210E] = new(0x210E, StrayKind.Mathematical, "h", "PLANCK CONSTANT"),
        [0x2110] = new(0x2110, StrayKind.Mathematical, "I", "SCRIPT CAPITAL I"),
        [0x2111] = new(0x2111, StrayKind.Mathematical, "I", "BLACK-LETTER CAPITAL I"),
        [0x2112] = new(0x2112, StrayKind.Mathematical, "L", "SCRIPT CAPITAL L"),
        [0x2115] = new(0x2115, StrayKind.Mathematical, "N", "DOUBLE-STRUCK CAPITAL N"),
        [0x2119] = new(0x2119, StrayKind.Mathematical, "P", "DOUBLE-STRUCK CAPITAL P"),
        [0x211A] = new(0x211A, StrayKind.Mathematical, "Q", "DOUBLE-STRUCK CAPITAL Q"),
        [0x211B] = new(0x211B, StrayKind.Mathematical, "R", "SCRIPT CAPITAL R"),
        [0x211C] = new(0x211C, StrayKind.Mathematical, "R", "BLACK-LETTER CAPITAL R"),
        [0x211D] = new(0x211D, StrayKind.Mathematical, "R", "DOUBLE-STRUCK CAPITAL R"),
        [0x2124] = new(0x2124, StrayKind.Mathematical, "Z", "DOUBLE-STRUCK CAPITAL Z"),
        [0x2128] = new(0x2128, StrayKind.Mathematical, "Z", "BLACK-LETTER CAPITAL Z"),
        [0x212C] = new(0x212C, StrayKind.Mathematical, "B", "SCRIPT CAPITAL B"),
        [0x212D] = new(0x212D, StrayKind.Mathematical, "C", "BLACK-LETTER CAPITAL C"),
        [0x212F] = new(0x212F, StrayKind.Mathematical, "e", "SCRIPT SMALL E"),
        [0x2130] = new(0x2130, StrayKind.Mathematical, "E", "SCRIPT CAPITAL E"),
        [0x2131] = new(0x2131, StrayKind.Mathematical, "F", "SCRIPT CAPITAL F"),
        [0x2133] = new(0x2133, StrayKind.Mathematical, "M", "SCRIPT CAPITAL M"),
        [0x2134] = new(0x2134, StrayKind.Mathematical, "o", "SCRIPT SMALL O"),

        [0x0430] = new(0x0430, StrayKind.LookAlike, "a", "CYRILLIC SMALL LETTER A"),
        [0x0435] = new(0x0435, StrayKind.LookAlike, "e", "CYRILLIC SMALL LETTER IE"),
        [0x043E] = new(0x043E, StrayKind.LookAlike, "o", "CYRILLIC SMALL LETTER O"),
        [0x0440] = new(0x0440, StrayKind.LookAlike, "p", "CYRILLIC SMALL LETTER ER"),
        [0x0441] = new(0x0441, StrayKind.LookAlike, "c", "CYRILLIC SMALL LETTER ES"),
        [0x0443] = new(0x0443, StrayKind.LookAlike, "y", "CYRILLIC SMALL LETTER U"),
        [0x0445] = new(0x0445, StrayKind.LookAlike, "x", "CYRILLIC SMALL LETTER HA"),
        [0x0455] = new(0x0455, StrayKind.LookAlike, "s", "CYRILLIC SMALL LETTER DZE"),
        [0x0456] = new(0x0456, StrayKind.LookAlike, "i", "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
        [0x0458] = new(0x0458, StrayKind.LookAlike, "j", "CYRILLIC SMALL LETTER JE"),
        [0x04BB] = new(0x04BB, StrayKind.LookAlike, "h", "CYRILLIC SMALL LETTER SHHA"),
        [0x0501] = new(0x0501, StrayKind.LookAlike, "d", "CYRILLIC SMALL LETTER KOMI DE"),
        [0x051B] = new(0x051B, StrayKind.LookAlike, "q", "CYRILLIC SMALL LETTER QA"),
        [0x051D] = new(0x051D, StrayKind.LookAlike, "w", "CYRILLIC SMALL LETTER WE"),
        [0x0475] = new(0x0475, StrayKind.LookAlike, "v", "CYRILLIC SMALL LETTER IZHITSA"),
        [0x0410] = new(0x0410, StrayKind.LookAlike, "A", "CYRILLIC CAPITAL LETTER A"),
        [0x0412] = new(0x0412, StrayKind.LookAlike, "B", "CYRILLIC CAPITAL LETTER VE"),
        [0x0415] = new(0x0415, StrayKind.LookAlike, "E", "CYRILLIC CAPITAL LETTER IE"),
        [0x0405] = new(0x0405, StrayKind.LookAlike, "S", "CYRILLIC CAPITAL LETTER DZE"),
        [0x0406] = new(0x0406, StrayKind.LookAlike, "I", "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I"),
        [0x0408] = new(0x0408, StrayKind.LookAlike, "J", "CYRILLIC CAPITAL LETTER JE"),
        [0x041A] = new(0x041A, StrayKind.LookAlike, "K", "CYRILLIC CAPITAL LETTER KA"),
        [0x041C] = new(0x041C, StrayKind.LookAlike, "M", "CYRILLIC CAPITAL LETTER EM"),
        [0x041D] = new(0x041D, StrayKind.LookAlike, "H", "CYRILLIC CAPITAL LETTER EN"),
        [0x041E] = new(0x041E, StrayKind.LookAlike, "O", "CYRILLIC CAPITAL LETTER O"),
        [0x0420] = new(0x0420, StrayKind.LookAlike, "P", "CYRILLIC CAPITAL LETTER ER"),
        [0x0421] = new(0x0421, StrayKind.LookAlike, "C", "CYRILLIC CAPITAL LETTER ES"),
        [0x0422] = new(0x0422, StrayKind.LookAlike, "T", "CYRILLIC CAPITAL LETTER TE"),
        [0x0423] = new(0x0423, StrayKind.LookAlike, "Y", "CYRILLIC CAPITAL LETTER U"),
        [0x0425] = new(0x0425, StrayKind.LookAlike, "X", "CYRILLIC CAPITAL LETTER HA"),
        [0x051A] = new(0x051A, StrayKind.LookAlike, "Q", "CYRILLIC CAPITAL LETTER QA"),
        [0x051C] = new(0x051C, StrayKind.LookAlike, "W", "CYRILLIC CAPITAL LETTER WE"),
        [0x04CF] = new(0x04CF, StrayKind.LookAlike, "l", "CYRILLIC SMALL LETTER PALOCHKA"),
        [0x04C0] = new(0x04C0, StrayKind.LookAlike, "I", "CYRILLIC LETTER PALOCHKA"),
        [0x03B1] = new(0x03B1, StrayKind.LookAlike, "a", "GREEK SMALL LETTER ALPHA"),
        [0x03BD] = new(0x03BD, StrayKind.LookAlike, "v", "GREEK SMALL LETTER NU"),
        [0x03BF] = new(0x03BF, StrayKind.LookAlike, "o", "GREEK SMALL LETTER OMICRON"),
        [0x03C1] = new(0x03C1, StrayKind.LookAlike, "p", "GREEK SMALL LETTER RHO"),
        [0x03B9] = new(0x03B9, StrayKind.LookAlike, "i", "GREEK SMALL LETTER IOTA"),
        [0x03BA] = new(0x03BA, StrayKind.LookAlike, "k", "GREEK SMALL LETTER KAPPA"),
        [0x03C5] = new(0x03C5, StrayKind.LookAlike, "u", "GREEK SMALL LETTER UPSILON"),
        [0x03C7] = new(0x03C7, StrayKind.LookAlike, "x", "GREEK SMALL LETTER CHI"),
        [0x03B3] = new(0x03B3, StrayKind.LookAlike, "y", "GREEK SMALL LETTER GAMMA"),
        [0x03F2] = new(0x03F2, StrayKind.LookAlike, "c", "GREEK LUNATE SIGMA SYMBOL"),
        [0x03F3] = new(0x03F3, StrayKind.LookAlike, "j", "GREEK LETTER YOT"),
        [0x0391] = new(0x0391, StrayKind.LookAlike, "A", "GREEK CAPITAL LETTER ALPHA"),
        [0x0392] = new(0x0392, StrayKind.LookAlike, "B", "GREEK CAPITAL LETTER BETA"),
        [0x0395] = new(0x0395, StrayKind.LookAlike, "E", "GREEK CAPITAL LETTER EPSILON"),
        [0x0396] = new(0x0396, StrayKind.LookAlike, "Z", "GREEK CAPITAL LETTER ZETA"),
        [0x0397] = new(0x0397, StrayKind.LookAlike, "H", "GREEK CAPITAL LETTER ETA"),
        [0x0399] = new(0x0399, StrayKind.LookAlike, "I", "GREEK CAPITAL LETTER IOTA"),
        [0x039A] = new(0x039A, StrayKind.LookAlike, "K", "GREEK CAPITAL LETTER KAPPA"),
        [0x039C] = new(0x039C, StrayKind.LookAlike, "M", "GREEK CAPITAL LETTER MU"),
        [0x039D] = new(0x039D, StrayKind.LookAlike, "N", "GREEK CAPITAL LETTER NU"),
        [0x039F] = new(0x039F, StrayKind.LookAlike, "O", "GREEK CAPITAL LETTER OMICRON"),
        [0x03A1] = new(0x03A1, StrayKind.LookAlike, "P", "GREEK CAPITAL LETTER RHO"),
        [0x03A4] = new(0x03A4, StrayKind.LookAlike, "T", "GREEK CAPITAL LETTER TAU"),
        [0x03A5] = new(0x03A5, StrayKind.LookAlike, "Y", "GREEK CAPITAL LETTER UPSILON"),
        [0x03A7] = new(0x03A7, StrayKind.LookAlike, "X", "GREEK CAPITAL LETTER CHI"),
        [0x03F9] = new(0x03F9, StrayKind.LookAlike, "C", "GREEK CAPITAL LUNATE SIGMA SYMBOL"),
        [0x037F] = new(0x037F, StrayKind.LookAlike, "J", "GREEK CAPITAL LETTER YOT"),
        [0x0251] = new(0x0251, StrayKind.LookAlike, "a", "LATIN SMALL LETTER ALPHA"),
        [0x0261] = new(0x0261, StrayKind.LookAlike, "g", "LATIN SMALL LETTER SCRIPT G"),
        [0x212A] = new(0x212A, StrayKind.LookAlike, "K", "KELVIN SIGN"),
        [0x2113] = new(0x2113, StrayKind.LookAlike, "l", "SCRIPT SMALL L"),
    };

    /// <summary>The characters that are listed one by one. Characters of whole blocks are computed from their code.</summary>
    public static IEnumerable<StrayCharacter> Listed => Table.Values;

    /// <summary>Returns the entry of a character, or null for an ordinary one.</summary>
    public static StrayCharacter? Find(int codePoint)
    {
        if (codePoint < 0x80)
            return null;
        if (codePoint is >= FirstFullwidth and <= LastFullwidth)
            return Fullwidth(codePoint);
        if (codePoint is >= FirstRomanNumeral and <= LastRomanNumeral)
            return RomanNumeral(codePoint);
        if (codePoint is >= FirstVariationSelector and <= LastVariationSelector)
            return new StrayCharacter(codePoint, StrayKind.Invisible, "", "VARIATION SELECTOR-" + Number(codePoint - FirstVariationSelector + 1));
        if (codePoint == ReplacementCharacter)
            return new StrayCharacter(codePoint, StrayKind.Lost, char.ConvertFromUtf32(codePoint), "REPLACEMENT CHARACTER");
        if (codePoint is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000)
            return new StrayCharacter(codePoint, StrayKind.Lost, char.ConvertFromUtf32(codePoint), "PRIVATE USE CHARACTER");
        if (codePoint >= FirstMathematical)
            return Mathematical(codePoint);
        return Table.TryGetValue(codePoint, out var found) ? found : null;
    }

    /// <summary>Returns the entry of the character at <paramref name="index"/>, which can have two UTF-16 code units.</summary>
    public static StrayCharacter? FindAt(string text, int index, out int length)
    {
        length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        return text[index] < 0x80 ? null : Find(length == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index]);
    }

    private static StrayCharacter Fullwidth(int codePoint)
    {
        var plain = (char)(codePoint - FirstFullwidth + '!');
        var name = plain switch
        {
            >= '0' and <= '9' => "DIGIT " + Digit(plain - '0'),
            >= 'A' and <= 'Z' => "LATIN CAPITAL LETTER " + plain,
            >= 'a' and <= 'z' => "LATIN SMALL LETTER " + char.ToUpperInvariant(plain),
            _ => SignNames[plain],
        };
        return new StrayCharacter(codePoint, StrayKind.Fullwidth, plain.ToString(), "FULLWIDTH " + name);
    }

    private static StrayCharacter? Mathematical(int codePoint)
    {
        if (codePoint >= FirstMathematicalDigit && codePoint < FirstMathematicalDigit + (MathematicalDigits.Length * 10))
        {
            var digit = codePoint - FirstMathematicalDigit;
            return new StrayCharacter(
                codePoint, StrayKind.Mathematical, Number(digit % 10), "MATHEMATICAL " + MathematicalDigits[digit / 10] + " DIGIT " + Digit(digit % 10));
        }

        var index = codePoint - FirstMathematical;
        if (index >= MathematicalAlphabets.Length * LettersOfAlphabet)
            return null;
        var letter = index % LettersOfAlphabet;
        var capital = (char)('A' + (letter % 26));
        var isSmall = letter >= 26;
        return new StrayCharacter(
            codePoint,
            StrayKind.Mathematical,
            (isSmall ? char.ToLowerInvariant(capital) : capital).ToString(),
            "MATHEMATICAL " + MathematicalAlphabets[index / LettersOfAlphabet] + (isSmall ? " SMALL " : " CAPITAL ") + capital);
    }

    private static StrayCharacter RomanNumeral(int codePoint)
    {
        var isSmall = codePoint >= FirstSmallRomanNumeral;
        var (letters, name) = RomanNumerals[codePoint - (isSmall ? FirstSmallRomanNumeral : FirstRomanNumeral)];
        return new StrayCharacter(
            codePoint, StrayKind.LookAlike, isSmall ? letters.ToLowerInvariant() : letters, (isSmall ? "SMALL ROMAN NUMERAL " : "ROMAN NUMERAL ") + name);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Digit(int value) => value switch
    {
        0 => "ZERO",
        1 => "ONE",
        2 => "TWO",
        3 => "THREE",
        4 => "FOUR",
        5 => "FIVE",
        6 => "SIX",
        7 => "SEVEN",
        8 => "EIGHT",
        _ => "NINE",
    };
}
