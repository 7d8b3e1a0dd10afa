using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Language.Declarations;
using ApiSpec.Transport;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Recording;

/// <summary>The text of a body, or the reason why it is not recorded. Both are null without a body.</summary>
/// <param name="Text">The text.</param>
/// <param name="Missing">
/// The reason, as a sentence without its full stop. With a text: why it is only recorded if it has the format of its content type.
/// </param>
internal readonly partial record struct RecordedBody(string? Text, string? Missing)
{
    public static RecordedBody Without(string reason) => new(null, reason);

    /// <summary>Whether a body with these headers can be text.</summary>
    public static bool IsText(string? contentType)
        => BodyFormats.EssenceOf(contentType) is var type
            && (BodyFormats.Of(type) is { } format ? format != BodyFormat.Multipart
                : type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                    || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                    || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Decodes a whole body.</summary>
    /// <param name="bytes">The body as it was sent.</param>
    /// <param name="contentType">The header <c>Content-Type</c>, or null.</param>
    /// <param name="encodings">The values of the header <c>Content-Encoding</c>.</param>
    /// <param name="maxBytes">How many bytes the text may have.</param>
    public static RecordedBody Of(byte[] bytes, string? contentType, IReadOnlyCollection<string> encodings, int maxBytes)
    {
        if (bytes.Length == 0)
            return default;
        if (!IsText(contentType))
            return Without($"The body is '{BodyFormats.EssenceOf(contentType)}', which is not recorded");
        if (Unpack(bytes, encodings, maxBytes, out var problem) is not { } unpacked)
            return Without(problem!);
        var charset = CharsetOf(contentType) ?? DeclaredIn(unpacked) ?? GuessOf(unpacked);
        if (BodyText.TryDecode(unpacked, charset, isStrict: true, out var text) is { } violation)
            return Without(char.ToUpperInvariant(violation.Text[0]) + violation.Text[1..]);
        if (text!.Contains('\0', StringComparison.Ordinal))
            return Without("The body is not text");
        // Nearly all bytes are text in such a charset, so only the format of the body shows whether it is the right one.
        var isDoubtful = !Charset.TryFindMark(unpacked, out _, out _) && Charset.Find(charset) is { } encoding && !LooksLikeAscii(encoding);
        return new RecordedBody(text, isDoubtful ? "The charset of the body is in doubt" : null);
    }

    private static string? CharsetOf(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var type) && HeaderUtilities.RemoveQuotes(type.Charset).Value is { Length: > 0 } charset
            ? charset
            : null;

    // XML 1.0, section 4.3.3: a header decides over the declaration.
    private static string? DeclaredIn(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        return Declaration().Match(start) is { Success: true } match ? match.Groups[1].Value : null;
    }

    // JSON and XML start with a character of ASCII, so a zero beside it is half of a character (RFC 4627, section 3).
    private static string? GuessOf(byte[] bytes)
        => bytes.Length < 2 ? null : bytes[0] == 0 ? "utf-16BE" : bytes[1] == 0 ? "utf-16" : null;

    private static bool LooksLikeAscii(Encoding encoding)
    {
        const string Ascii = "{\"Az09<>&=%/+ ";
        return encoding.GetString(Encoding.ASCII.GetBytes(Ascii)) == Ascii;
    }

    private static byte[]? Unpack(byte[] bytes, IReadOnlyCollection<string> encodings, int maxBytes, out string? problem)
    {
        problem = null;
        foreach (var encoding in encodings.Reverse())
        {
            Func<Stream, Stream>? open = encoding.ToUpperInvariant() switch
            {
                "GZIP" or "X-GZIP" => static packed => new GZipStream(packed, CompressionMode.Decompress),
                "BR" => static packed => new BrotliStream(packed, CompressionMode.Decompress),
                "DEFLATE" => static packed => new ZLibStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            if (encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
                continue;
            if (open is null)
            {
                problem = "The body has an encoding that is not known";
                return null;
            }

            try
            {
                using var stream = open(new MemoryStream(bytes));
                using var unpacked = new MemoryStream();
                var buffer = new byte[16 * 1024];
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    unpacked.Write(buffer, 0, read);
                    if (unpacked.Length > maxBytes)
                    {
                        problem = TooLarge(maxBytes);
                        return null;
                    }
                }

                bytes = unpacked.ToArray();
            }
            catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or IOException)
            {
                problem = "The body cannot be unpacked";
                return null;
            }
        }

        return bytes;
    }

    public static string TooLarge(int maxBytes) => FormattableString.Invariant($"The body has more than {maxBytes} bytes");

    [GeneratedRegex("^<\\?xml[ \\t\\r\\n][^>]*?encoding[ \\t\\r\\n]*=[ \\t\\r\\n]*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']")]
    private static partial Regex Declaration();
}
