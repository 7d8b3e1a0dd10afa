using System.Text;

namespace ApiSpec.Testing.Pages;

/// <summary>The characters that HTTP allows in a status line and in headers (RFC 9110, section 5).</summary>
internal static class FieldText
{
    /// <exception cref="ArgumentException">The header cannot be sent.</exception>
    public static void ThrowIfUnsendable(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!IsName(name))
            throw new ArgumentException("The name of a header can only contain letters, digits and some punctuation, without spaces.", nameof(name));
        if (!IsValue(value))
            throw new ArgumentException("The value of a header cannot contain control characters or unpaired surrogates.", nameof(value));
    }

    /// <summary>Returns whether the text is a token (RFC 9110, section 5.6.2).</summary>
    public static bool IsName(string name)
        => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    /// <summary>Returns whether the text can be the value of a header, in UTF-8.</summary>
    public static bool IsValue(string value) => !value.Any(static c => char.IsControl(c) && c != '\t') && IsUnicode(value);

    /// <summary>Returns whether the text can be a reason phrase. Some transports only send ASCII.</summary>
    public static bool IsReason(string reason) => reason.All(static c => c is >= ' ' and <= '~' or '\t');

    /// <summary>Returns whether the text has no unpaired surrogates.</summary>
    public static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[length..];
        }

        return true;
    }

    /// <summary>Replaces each unpaired surrogate with U+FFFD.</summary>
    public static string ToUnicode(string text) => IsUnicode(text) ? text : string.Concat(text.EnumerateRunes());
}
