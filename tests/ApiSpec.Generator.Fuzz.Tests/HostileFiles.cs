using System.Text;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Expensive files just under the size limit, by the part of the format that each of them overuses.</summary>
internal static class HostileFiles
{
    public const string Head = "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\n";

    private const string XmlHead = "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody xml:\n  root:\n";

    private const string XmlExample = "examples:\n  - request body: |\n";

    private const string Example = "examples:\n  - response body: |\n";

    public static Dictionary<string, Func<string>> All { get; } = new(StringComparer.Ordinal)
    {
        // YAML
        ["a million keys"] = static () => Fill("", static i => $"{i:x}:\n"),
        ["brackets"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nresponse: " + new string('[', 1_000_000),
        ["closed brackets"] = static () => "request: " + new string('[', 500_000) + new string(']', 500_000),
        ["braces"] = static () => Fill("request: ", static _ => "{a: "),
        ["a list in a list"] = static () => Fill("request:\n", static _ => "- "),
        ["deep blocks"] = static () => string.Concat(Enumerable.Range(0, 1_400).Select(static i => new string(' ', i) + "a:\n")),
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
        // Undeclared names, and names that they might mean
        ["unknown types"] = static () => Fill(Head + "schemas:\n  Table:\n", static i => $"    m{i}: Missing{i}\n"),
        ["unknown types of inline rows"] = static () => Fill(
            "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n", static i => $"  m{i}: map<Missin{i}>\n"),
        ["unknown types among schemas"] = static () => Fill(
            Head + "schemas:\n" + Repeat(900, static i => $"  Schema{i}:\n    a: int\n"), static i => $"  T{i}: {{ a: Schem{i}a }}\n"),
        ["unknown types that resemble many long ones"] = static () => Head + "schemas:\n  Table:\n" + Repeat(1_500, static i => $"    m{i}: {Long(i)}x\n")
            + Repeat(990, static i => $"  {Long(i)}:\n    a: int\n"),
        ["unknown names of a choice that resemble many long ones"] = static () => Head + "query:\n" + Repeat(990, static i => $"  {Long(i)}?: int\n")
            + "exactly-one:\n" + Repeat(3_000, static i => $"  - [{Long(i)}x, {Long(i)}y]\n"),
        ["members of an example that resemble many long ones"] = static () => Head + "response:\n" + Repeat(990, static i => $"  {Long(i)}: int\n") + Example
            + "      {\n" + Repeat(5_000, static i => $"      \"{Long(i)}x\": 1,\n") + "      \"a\": 1 }\n",
        ["values of an example that resemble many long ones"] = static () => Head
            + "response:\n  a: State[]\nschemas:\n  State: enum "
            + string.Join('|', Enumerable.Range(0, 990).Select(Long))
            + "\n"
            + Example
            + "      { \"a\": [\n"
            + Repeat(12_000, static i => $"      \"{Long(i)}x\",\n")
            + "      \"z\" ] }\n",
        ["constants that resemble many long values"] = static () => Head
            + "response: Item\nwith:\n"
            + Repeat(300, static i => $"  m{i}: always {Long(i)}x\n")
            + "schemas:\n  State: enum "
            + string.Join('|', Enumerable.Range(0, 990).Select(Long))
            + "\n  Item:\n"
            + Repeat(300, static i => $"    m{i}: State\n"),
        ["editions that resemble many"] = static () => "client: AClient\nmanuals:\n" + Repeat(20_000, static i => $"  V{i}: x\n") + "schemas:\n  Table:\n"
            + Repeat(12_000, static i => $"    m{i}: int since W{i}\n"),

        // Types
        ["keys of a table"] = static () => Fill(Head + "schemas:\n  Table:\n", static i => $"    m{i}: int\n"),
        ["parentheses of a type"] = static () => Head + "schemas:\n  Table:\n    a: " + new string('(', 500_000) + "int" + new string(')', 500_000) + "\n",
        ["type arguments"] = static () => Head + "schemas:\n  Table:\n    a: " + Repeat(200_000, static _ => "map<") + "int" + new string('>', 200_000) + "\n",
        ["list marks of a type"] = static () => Head + "schemas:\n  Table:\n    a: int" + Repeat(500_000, static _ => "[]") + "\n",
        ["question marks of a type"] = static () => Head + "schemas:\n  Table:\n    a: int" + new string('?', 1_000_000) + "\n",
        ["a union in one row"] = static () => Fill(Head + "schemas:\n  Table:\n    a: int", static i => $" | T{i}", "\n"),
        ["a chain of schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next?: S{i + 1}\n") + "  S20000:\n    a: int\n",
        ["a chain of required schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next: S{i + 1}\n")
            + "  S20000:\n    a: int\n",
        ["a circle of schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next: S{(i + 1) % 20_000}\n"),
        ["a circle of optional schemas"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}:\n    next?: S{(i + 1) % 20_000}\n"),
        ["schemas that a body carries"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody: S0\nschemas:\n"
            + Repeat(20_000, static i => $"  S{i}:\n    next?: S{(i + 1) % 20_000}\n"),
        ["names that stand for names"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}: S{i + 1}\n") + "  S20000:\n    a: int\n",
        ["names that stand for each other"] = static () => Head + "schemas:\n" + Repeat(20_000, static i => $"  S{i}: S{(i + 1) % 20_000}\n"),
        ["aliases of lists of the next"] = static () => "client: AClient\nerror:\n  a: t0\ntypes:\n" + Repeat(20_000, static i => $"  t{i}: t{i + 1}[]\n"),
        ["an alias of a list of itself"] = static () => "client: AClient\nerror:\n  a: Rule\ntypes:\n  Rule: string | Rule[] | map<Rule>\n",
        ["aliases that hold the next twice"] = static () => "client: AClient\nerror:\n  a: t0\ntypes:\n"
            + Repeat(60, static i => $"  t{i}: map<t{i + 1}> | t{i + 1}[]\n"),
        ["aliases of an API file"] = static () => "client: AClient\ntypes:\n" + Repeat(20_000, static i => $"  t{i}: t{i + 1}\n"),
        ["a huge enum"] = static () => Fill(Head + "schemas:\n  Table:\n    a: enum ", static i => $"v{i}|", "z\n"),
        ["a huge table of values"] = static () => Fill(
            Head + "schemas:\n  Table:\n    a:\n      type: enum\n      values:\n", static i => $"        v{i}: text\n"),
        ["a huge list of values"] = static () => Fill(Head + "schemas:\n  Table:\n    a:\n      type: enum\n      values: [", static i => $"v{i}, ", "z]\n"),
        ["an enum of equal names"] = static () => Fill(
            Head + "schemas:\n  Table:\n    a: enum ", static i => $"v{new string('-', i % 150)}{new string('_', i / 150)}|", "z\n", 800_000),
        ["facts that are open"] = static () => Fill(Head + "response:\n", static i => $"  m{i}: unknown required not stated\n"),
        ["enums whose values continue"] = static () => Fill(Head + "response:\n", static i => $"  m{i}: enum v{i}|...\n"),
        ["tables that continue"] = static () => Head + "response:\n" + Repeat(8_000, static i => $"  m{i}:\n    a: int\n    ...: unknown\n")
            + "  ...: unknown\n",
        ["schemas of unknown types"] = static () => Head + "schemas:\n  Table:\n" + Repeat(8_000, static i => $"    a{i}: S{i}\n")
            + Repeat(8_000, static i => $"  S{i}: unknown\n"),
        ["a union of unknown types"] = static () => Fill(Head + "schemas:\n  Table:\n    a: unknown", static _ => " | unknown", "\n"),
        ["placeholders of a table that continues"] = static () => Fill(
            "operation: Tasks.Get\nrequest: GET ", static i => $"/{{p{i}}}", "\npath: unknown\n", 300_000),
        ["continuations"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus:\n", static _ => "...: unknown\n"),
        ["generics that grow"] = static () => Head + "schemas:\n  Table:\n    a: P<int>\n  P<T>:\n    x?: P<P<T>>\n    y?: P<map<P<T>>>\n    z?: P<P<T>[]>\n",
        ["generics that double"] = static () => Head + "schemas:\n  Table:\n    a: P0<int>\n"
            + Repeat(30, static i => $"  P{i}<T>:\n    x?: P{i + 1}<T[]>\n    y?: P{i + 1}<map<T>>\n") + "  P30<T>:\n    t: T\n",
        ["generics that grow in names"] = static () => Head + "schemas:\n  Table:\n    a: P0<int>\n"
            + Repeat(7, static i => $"  P{i}<T>:\n    x?: P{i + 1}<Pair<T, T>>\n") + "  P7<T>:\n    t: T\n  Pair<A, B>:\n    a: A\n    b: B\n",
        ["generics that name each other"] = static () => Head + "schemas:\n" + Repeat(4_000, static i => $"  G{i}<T>:\n    next?: G{(i + 1) % 4_000}<T>\n")
            + "  Table:\n    a: G0<int>\n",
        ["instances of a generic"] = static () => Head + "schemas:\n  P<T>:\n    t: T\n  Table:\n" + Repeat(6_000, static i => $"    a{i}: P<S{i}>\n")
            + Repeat(6_000, static i => $"  S{i}:\n    a: int\n"),
        ["unions of unions"] = static () => Head + "schemas:\n  Table: int\n" + Repeat(2_000, static i => $"  U{i}: U{i + 1} | S{i} | S{i + 1}\n")
            + "  U2000: int | string\n" + Repeat(2_001, static i => $"  S{i}:\n    m{i}: int\n"),
        ["unions in unions"] = static () => Head + "schemas:\n" + Repeat(2_000, static i => $"  U{i}:\n    a: (S{i} | (S{i + 1} | (S{i + 2} | S{i + 3})))[]\n")
            + Repeat(2_004, static i => $"  S{i}:\n    m{i}: int\n"),
        ["a union of many"] = static () => Head + "schemas:\n  U: " + string.Join(" | ", Enumerable.Range(0, 3_000).Select(static i => $"S{i}")) + "\n"
            + Repeat(3_000, static i => $"  S{i}:\n    a: int\n    b{i}: int\n"),
        ["instances of a generic of many members"] = static () => Head + "schemas:\n  P<T>:\n    t: T\n" + Repeat(15_000, static i => $"    p{i}: int\n")
            + "  Table:\n" + Repeat(8_000, static i => $"    a{i}: P<S{i}>\n") + Repeat(8_000, static i => $"  S{i}:\n    a: int\n"),
        ["instances of a generic of long words"] = static () => Head
            + "schemas:\n  P<T>:\n    description: "
            + new string('x', 500_000)
            + "\n    members:\n      t: T\n  Table:\n"
            + Repeat(8_000, static i => $"    a{i}: P<S{i}>\n")
            + Repeat(8_000, static i => $"  S{i}:\n    a: int\n"),
        ["instances of a generic of objects"] = static () => Head
            + "schemas:\n  P<T>:\n    t: T\n"
            + Repeat(5_000, static i => $"    p{i}:\n      q:\n        t: T\n")
            + "  Table:\n"
            + Repeat(8_000, static i => $"    a{i}: P<S{i}>\n")
            + Repeat(8_000, static i => $"  S{i}:\n    a: int\n"),
        ["an alias of many values"] = static () => "client: AClient\ntypes:\n  Big: enum "
            + string.Join('|', Enumerable.Range(0, 50_000).Select(static i => $"v{i}"))
            + "\nschemas:\n  Table:\n"
            + Repeat(20_000, static i => $"    m{i}: Big\n"),
        ["unions with a table of many members"] = static () => Head + "schemas:\n  Big:\n" + Repeat(20_000, static i => $"    m{i}: int\n") + "  Table:\n"
            + Repeat(20_000, static i => $"    a{i}: Big | string\n"),
        ["a union of enums with a long description"] = static () => Head + "schemas:\n  Table:\n    a:\n      type: "
            + string.Join(" | ", Enumerable.Range(0, 20_000).Select(static i => $"(enum v{i})")) + "\n      description: " + new string('x', 500_000) + "\n",
        ["generics that are chained"] = static () => Head + "schemas:\n" + Repeat(8_000, static i => $"  G{i}<T>:\n    t?: G{i + 1}<T>\n    u: T\n")
            + "  G8000<T>:\n    t: T\n  Table:\n    a: G0<int>\n    b: G0<string>\n",
        ["objects in objects"] = static () => Head + "schemas:\n  Table:\n" + Repeat(400, static i => string.Concat(
            Enumerable.Range(0, 25).Select(level => new string(' ', 4 + level) + $"m{i}x{level}:\n")) + new string(' ', 29) + "a: int\n"),
        ["bodies that carry unions"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody: Table\nschemas:\n  Table:\n"
            + Repeat(10_000, static i => $"    a{i}: B | string\n") + "  B:\n    b: int\n",
        ["patterns"] = static () => Head + "response:\n" + Repeat(10_000, static i => $"  x{i}{{X}}: int\n"),
        ["other spellings"] = static () => Head + "response:\n"
            + Repeat(300, static i => $"  p{i}: {{ type: int, alias: [{string.Join(", ", Enumerable.Range(0, 300).Select(j => $"a{i}x{j}"))}] }}\n"),
        ["members that a filter takes"] = static () => "operation: Tasks.List\nrequest: GET /tasks\nstatus: [200]\nquery:\n  f?: hql-filter\n  s?: hql-sort\n"
            + "  t?: hql-fields\nresponse: Page<Table>\nschemas:\n  Page<T>:\n    data: T[]\n  Table:\n" + Repeat(
            15_000,
            static i => $"    m{i}: string filter\n"),

        // Sections
        ["rows of equal names"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n"
            + Repeat(5_000, static i => $"  a{new string('-', i % 70)}b{new string('_', i / 70)}: int\n"),
        ["rows of the same name"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n"
            + Repeat(5_000, static _ => "  name: int\n"),
        ["optional parameters"] = static () => Fill(
            "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n", static i => $"  q{i}?: int\n", "", 300_000),
        ["placeholders"] = static () => Fill("request: GET ", static i => $"/{{p{i}}}", "\nstatus: [200]\n"),
        ["placeholders with rows"] = static () => "request: GET " + Repeat(20_000, static i => $"/{{p{i}}}") + "\nstatus: [200]\npath:\n"
            + Repeat(20_000, static i => $"  p{i}: int\n"),
        ["words of a request line"] = static () => Fill("request: GET ", static _ => "a b ", "\n"),
        ["a status table"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus:\n", static i => $"  {100 + (i % 500)} Word{i}: text\n"),
        ["a list of status codes"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [", static i => $"{100 + (i % 500)}, ", "200]\n"),
        ["roles"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nroles: [", static i => $"r{i}, ", "z]\n"),
        ["sources"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nsource:\n", static i => $"  - V{i} 1.2.3\n"),
        ["links"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n"
            + Repeat(15_000, static i => $"  h{i}: url - link Tasks.Get{i}\n"),
        ["choices"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n" + Repeat(10_000, static i => $"  q{i}?: int\n")
            + "exactly-one:\n  - [" + string.Join(", ", Enumerable.Range(0, 10_000).Select(static i => $"q{i}")) + "]\n",
        ["parts of a form"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody multipart:\n"
            + Repeat(10_000, static i => $"  p{i}?: string\n"),
        ["statuses with headers"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus:\n"
            + Repeat(400, static i => $"  {200 + i} Word{i}:\n    headers:\n" + Repeat(80, static j => $"      X-Header-{j}: string\n")),
        ["statuses with tables"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus:\n"
            + Repeat(400, static i => $"  {200 + i} Word{i}:\n    response:\n" + Repeat(80, static j => $"      member{j}: string\n")),
        ["statuses with editions"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus:\n"
            + Repeat(400, static i => $"  {200 + i} Word{i}:\n    editions:\n" + Repeat(80, static j => $"      V{j}: Some words\n")),
        ["values of a shared table"] = static () => Head + "response: Item\nwith:\n" + Repeat(20_000, static i => $"  m{i}: always x\n") + "schemas:\n  Item:\n"
            + Repeat(20_000, static i => $"    m{i}: string\n"),
        ["values of a shared table of enums"] = static () => Head + "response: Item\nwith:\n" + Repeat(12_000, static i => $"  m{i}: always x\n")
            + "schemas:\n  Item:\n" + Repeat(12_000, static i => $"    m{i}: enum x|y\n"),
        ["optional flags"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n", static i => $"  q{i}?: flag\n"),
        ["required parameters"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nquery:\n", static i => $"  q{i}: int\n"),
        ["request headers"] = static () => Fill("operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nheaders:\n", static i => $"  X-{i}: string\n"),
        ["many choices"] = static () => Head + "query:\n" + Repeat(10_000, static i => $"  q{i}?: int\n") + "at-most-one:\n"
            + Repeat(20_000, static i => $"  - [q{i % 10_000}, q{(i + 1) % 10_000}]\n"),
        ["choices of what no row has"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody: Table\nat-most-one:\n"
            + Repeat(20_000, static i => $"  - [x{i}, y{i}]\n") + "schemas:\n  Table:\n" + Repeat(20_000, static i => $"    m{i}?: int\n"),
        ["what requires others"] = static () => Head + "query:\n"
            + Repeat(10_000, static i => $"  q{i}?: int required when q{(i + 1) % 10_000} = 1 and q{(i + 2) % 10_000} is given\n"),
        ["what requires members of members"] = static () => Head + "body:\n  a:\n" + Repeat(10_000, static i => $"    q{i}?: int\n")
            + Repeat(10_000, static i => $"  q{i}?: int only when a.q{(i + 1) % 10_000} = 1\n"),
        ["pages below pages"] = static () => "operation: Tasks.List\nrequest: GET /tasks\nstatus: [200]\nquery:\n  o?: int\npaging:\n  offset: o\n  items: a"
            + Repeat(500_000, static _ => ".a") + "\nresponse: Table\nschemas:\n  Table:\n    a?: Table\n",
        ["paths of a member that can be read in many ways"] =
            static () => "operation: Tasks.List\nrequest: GET /tasks\nstatus: [200]\nquery:\n  o?: int\npaging:\n  offset: o\n  items: a" + Repeat(
            200,
            static _ => ".a") + "\nresponse: Table\nschemas:\n  Table:\n    a?: Table\n    a.a?: Table\n    a.a.a?: Table\n",
        ["a version that stands again and again"] = static () => "operation: Tasks.Get\nstatus: [200]\nversion: " + new string('v', 700_000) + "\nrequest: GET "
            + Repeat(300, static _ => "/{version}") + "\n",
        ["type arguments that multiply in names"] = static () => Head
            + "schemas:\n  Table:\n    a: P0<int>\n"
            + Repeat(7, static i => $"  P{i}<T>:\n    x?: P{i + 1}<Many<{string.Join(", ", Enumerable.Repeat("T", 26))}>>\n")
            + "  P7<T>:\n    t: T\n  Many<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z>:\n    a: A\n",
        ["a long name of an operation"] = static () => "operation: Tasks." + new string('G', 500_000)
            + "\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  a: int\n",
        ["a long name of a group"] = static () => "operation: " + new string('G', 500_000) + ".Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  a: int\n",
        ["a long name from an address"] = static () => "request: GET /" + new string('g', 1_000_000) + "\nstatus: [200]\nresponse:\n  a: int\n",
        ["a long namespace"] = static () => "client: AClient\nnamespace: A" + Repeat(250_000, static _ => ".A") + "\nschemas:\n  Table:\n"
            + Repeat(20_000, static i => $"    m{i}: Table or null\n"),
        ["a long name of a client"] = static () => "client: " + new string('A', 500_000) + "\nschemas:\n  Table:\n"
            + Repeat(20_000, static i => $"    m{i}: Table or null\n"),
        ["a long name in the program"] = static () => Head + "schemas:\n  Table:\n    csharp: " + new string('A', 500_000) + "\n    members:\n"
            + Repeat(19_900, static i => $"      m{i}: Table or null\n"),
        ["long values"] = static () => Head + "schemas:\n  Table:\n    a: enum "
            + string.Join('|', Enumerable.Range(0, 20).Select(static i => new string('v', 50_000) + i)) + "\n",
        ["a long media type"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse: text/" + new string('x', 1_000_000) + "\n",
        ["sets of an API"] = static () => Fill("client: AClient\nsets:\n", static i => $"  s{i}:\n    a?: int\n"),
        ["roles of an API"] = static () => Fill("client: AClient\nroles:\n", static i => $"  r{i}: text\n"),
        ["ways to log in"] = static () => Fill("client: AClient\nauthentication:\n", static i => $"  - session: S{i}\n    issued in: X-{i}\n"),

        // Examples
        ["errata"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nerrata:\n"
            + Repeat(10_000, static i => $"  - printed: x{i}\n    here: y\n")
            + "examples:\n  - request header: |\n      GET /tasks HTTP/1.1\n"
            + Repeat(10_000, static i => $"      X{i}: y\n"),
        ["examples"] = static () => Fill(
            "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  a: int\nexamples:\n", static _ => "  - response body: '{ \"b\": 1 }'\n"),
        ["members of an example"] = static () => Fill(
            "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  a: int\nexamples:\n  - response body: |\n      {\n",
            static i => $"      \"b{i}\": 1,\n",
            "      \"a\": 1 }\n"),
        ["members of an example against members of a table"] = static () => Head + "response:\n" + Repeat(15_000, static i => $"  m{i}: int\n")
            + "examples:\n  - response body: |\n      {\n" + Repeat(15_000, static i => $"      \"n{i}\": 1,\n") + "      \"a\": 1 }\n",
        ["empty items of an example against members of a table"] = static () => Head
            + "response: Row[]\nschemas:\n  Row:\n"
            + Repeat(15_000, static i => $"    m{i}: int\n")
            + "examples:\n  - response body: |\n      [\n"
            + Repeat(15_000, static _ => "      {},\n")
            + "      {} ]\n",
        ["members of an example against patterns"] = static () => Head
            + "response:\n"
            + Repeat(10_000, static i => $"  m{i}x*: {{ type: int, csharp: P{i} }}\n")
            + "examples:\n  - response body: |\n      {\n"
            + Repeat(15_000, static i => $"      \"n{i}\": 1,\n")
            + "      \"a\": 1 }\n",
        ["options of a command"] = static () => Head + "examples:\n  - request header: |\n      curl http://host/tasks "
            + Repeat(60_000, static _ => "-H 'a: b' ") + "\n",
        ["continued lines of a command"] = static () => Head + "examples:\n  - request header: |\n      curl http://host/tasks \\\n"
            + Repeat(60_000, static _ => "      \\ \\\n") + "      -d {}\n",
        ["data of a command"] = static () => Head + "examples:\n  - request body: |\n      curl -d \"" + Repeat(200_000, static _ => "\\\"")
            + "\" http://host/tasks\n",
        ["quotation marks of a command"] = static () => Head + "examples:\n  - request header: |\n      curl " + Repeat(300_000, static _ => "'") + "\n",
        ["commas that an example lacks"] = static () => Head + "response: int[]\nexamples:\n  - response body: |\n      [\n"
            + Repeat(60_000, static _ => "      1\n") + "      ]\n",
        ["spaces between values of an example"] = static () => Head + "response: int[]\nexamples:\n  - response body: \"[1" + Repeat(400_000, static _ => " ")
            + "2]\"\n",
        ["values that an example leaves out"] = static () => Head + "response: any[]\nexamples:\n  - response body: |\n      [\n"
            + Repeat(60_000, static _ => "      <a b>,\n") + "      ... ]\n",
        ["brackets that stand for no value"] = static () => Head + "response: any\nexamples:\n  - response body: |\n      " + Repeat(400_000, static _ => "<a")
            + "\n",
        ["a path that is left out"] = static () => "operation: Tasks.Get\nrequest: GET " + Repeat(1_900, static _ => "/a")
            + "\nstatus: [200]\nexamples:\n  - request header: |\n      GET ..." + Repeat(200_000, static _ => "/a") + "\n",
        ["rows below long names"] = static () => Head + "response:\n  " + new string('a', 999) + ":\n" + Repeat(60_000, static i => $"    b{i}: int\n"),
        ["links of an example"] = static () => Head + "response:\n" + Repeat(8_000, static i => $"  h{i}: url - link Tasks.Get\n")
            + "examples:\n  - response body: |\n      {\n" + Repeat(8_000, static i => $"      \"h{i}\": \"/task\",\n") + "      \"a\": 1 }\n",
        ["an example that nests"] = static () => "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse: any\nexamples:\n  - response body: '"
            + new string('[', 500_000) + new string(']', 500_000) + "'\n",
        ["items of an example"] = static () => Fill(
            "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse: int[]\nexamples:\n  - response body: |\n      [\n",
            static _ => "      \"x\",\n",
            "      1 ]\n"),
        ["query of an example against parameters"] = static () => Head
            + "query:\n"
            + Repeat(15_000, static i => $"  q{i}?: int\n")
            + "examples:\n  - request header: |\n      GET /tasks?"
            + string.Join('&', Enumerable.Range(0, 60_000).Select(static i => $"x{i}=1"))
            + " HTTP/1.1\n",
        ["query of an example against values"] = static () => Head
            + "query:\n  a?: enum "
            + string.Join('|', Enumerable.Range(0, 900).Select(static i => $"value{i}"))
            + "\nexamples:\n  - request header: |\n      GET /tasks?"
            + string.Join('&', Enumerable.Repeat("a=value9999", 80_000))
            + " HTTP/1.1\n",
        ["headers of an example against rows"] = static () => Head + "headers:\n" + Repeat(15_000, static i => $"  X-{i}: string\n")
            + "examples:\n  - request header: |\n      GET /tasks HTTP/1.1\n" + Repeat(30_000, static i => $"      Y-{i}: x\n"),
        ["headers of an example that resemble known ones"] = static () => Fill(
            Head + "examples:\n  - request header: |\n      GET /tasks HTTP/1.1\n", static i => $"      Access-Control-Allow-Orign{i}: x\n"),
        ["what examples lack and choices name"] = static () => Head
            + "query:\n"
            + Repeat(15_000, static i => $"  q{i}: int\n")
            + "exactly-one: ["
            + string.Join(", ", Enumerable.Range(0, 15_000).Select(static i => $"q{i}"))
            + "]\nexamples:\n"
            + Repeat(3_000, static _ => "  - request header: GET /tasks HTTP/1.1\n"),
        ["what examples lack and errata omit"] = static () => Head + "response:\n" + Repeat(15_000, static i => $"  m{i}: int\n") + "errata:\n"
            + Repeat(15_000, static i => $"  - omitted: x{i}\n") + "examples:\n" + Repeat(5_000, static _ => "  - response body: '{}'\n"),
        ["many examples and errata"] = static () => Head + "response:\n  a: int\nerrata:\n" + Repeat(15_000, static i => $"  - {{printed: x{i}, here: y}}\n")
            + "examples:\n" + Repeat(12_000, static _ => "  - response body: '{ \"b\": 1 }'\n"),
        ["many examples of a large table"] = static () => Head + "response:\n" + Repeat(20_000, static i => $"  m{i}?: int\n") + "examples:\n"
            + Repeat(15_000, static _ => "  - response body: '{ \"b\": 1 }'\n"),
        ["many examples of a shared table"] = static () => Head + "response: Item\nwith:\n" + Repeat(15_000, static i => $"  m{i}: always x\n") + "examples:\n"
            + Repeat(12_000, static _ => "  - response body: '{}'\n") + "schemas:\n  Item:\n" + Repeat(15_000, static i => $"    m{i}?: string\n"),
        ["items of an example through many names"] = static () => Head + "response: S0[]\nschemas:\n" + Repeat(30, static i => $"  S{i}: S{i + 1}\n")
            + "  S30:\n    a: int\n" + Example + "      [\n" + Repeat(80_000, static _ => "      {},\n") + "      {} ]\n",
        ["a form of an example"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody form:\n"
            + Repeat(15_000, static i => $"  p{i}: string\n")
            + "examples:\n  - request body: |\n      "
            + string.Join('&', Enumerable.Range(0, 60_000).Select(static i => $"x{i}=1"))
            + "\n",
        ["elements of XML"] = static () => XmlHead + Repeat(10_000, static i => $"    p{i}?: string\n"),
        ["an XML example with many elements"] = static ()
            => XmlHead + "    p[]:\n      a?: int\n" + XmlExample + "      <root>\n"
                + Repeat(20_000, static i => $"      <p><a>{i}</a></p>\n") + "      </root>\n",
        ["an XML example with many attributes"] = static ()
            => XmlHead + "    a?: int\n" + XmlExample + "      <root\n" + Repeat(20_000, static i => $"      b{i}='1'\n") + "      />\n",
        ["an XML example with spaces around equals signs"] = static ()
            => XmlHead + "    a?: int\n" + XmlExample + "      <root " + string.Concat(Enumerable.Range(0, 40_000).Select(static i => $"b{i} = '1' ")) + "/>\n",
        ["an XML example whose table has many empty lists"] = static ()
            => XmlHead + Repeat(5_000, static i => $"    p{i}[]: string\n") + XmlExample + "      <root x='" + new string('x', 500_000) + "'/>\n",
        ["a curl command of many words in one argument"] = static () => Head + "examples:\n  - request header: |\n      curl 'http://a/\n"
            + Repeat(60_000, static _ => "      b \n") + "      '\n",
        ["an XML example that is nested deeply"] = static () => XmlHead + "    a?: int\n" + XmlExample + "      " + Repeat(20_000, static _ => "<root>") + "\n",
        ["an XML example with entities"] = static ()
            => XmlHead + "    a?: int\n" + XmlExample + "      <!DOCTYPE a [<!ENTITY a0 'x'>"
                + Repeat(60, static i => $"<!ENTITY a{i + 1} '&a{i};&a{i};'>") + "]><root>&a60;</root>\n",
        ["tables in XML that contain each other"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody xml:\n  root: T0\n"
            + "schemas:\n" + Repeat(400, static i => $"  T{i}:\n    a?: T{(i + 1) % 400}\n    b?: T{(i + 7) % 400}\n    c?: T{i}[]\n"),
        ["parts of a form of an example"] = static () => "operation: Tasks.Get\nrequest: POST /tasks\nstatus: [200]\nbody multipart:\n"
            + Repeat(10_000, static i => $"  p{i}: string\n")
            + "examples:\n  - request body: |\n"
            + Repeat(9_000, static i => $"      --x\n      Content-Disposition: form-data; name=\"x{i}\"\n\n      1\n"),
    };

    public static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    /// <summary>Repeats a part until the file has nearly the largest size.</summary>
    public static string Fill(string head, Func<int, string> part, string tail = "", int length = 1_048_000)
    {
        var text = new StringBuilder(head, SpecReader.MaximumLength);
        for (var i = 0; text.Length < length; i++)
            text.Append(part(i));
        return text.Append(tail).ToString();
    }

    // As long as names that are still compared with others, and hardly different from the next one.
    private static string Long(int i) => $"member{i:d5}ofatablewhosenamesareaslongasthosethatarestillcompa";
}
