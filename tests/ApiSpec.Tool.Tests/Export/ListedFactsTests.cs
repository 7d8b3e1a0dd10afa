using ApiSpec.Tests.Support;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>The page of the tool says which facts the export lists on standard error.</summary>
public sealed class ListedFactsTests : IDisposable
{
    private const string Get = "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\n";
    private const string Set = "operation: Ports.Set\nrequest: POST /ports\nstatus: [200]\n";

    private static readonly Dictionary<string, (string Api, string[] Sections)> s_facts = new(StringComparer.Ordinal)
    {
        ["roles, sources, sections, notes, errata, paging"] = ("roles: [Admin]\nmanuals: {V1: First}\n", [
            Get + "section: 2.1\nsource: V1 2.1\nroles: [Admin]\nnotes: Checked.\nerrata:\n  - printed: itmes\n    here: items\n"
                + "query:\n  page?: int default 1\npaging: {items: items, page: page}\nresponse:\n  items: string[]\n",
        ]),
        ["the meaning of each status and error code"] = ("", [
            "operation: Ports.Get\nrequest: GET /ports\nstatus:\n  200 OK: Done.\n  404 Not found: There is none.\n",
        ]),
        ["`success when`"] = ("error:\n  ok: boolean\nsuccess when: ok = true\n", [Get + "response:\n  ok: boolean\n"]),
        ["`done when`"] = ("", [Get + "response:\n  state: enum a|b\ndone when: state = b\n"]),
        ["group rules such as `exactly-one`"] = ("", [Get + "query:\n  a?: int\n  b?: int\nexactly-one: [a, b]\n"]),
        ["fixed values under `with`"] = ("", [Get + "response: Port\nwith:\n  name: always p\nschemas:\n  Port:\n    name: string\n"]),
        ["a link to an operation"] = ("", [Get + "response:\n  href:\n    type: url\n    link: Ports.Get\n"]),
        ["editions"] = ("manuals: {V1: First, V2: Second}\n", [Get + "since: V2\n"]),
        ["an enum that ends with `...`"] = ("", [Get + "response:\n  mode: enum a|...\n"]),
        ["`required when`, `only when`"] = ("", [Set + "body:\n  mode: enum on|off\n  level?: int required when mode = on\n"]),
        ["`expired when`"] = ("error:\n  code: int\nauthentication:\n  - token: Ports.Get\n    member: key\n    header: X-Key\n    expired when: code = 1\n", [
            Get + "response:\n  key: string\n",
        ]),
        ["other names of a member"] = ("", [Get + "response:\n  name:\n    type: string\n    alias: [NAME]\n"]),
        ["`object as array`"] = ("", [Get + "response:\n  row:\n    type: object as array\n    members:\n      size: int\n"]),
        ["several operations with the same method and path"] = ("", [
            Get + "query:\n  cmd: int always 1\n", Get.Replace("Ports.Get", "Ports.Find", StringComparison.Ordinal) + "query:\n  cmd: int always 2\n",
        ]),
        ["a credential in a form or a body"] = ("authentication: body key\n", [Set + "body:\n  name: string\n"]),
        ["text of an XML element with attributes"] = ("", [Get + "response xml:\n  port:\n    \"@id\": int\n    \"#text\": string\n"]),
        ["filters, sort orders and field lists of a query language"] = ("", [
            Get + "query:\n  filter?: hql-filter\nresponse: Port[]\nschemas:\n  Port:\n    name: string filter\n",
        ]),
    };

    private static readonly Dictionary<string, string[]> s_versions = new(StringComparer.Ordinal)
    {
        ["yes"] = ["3.0", "3.1", "3.2"],
        ["no"] = [],
        ["only for 3.0"] = ["3.0"],
        ["only before 3.2"] = ["3.0", "3.1"],
    };

    private readonly ExportFolder _folder = new();

    public static TheoryData<string> Facts => [.. s_facts.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Fact_is_listed_if_the_page_says_so(string fact)
    {
        var (api, sections) = s_facts[fact];
        _folder.Write("api", "api: demo\nclient: DemoClient\n" + api);
        foreach (var (index, section) in sections.Index())
            _folder.Write("section" + index, section);

        var listing = new List<string>();
        foreach (var version in new[] { "3.0", "3.1", "3.2" })
        {
            if ((await _folder.ExportAsync("--version", version)).Losses.Length > 0)
                listing.Add(version);
        }

        Assert.Equal(s_versions[RowsOfThePage()[fact]], listing);
    }

    [Fact]
    public void Each_row_of_the_page_is_tried()
        => Assert.Equal(RowsOfThePage().Keys.Order(StringComparer.Ordinal), s_facts.Keys.Order(StringComparer.Ordinal));

    private static Dictionary<string, string> RowsOfThePage()
        => File.ReadAllText(Repository.PathOf("generator/ApiSpec.Tool/README.md"))
            .Split("| in the spec | in the document | listed |\n| --- | --- | --- |\n")[1].Split("\n\n")[0].Split('\n')
            .Select(static line => line.Split('|'))
            .ToDictionary(static cells => cells[1].Trim(), static cells => cells[3].Trim(), StringComparer.Ordinal);
}
