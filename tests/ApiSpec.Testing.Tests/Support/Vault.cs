using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>An API whose messages have secrets in all places that a spec can call secret.</summary>
internal static class Vault
{
    public static ExampleCatalog Catalog { get; } = ExampleCatalog.Parse(
        Document(
            "vault",
            """
            client: VaultClient
            authentication:
              - basic
              - bearer
              - header X-Api-Key
              - query usr, pwd
              - cookie sid
              - session: BOX
                issued in: X-Session
              - token: Sessions.Open
                member: data.token
                header: X-Token
            error:
              message: string
            """),
        Document(
            "open",
            """
            operation: Sessions.Open
            request: POST /v1/sessions
            body: { user: string, password: string secret }
            status: [200]
            response:
              data: { token: string }
            """),
        Document(
            "set",
            """
            operation: Items.Set
            request: PUT /v1/items/{id}
            path: { id: string }
            query:
              pin?: string secret
              page?: int
              where?: { type: object as json, members: { cipher?: string secret } }
            headers: { X-Seal?: string secret, X-Kind?: string }
            body:
              name?: string
              password?: string secret
              deep?:
                deeper: { inner: string secret }
              keys?: string[] secret
              map?: map<string> secret
              any?: any secret
              number?: long secret
              note?: string
            status:
              200:
                description: It is set.
                headers:
                  X-Receipt?: string secret
                  X-Account-{kind}?: string secret
            response: same as Items.Set
            """),
        Document(
            "keys",
            """
            operation: Keys.Find
            request: GET /v1/keys
            authentication: [query Unlock]
            query:
              "{field}?": string
              grip?: { type: string secret, alias: [hilt] }
              bolts?: string[] as brackets secret
              "pw_{n}?": string secret
              Cog?: string secret
              cog?: string
              nuts?: string[] as brackets
            status: [200]
            response: { note?: string, grip?: string, bolts?: "string[]" }
            """),
        Document(
            "lock",
            """
            operation: Locks.Open
            request: GET /v1/locks/{code}/door
            path: { code: string secret }
            status: [200]
            response: { note?: string }
            """),
        Document(
            "locks",
            """
            operation: Locks.All
            request: GET /v1/locks/all/door
            status: [200]
            response: { note?: string }
            """),
        Document(
            "file",
            """
            operation: Files.Put
            request: POST /v1/files
            body multipart: { file: bytes, passphrase: string secret }
            status: [200]
            response: { note?: string }
            """),
        Document(
            "form",
            """
            operation: Forms.Send
            request: POST /v1/forms
            body form: { user: string, passcode: string secret }
            status: [200]
            response: { note?: string }
            """),
        Document(
            "xml",
            """
            operation: Xml.Set
            request: PUT /v1/xml
            body xml:
              root:
                "@key?": string secret
                item[]:
                  "@id?": string
                  "#text": string secret
                "p:pin?": string secret
                note?: string
            status: [200]
            response xml:
              root:
                "@key?": string secret
                note?: string
            """),
        Document(
            "note",
            """
            operation: Notes.Get
            request: GET /v1/notes
            query: { q?: string }
            status: [200]
            response: { note: string, more?: any }
            """),
        Document(
            "text",
            """
            operation: Texts.Get
            request: GET /v1/texts
            query: { q?: string }
            status: [200]
            response: text/plain
            """),
        Document(
            "page",
            """
            operation: Pages.Get
            request: GET /v1/pages
            query: { q?: string }
            status: [200]
            response xml:
              page:
                "@title?": string
                text?: string
            """));

    /// <summary>Sends a request to a server that gives one response.</summary>
    public static async Task SendAsync(RecordingHandler recorder, HttpRequestMessage request, HttpResponseMessage response)
    {
        recorder.InnerHandler ??= new Answering();
        ((Answering)recorder.InnerHandler).Response = response;
        using var client = new HttpMessageInvoker(recorder, disposeHandler: false);
        using var received = await client.SendAsync(request, default);
        await received.Content.ReadAsByteArrayAsync();
    }

    public static HttpRequestMessage Request(string method, string target, HttpContent? content = null)
        => new(new HttpMethod(method), "http://vault.example" + target) { Content = content };

    public static HttpResponseMessage Response(HttpContent? content = null) => new(HttpStatusCode.OK) { Content = content ?? Body("{}", "application/json") };

    /// <summary>A body in a charset and an encoding.</summary>
    public static HttpContent Body(string text, string mediaType, string how = "utf-8")
    {
        var bytes = how switch
        {
            "BOM" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => Encoding.Unicode.GetBytes(text),
            "utf-16 with BOM" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "utf-16 unsaid" => Encoding.Unicode.GetBytes(text),
            "utf-16 wrong" => Encoding.UTF8.GetBytes(text + (Encoding.UTF8.GetByteCount(text) % 2 == 0 ? "" : " ")),
            "latin-1 unsaid" => [.. Encoding.UTF8.GetBytes(text), (byte)' ', 0xE9],
            "gzip" => GZip(Encoding.UTF8.GetBytes(text)),
            "lines" => Encoding.UTF8.GetBytes(text + "\n" + text),
            "surrogate" => Encoding.UTF8.GetBytes("{\"odd\\ud800\":\"\\udfff\"," + text[1..]),
            "cut" => Encoding.UTF8.GetBytes(text[..^1]),
            "more" => Encoding.UTF8.GetBytes(text + " and more"),
            "DTD" => Encoding.UTF8.GetBytes("<!DOCTYPE root [<!ENTITY a 'b'>]>" + text),
            "declared" => Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + text),
            "comment" => Encoding.UTF8.GetBytes("<!-- " + text.Replace("--", "", StringComparison.Ordinal) + " --><root/>"),
            _ => Encoding.UTF8.GetBytes(text),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (how.StartsWith("utf-16", StringComparison.Ordinal) && how != "utf-16 unsaid")
            content.Headers.ContentType.CharSet = "utf-16";
        if (how == "gzip")
            content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static byte[] GZip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static SpecDocument Document(string name, string text) => new(name + ".apispec.yaml", "api: vault\n" + text);

    private sealed class Answering : HttpMessageHandler
    {
        public HttpResponseMessage Response { get; set; } = null!;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Response);
    }
}
