using System.Text;

namespace ApiSpec.Testing.Pages;

/// <summary>Tells what HTTP can carry in a status line and in headers (RFC 9110, section 5).</summary>
internal static class FieldText
{
    /// <exception cref="ArgumentException">The header cannot be sent.</exception>
    public static void ThrowIfUnsendable(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!IsName(name))
            throw new ArgumentException("The name of a header consists of letters, digits and some signs, without a space.", nameof(name));
        if (!IsValue(value))
            throw new ArgumentException("The value of a header has no control characters and no unpaired surrogates.", nameof(value));
    }

    /// <summary>Tells whether the text is a token (RFC 9110, section 5.6.2).</summary>
    public static bool IsName(string name)
        => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    /// <summary>Tells whether the text can be the value of a header, in UTF-8.</summary>
    public static bool IsValue(string value) => !value.Any(static c => char.IsControl(c) && c != '\t') && IsUnicode(value);

    /// <summary>Tells whether the text can follow a status code: some transports send ASCII alone.</summary>
    public static bool IsReason(string reason) => reason.All(static c => c is >= ' ' and <= '~' or '\t');

    /// <summary>Tells whether every surrogate of the text has its other half.</summary>
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

    /// <summary>The text with U+FFFD in place of every surrogate without its other half.</summary>
    public static string ToUnicode(string text) => IsUnicode(text) ? text : string.Concat(text.EnumerateRunes());
}
