using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Transport;

/// <summary>Bodies of text that say whether the call succeeded. They are converted to JSON with the text, the error code and the error message.</summary>
/// <param name="errorCode">The form of a line with the error code, or null.</param>
/// <param name="errorMessage">The form of a line with the error message, or null.</param>
internal sealed class TextFormat(string? errorCode, string? errorMessage) : ApiBodyFormat
{
    private readonly TextForm? _errorCode = errorCode is null ? null : TextForm.Parse(errorCode);
    private readonly TextForm? _errorMessage = errorMessage is null ? null : TextForm.Parse(errorMessage);

    // The JSON is only read here, so characters of HTML need no escapes.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal override string Accept => "text/plain";

    // JSON and files next to the text are successes.
    internal override bool AllowsJson => false;

    internal override string FirstCharacters => "";

    internal override string Unreadable => "the body cannot be decoded";

    // Many devices send no type.
    internal override bool MayBe(MediaType media)
        => media.Type is null || (media.Type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !media.IsJson);

    internal override bool Is(MediaType media, ReadOnlySpan<byte> bytes) => MayBe(media) && (media.Type is not null || HasOnlyText(bytes));

    internal override BodyViolation? TryGetJson(ReadOnlySpan<byte> bytes, string? charset, bool isStrict, int maxDepth, int maxValues, out byte[] json)
    {
        json = [];
        if (BodyText.TryDecode(bytes, charset, isStrict, out var text) is { } violation)
            return violation;
        if (!TextForm.IsStatement(text!, IsJson))
            return new BodyViolation("the body is not text", null);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString(TextForm.Whole, text!.Trim());
            if (_errorCode?.FindInLines(text, TextForm.Code) is { } code)
                writer.WriteString(TextForm.Code, code);
            if (_errorMessage?.FindInLines(text, TextForm.Message) is { } message)
                writer.WriteString(TextForm.Message, message);
            writer.WriteEndObject();
        }

        json = stream.ToArray();
        return null;
    }

    internal override int JsonDepthOf(int maxDepth) => maxDepth;

    private static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Pictures and archives have control characters near their start.
    private static bool HasOnlyText(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                return false;
        }

        return true;
    }
}
