using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Other.Vendor;
using Xunit;

namespace ApiSpec.OpenApi.Tests;

/// <summary>The OpenAPI document of a web application describes generated types as the reference describes them.</summary>
public sealed class HostDocumentTests
{
    [Fact]
    public async Task Endpoints_refer_to_components_with_the_rows_of_the_reference()
    {
        var (text, document) = await ReadAsync(static options => options.AddAutomaticOperationSchemas());

        AssertRef("ActionObject", BodyOf(text, "/record", "get"));
        AssertRef("ActionObject", text["paths"]!["/record"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]);
        AssertRef("ActionObject", BodyOf(text, "/list", "get")!["items"]);
        AssertRef("ActionObject", BodyOf(text, "/map", "get")!["additionalProperties"]);
        AssertRef("ActionObject", BodyOf(text, "/lists", "get")!["items"]!["items"]);
        AssertRef("OperationResultState", BodyOf(text, "/state", "get"));
        Assert.Equal(
            """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/OperationResultState"}]}""", Json(BodyOf(text, "/states", "get")!["items"]));

        var schemas = text["components"]!["schemas"]!;
        Assert.Equal(["name", "href", "method", "parameters"], Names(schemas["ActionObject"]!["properties"]));
        Assert.Equal("""{"type":"string","format":"uri-reference"}""", Json(schemas["ActionObject"]!["properties"]!["href"]));
        var types = schemas["ActionObject"]!["properties"]!["parameters"]!["type"]!.AsArray().Select(static type => (string)type!);
        Assert.Equal("array,null", string.Join(",", types.Order(StringComparer.Ordinal)));
        Assert.Contains("queued", Json(schemas["OperationResultState"]!["enum"]), StringComparison.Ordinal);
        Assert.Equal(JsonSchemaType.Object, document.Components!.Schemas!["ActionObject"].Type);
    }

    [Fact]
    public async Task The_own_types_of_the_host_refer_to_generated_types()
    {
        var (text, _) = await ReadAsync(static options => options.AddAutomaticOperationSchemas());

        var report = text["components"]!["schemas"]!["Report"]!["properties"]!;
        AssertRef("ActionObject", report["action"]);
        AssertRef("ActionObject", report["actions"]!["items"]);
        AssertRef("ActionObject", report["byName"]!["additionalProperties"]);
        Assert.Contains("#/components/schemas/OperationResultState", Json(report["state"]), StringComparison.Ordinal);
        Assert.Contains("null", Json(report["state"]), StringComparison.Ordinal);
        AssertRef("OperationResult", text["components"]!["schemas"]!["PageOfOperationResult"]!["properties"]!["item"]!["oneOf"]![1]);
    }

    [Fact]
    public async Task Types_inside_generated_types_are_components_even_if_they_contain_themselves()
    {
        var (text, document) = await ReadAsync(static options => options.AddOtherSchemas());

        var schemas = text["components"]!["schemas"]!;
        AssertRef("Other.Vendor.HostAction", schemas["Other.Vendor.HostAction"]!["properties"]!["child"]!["anyOf"]![0]);
        AssertRef("HostActionMode", schemas["Other.Vendor.HostAction"]!["properties"]!["mode"]);
        Assert.Equal("base64", (string?)schemas["Other.Vendor.HostAction"]!["properties"]!["blob"]!["contentEncoding"]);
        Assert.NotNull(schemas["Other.Vendor.HostAction"]!["patternProperties"]!["^x-.+$"]);
        Assert.Equal("[5]", Json(schemas["Other.Vendor.HostAction"]!["properties"]!["rank"]!["enum"]));
        Assert.Equal("[true]", Json(schemas["Other.Vendor.HostAction"]!["properties"]!["armed"]!["enum"]));
        Assert.Equal(3, document.Components!.Schemas!["Either"].AnyOf!.Count);
        Assert.Equal(["from", "to"], schemas["Span"]!["items"]!["anyOf"]!.AsArray().Select(static position => (string?)position!["title"]));
        Assert.Equal(1, (int?)schemas["Span"]!["minItems"]);
    }

    [Fact]
    public async Task Types_with_the_same_name_do_not_share_a_component()
    {
        // The order of the endpoints decides who gets the short name: here the host, and JP1/AO.
        var (text, _) = await ReadAsync(static options => options.AddAutomaticOperationSchemas().AddOtherSchemas());

        var schemas = text["components"]!["schemas"]!;
        Assert.Equal(["hostOnly"], Names(schemas["HostAction"]!["properties"]));
        AssertRef("HostAction", BodyOf(text, "/hostaction", "get"));
        Assert.Contains("day", Names(schemas["Other.Vendor.HostAction"]!["properties"]));
        AssertRef("Other.Vendor.HostAction", BodyOf(text, "/other", "get"));
        Assert.Equal(["errorSource", "message", "messageID", "application"], Names(schemas["ErrorInfo"]!["properties"]).Intersect(
            ["errorSource", "message", "messageID", "application"]));
        Assert.Equal(["code"], Names(schemas["Other.Vendor.ErrorInfo"]!["properties"]));
    }

    [Fact]
    public async Task Without_the_method_nothing_is_described()
    {
        var (text, _) = await ReadAsync(static _ => { });

        Assert.Equal("{}", Json(text["components"]!["schemas"]!["ActionObject"]));
    }

    [Fact]
    public async Task An_older_document_has_the_words_of_its_version()
    {
        var (text, document) = await ReadAsync(static options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.AddAutomaticOperationSchemas();
            options.AddOtherSchemas();
        });

        Assert.StartsWith("3.0", (string?)text["openapi"], StringComparison.Ordinal);
        var schemas = text["components"]!["schemas"]!;
        Assert.True((bool)schemas["ActionObject"]!["properties"]!["parameters"]!["nullable"]!);
        Assert.Equal("""["x"]""", Json(schemas["Other.Vendor.HostAction"]!["properties"]!["kind"]!["enum"]));
        Assert.Equal("[5]", Json(schemas["Other.Vendor.HostAction"]!["properties"]!["rank"]!["enum"]));
        AssertRef("ActionObject", BodyOf(text, "/record", "get"));
        Assert.NotEmpty(document.Components!.Schemas!);
    }

    [Fact]
    public async Task The_host_can_name_the_components_or_leave_them_without_a_name()
    {
        var (text, _) = await ReadAsync(static options =>
        {
            var standard = options.CreateSchemaReferenceId;
            options.CreateSchemaReferenceId = type => type.Type == typeof(OperationResult) ? null
                : standard(type) is { Length: > 0 } name ? "My" + name : null;
            options.AddAutomaticOperationSchemas();
        });

        Assert.Null(text["components"]!["schemas"]!["ActionObject"]);
        AssertRef("MyActionObject", BodyOf(text, "/record", "get"));
        Assert.Equal(
            """{"allOf":[{"$ref":"#/components/schemas/OperationResult"}]}""",
            Json(text["components"]!["schemas"]!["MyPageOfOperationResult"]!["properties"]!["item"]));
        Assert.NotNull(text["components"]!["schemas"]!["OperationResult"]!["properties"]);
    }

    [Fact]
    public async Task A_schema_that_cannot_be_read_is_named()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(static options =>
        {
            var standard = options.CreateSchemaReferenceId;
            options.CreateSchemaReferenceId = type => type.Type == typeof(OperationResultState) ? "#/" : standard(type);
            options.AddAutomaticOperationSchemas();
        }));

        Assert.StartsWith("The schema of the component 'OperationResult' cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_that_adds_a_list_describes_it()
    {
        var (text, _) = await ReadAsync(
            static options => options.AddAutomaticOperationSchemas(),
            static json => json.TypeInfoResolverChain.Insert(0, new ApiJsonResolver().Add(ApiJson.List(() => ActionObject.Json))));

        AssertRef("IReadOnlyListOfActionObject", BodyOf(text, "/list", "get"));
        AssertRef("ActionObject", text["components"]!["schemas"]!["IReadOnlyListOfActionObject"]!["items"]);
    }

    private static async Task<(JsonNode Text, OpenApiDocument Document)> ReadAsync(
        Action<OpenApiOptions> configure, Action<System.Text.Json.JsonSerializerOptions>? json = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi(configure);
        builder.Services.ConfigureHttpJsonOptions(options => json?.Invoke(options.SerializerOptions));
        await using var application = builder.Build();
        ExceptionDispatchInfo? fault = null;
        application.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
                throw;
            }
        });
        application.MapOpenApi();
        Map(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };

        using var answer = await http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        fault?.Throw();
        var first = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var read = OpenApiDocument.Parse(first, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        AssertComplete(JsonNode.Parse(first), JsonNode.Parse(first)!);
        return (JsonNode.Parse(first)!, read.Document!);
    }

    private static void Map(WebApplication application)
    {
        application.MapGet("/hostaction", static () => new HostAction(1));
        application.MapGet("/record", static () => Action());
        application.MapPost("/record", static (ActionObject action) => action.Name);
        application.MapGet("/list", static () => (IReadOnlyList<ActionObject>)[Action()]);
        application.MapGet("/lists", static () => new List<List<ActionObject>>());
        application.MapGet("/map", static () => new Dictionary<string, ActionObject>());
        application.MapGet("/maybe", static ActionObject? () => null);
        application.MapGet("/state", static () => OperationResultState.Queued);
        application.MapGet("/states", static () => new List<OperationResultState?>());
        application.MapGet("/report", static () => TypedResults.Ok(new Report(Action(), [], [], null)));
        application.MapGet("/page", static () => new Page<OperationResult>(null));
        application.MapGet("/error", static () => (Hitachi.JP1.AutomaticOperation.ErrorInfo)null!);
        application.MapGet("/other", static () => (Other.Vendor.HostAction)null!);
        application.MapGet("/othererror", static () => (Other.Vendor.ErrorInfo)null!);
        application.MapPost("/either", static (Either either) => either);
    }

    private static ActionObject Action() => new() { Name = "rerunStart", Href = "/x", Method = "POST", Parameters = null };

    private static JsonNode? BodyOf(JsonNode text, string path, string method)
        => text["paths"]![path]![method]!["responses"]!["200"]!["content"]!["application/json"]!["schema"];

    private static void AssertRef(string component, JsonNode? schema) => Assert.Equal("#/components/schemas/" + component, (string?)schema?["$ref"]);

    private static List<string> Names(JsonNode? members) => [.. members!.AsObject().Select(static member => member.Key)];

    private static string Json(JsonNode? node) => node!.ToJsonString();

    private static void AssertComplete(JsonNode? node, JsonNode root)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                AssertComplete(item, root);
        }

        if (node is not JsonObject value)
            return;
        if (value["$ref"] is JsonValue reference)
            Assert.NotNull(root["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]);
        foreach (var member in value)
            AssertComplete(member.Value, root);
    }

    private sealed record HostAction(int HostOnly);

    private sealed record Report(ActionObject Action, List<ActionObject> Actions, Dictionary<string, ActionObject> ByName, OperationResultState? State);

    private sealed record Page<T>(T? Item);
}
