using System.Globalization;
using System.Net;
using System.Text;
using ApiSpec.Testing;
using CsCheck;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>
/// The check of usage examples at compile time and the check of requests in a fake follow the same rule: each rejects what the other rejects, for generated
/// schemas and values.
/// </summary>
public sealed class ExamplesAndFakeAgreeTests
{
    private const string Api = """
        api: x
        client: XClient
        date-time: "yyyy/MM/dd HH:mm"
        types:
          integer: int
          word: string or null
          label: string
          state: enum on|off
        """;

    private const string Schemas = """
        schemas:
          Part:
            a: int 1..10
            b?: string 2..3
            c: Part[] or null
          Piece:
            kind: string always other
            d: uuid
            e?: int when sometimes
          Rule: string | Rule[] | long[]
          Value: string | map<Value>
          Page<T>:
            data: T[]
            next?: Page<T>
          Counted:
            type: Part | Piece | string
            number: { Piece: 1 }
        """;

    private static readonly Gen<string> Text = Pick(
        "", "a", "abc", "abcd", "on", "other", "null", "1", "1,x", "1,2", "true", "2026-01-31", "2026/01/31 10:00", "2026-01-31T10:00:00Z",
        "123e4567-e89b-12d3-a456-426614174000", "aGVsbG8=", "aGVs b");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Text.Select(static text => "\"" + text + "\""), Pick("null", "true", "false", "0", "1", "5", "10", "11", "1.5", "1.0", "-1", "2147483648", "1e999"));

    private static readonly Gen<string> Name = Pick("a", "b", "c", "d", "e", "kind", "data", "next");

    // Rows and values that are likely to match: for each type, values that fit or nearly fit.
    private static readonly (string Row, string[] Values)[] Rows =
    [
        ("int 1..5", ["1", "5", "6"]), ("long", ["1"]), ("decimal ..1.5", ["1.5", "1.6"]), ("double", ["1.5"]), ("boolean", ["true"]),
        ("boolean always true", ["true", "false"]),
        ("string 1..3", ["\"abc\""]), ("string always abc", ["\"abc\""]), ("string or null always null", ["null", "\"null\""]),
        ("string or null always \"null\"", ["null", "\"null\""]), ("integer 1..5", ["5", "6"]),
        ("integer always 1", ["1", "1.0", "2"]), ("word", ["null"]), ("state", ["\"on\""]), ("enum a|b", ["\"a\""]),
        ("(enum a|b)[1..2]", ["[\"a\"]", "[]", "[\"a\",\"x\"]"]), ("date", ["\"2026-01-31\""]),
        ("date-time", ["\"2026/01/31 10:00\"", "\"2026-01-31T10:00:00Z\""]),
        ("epoch", ["1769819400", "1.5"]),
        ("epoch-ms as string", ["\"1769819400000\"", "1769819400000"]),
        ("long as string 1..5", ["\"5\"", "\"6\"", "5"]),
        ("boolean as 0|1", ["1", "0", "\"1\""]),
        ("boolean as yes|no", ["\"yes\"", "\"YES\"", "1"]), ("date as 'DD.MM.YYYY'", ["\"31.01.2026\"", "\"2026-01-31\""]),
        ("date-time as 'YYYYMMDDhhmm'", ["\"202601311000\""]), ("time as hhmm", ["\"2359\"", "\"23:59\""]),
        ("int 1..5 or '' or '-'", ["\"\"", "\"-\"", "5", "6", "null"]), ("string 1..3 or null or ''", ["null", "\"\"", "\"abcd\""]),
        ("(string ..2)[] as comma", ["\"ab,c\"", "\"abc\""]), ("(int 1..5)[]", ["[5]", "[5,6]"]),
        ("(label 1..2)[..2]", ["[\"ab\"]", "[\"abc\"]"]), ("Part as json", ["\"{\\\"a\\\":1,\\\"c\\\":null}\"", "\"{\\\"a\\\":11,\\\"c\\\":null}\"", "\"{\""]),
        ("map<boolean as 1|0>", ["{\"a\":1}", "{\"a\":true}"]),
        ("uuid", []), ("bytes", ["\"aGVsbG8=\""]), ("integer[..2] as comma", ["\"1,2\"", "\"1,2,3\""]), ("integer as string", ["\"1\""]),
        ("any", []), ("object", ["{}"]), ("map<state> ..1", ["{\"a\":\"on\"}", "{\"a\":\"on\",\"b\":\"on\"}"]), ("int | boolean", ["1", "true"]),
        ("uuid | date | state", ["\"2026-01-31\"", "\"on\""]),
        ("Part", ["{\"a\":1,\"c\":null}", "{\"a\":1,\"c\":[{\"a\":2,\"c\":null}]}", "{\"a\":11,\"c\":null}"]),
        ("Part | Piece", ["{\"kind\":\"other\",\"d\":\"123e4567-e89b-12d3-a456-426614174000\"}", "{\"a\":1,\"c\":[]}"]),
        ("Rule", ["[\"a\",[\"b\",[]],[1,2]]", "[\"a\",1]"]), ("Value", ["{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":1}}"]),
        ("Page<integer>", ["{\"data\":[1],\"next\":{\"data\":[2]}}", "{\"data\":[\"x\"]}"]),
        ("Page<Page<state>>", ["{\"data\":[{\"data\":[\"on\"]}]}"]),
        ("Counted[]", ["[{\"kind\":\"other\",\"d\":\"123e4567-e89b-12d3-a456-426614174000\"},\"x\"]", "[\"x\"]"]),
        ("Part or null", ["null"]), ("map<Part[]> or null", ["{\"x\":[{\"a\":1,\"c\":null}]}"]), ("((int or null) | string)[]", ["[null,1,\"x\"]", "[true]"]),
    ];

    private static readonly (string Row, string[] Values)[] Parameters =
    [
        ("int 1..5", ["1", "5", "6"]), ("integer 1..5", ["5", "6"]), ("state", ["on"]), ("string always abc", ["abc"]),
        ("integer[..2] as comma", ["1,2", "1,x", "1,2,3"]), ("state[..1] as repeat", ["on"]),
        ("date-time", ["2026/01/31 10:00", "2026-01-31T10:00:00Z", "Mon, 14 Jul 2014 11:54:52 GMT"]), ("date", ["2026-01-31"]), ("boolean", ["True", "true"]),
        ("uuid", []), ("string 1..3", ["abc"]), ("label", ["x"]),
        ("epoch", ["1769819400", "soon"]), ("boolean as 0|1", ["1", "2", "true"]), ("int 1..5 or 'N/A'", ["N/A", "5", "6"]),
        ("date as 'DD.MM.YYYY'", ["31.01.2026", "2026-01-31"]), ("long as string 1..5", ["5", "6"]),
        ("(int 1..5)[] as comma", ["5,6", "5"]), ("decimal 0.5..", ["0.5", "0.4"]), ("int[] as pipe", ["1|2"]), ("date[] as space", ["2026-01-31 2026-01-31"]),
        ("Text", ["abc"]), ("Level", ["low"]), ("map<int 1..5> as json", ["{\"a\":5}", "{\"a\":6}", "{", "[]"]),
        ("(int 1..5)[] as json", ["[5]", "[6]", "5"]), ("flag", [""]),
    ];

    [Fact]
    public void Examples_and_fake_agree_on_request_bodies()
    {
        var (refused, accepted) = (0, 0);
        Gen.Int[0, Rows.Length - 1].SelectMany(static i => Value(Rows[i].Values).Select(value => (Rows[i].Row, value))).Array[1, 3].Sample(
            members =>
            {
                var rows = string.Concat(members.Select(static (member, i) => string.Create(CultureInfo.InvariantCulture, $"  m{i}: {Quoted(member.Row)}\n")));
                var json = "{"
                    + string.Join(", ", members.Select(static (member, i) => string.Create(CultureInfo.InvariantCulture, $"\"m{i}\": {member.value}"))) + "}";
                var section = "operation: Parts.Put\nrequest: PUT /parts\nstatus: [200]\nbody:\n" + rows + Schemas + "\n";
                var found = Violations(section + "examples:\n  - request body: |\n      " + json + "\n");
                var mistake = ViolationOf(section, HttpMethod.Put, "/parts", json);
                Assert.True(found.Count > 0 == mistake is not null, $"{rows}\n{json}\ncompile time: {string.Join("; ", found)}\nfake: {mistake}");
                _ = mistake is null ? Interlocked.Increment(ref accepted) : Interlocked.Increment(ref refused);
            },
            iter: 300,
            threads: 1);
        Assert.True(refused > 20 && accepted > 20, $"Only {refused} refused and {accepted} accepted");
    }

    [Fact]
    public void Examples_and_fake_agree_on_request_parameters()
    {
        var (refused, accepted) = (0, 0);
        Gen.Int[0, Parameters.Length - 1].SelectMany(
            static i => Gen.Frequency((2, Pick([.. Parameters[i].Values, "x"])), (1, Text)).Select(value => (Parameters[i].Row, value))).Array[1, 3].Sample(
            parameters =>
            {
                var rows = string.Concat(
                    parameters.Select(static (parameter, i) => string.Create(CultureInfo.InvariantCulture, $"  p{i}: {Quoted(parameter.Row)}\n")));
                var query = string.Join(
                    "&",
                    parameters.Select(static (parameter, i) => string.Create(CultureInfo.InvariantCulture, $"p{i}={Uri.EscapeDataString(parameter.value)}")));
                var section = "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\nquery:\n" + rows
                    + "schemas:\n  Text: string\n  Level: enum low|high\n";
                var found = Violations(section + "examples:\n  - request header: |\n      GET /parts?" + query + " HTTP/1.1\n");
                var mistake = ViolationOf(section, HttpMethod.Get, "/parts?" + query, null);
                Assert.True(found.Count > 0 == mistake is not null, $"{rows}\n{query}\ncompile time: {string.Join("; ", found)}\nfake: {mistake}");
                _ = mistake is null ? Interlocked.Increment(ref accepted) : Interlocked.Increment(ref refused);
            },
            iter: 200,
            threads: 1);
        Assert.True(refused > 20 && accepted > 20, $"Only {refused} refused and {accepted} accepted");
    }

    private static Gen<string> Value(string[] likely) => likely.Length == 0 ? Json(3) : Gen.Frequency((2, Pick(likely)), (1, Json(3)));

    private static Gen<string> Json(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (1, Json(depth - 1).Array[0, 3].Select(static items => "[" + string.Join(",", items) + "]")),
            (2, Gen.Select(Name, Json(depth - 1)).Array[0, 3].Select(static members => "{"
                + string.Join(",", members.DistinctBy(static member => member.Item1).Select(static member => $"\"{member.Item1}\":{member.Item2}")) + "}")));

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Quoted(string row) => "'" + row.Replace("'", "''", StringComparison.Ordinal) + "'";

    // An undocumented member is only a warning at compile time, and is always accepted.
    private static List<string> Violations(string section)
    {
        var project = SpecProject.Of(SpecProject.Read("/specs/api.apispec.yaml", Api), SpecProject.Read("/specs/parts.apispec.yaml", section));
        var shown = project.Diagnostics.Where(static found => found.Diagnostic.Rule.Id != "APISPEC0310")
            .Select(static found => SpecProject.Show(found.Diagnostic)).ToList();
        Assert.All(shown, static diagnostic => Assert.StartsWith("APISPEC03", diagnostic, StringComparison.Ordinal));
        return shown;
    }

    private static string? ViolationOf(string section, HttpMethod method, string target, string? body)
    {
        using var handler = new StubMessageHandler(
            ExampleCatalog.Parse(new SpecDocument("api.apispec.yaml", Api), new SpecDocument("parts.apispec.yaml", section)));
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri("http://parts.example") };
        using var request = new HttpRequestMessage(method, new Uri(target, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = client.SendAsync(request).GetAwaiter().GetResult();
        var mistake = Assert.Single(handler.Requests).Violation;
        Assert.Equal(mistake is null, response.StatusCode == HttpStatusCode.OK);
        return mistake;
    }
}
