namespace ApiSpec.Language.Characters;

/// <summary>The reason why the writer probably did not intend a character.</summary>
internal enum StrayKind
{
    /// <summary>Letters that a typesetter joined: the file holds one character where the page shows two or three.</summary>
    Ligature,

    /// <summary>An invisible character: a soft hyphen, a zero-width space, a mark of writing direction, a byte order mark.</summary>
    Invisible,

    /// <summary>A space other than U+0020, which YAML and HTTP treat as part of a name.</summary>
    Space,

    /// <summary>A quotation mark of a typesetter.</summary>
    Quote,

    /// <summary>A dash, hyphen or minus sign other than U+002D.</summary>
    Dash,

    /// <summary>Another punctuation mark that looks like one of ASCII.</summary>
    Sign,

    /// <summary>An ASCII character in the width of a Chinese or Japanese one.</summary>
    Fullwidth,

    /// <summary>A letter in a mathematical style.</summary>
    Mathematical,

    /// <summary>A letter of another script, or a Roman numeral, that looks like Latin letters.</summary>
    LookAlike,

    /// <summary>A character that only the font of the page can show, or a replacement for a character that was lost in a conversion.</summary>
    Lost,
}

/// <summary>A character that PDF files and word processors use instead of the plain one that the reference means.</summary>
/// <param name="CodePoint">The character.</param>
/// <param name="Kind">The reason why it is in the table.</param>
/// <param name="Plain">The replacement; empty: the character is removed.</param>
/// <param name="Name">Its name in the Unicode Character Database.</param>
internal sealed record StrayCharacter(int CodePoint, StrayKind Kind, string Plain, string Name)
{
    /// <summary><c>U+FB01 LATIN SMALL LIGATURE FI</c>.</summary>
    public override string ToString() => "U+" + CodePoint.ToString("X4", System.Globalization.CultureInfo.InvariantCulture) + " " + Name;
}
