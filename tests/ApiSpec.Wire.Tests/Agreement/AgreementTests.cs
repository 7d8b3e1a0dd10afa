using System.Globalization;
using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using CsCheck;
using Json.Schema;
using Xunit;

namespace ApiSpec.Wire.Tests.Agreement;

/// <summary>
/// A request body is valid or invalid for all three: the generated client before it sends, the stub server for the spec, and the build if a spec
/// prints the body as an example.
/// </summary>
public sealed class AgreementTests
{
    private const int BodiesOfProject = 30;
    private const int ValuesOfBody = 30;
    private const int ExamplesOfFile = 5;
    private const string Api = "client: AgreementClient\nmanuals: { V1: First, V2: Second }\ntypes:\n  Text: string\n  Whole: int\nschemas:\n";
    private const string Indent = "      ";

    private static readonly Lazy<(RandomSchemas Schemas, GeneratedProject Project, GeneratedClient Client)> s_plain = new(
        static () => Generate(RandomSchemas.Create(Seed, BodiesOfProject)));

    private static uint Seed
        => uint.TryParse(Environment.GetEnvironmentVariable("APISPEC_AGREEMENT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public async Task Client_server_and_build_refuse_the_same_bodies()
    {
        var (refused, kept, all) = await CompareAsync(s_plain.Value);
        Assert.InRange(refused, all / 5, all * 4 / 5);
        Assert.InRange(kept, 1, all / 10);
    }

    [Fact]
    public async Task Client_server_and_build_agree_about_conditions()
    {
        var schemas = RandomSchemas.Create(Seed + 3, BodiesOfProject / 2, hasConditions: true);
        Assert.InRange(schemas.Text.Split(" when ").Length, BodiesOfProject / 4, int.MaxValue);

        var (refused, _, all) = await CompareAsync(Generate(schemas));
        Assert.InRange(refused, all / 5, all * 9 / 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_server_and_build_agree_about_other_names_editions_and_forms(bool hasConditions)
    {
        var schemas = RandomSchemas.Create(Seed + 5, BodiesOfProject / 2, hasConditions, hasOtherForms: true);
        Assert.Contains("alias:", schemas.Text, StringComparison.Ordinal);
        Assert.Contains(" before V2", schemas.Text, StringComparison.Ordinal);

        var (refused, _, all) = await CompareAsync(Generate(schemas));
        Assert.InRange(refused, all / 5, all * 9 / 10);
    }

    private static (RandomSchemas Schemas, GeneratedProject Project, GeneratedClient Client) Generate(RandomSchemas schemas)
    {
        var project = GeneratedProject.Of(
            [new("api.apispec.yaml", Api + schemas.Text), .. schemas.Bodies.Select(
                static (body, i) => new SpecDocument(FileOf(i, null), Section(i, null, body)))]);
        return (schemas, project, project.Load());
    }

    private static async Task<(int Refused, int Kept, int All)> CompareAsync(
        (RandomSchemas Schemas, GeneratedProject Project, GeneratedClient Client) generated)
    {
        var (schemas, project, client) = generated;
        var random = new PCG(Seed + 1, Seed + 1);
        var samples = schemas.Bodies
            .SelectMany((body, i) => Enumerable.Range(0, ValuesOfBody).Select(_ => body.Value(random)).Distinct(StringComparer.Ordinal)
                .Select(json => new Sample(i, json)))
            .ToList();
        using var server = new StubMessageHandler(new StubOptions(ExampleCatalog.Parse(project.Specs)) { MaxRequests = int.MaxValue });
        var refusedByBuild = CheckExamples(schemas, samples);
        var differences = new StringBuilder();
        var (refused, kept) = (0, 0);

        foreach (var sample in samples)
        {
            if (KeepsUndescribed(client, sample))
            {
                kept++;
                continue;
            }

            var byClient = await SendAsync(client, server, sample);
            var byServer = await PostAsync(server, sample);
            var byBuild = refusedByBuild.Contains(sample);
            refused += byBuild ? 1 : 0;
            if ((byClient is not null, byServer is not null) != (byBuild, byBuild))
                differences.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{schemas.Bodies[sample.Body].Type} {sample.Json}\n  client: {byClient ?? "sends"}\n  server: {byServer ?? "takes"}\n  build: "
                    + $"{(byBuild ? "refuses" : "takes")}");
        }

        Assert.True(differences.Length == 0, differences + "\n" + schemas.Text);
        return (refused, kept, samples.Count);
    }

    // A schema cannot state how often a list has an alternative or the range of a number in a string, and no validator has to read the JSON in a string.
    [Fact]
    public async Task Client_and_JSON_Schema_refuse_the_same_bodies()
    {
        var (schemas, project, client) = s_plain.Value;
        var random = new PCG(Seed + 1, Seed + 1);
        using var server = new StubMessageHandler(new StubOptions(ExampleCatalog.Parse(project.Specs)) { MaxRequests = int.MaxValue });
        var options = new EvaluationOptions { RequireFormatValidation = true };
        var differences = new StringBuilder();
        var (refused, count) = (0, 0);
        foreach (var (body, i) in schemas.Bodies.Select(static (body, i) => (body, i)))
        {
            var text = SampleArgument.SchemaOf(client.BodyOf(OperationOf(i, null)));
            var schema = JsonSchema.FromText(text);
            var isExact = !text.Contains("contentSchema", StringComparison.Ordinal);
            var hasNumbersInStrings = text.Contains("\"pattern\":\"^-?[0-9]", StringComparison.Ordinal);
            foreach (var json in Enumerable.Range(0, ValuesOfBody).Select(_ => body.Value(random)).Distinct(StringComparer.Ordinal))
            {
                var sample = new Sample(i, json);
                if (KeepsUndescribed(client, sample))
                    continue;
                var byClient = await SendAsync(client, server, sample);
                var bySchema = !schema.Evaluate(System.Text.Json.JsonElement.Parse(json), options).IsValid;
                count++;
                refused += bySchema ? 1 : 0;
                var isStated = isExact && byClient?.Contains("The list takes", StringComparison.Ordinal) == false
                    && !(hasNumbersInStrings && byClient.Contains("The reference allows", StringComparison.Ordinal));
                if (bySchema ? byClient is null : isStated)
                    differences.AppendLine(CultureInfo.InvariantCulture, $"{body.Type} {json}\n  client: {byClient ?? "sends"}\n  schema: {text}");
            }
        }

        Assert.True(differences.Length == 0, differences + "\n" + schemas.Text);
        Assert.InRange(refused, count / 5, count * 4 / 5);
    }

    // A build checks examples without compiling code. It shows a limited number of diagnostics per file.
    private static HashSet<Sample> CheckExamples(RandomSchemas schemas, List<Sample> samples)
    {
        var chunks = samples.GroupBy(static sample => sample.Body).SelectMany(static group => group.Chunk(ExamplesOfFile)).ToList();
        var files = chunks.Select((chunk, i) =>
        {
            var text = new StringBuilder(Section(chunk[0].Body, i, schemas.Bodies[chunk[0].Body]) + "examples:\n");
            foreach (var sample in chunk)
                text.Append("  - request body: |\n" + Indent + sample.Json + "\n");
            return new SpecDocument(FileOf(chunk[0].Body, i), text.ToString());
        }).ToList();
        var project = GeneratedProject.Of([new("api.apispec.yaml", Api + schemas.Text), .. files]);
        Assert.DoesNotContain(
            project.Messages,
            static message => !message.StartsWith("APISPEC03", StringComparison.Ordinal) && !message.StartsWith("APISPEC04", StringComparison.Ordinal));

        var refused = new HashSet<Sample>();
        foreach (var (chunk, file) in chunks.Zip(files))
        {
            var lines = file.Text.Split('\n');
            foreach (var line in project.LinesOf(file.FileName))
            {
                if (chunk.FirstOrDefault(sample => lines[line - 1] == Indent + sample.Json) is { } sample)
                    refused.Add(sample);
            }
        }

        return refused;
    }

    // A value that matches no alternative of a union is kept and sent unchanged, like an unlisted enum value, because a server can support more than the
    // page shows.
    private static bool KeepsUndescribed(GeneratedClient client, Sample sample)
    {
        try
        {
            return SampleArgument.HoldsOther(SampleArgument.ParseBody(client.BodyOf(OperationOf(sample.Body, null)), sample.Json));
        }
        catch (ApiJsonException)
        {
            return false;
        }
    }

    // Values that the client cannot even represent, such as an object without a required member, count as rejected.
    private static async Task<string?> SendAsync(GeneratedClient client, StubMessageHandler server, Sample sample)
    {
        try
        {
            await client.CallAsync(
                new Uri("http://localhost"), OperationOf(sample.Body, null), (_, type) => SampleArgument.ParseBody(type, sample.Json),
                new ApiClientOptions { Handler = server });
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or ApiJsonException)
        {
            return exception.GetType().Name + ": " + exception.Message;
        }
    }

    private static async Task<string?> PostAsync(StubMessageHandler server, Sample sample)
    {
        using var http = new HttpClient(server, disposeHandler: false);
        using var content = new StringContent(sample.Json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("http://localhost" + PathOf(sample.Body, null)), content, TestContext.Current.CancellationToken);
        return server.Requests[^1].Violation;
    }

    private static string OperationOf(int body, int? chunk) => "Bodies" + Number(body) + ".Send" + Number(chunk);

    private static string PathOf(int body, int? chunk) => "/bodies" + Number(body) + "/send" + Number(chunk);

    private static string FileOf(int body, int? chunk) => "send" + Number(body) + "-" + Number(chunk) + ".apispec.yaml";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Section(int index, int? chunk, RandomType body)
        => "operation: " + OperationOf(index, chunk) + "\nrequest: POST " + PathOf(index, chunk) + "\nbody: " + body.Type + "\nstatus: [200]\n";

    private sealed record Sample(int Body, string Json);
}
