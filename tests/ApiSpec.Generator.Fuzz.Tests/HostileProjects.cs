using static ApiSpec.Generator.Fuzz.Tests.HostileFiles;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Several files that are expensive together.</summary>
internal static class HostileProjects
{
    public static Dictionary<string, Func<string[]>> All { get; } = new(StringComparer.Ordinal)
    {
        ["generics in fifty files"] = static () => Files(50, static f => "schemas:\n"
            + Repeat(30, i => $"  P{f}x{i}<T>:\n    x?: P{f}x{i + 1}<T[]>\n    y?: P{f}x{i + 1}<map<T>>\n")
            + $"  P{f}x30<T>:\n    t: T\n  A{f}:\n    a: P{f}x0<int>\n"),
        ["one generic in fifty files"] = static () => [
            "client: AClient\nschemas:\n  P<T>:\n    t: T\n" + Repeat(15_000, static i => $"    p{i}: int\n"),
            .. Files(50, static f => "schemas:\n" + Repeat(400, i => $"  A{f}x{i}:\n    a: P<A{f}x{i}>\n"))],
        ["sections that have the same body as the next"] = static () => Files(3_000, static i
            => $"operation: Tasks.Get{i}\nrequest: POST /tasks/{i}\nstatus: [200]\nbody: same as Tasks.Get{i + 1}\nresponse: same as Tasks.Get{i + 1}\n"),
        ["sections that have the same body in a circle"] = static () => Files(3_000, static i => $"operation: Tasks.Get{i}\nrequest: POST /tasks/"
            + $"{i}\nstatus: [200]\nbody: same as Tasks.Get{(i + 1) % 3_000}\nresponse: same as Tasks.Get{(i + 1) % 3_000}\n"),
        ["editions of many sources"] = static () => [
            Fill("client: AClient\nmanuals:\n", static i => $"  V{i}: x\n"),
            Fill(Head + "source:\n", static i => $"  - W{i} 1.2\n")],
        ["uses of many sets"] = static () => [
            Fill("client: AClient\nsets:\n", static i => $"  s{i}:\n    a{i}?: int\n"),
            Fill(Head + "use: [", static i => $"t{i}, ", "s0]\n")],
        ["words of an address"] = static () => [
            Fill("client: AClient\nwords:\n", static i => $"  w{i}: /x\n"),
            Fill("operation: Tasks.Get\nstatus: [200]\nrequest: GET ", static i => $"/w{i}", "\n")],
        ["words of an address that multiply"] = static () => [
            "client: AClient\nwords:\n" + Repeat(60, static i => $"  w{i}: w{i + 1}/w{i + 1}\n"),
            "operation: Tasks.Get\nstatus: [200]\nrequest: GET /w0\n"],
        ["a set of many parameters in fifty sections"] = static () => [
            "client: AClient\nsets:\n  s:\n" + Repeat(2_000, static i => $"    a{i}?: int\n"),
            .. Files(50, static i => $"operation: Tasks.Get{i}\nrequest: GET /tasks/{i}\nstatus: [200]\nuse: [s]\n")],
        ["statuses of an API with many headers in fifty sections"] = static () => [
            "client: AClient\nstatus:\n  200 OK:\n    headers:\n" + Repeat(2_000, static i => $"      X-{i}: string\n"),
            .. Files(50, static i => $"operation: Tasks.Get{i}\nrequest: GET /tasks/{i}\nstatus: [200]\n")],
        ["examples of fifty sections against one table"] = static () => [
            "client: AClient\nschemas:\n  Table:\n" + Repeat(15_000, static i => $"    m{i}?: int\n"),
            .. Files(50, static f => $"operation: Tasks.Get{f}\nrequest: GET /tasks/{f}\nstatus: [200]\nresponse: Table\nexamples:\n"
                + Repeat(500, static _ => "  - response body: '{ \"b\": 1 }'\n"))],
        ["links of an example to sections"] = static () => [
            Head + "response:\n" + Repeat(8_000, static i => $"  h{i}: url - link Tasks.Long\n") + "examples:\n  - response body: |\n      {\n"
                + Repeat(8_000, static i => $"      \"h{i}\": \"/x{i}/" + new string('y', 40) + "\",\n") + "      \"a\": 1 }\n",
            "operation: Tasks.Long\nstatus: [200]\nrequest: GET " + Repeat(5_000, static i => $"/{{p{i}}}") + "\npath:\n"
                + Repeat(5_000, static i => $"  p{i}: string slashes\n")],
        ["ways to log in and rows that they fill"] = static () => [
            "client: AClient\nauthentication:\n  - body x1.x2\n" + Repeat(20_000, static i => $"  - header X-{i}\n"),
            Head.Replace("GET", "POST", StringComparison.Ordinal) + "headers:\n" + Repeat(4_000, static i => $"  X-{i}: string\n") + "body:\n"
                + Repeat(4_000, static i => $"  x{i}:\n    x{i + 1}: string\n")],
        ["sections of one name"] = static () => Files(2_000, static _ => Head),
        ["sections of one address with constants in a large table"] = static () => [
            "client: AClient\nschemas:\n  Deep<T>:\n    t: T\n    u: T\n  Table:\n    d: Deep<Deep<Deep<Deep<Deep<Deep<Deep<Deep<Deep<Deep<int>>>>>>>>>>\n"
            + "    z: string\n" + Repeat(
                10_000,
                static i => $"    m{i}: int\n"),
            .. Files(300, static i => $"operation: Tasks.Get{i}\nrequest: POST /tasks\nstatus: [200]\nbody: Table\nwith:\n  z: always v{i}\n")],
        ["bodies of generic tables that make ever new types"] = static () => [
            "client: AClient\nschemas:\n  Grow<T>:\n    t: T\n    u?: Grow<Grow<T>>\n  Table:\n" + Repeat(5_000, static i => $"    m{i}?: Grow<T{i % 50}>\n")
                + Repeat(50, static i => $"  T{i}:\n    a: int\n"),
            .. Files(100, static i => $"operation: Tasks.Get{i}\nrequest: POST /tasks/{i}\nstatus: [200]\nbody: Table\n")],
        ["schemas of one name"] = static () => Files(20, static f => "schemas:\n" + Repeat(5_000, static i => $"  A{i}: int\n")),
        ["APIs"] = static () => [
            .. Files(500, static i => $"api: a{i}\nclient: AClient{i}\n"),
            .. Files(2_000, static i => $"operation: Tasks.Get{i}\nrequest: GET /tasks/{i}\nstatus: [200]\n"),
        ],
    };

    private static string[] Files(int count, Func<int, string> text) => [.. Enumerable.Range(0, count).Select(text)];
}
