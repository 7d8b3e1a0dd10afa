using System.Globalization;
using System.Net;
using System.Text;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Testing;
using CsCheck;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Every sample of a fake fits its own row: responses pass the check of usage examples, and requests are no violation.</summary>
public sealed class SamplesFitTests
{
    private const string Api = """
        api: x
        client: XClient
        date-time: "yyyy/MM/dd HH:mm"
        types:
          label: string
          state: enum on|off
          size: int
          integer: int
        """;

    private const string Schemas = """
        schemas:
          Part:
            a: int 5..10
            b?: string 2..3
            c: Part[] or null
          Piece:
            kind: string always other
            d: uuid
          Code: string
          Codes: Code[]
          Value: map<Value> | string
          Page<T>:
            data: T[3..4]
            one: T
          Counted:
            type: Piece | Part | string
            number: { Piece: 1, Part: 0 to 2 }
        """;

    private static readonly Gen<int> Bound = Gen.Frequency((4, Gen.Int[0, 12]), (1, Gen.Int[90, 150]));

    // The smallest value is never larger than the largest.
    private static readonly Gen<string> Count = Gen.Frequency(
        (2, Gen.Select(Bound, Gen.Int[0, 3]).Select(static (low, more) => Invariant($"{low}..{low + more}"))),
        (1, Bound.Select(static low => Invariant($"{low}.."))), (1, Bound.Select(static high => Invariant($"..{high}"))));

    private static readonly Gen<string> Whole = Gen.Frequency(
        (2, Gen.Select(Gen.Int[-50, 2000], Gen.Int[0, 3]).Select(static (low, more) => Invariant($"{low}..{low + more}"))),
        (1, Gen.Int[-50, 2000].Select(static low => Invariant($"{low}.."))), (1, Gen.Int[-50, 2000].Select(static high => Invariant($"..{high}"))));

    private static readonly Gen<string> Fraction = Gen.Select(Gen.Int[-30, 30], Gen.Int[0, 5])
        .Select(static (low, more) => Invariant($"{low / 10.0}..{(low + more) / 10.0}"));

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Count.Select(static range => "string " + range), Count.Select(static range => $"string {range} bytes"), Whole.Select(static range => "int " + range),
        Whole.Select(static range => "integer " + range), Fraction.Select(static range => "decimal " + range), Count.Select(static range => "label " + range),
        Fraction.Select(static range => "double " + range), Whole.Select(static range => "long as string " + range),
        Pick(
            "string", "int", "boolean", "date", "date-time", "epoch-ms", "uuid", "url", "bytes", "state", "size", "Code", "enum a|b", "boolean as 0|1",
            "long 9007199254740993..9007199254740993", "decimal 1e20..", "double 1e300..", "double ..-1e300", "duration", "time as hhmm"));

    private static readonly Gen<string> Member = Gen.OneOf(
        Scalar,
        Gen.Select(Scalar, Count).Select(static (item, range) => $"({item})[{range}]"),
        Scalar.Select(static item => $"({item})[2..][..3]"),
        Gen.Select(Pick("string", "int 5..7", "Code", "label 2..3", "date"), Count).Select(static (item, range) => $"({item})[{range}] as comma"),
        Gen.Select(Pick("string", "int", "Part", "state[2..2]"), Count).Select(static (item, range) => $"map<{item}> {range}"),
        Scalar.Select(static type => type + (type.Contains("..", StringComparison.Ordinal) ? "" : " or null")),
        Pick(
            "Part", "Part[3..]", "Codes", "Code 7..9", "Codes[2..]", "Value", "Page<int>", "Page<Page<Code>>", "Page<size>", "Counted[]", "Counted[5..]",
            "Part | Piece", "Part as json", "int | state always on", "boolean | state always true", "int or 'N/A' default 'N/A'", "state default off",
            "label always abc", "decimal always 1e3", "any", "object", "unknown", "(Part | int)[101..]",
            "(date-time or null)[4..4]", "string[..0]", "map<int[120..]> 2..2"));

    private static readonly Gen<string> Parameter = Gen.OneOf(
        Scalar,
        Gen.Select(
                Pick("string", "int 5..7", "Code", "state"),
                Count.Where(static range => range != "..0" && !range.StartsWith("0..0", StringComparison.Ordinal)),
                Pick("comma", "pipe", "space", "repeat", "brackets", "'[a,b]'", "'(a|b)'"))
            .Select(static (item, range, form) => $"({item})[{range}] as {form}"),
        Pick("string always abc", "int default 7", "state always on"));

    [Fact]
    public void Responses_pass_the_check_of_examples()
        => Gen.Select(Member.Array[1, 4], Gen.Int[0, 3]).Sample(
            static (members, seed) =>
            {
                var rows = string.Concat(members.Select(static (row, i) => Invariant($"  m{i}: {Quoted(row)}\n")));
                var section = "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\nresponse:\n" + rows + Schemas + "\n";

                var (violation, body) = Send(section, seed);

                Assert.Null(violation);
                var found = Violations(section + "examples:\n  - response body: |\n      " + body + "\n");
                Assert.True(found.Count == 0, $"{rows}\n{(body.Length > 2000 ? body[..2000] : body)}\n{string.Join("; ", found)}");
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void Requests_are_no_violation()
        => Gen.Select(Member.Array[1, 3], Parameter.Array[1, 3]).Sample(
            static (members, parameters) =>
            {
                var rows = string.Concat(members.Select(static (row, i) => Invariant($"  m{i}: {Quoted(row)}\n")));
                var query = string.Concat(parameters.Select(static (row, i) => Invariant($"  p{i}: {Quoted(row)}\n")));
                var section = "operation: Parts.Put\nrequest: PUT /parts\nstatus: [200]\nquery:\n" + query + "body:\n" + rows + Schemas + "\n";
                Assert.Empty(Violations(section));

                var (violation, _) = Send(section, 0);

                Assert.True(violation is null, $"{query}\n{rows}\n{violation}");
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void Forms_are_no_violation()
        => Gen.Select(Parameter.Where(IsInForm).Array[1, 3], Pick("form", "multipart")).Sample(
            static (fields, form) =>
            {
                var rows = string.Concat(fields.Select(static (row, i) => Invariant($"  p{i}: {Quoted(row)}\n")));
                var section = $"operation: Parts.Put\nrequest: PUT /parts\nstatus: [200]\nbody {form}:\n" + rows + Schemas + "\n";
                Assert.Empty(Violations(section));

                var (violation, _) = Send(section, 0);

                Assert.True(violation is null, $"{rows}\n{violation}");
            },
            iter: 100,
            threads: 1);

    private static bool IsInForm(string row) => !row.EndsWith("pipe", StringComparison.Ordinal) && !row.EndsWith("space", StringComparison.Ordinal);

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Quoted(string row) => "'" + row.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static List<string> Violations(string section)
    {
        var project = SpecProject.Of(SpecProject.Read("/specs/api.apispec.yaml", Api), SpecProject.Read("/specs/parts.apispec.yaml", section));
        return [.. project.Diagnostics.Where(static found => found.Diagnostic.Rule.Severity != SpecSeverity.Info)
            .Select(static found => SpecProject.Show(found.Diagnostic))];
    }

    // Sends the sample request of the only operation.
    private static (string? Violation, string Body) Send(string section, int seed)
    {
        var catalog = ExampleCatalog.Parse(new SpecDocument("api.apispec.yaml", Api), new SpecDocument("parts.apispec.yaml", section));
        using var handler = new StubMessageHandler(new StubOptions(catalog) { Seed = seed });
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri("http://parts.example") };
        var sample = catalog.Operations.Single().SampleRequests.Single();
        using var request = new HttpRequestMessage(new HttpMethod(sample.Method), new Uri(sample.Target, UriKind.Relative));
        if (sample.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sample.Headers["Content-Type"]);
        }

        using var response = client.SendAsync(request).GetAwaiter().GetResult();
        var violation = Assert.Single(handler.Requests).Violation;
        Assert.Equal(violation is null, response.StatusCode == HttpStatusCode.OK);
        return (violation, response.Content.ReadAsStringAsync().GetAwaiter().GetResult());
    }
}
