using System.Globalization;
using System.Xml;
using ApiSpec.Generated;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Xml;

/// <summary>Bodies in XML. They are converted to JSON with the same values, so the same contracts read them.</summary>
internal sealed class XmlFormat(string shape) : ApiBodyFormat
{
    private const int LongestDeclaration = 256;

    private XmlShape? _shape;

    internal override string Accept => AcceptedTypes.Xml;

    internal override bool MayBe(MediaType media) => media.IsXml || media.Type is null || media.IsPlainText || media.IsHtml;

    // Some servers send no type, or always text. Then the first character decides.
    internal override bool Is(MediaType media, ReadOnlySpan<byte> bytes)
        => media.IsXml || (MayBe(media) && BeginsWithTag(bytes));

    internal override BodyViolation? TryGetJson(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, int maxDepth, int maxValues, out byte[] json)
    {
        json = [];
        var reader = new XmlTreeReader(_shape ??= XmlShape.Parse(shape), maxDepth, Count);
        try
        {
            if (BodyText.TryDecode(bytes, charset ?? DeclaredEncoding(bytes), isStrict, out var text) is { } violation)
                return violation;
            json = XmlJson.Write(reader.Read(text!));
            return null;
        }
        catch (XmlException exception)
        {
            var place = exception.LineNumber == 0 ? exception.Message
                : string.Format(CultureInfo.InvariantCulture, "line {0}, position {1}", exception.LineNumber, exception.LinePosition);
            return new BodyViolation("the body is not XML that can be read: " + place, null);
        }

        void Count()
        {
            if (--maxValues < 0)
                throw new JsonLimitException();
        }
    }

    // An element can be the item of a list that is a member of an object, which is two levels. The document is one more level.
    internal override int JsonDepthOf(int maxDepth) => (2 * maxDepth) + 1;

    // The declaration of the document only decides if there is no byte order mark, and no charset in the header (RFC 7303, section 3). It can be read as ASCII
    // in all encodings except UTF-16 and UTF-32, which have a mark.
    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("<?xml"u8))
            return null;
        var head = bytes.Slice(0, Math.Min(bytes.Length, LongestDeclaration));
        var end = head.IndexOf("?>"u8);
        var start = head.IndexOf("encoding"u8);
        if (start < 0 || end < start)
            return null;
        var value = head.Slice(start + "encoding".Length, end - start - "encoding".Length);
        var open = value.IndexOfAny((byte)'"', (byte)'\'');
        var length = open < 0 ? -1 : value.Slice(open + 1).IndexOf(value[open]);
        if (length <= 0)
            return null;
        var name = System.Text.Encoding.ASCII.GetString(value.Slice(open + 1, length).ToArray());
        return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    private static bool BeginsWithTag(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            // Byte order marks, and the zeros of UTF-16.
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0))
                return value == (byte)'<';
        }

        return false;
    }
}
