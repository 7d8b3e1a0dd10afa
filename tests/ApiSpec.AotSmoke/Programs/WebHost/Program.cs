using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ApiSpec.AotSmoke;
using Hitachi.JP1.AutomaticOperation;

// A web application over a client, which describes generated types in its OpenAPI document.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, HostJson.Default));
builder.Services.AddOpenApi(static options => options.AddAutomaticOperationSchemas());
using var server = new InMemoryHandler();
builder.Services.AddAutomaticOperationClient(new Uri("http://10.196.184.238:22015")).ConfigurePrimaryHttpMessageHandler(() => server);

await using var application = builder.Build();
application.MapOpenApi();
application.MapGet("/tasks/{id}", static (long id, ITasksClient tasks, CancellationToken cancellation) => tasks.GetRerunStartAsync(id, cancellation));
application.MapPost("/reports", static (ActionObject action) => new Report("ok", [action]));
await application.StartAsync();

using var caller = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
var action = await caller.GetStringAsync("tasks/2026");
Console.WriteLine(action);
using var sent = new StringContent(action, System.Text.Encoding.UTF8, "application/json");
using var report = await caller.PostAsync("reports", sent);
Console.WriteLine(await report.Content.ReadAsStringAsync());
var document = JsonNode.Parse(await caller.GetStringAsync("openapi/v1.json"))!;
Console.WriteLine(document["paths"]!["/tasks/{id}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!.ToJsonString());
Console.WriteLine(document["components"]!["schemas"]!["ActionObject"]!["properties"]!["href"]!.ToJsonString());

await JsonCalls.PrintAsync();

internal sealed record Report(string Note, ActionObject[] Actions);

// The document of ASP.NET Core also needs the types of the parameters.
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(long))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HostJson : JsonSerializerContext;
