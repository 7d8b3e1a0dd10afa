using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ApiSpec.Testing.Tests.Support;
using CsCheck;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <content>The places in which a secret can be, the ways of writing it, and the places in which a server repeats it.</content>
public sealed partial class RecordedSecretsTests
{
    private const string Json = "application/json";
    private const string Xml = "application/xml";

    // Without ']', which can end a CDATA section. The last characters are beyond ASCII.
    private const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=%&?#<>\"'\\ :;,.~!$()*@^{}|-_é鍵";

    private static readonly string[] Charsets = ["utf-8", "BOM", "utf-16", "utf-16 with BOM", "utf-16 unsaid", "utf-16 wrong", "latin-1 unsaid", "gzip"];
    private static readonly string[] OfJson = [.. Charsets, "lines", "surrogate", "cut", "more"];
    private static readonly string[] OfXml = [.. Charsets, "cut", "more", "DTD", "declared", "comment"];

    private static readonly string[] Unreadable = ["utf-16 wrong", "latin-1 unsaid", "cut", "more", "DTD", "declared", "comment"];

    // A part of each secret is random, so that none is in the file by chance.
    private static readonly Gen<string> Secrets = Gen.Select(Gen.Char[Characters].Array[4, 30], Gen.Char["bcdfghjkmnpqrstvwxz"].Array[6])
        .Select(static (any, letters) => "k" + new string(letters) + new string(any) + "Q");

    // How a secret comes to the recorder: a request and a response, and the ways in which their bodies are written.
    private static readonly (string Name, string[] Ways, Func<string, string, (HttpRequestMessage, HttpResponseMessage)> Make)[] Sources =
    [
        ("Basic", ["", "latin-1"], static (secret, how) => Header("Authorization", "Basic " + Base64("user:" + secret, how))),
        ("Bearer", [""], static (secret, _) => Header("Authorization", "Bearer " + secret)),
        ("Digest", [""], static (secret, _) => Header(
            "Authorization", "Digest username=\"a\", uri=\"/v1/notes\", response=\"" + secret + "\"")),
        ("proxy", [""], static (secret, _) => Header("Proxy-Authorization", "Bearer " + secret)),
        ("api key", [""], static (secret, _) => Header("X-Api-Key", secret)),
        ("undocumented header", [""], static (secret, _) => Header("X-Other", secret)),
        ("secret header", [""], static (secret, _) => Header("X-Seal", secret, Vault.Request("PUT", "/v1/items/1"))),
        ("cookie", [""], static (secret, _) => Header("Cookie", "a=b; sid=" + Uri.EscapeDataString(secret))),
        ("set cookie", [""], static (secret, _) => ResponseHeader("Set-Cookie", "sid=" + Uri.EscapeDataString(secret) + "; Path=/")),
        ("secret response header", [""], static (secret, _) => ResponseHeader("X-Receipt", secret, Vault.Request("PUT", "/v1/items/1"))),
        ("completed secret response header", [""], static (secret, _) => ResponseHeader("x-account-Temp", secret, Vault.Request("PUT", "/v1/items/1"))),
        ("session", [""], static (secret, _) => ResponseHeader("X-Session", "BOX " + secret)),
        ("suspicious header", [""], static (secret, _) => ResponseHeader("X-New-Token", secret)),
        ("redirect", [""], static (secret, _) => ResponseHeader("Location", "/v1/notes?pwd=" + Uri.EscapeDataString(secret))),
        ("query", ["pin", "PIN", "pin[]", "pwd"], static (secret, how)
            => (Vault.Request("PUT", "/v1/items/1?page=1&" + how + "=" + Uri.EscapeDataString(secret)), Vault.Response())),
        // The operation has a row that every name matches, which says of none that it is not secret.
        ("query beside a row for any name",
            [
                "grip", "Grip", "hilt", "HILT", "grip[]", "bolts[]", "bolts", "BOLTS[]", "bolts[0]", "bolts[a][b]", "b%6Flts", "%47rip", "pw_1", "PW_1", "Cog",
                "COG", "cog[]", "Unlock", "UNLOCK", "unlock[]", "pwd", "PWD", "pin", "a.pin", "password",
            ],
            static (secret, how) => (Vault.Request("GET", "/v1/keys?cog=1&" + how + "=" + Uri.EscapeDataString(secret)), Vault.Response())),
        ("query of another operation", ["pwd", "pin", "grip", "Bolts[]", "pw_1", "unlock"], static (secret, how)
            => (Vault.Request("GET", "/v1/notes?" + how + "=" + Uri.EscapeDataString(secret)), Vault.Response())),
        ("query in a link", ["pwd", "pin", "grip", "Bolts[]", "pw_1", "unlock"], static (secret, how)
            => Echo("notes", new JsonObject { ["note"] = "http://vault.example/v1/keys?" + how + "=" + Uri.EscapeDataString(secret) }.ToJsonString(), Json)),
        ("JSON in a query", [""], static (secret, _) => (
            Vault.Request("PUT", "/v1/items/1?where=" + Uri.EscapeDataString(new JsonObject { ["cipher"] = secret }.ToJsonString())), Vault.Response())),
        ("path", [""], static (secret, _) => (Vault.Request("GET", "/v1/locks/" + Uri.EscapeDataString(secret) + "/door"), Vault.Response())),
        ("user information", [""], static (secret, _)
            => (new HttpRequestMessage(HttpMethod.Get, "http://user:" + Uri.EscapeDataString(secret) + "@vault.example/v1/notes"), Vault.Response())),
        ("form", Charsets, static (secret, how) => (
            Vault.Request("POST", "/v1/forms", Vault.Body("user=a&passcode=" + FormText(secret), "application/x-www-form-urlencoded", how)), Vault.Response())),
        ("multipart", [""], static (secret, _) => (Vault.Request("POST", "/v1/files", Multipart(secret)), Vault.Response())),
        .. Members(static secret => new JsonObject { ["password"] = secret }, "member"),
        .. Members(static secret => new JsonObject { ["deep"] = new JsonObject { ["deeper"] = new JsonObject { ["inner"] = secret } } }, "nested member"),
        .. Members(static secret => new JsonObject { ["keys"] = new JsonArray("a", secret) }, "list"),
        .. Members(static secret => new JsonObject { ["map"] = new JsonObject { ["a"] = secret } }, "map"),
        .. Members(static secret => new JsonObject { ["any"] = new JsonObject { ["a"] = new JsonArray(new JsonObject { ["b"] = secret }) } }, "any"),
        .. Members(static secret => new JsonObject { ["elsewhere"] = new JsonObject { ["Password"] = secret } }, "undocumented member"),
        .. Members(static secret => new JsonObject { ["note"] = new JsonObject { ["password"] = secret }.ToJsonString() }, "JSON in a string"),
        .. Members(static secret => new JsonObject { ["note"] = "http://vault.example/?pwd=" + Uri.EscapeDataString(secret) }, "link"),
        .. Elements(static secret => new XElement("root", new XAttribute("key", secret)), "attribute"),
        .. Elements(static secret => new XElement("root", new XElement("item", new XAttribute("id", 1), secret)), "text"),
        .. Elements(static secret => new XElement("root", new XElement(XNamespace.Get("urn:p") + "pin", secret)), "element"),
        .. Elements(static secret => new XElement("root", new XElement("pin", new XElement("inner", new XCData(secret)))), "CDATA"),
    ];

    // How a server writes it where it repeats it.
    private static readonly Func<string, string>[] Writings =
    [
        static secret => secret,
        Uri.EscapeDataString,
        static secret => Lower(Uri.EscapeDataString(secret)),
        FormText,
        static secret => Uri.EscapeDataString(Uri.EscapeDataString(secret)),
        static secret => Base64(secret, ""),
        static secret => Base64("user:" + secret, ""),
        static secret => Base64("?" + secret + "?", "").Replace('+', '-').Replace('/', '_').TrimEnd('='),
        static secret => JsonSerializer.Serialize(secret)[1..^1],
        static secret => JsonSerializer.Serialize(JsonSerializer.Serialize(secret)),
        static secret => new XText(secret).ToString(),
        static secret => string.Concat(secret.EnumerateRunes().Select(static rune => FormattableString.Invariant($"&#x{rune.Value:X};"))),
    ];

    // Where a server repeats it.
    private static readonly Func<string, (HttpRequestMessage, HttpResponseMessage)>[] Echoes =
    [
        static text => Echo("notes", new JsonObject { ["note"] = "kept " + text + " kept" }.ToJsonString(), Json),
        static text => Echo("notes", new JsonObject { ["more"] = new JsonObject { [text] = 1 } }.ToJsonString(), Json),
        static text => Echo("notes", new JsonObject { ["note"] = new JsonObject { ["a"] = "kept " + text }.ToJsonString() }.ToJsonString(), Json, "gzip"),
        static text => Echo("notes", new JsonObject { ["note"] = text }.ToJsonString(), Json, "utf-16"),
        static text => Echo("texts", "kept " + text + " kept", "text/plain"),
        static text => Echo("texts", "kept " + text + " kept", "text/plain", "utf-16 with BOM"),
        static text => Echo("texts", "kept " + text + " kept", "text/plain", "utf-16 wrong"),
        static text => Echo("pages", new XElement("page", new XElement("text", "kept " + text)).ToString(), Xml),
        static text => Echo("pages", new XElement("page", new XAttribute("title", text)).ToString(), Xml),
        static text => Echo("pages", new XElement("page", new XCData(text), new XComment(text.Replace('-', '.'))).ToString(), Xml),
        static text => (Vault.Request("GET", "/v1/notes?q=" + Uri.EscapeDataString(text)), Vault.Response()),
        static text => (Vault.Request("GET", "/v1/notes/" + Uri.EscapeDataString(text) + "/v1/notes"), Vault.Response()),
        static text => ResponseHeader("X-Trace", text),
        static text => ResponseHeader("Link", "<http://vault.example/" + Uri.EscapeDataString(text) + ">; rel=next"),
        static text => (Vault.Request("GET", "/v1/notes"), new HttpResponseMessage { ReasonPhrase = text, Content = Vault.Body("{}", Json) }),
    ];

    private static IEnumerable<(string, string[], Func<string, string, (HttpRequestMessage, HttpResponseMessage)>)> Members(
        Func<string, JsonObject> body, string name)
    {
        yield return ("sent " + name, OfJson, (secret, how)
            => (Vault.Request("PUT", "/v1/items/1", Vault.Body(body(secret).ToJsonString(), Json, how)), Vault.Response()));
        yield return ("received " + name, OfJson, (secret, how)
            => (Vault.Request("PUT", "/v1/items/1"), Vault.Response(Vault.Body(body(secret).ToJsonString(), Json, how))));
    }

    private static IEnumerable<(string, string[], Func<string, string, (HttpRequestMessage, HttpResponseMessage)>)> Elements(
        Func<string, XElement> body, string name)
    {
        yield return ("sent XML " + name, OfXml, (secret, how)
            => (Vault.Request("PUT", "/v1/xml", Vault.Body(body(secret).ToString(SaveOptions.DisableFormatting), Xml, how)), Vault.Response()));
        yield return ("received XML " + name, OfXml, (secret, how)
            => (Vault.Request("PUT", "/v1/xml"), Vault.Response(Vault.Body(body(secret).ToString(SaveOptions.DisableFormatting), Xml, how))));
    }

    private static (HttpRequestMessage, HttpResponseMessage) Echo(string path, string body, string mediaType, string how = "utf-8")
        => (Vault.Request("GET", "/v1/" + path), Vault.Response(Vault.Body(body, mediaType, how)));

    private static (HttpRequestMessage, HttpResponseMessage) Header(string name, string value, HttpRequestMessage? request = null)
    {
        request ??= Vault.Request("GET", "/v1/notes");
        Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return (request, Vault.Response());
    }

    private static (HttpRequestMessage, HttpResponseMessage) ResponseHeader(string name, string value, HttpRequestMessage? request = null)
    {
        var response = Vault.Response();
        Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        return (request ?? Vault.Request("GET", "/v1/notes"), response);
    }

    private static MultipartFormDataContent Multipart(string secret)
        => new()
        {
            { new ByteArrayContent([1, 2, 3]), "file", "a.bin" },
            { new StringContent(secret, Encoding.UTF8, MediaTypeNames.Text.Plain), "passphrase" },
        };

    private static string Base64(string text, string how)
        => Convert.ToBase64String((how == "latin-1" ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));

    private static string Lower(string escaped) => Regex.Replace(escaped, "%[0-9A-F]{2}", static match => match.Value.ToLowerInvariant());

    private static string FormText(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static bool IsHeader(string source)
        => source.EndsWith("header", StringComparison.Ordinal) || source is "Bearer" or "proxy" or "api key" or "session";

    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
