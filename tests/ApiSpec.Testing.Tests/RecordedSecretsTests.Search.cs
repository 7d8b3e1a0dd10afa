using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <content>The search for a secret in a recording, in all its usual writings.</content>
public sealed partial class RecordedSecretsTests
{
    private static void AssertAbsent(string secret, string file)
    {
        foreach (var text in Texts(JsonNode.Parse(file)).Prepend(file))
        {
            foreach (var form in Forms(secret))
            {
                if (text.Contains(form, StringComparison.OrdinalIgnoreCase))
                    Assert.Fail($"'{form}' of '{secret}' is in the recording: {text}");
            }
        }
    }

    // Its writings: plain, of a URL, of JSON, of XML, and Base64 of it at any of three positions.
    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return FormText(secret);
        yield return JsonSerializer.Serialize(secret)[1..^1];
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return new XText(secret).ToString();
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
        for (var before = 0; before < 3; before++)
        {
            byte[] bytes = [.. new byte[before], .. Encoding.UTF8.GetBytes(secret)];
            var base64 = Convert.ToBase64String(bytes).TrimEnd('=');
            var inner = base64[(((before * 8) + 5) / 6)..(bytes.Length * 8 / 6)];
            yield return inner;
            yield return inner.Replace('+', '-').Replace('/', '_');
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Texts(member.Value).Concat(Texts(member.Key))),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Texts((string)value!),
        _ => [],
    };

    // With what programs make of it: URLs and JSON are decoded.
    private static IEnumerable<string> Texts(string text)
    {
        yield return text;
        yield return Uri.UnescapeDataString(text);
        foreach (var nested in InnerTexts(text))
            yield return nested;
    }

    private static string[] InnerTexts(string text)
    {
        try
        {
            return text.AsSpan().TrimStart() is ['{' or '[', ..] ? [.. Texts(JsonNode.Parse(text))] : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or half of a character in a string.
            return [];
        }
    }
}
