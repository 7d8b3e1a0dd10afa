using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.OpenApi.Tests.Support;
using ApiSpec.Testing;
using Json.Schema;
using Xunit;

namespace ApiSpec.OpenApi.Tests;

/// <summary>The schema of every generated type is valid, and agrees with the contract of the type.</summary>
public sealed class EverySchemaTests
{
    private static readonly string[] Kinds = ["null", "true", "-7", "1.5", "\"\"", "\"x\"", "[]", "{}"];

    [Fact]
    public void There_is_a_schema_for_every_type()
    {
        Assert.True(Contract.All.Count > 100, $"{Contract.All.Count} types");
        var metaSchema = MetaSchemas.Draft202012;
        Assert.All(Contract.All, contract =>
        {
            var schema = contract.Schema;
            Assert.True(metaSchema.Evaluate(JsonSerializer.SerializeToElement(schema)).IsValid, contract + ": " + schema.ToJsonString());
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
            Assert.Equal(contract.Type.Name, (string?)schema["title"]);
            AssertRefersToItself(schema, schema);
        });
    }

    [Fact]
    public async Task What_a_contract_keeps_conforms_and_what_it_refuses_does_not()
    {
        var texts = await BodiesAsync();
        Assert.True(texts.Count > 50, $"{texts.Count} bodies");
        var (kept, refused) = (0, 0);
        foreach (var contract in Contract.All)
        {
            foreach (var text in texts.Where(contract.Keeps))
            {
                kept++;
                Assert.True(contract.Conforms(text), $"{contract} keeps {text}, but not {contract.Schema}");
                foreach (var mutation in Mutations(text))
                {
                    // A schema states neither how often a list has an alternative nor what a date in a list in one string is.
                    if (contract.Fault(mutation) is not { } fault
                        || fault.Contains("The list takes", StringComparison.Ordinal) || fault.Contains("comma-separated", StringComparison.Ordinal))
                        continue;
                    refused++;
                    Assert.False(contract.Conforms(mutation), $"{contract} refuses {mutation} ({fault}), but not {contract.Schema}");
                }
            }
        }

        Assert.True(kept > 100 && refused > 1000, $"{kept} kept, {refused} refused");
    }

    // The bodies on the pages, and those that the testing kit makes from the rows.
    private static async Task<IReadOnlyList<string>> BodiesAsync()
    {
        var bodies = new List<string?>();
        foreach (var folder in new[] { "specs/jp1ao", "tests/ApiSpec.Generator.Tests/Specs/kitchen", "tests/ApiSpec.OpenApi.Tests/Specs" })
        {
            var catalog = ExampleCatalog.Load(Repository.PathOf(folder));
            using var http = new HttpClient(new StubMessageHandler(new StubOptions(catalog))) { BaseAddress = new Uri("http://localhost") };
            foreach (var operation in catalog.Operations)
            {
                bodies.AddRange(operation.Examples.SelectMany(static example => new[] { example.Request?.Body, example.Response?.Body }));
                foreach (var request in operation.SampleRequests)
                {
                    bodies.Add(request.Body);
                    using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Target);
                    if (request.Body is not null)
                        message.Content = new StringContent(request.Body, Encoding.UTF8, "application/json");
                    foreach (var (name, value) in request.Headers)
                        message.Headers.TryAddWithoutValidation(name, value);
                    using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
                    bodies.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                }
            }
        }

        return
        [
            .. bodies.OfType<string>().Select(Parse).OfType<JsonNode>().SelectMany(static node => Parts(node).Prepend(node))
                .Select(static node => node.ToJsonString()).Distinct(StringComparer.Ordinal),
        ];
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonNode> Parts(JsonNode node)
    {
        var inner = node switch
        {
            JsonObject value => value.Select(static member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        return inner.OfType<JsonNode>().Where(static part => part is JsonObject).SelectMany(static part => Parts(part).Prepend(part))
            .Concat(inner.OfType<JsonArray>().SelectMany(Parts));
    }

    // One member is left out, or has a value of another kind.
    private static IEnumerable<string> Mutations(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject whole)
            yield break;
        foreach (var name in whole.Select(static member => member.Key).ToList())
        {
            var without = whole.DeepClone().AsObject();
            without.Remove(name);
            yield return without.ToJsonString();
            foreach (var kind in Kinds)
            {
                var changed = whole.DeepClone().AsObject();
                changed[name] = JsonNode.Parse(kind);
                yield return changed.ToJsonString();
            }
        }
    }

    private static void AssertRefersToItself(JsonNode? node, JsonObject root)
    {
        switch (node)
        {
            case JsonObject value:
                if (value["$ref"] is JsonValue reference)
                {
                    JsonNode? target = root;
                    foreach (var step in reference.GetValue<string>().Split('/').Skip(1))
                        target = target?[step];
                    Assert.NotNull(target);
                }

                foreach (var member in value)
                    AssertRefersToItself(member.Value, root);
                break;
            case JsonArray list:
                foreach (var item in list)
                    AssertRefersToItself(item, root);
                break;
            default:
                break;
        }
    }
}
