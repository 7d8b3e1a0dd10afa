using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <content>The servers and calls that are recorded, and the file.</content>
public sealed partial class RecordingTests
{
    private static async Task<WebApplication> StartAsync(RequestDelegate respond)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(respond);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    // The recorder still has the file.
    private List<JsonNode> Entries()
    {
        using var stream = new FileStream(Har, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return [.. JsonNode.Parse(stream)!["log"]!["entries"]!.AsArray().Select(static entry => entry!)];
    }

    private string? Comment() => (string?)JsonNode.Parse(File.ReadAllText(Har))!["log"]!["comment"];

    private static async Task<string> GetAsync(HttpMessageInvoker client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://box/v1/jobs/7");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private async Task RecordAsync(WebApplication box)
    {
        using var client = Client(box);
        using var get = new HttpRequestMessage(HttpMethod.Get, new Uri("v1/jobs/7?key=" + Box.Key, UriKind.Relative));
        get.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("system:" + Box.Password)));
        get.Headers.Add("Cookie", "sid=" + Box.Cookie);
        get.Headers.Add("X-Odd", Box.Token);
        get.Headers.Add("Accept", "application/json");
        (await client.SendAsync(get, TestContext.Current.CancellationToken)).Dispose();
        using var content = new StringContent($$"""{"name":"nightly","password":"{{Box.Password}}"}""", Encoding.UTF8, "application/json");
        (await client.PostAsync(new Uri("v1/jobs", UriKind.Relative), content, TestContext.Current.CancellationToken)).Dispose();
        var ticket = new Uri("v1/tickets/" + Uri.EscapeDataString(Box.Ticket) + "?lang=ja", UriKind.Relative);
        (await client.GetAsync(ticket, TestContext.Current.CancellationToken)).Dispose();
        (await client.GetAsync(new Uri("v1/jobs/404", UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
    }

    private HttpClient Client(WebApplication box)
        => new(new RecordingHandler(Box.Catalog, Har) { InnerHandler = new SocketsHttpHandler { UseCookies = false } })
        {
            BaseAddress = new Uri(box.Urls.First() + "/proxy/"),
        };

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Strings(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [(string)value!],
        _ => [],
    };

    private sealed class Inner : HttpMessageHandler
    {
        public Func<HttpContent> Content { get; set; } = Json;

        public int Disposals { get; private set; }

        public static StringContent Json() => new StringContent("{}", Encoding.UTF8, "application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = Content() });

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }

    private sealed class WithoutLength : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray()));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync("{}"u8.ToArray()).AsTask();

        protected override bool TryComputeLength(out long length) => throw new InvalidOperationException("It has no length.");
    }
}
