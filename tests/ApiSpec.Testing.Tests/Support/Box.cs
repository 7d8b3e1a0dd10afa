using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>An appliance that repeats the secrets it receives in all places that a response has.</summary>
internal static class Box
{
    public const string Password = "pass-word-1";
    public const string Token = "tok\"en+/=1";
    public const string Cookie = "cookie-value-1";
    public const string Key = "key-value-1";
    public const string Ticket = "ticket/1 a";
    public const string Pin = "47110815";

    public static string[] Secrets { get; } =
        [Password, Token, Cookie, Key, Ticket, Pin, Uri.EscapeDataString(Ticket), Uri.EscapeDataString(Token), "c3lzdGVtOnBhc3Mtd29yZC0x"];

    public static ExampleCatalog Catalog { get; } = ExampleCatalog.Parse(
        new SpecDocument(
            "box.apispec.yaml",
            """
            api: box
            client: BoxClient
            authentication:
              - session: BOX
                issued in: X-Session
              - query key
            error:
              message: string
            """),
        new SpecDocument(
            "get-job.apispec.yaml",
            """
            api: box
            operation: Jobs.Get
            request: GET /v1/jobs/{id}
            path: { id: long }
            status: [200, 404]
            response: Job
            schemas:
              Job:
                id: long
                name: string
                pin: int secret
                access?: Access
                note?: string
              Access:
                password: string secret
            """),
        new SpecDocument(
            "create-job.apispec.yaml",
            """
            api: box
            operation: Jobs.Create
            request: POST /v1/jobs
            body:
              name: string
              password: string secret
            status: [201]
            response: Job
            """),
        new SpecDocument(
            "get-ticket.apispec.yaml",
            """
            api: box
            operation: Tickets.Get
            request: GET /v1/tickets/{ticket}
            path: { ticket: string secret }
            query: { lang?: string }
            status: [200]
            response: { valid: boolean, self: string }
            """));

    /// <summary>Starts the appliance, below a path as behind a proxy.</summary>
    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.UsePathBase("/proxy");
        application.Run(RespondAsync);
        await application.StartAsync();
        return application;
    }

    private static async Task RespondAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var received = await reader.ReadToEndAsync();
        context.Response.Headers.SetCookie = "sid=" + Cookie + "; Path=/; HttpOnly";
        context.Response.Headers["X-Session"] = "BOX " + Token;
        context.Response.Headers["X-Trace"] = "seen " + request.Query["key"];
        context.Response.Headers.Location = "/v1/login?token=" + Uri.EscapeDataString(Token);
        var path = request.Path.Value!;
        if (path == "/v1/other")
        {
            await WriteAsync(context, 200, "application/json", "{\"secret\":\"" + Password + "\"}");
        }
        else if (path == "/v1/jobs/404")
        {
            await WriteAsync(context, 404, "application/json", """{"message":"There is no job with the password pass-word-1."}""");
        }
        else if (path.StartsWith("/v1/tickets/", StringComparison.Ordinal))
        {
            await WriteAsync(context, 200, "application/json", "{\"valid\":true,\"self\":\"/v1/tickets/" + Ticket + "\"}");
        }
        else
        {
            var id = path == "/v1/jobs" ? 7 : long.Parse(path["/v1/jobs/".Length..], CultureInfo.InvariantCulture);
            var note = id == 9 ? new string('x', 3 * 1024 * 1024) : "by tok\\\"en+/=1 " + (received.Length > 0 ? "posted" : "read");
            await WriteAsync(
                context, path == "/v1/jobs" ? 201 : 200, "application/json",
                $$$"""{"id":{{{id}}},"name":"nightly","pin":{{{Pin}}},"access":{"password":"{{{Password}}}"},"note":"{{{note}}}"}""");
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
