using System.Globalization;
using System.Text;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Files that are made to cost: none of them holds a build up.</summary>
/// <remarks>
/// The time of the processor is measured, so that a busy machine does not count. Most files take less than a second, and none two; the limit leaves room for a
/// slow machine and still tells a second from a minute.
/// </remarks>
public sealed class BoundedCostTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, Func<string>> Files = new(StringComparer.Ordinal)
    {
        ["a million keys"] = static () => Fill("", static i => $"{i:x}:\n"),
        ["keys of a table"] = static () => Fill(Head + "schemas:\n  A:\n", static i => $"    m{i}: int\n"),
        ["unknown types"] = static () => Fill(Head + "schemas:\n  A:\n", static i => $"    m{i}: Missing{i}\n"),
        ["unknown types of inline rows"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n", static i => $"  m{i}: map<Missin{i}>\n"),
        ["unknown types among schemas"] = static () => Fill(Head + "schemas:\n" + Repeat(900, static i => $"  Schema{i}:\n    a: int\n"), static i => $"  T{i}: {{ a: Schem{i}a }}\n"),
        ["brackets"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nresponse: " + new string('[', 1_000_000),
        ["closed brackets"] = static () => "request: " + new string('[', 500_000) + new string(']', 500_000),
        ["braces"] = static () => Fill("request: ", static _ => "{a: "),
        ["a list in a list"] = static () => Fill("request:\n", static _ => "- "),
        ["deep blocks"] = static () => string.Concat(Enumerable.Range(0, 1_400).Select(static i => new string(' ', i) + "a:\n")),
        ["parentheses of a type"] = static () => Head + "schemas:\n  A:\n    a: " + new string('(', 500_000) + "int" + new string(')', 500_000) + "\n",
        ["type arguments"] = static () => Head + "schemas:\n  A:\n    a: " + Repeat(200_000, static _ => "map<") + "int" + new string('>', 200_000) + "\n",
        ["list marks of a type"] = static () => Head + "schemas:\n  A:\n    a: int" + Repeat(500_000, static _ => "[]") + "\n",
        ["question marks of a type"] = static () => Head + "schemas:\n  A:\n    a: int" + new string('?', 1_000_000) + "\n",
        ["a union in one row"] = static () => Fill(Head + "schemas:\n  A:\n    a: int", static i => $" | T{i}", "\n"),
        ["a chain of schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next?: S{i + 1}\n") + "  S20000:\n    a: int\n",
        ["a chain of required schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next: S{i + 1}\n") + "  S20000:\n    a: int\n",
        ["a circle of schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next: S{(i + 1) % 20_000}\n"),
        ["a circle of optional schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next?: S{(i + 1) % 20_000}\n"),
        ["schemas that a body carries"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody: S0\nschemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next?: S{(i + 1) % 20_000}\n"),
        ["names that stand for names"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}: S{i + 1}\n") + "  S20000:\n    a: int\n",
        ["names that stand for each other"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}: S{(i + 1) % 20_000}\n"),
        ["aliases of an API file"] = static () => "client: AClient\ntypes:\n" + Repeat(20_000, static i => $"  t{i}: t{i + 1}\n"),
        ["a huge enum"] = static () => Fill(Head + "schemas:\n  A:\n    a: enum ", static i => $"v{i}|", "z\n"),
        ["a huge table of values"] = static () => Fill(Head + "schemas:\n  A:\n    a:\n      type: enum\n      values:\n", static i => $"        v{i}: text\n"),
        ["a huge list of values"] = static () => Fill(Head + "schemas:\n  A:\n    a:\n      type: enum\n      values: [", static i => $"v{i}, ", "z]\n"),
        ["an enum of equal names"] = static () => Fill(Head + "schemas:\n  A:\n    a: enum ", static i => $"v{new string('-', i % 150)}{new string('_', i / 150)}|", "z\n", 800_000),
        ["generics that grow"] = static () => Head + "schemas:\n  A:\n    a: P<int>\n  P<T>:\n    x?: P<P<T>>\n    y?: P<map<P<T>>>\n    z?: P<P<T>[]>\n",
        ["generics that double"] = static () => Head + "schemas:\n  A:\n    a: P0<int>\n" + Repeat(30, static i => $"  P{i}<T>:\n    x?: P{i + 1}<T[]>\n    y?: P{i + 1}<map<T>>\n") + "  P30<T>:\n    t: T\n",
        ["generics that grow in names"] = static () => Head + "schemas:\n  A:\n    a: P0<int>\n" + Repeat(7, static i => $"  P{i}<T>:\n    x?: P{i + 1}<Pair<T, T>>\n") + "  P7<T>:\n    t: T\n  Pair<A, B>:\n    a: A\n    b: B\n",
        ["generics that name each other"] = static () => Head + "schemas:\n" + Repeat(4_000, static i => $"  G{i}<T>:\n    next?: G{(i + 1) % 4_000}<T>\n") + "  A:\n    a: G0<int>\n",
        ["instances of a generic"] = static () => Head + "schemas:\n  P<T>:\n    t: T\n  A:\n" + Repeat(6_000, static i => $"    a{i}: P<S{i}>\n") + Repeat(6_000, static i => $"  S{i}:\n    a: int\n"),
        ["rows of equal names"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n" + Repeat(5_000, static i => $"  a{new string('-', i % 70)}b{new string('_', i / 70)}: int\n"),
        ["rows of the same name"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n" + Repeat(5_000, static _ => "  name: int\n"),
        ["optional parameters"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n", static i => $"  q{i}?: int\n", "", 300_000),
        ["unions of unions"] = static () => Head + "schemas:\n  A: int\n" + Repeat(2_000, static i => $"  U{i}: U{i + 1} | S{i} | S{i + 1}\n") + "  U2000: int | string\n" + Repeat(2_001, static i => $"  S{i}:\n    m{i}: int\n"),
        ["unions in unions"] = static () => Head + "schemas:\n" + Repeat(2_000, static i => $"  U{i}:\n    a: (S{i} | (S{i + 1} | (S{i + 2} | S{i + 3})))[]\n") + Repeat(2_004, static i => $"  S{i}:\n    m{i}: int\n"),
        ["a union of many"] = static () => Head + "schemas:\n  U: " + string.Join(" | ", Enumerable.Range(0, 3_000).Select(static i => $"S{i}")) + "\n" + Repeat(3_000, static i => $"  S{i}:\n    a: int\n    b{i}: int\n"),
        ["placeholders"] = static () => Fill("request: GET ", static i => $"/{{p{i}}}", "\nstatus: [200]\n"),
        ["placeholders with rows"] = static () => "request: GET " + Repeat(20_000, static i => $"/{{p{i}}}") + "\nstatus: [200]\npath:\n" + Repeat(20_000, static i => $"  p{i}: int\n"),
        ["words of a request line"] = static () => Fill("request: GET ", static _ => "a b ", "\n"),
        ["a status table"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus:\n", static i => $"  {100 + (i % 500)} Word{i}: text\n"),
        ["a list of status codes"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [", static i => $"{100 + (i % 500)}, ", "200]\n"),
        ["roles"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nroles: [", static i => $"r{i}, ", "z]\n"),
        ["errata"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nerrata:\n" + Repeat(10_000, static i => $"  - printed: x{i}\n    here: y\n") + "examples:\n  - request header: |\n      GET /tasks HTTP/1.1\n" + Repeat(10_000, static i => $"      X{i}: y\n"),
        ["examples"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  a: int\nexamples:\n", static _ => "  - response body: '{ \"b\": 1 }'\n"),
        ["members of an example"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  a: int\nexamples:\n  - response body: |\n      {\n", static i => $"      \"b{i}\": 1,\n", "      \"a\": 1 }\n"),
        ["members of an example against members of a table"] = static () => Head + "response:\n" + Repeat(15_000, static i => $"  m{i}: int\n") + "examples:\n  - response body: |\n      {\n" + Repeat(15_000, static i => $"      \"n{i}\": 1,\n") + "      \"a\": 1 }\n",
        ["empty items of an example against members of a table"] = static () => Head + "response: Row[]\nschemas:\n  Row:\n" + Repeat(15_000, static i => $"    m{i}: int\n") + "examples:\n  - response body: |\n      [\n" + Repeat(15_000, static _ => "      {},\n") + "      {} ]\n",
        ["members of an example against patterns"] = static () => Head + "response:\n" + Repeat(10_000, static i => $"  m{i}x*: {{ type: int, csharp: P{i} }}\n") + "examples:\n  - response body: |\n      {\n" + Repeat(15_000, static i => $"      \"n{i}\": 1,\n") + "      \"a\": 1 }\n",
        ["links of an example"] = static () => Head + "response:\n" + Repeat(8_000, static i => $"  h{i}: url - link Tasks.Get\n") + "examples:\n  - response body: |\n      {\n" + Repeat(8_000, static i => $"      \"h{i}\": \"/task\",\n") + "      \"a\": 1 }\n",
        ["an example that nests"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse: any\nexamples:\n  - response body: '" + new string('[', 500_000) + new string(']', 500_000) + "'\n",
        ["items of an example"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse: int[]\nexamples:\n  - response body: |\n      [\n", static _ => "      \"x\",\n", "      1 ]\n"),
        ["a huge scalar"] = static () => "title: " + new string('x', 1_000_000),
        ["a huge quoted scalar"] = static () => "title: \"" + Repeat(160_000, static _ => "\\u2028") + "\"\nrequest: GET /a\nstatus: [200]\n",
        ["a huge block"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nnotes: |\n", static _ => "  */ x\n"),
        ["comments"] = static () => Fill("", static _ => "#\n"),
        ["blanks"] = static () => new string(' ', 1_000_000),
        ["line breaks"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\n" + new string('\n', 1_000_000) + "b: c",
        ["tabs"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\n", static _ => "\t\n"),
        ["anchors"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\n", static i => $"k{i}: &a{i} x\n"),
        ["aliases that multiply"] = static () => Head + "a: &a [x, x]\n" + Repeat(20_000, static i => $"b{i}: &b{i} [*{(i == 0 ? "a" : "b" + (i - 1))}, *a]\n"),
        ["directives"] = static () => Fill("", static _ => "%A b\n"),
        ["documents"] = static () => Fill("", static _ => "---\n"),
        ["colons"] = static () => Fill("", static _ => ": "),
        ["question marks"] = static () => Fill("", static _ => "? "),
        ["sources"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nsource:\n", static i => $"  - V{i} 1.2.3\n"),
        ["links"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n" + Repeat(15_000, static i => $"  h{i}: url - link Tasks.Get{i}\n"),
        ["choices"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n" + Repeat(10_000, static i => $"  q{i}?: int\n") + "exactly-one:\n  - [" + string.Join(", ", Enumerable.Range(0, 10_000).Select(static i => $"q{i}")) + "]\n",
        ["parts of a form"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody: multipart/form-data\nparts:\n" + Repeat(10_000, static i => $"  p{i}?: string\n"),
    };

    private const string Head = "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\n";

    public static TheoryData<string> Names => [.. Files.Keys];

    [Fact]
    public void A_file_of_ten_million_characters_is_one_mistake()
    {
        var parsed = SpecReader.Read("a.apispec.yaml", "operation: Tasks.Get\nrequest: GET /tasks\n" + Repeat(1_000_000, static i => "# comment\n"), CancellationToken.None);

        Assert.Equal("APISPEC0001", Assert.Single(parsed.Diagnostics).Rule.Id);
        Assert.Null(parsed.File);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_bound_and_generated_in_bounded_time(string name)
    {
        var text = Files[name]();
        Assert.InRange(text.Length, 0, SpecReader.MaximumLength);
        var start = Environment.CpuUsage.TotalTime;
        var steps = new StringBuilder();

        // The stack of a compiler's worker, so that what recurses too deep fails here and not there.
        var run = new Thread(() => Run(text, start, steps), maxStackSize: 1024 * 1024) { IsBackground = true };
        run.Start();

        Assert.True(run.Join(TimeSpan.FromMinutes(2)), "It does not come to an end." + steps);
        TestContext.Current.TestOutputHelper?.WriteLine(name + steps);
        var time = Environment.CpuUsage.TotalTime - start;
        Assert.True(time < TimeLimit, name + " takes too long:" + steps);
    }

    private static void Run(string text, TimeSpan start, StringBuilder steps)
    {
        var parsed = SpecProject.Read("a.apispec.yaml", text);
        Step("read");
        var project = SpecProject.Of(parsed);
        Step("bound");
        var diagnostics = project.Diagnostics.Count();
        Step("located");
        var files = GeneratedCode.Of(project.Bound, GeneratedCode.Net100).ToList();
        Step("generated");
        steps.Append(CultureInfo.InvariantCulture, $"; {diagnostics} diagnostics, {files.Count} files");

        void Step(string what) => steps.Append(CultureInfo.InvariantCulture, $", {what} at {(Environment.CpuUsage.TotalTime - start).TotalMilliseconds:F0} ms");
    }

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Fill(string head, Func<int, string> part, string tail = "", int length = 1_048_000)
    {
        var text = new StringBuilder(head, SpecReader.MaximumLength);
        for (var i = 0; text.Length < length; i++)
            text.Append(part(i));
        return text.Append(tail).ToString();
    }
}
