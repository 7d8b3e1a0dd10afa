using System.Globalization;
using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using CsCheck;
using Xunit;

namespace ApiSpec.Wire.Tests.Agreement;

/// <summary>
/// Group rules over values in the query, the headers, a form, a body and a credential: the generated client, the stub server and the build refuse the same
/// requests. A name can be in two places, and each client sends requests of its own that the server takes.
/// </summary>
public sealed class GroupRulePlacesTests
{
    private const int Sections = 30;
    private const int RequestsOfSection = 12;
    private const string Secret = "s3cret";

    private const string Api = """
        api: rules
        client: RulesClient
        authentication:
          - header X-Key
          - query qkey
          - form fkey
          - body bkey, deep.key

        """;

    private static readonly string[] Kinds = ["exactly-one", "at-least-one", "at-most-one"];
    private static readonly string[] OfParameters = ["a", "b", "c", "qkey", "fkey", "bkey"];
    private static readonly string[] OfHeaders = ["X-A", "X-Key", "Accept"];

    private static uint Seed
        => uint.TryParse(Environment.GetEnvironmentVariable("APISPEC_AGREEMENT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public async Task Client_server_and_build_agree()
    {
        var random = new PCG(Seed + 7, Seed + 7);
        var sections = Enumerable.Range(0, Sections).Select(number => Section.Create(number, random)).ToList();
        var project = GeneratedProject.Of([new SpecDocument("api.apispec.yaml", Api), .. sections.Select(static section => section.Document([]))]);
        var client = project.Load();
        var requests = sections.ToDictionary(
            static section => section, section => Enumerable.Range(0, RequestsOfSection).Select(_ => section.Choose(random)).ToList());
        var examples = GeneratedProject.Of(
            [new SpecDocument("api.apispec.yaml", Api), .. sections.Select(section => section.Document(requests[section]))]);
        using var server = new StubMessageHandler(new StubOptions(ExampleCatalog.Parse(project.Specs)) { MaxRequests = int.MaxValue });
        using var http = new HttpClient(server, disposeHandler: false) { BaseAddress = new Uri("http://localhost") };
        var differences = new StringBuilder();
        var (refused, ofCredentials) = (0, 0);

        foreach (var section in sections)
        {
            var lines = examples.LinesOf(section.File);
            for (var i = 0; i < requests[section].Count; i++)
            {
                var given = requests[section][i];
                var failure = await Record.ExceptionAsync(() => client.CallAsync(
                    http.BaseAddress!, section.Operation, (name, type) => section.ArgumentOf(given, name, type),
                    new ApiClientOptions { Handler = server, Credential = section.Credential }));
                var bySelf = failure is null ? server.Requests[^1].Violation : null;
                using var message = section.Message(given);
                await http.SendAsync(message, TestContext.Current.CancellationToken);
                var byServer = server.Requests[^1].Violation;
                var (start, end) = section.LinesOf(requests[section], i);
                var byBuild = lines.Any(line => line >= start && line < end);
                refused += byServer is null ? 0 : 1;
                ofCredentials += section.Authentication == "none" ? 0 : 1;
                // Pages print few headers, and can leave out a form, so an example does not show that one is missing.
                var canHide = (section.Names.Any(OfHeaders.Contains) || section.HidesForm(given))
                    && byServer?.EndsWith(" is missing.", StringComparison.Ordinal) == true;
                if (failure is not (null or ArgumentException) || bySelf is not null || (failure is null) != (byServer is null)
                    || (byBuild != (byServer is not null) && !(canHide && !byBuild)))
                    differences.AppendLine(CultureInfo.InvariantCulture, $"""
                        {section.Document([]).Text}
                          request: {string.Join(", ", given)}
                          client: {failure?.Message ?? "sends"} {bySelf}
                          server: {byServer ?? "takes"}
                          build: {(byBuild ? "refuses" : "takes")}

                        """);
            }
        }

        Assert.True(differences.Length == 0, differences.ToString());
        Assert.InRange(refused, Sections * RequestsOfSection / 10, Sections * RequestsOfSection * 9 / 10);
        Assert.InRange(ofCredentials, Sections * RequestsOfSection / 10, Sections * RequestsOfSection * 9 / 10);
    }

    /// <summary>An operation with optional values in random places, and a rule about some of their names.</summary>
    private sealed record Section(int Number, string Body, string Authentication, IReadOnlyList<(string Place, string Name)> Rows, string Kind)
    {
        public required IReadOnlyList<string> Names { get; init; }

        public string File => "s" + Number.ToString(CultureInfo.InvariantCulture) + ".apispec.yaml";

        public string Operation => "Rules.Send" + Number.ToString(CultureInfo.InvariantCulture);

        public ApiCredential Credential => Authentication switch
        {
            "header" => new FieldCredential(ApiCredentialPlace.Header, "X-Key", Secret),
            "query" => new FieldCredential(ApiCredentialPlace.Query, "qkey", Secret),
            "form" => new FieldCredential(ApiCredentialPlace.Form, "fkey", Secret),
            "body" => new FieldCredential(ApiCredentialPlace.Body, [new("bkey", Secret), new("deep.key", Secret)]),
            _ => ApiCredential.None,
        };

        private string Path => "/s" + Number.ToString(CultureInfo.InvariantCulture);

        public static Section Create(int number, PCG random)
        {
            var body = Pick(random, "body", "form", "");
            var authentication = Pick(random, "none", "none", "header", "query", body is "" ? "none" : body);
            var rows = new List<(string, string)>();
            foreach (var name in OfParameters)
            {
                var (isInQuery, isInBody) = (Gen.Bool.Generate(random, null, out _), Gen.Bool.Generate(random, null, out _));
                if (isInQuery || body is "" || !isInBody)
                    rows.Add(("query", name));
                if (isInBody && body is not "")
                    rows.Add((body, name));
            }

            rows.AddRange(OfHeaders.Select(static name => ("headers", name)));
            if (body is "body")
                rows.AddRange([("body", "deep.x"), ("body", "deep")]);
            var names = rows.Select(static row => row.Item2).Distinct(StringComparer.Ordinal).ToList();
            var chosen = new HashSet<string>(StringComparer.Ordinal);
            // A rule about a value and what contains it is no rule.
            for (var count = Gen.Int[2, 3].Generate(random, null, out _); chosen.Count < count;)
            {
                var name = Pick(random, [.. names]);
                if (!chosen.Any(other => name.StartsWith(other + ".", StringComparison.Ordinal) || other.StartsWith(name + ".", StringComparison.Ordinal)))
                    chosen.Add(name);
            }

            return new Section(number, body, authentication, rows, Pick(random, Kinds)) { Names = [.. chosen] };
        }

        /// <summary>Returns some of the values that the program gives, and what the credential adds.</summary>
        public IReadOnlyList<(string Place, string Name)> Choose(PCG random)
        {
            var share = Pick(random, 2, 4, 8);
            var given = Rows.Where(row => row.Name != "deep" && Gen.Int[1, share].Generate(random, null, out _) == 1).ToList();
            // The client sets one, and pages print its own.
            given.RemoveAll(static row => row.Name == "Accept");
            if (given.Contains(("body", "deep.x")))
                given.Add(("body", "deep"));
            IEnumerable<(string, string)> filled = Authentication switch
            {
                "header" => [("headers", "X-Key")],
                "query" => [("query", "qkey")],
                "form" => [("form", "fkey")],
                "body" => [("body", "bkey"), ("body", "deep"), ("body", "deep.key")],
                _ => [],
            };
            return [.. given.Union(filled)];
        }

        public bool HidesForm(IReadOnlyList<(string Place, string Name)> given)
            => given.All(row => row.Place != "form" || !Rows.Contains(row))
                && Names.Any(name => Rows.Contains(("form", name)) && !Rows.Contains(("query", name)));

        public object? ArgumentOf(IReadOnlyList<(string Place, string Name)> given, string name, Type type)
        {
            if (name == "body")
                return SampleArgument.Parse(type, Json(given));
            var row = Rows.FirstOrDefault(row => row.Name.Replace("-", "", StringComparison.Ordinal) is var text
                && (row.Place == "form" ? text == name : row.Place != "body" && text.Equals(name, StringComparison.OrdinalIgnoreCase)
                    && char.IsAsciiLetterUpper(name[0])));
            return given.Contains(row) ? "v" : null;
        }

        public HttpRequestMessage Message(IReadOnlyList<(string Place, string Name)> given)
        {
            var message = new HttpRequestMessage(Body is "" ? HttpMethod.Get : HttpMethod.Post, Target(given));
            foreach (var (_, name) in given.Where(static row => row.Place == "headers"))
                message.Headers.Add(name, "v");
            message.Headers.Add("Accept", "application/json");
            message.Content = Body switch
            {
                "body" => new StringContent(Json(given), null, "application/json"),
                "form" => new StringContent(Form(given), null, "application/x-www-form-urlencoded"),
                _ => null,
            };
            return message;
        }

        public SpecDocument Document(List<IReadOnlyList<(string Place, string Name)>> requests)
        {
            var text = new StringBuilder();
            text.AppendLine("api: rules").AppendLine("operation: " + Operation).AppendLine("request: " + (Body is "" ? "GET " : "POST ") + Path)
                .AppendLine("authentication: " + Authentication).AppendLine(Kind + ": [" + string.Join(", ", Names) + "]");
            foreach (var place in Rows.Select(static row => row.Place).Distinct(StringComparer.Ordinal))
            {
                text.AppendLine(place == "form" ? "body form:" : place + ":");
                foreach (var (_, name) in Rows.Where(row => row.Place == place && !row.Name.StartsWith("deep", StringComparison.Ordinal)))
                    text.AppendLine("  " + name + "?: string");
                if (place == "body")
                    text.AppendLine("  deep?:").AppendLine("    type: object").AppendLine("    members:").AppendLine("      x?: string")
                        .AppendLine("      key?: string");
            }

            text.AppendLine("status: [200]");
            if (requests.Count > 0)
                text.AppendLine("examples:");
            foreach (var request in requests)
                text.Append(Example(request));
            return new SpecDocument(File, text.ToString());
        }

        public (int Start, int End) LinesOf(List<IReadOnlyList<(string Place, string Name)>> requests, int index)
        {
            var start = 1 + Count(Document([.. requests.Take(index)]).Text) + (index == 0 ? 1 : 0);
            return (start, start + Count(Example(requests[index])));

            static int Count(string text) => text.Count(static character => character == '\n');
        }

        private string Example(IReadOnlyList<(string Place, string Name)> given)
        {
            var text = new StringBuilder("  - request header: |\n      " + (Body is "" ? "GET " : "POST ") + Target(given) + " HTTP/1.1\n");
            foreach (var (_, name) in given.Where(static row => row.Place == "headers"))
                text.Append("      " + name + ": v\n");
            return (Body switch
            {
                "body" => text.Append("    request body: '" + Json(given) + "'\n"),
                "form" when Form(given) is { Length: > 0 } form => text.Append("    request body: " + form + "\n"),
                _ => text,
            }).ToString();
        }

        private string Target(IReadOnlyList<(string Place, string Name)> given)
            => Path + "?" + string.Join('&', given.Where(static row => row.Place == "query").Select(static row => row.Name + "=v"));

        private static string Form(IReadOnlyList<(string Place, string Name)> given)
            => string.Join('&', given.Where(static row => row.Place == "form").Select(static row => row.Name + "=v"));

        private static string Json(IReadOnlyList<(string Place, string Name)> given)
        {
            var members = given.Where(static row => row.Place == "body" && !row.Name.StartsWith("deep", StringComparison.Ordinal))
                .Select(static row => "\"" + row.Name + "\":\"v\"").ToList();
            if (given.Contains(("body", "deep")))
                members.Add("\"deep\":{" + string.Join(
                    ',', given.Where(static row => row.Name.StartsWith("deep.", StringComparison.Ordinal))
                        .Select(static row => "\"" + row.Name[5..] + "\":\"v\"")) + "}");
            return "{" + string.Join(',', members) + "}";
        }

        private static T Pick<T>(PCG random, params T[] values) => values[Gen.Int[0, values.Length - 1].Generate(random, null, out _)];
    }
}
