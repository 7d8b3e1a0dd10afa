using ApiSpec.Upgrade;
using Xunit;

namespace ApiSpec.Reader.Tests;

// apispec-upgrade: off

/// <summary>The program that rewrites specs of version 0.1.</summary>
public sealed class UpgradeTests
{
    private const string Old = """
        # A comment at the top
        request: GET /x/{id}   # and one behind a value

        path:
          id: long
        query:
          "@count?":   quoted<int> - "how many"
          tags?: comma<string> 1..5 - All of them
          flags?: { type: enum, values: a|b, default: a }
          sort?:
            type: string
            default: name
            description: The order of the items
        headers:
          Accept: string = application/json;v=2
        status:
          200 OK:
            headers:
              X-Tags: comma<string>
        response: Item[]?
        with:
          kind: = search - always
          href: link Items.Get
        schemas:
          Item:
            name: string?   # may be null
            size:
              # since when, nobody knows
              type: int
              range: 1..5   # checked
              alias: [Size]
            parts[]: 'csv<string>? 1..9'
          Kind: enum a|b?
          Pair:
            type: quoted<long> | Item
        """;

    private const string New = """
        # A comment at the top
        request: GET /x/{id}   # and one behind a value

        path:
          id: long
        query:
          "@count?":   int as string - "how many"
          tags?: string[1..5] as comma - All of them
          flags?: { type: enum default a, values: a|b }
          sort?: string default name - The order of the items
        headers:
          Accept: string always application/json;v=2
        status:
          200 OK:
            headers:
              X-Tags: string[] as comma
        response: Item[] or null
        with:
          kind: always search - always
          href: link Items.Get
        schemas:
          Item:
            name: string or null   # may be null
            size:
              # since when, nobody knows
              type: int 1..5
              # checked
              alias: [Size]
            parts[1..9]: 'string[] as comma or null'
          Kind: enum a|b or null
          Pair:
            type: (long as string) | Item
        """;

    [Fact]
    public void Rewrites_a_spec_and_keeps_its_comments_and_layout() => Assert.Equal(New, SpecUpgrade.Upgrade(Old));

    [Fact]
    public void What_was_rewritten_is_read_without_an_error_and_is_not_rewritten_again()
    {
        Assert.DoesNotContain(Spec.Read(New).Diagnostics, static diagnostic => diagnostic.Rule.Id == "APISPEC0135");
        Assert.Equal(New, SpecUpgrade.Upgrade(New));
    }

    [Theory]
    [InlineData(
        "a.md",
        "Text `T?`\n\n```yaml rows-query\nmode: string = search\n```\n\n```text\na: T?\n```\n",
        "Text `T?`\n\n```yaml rows-query\nmode: string always search\n```\n\n```text\na: T?\n```\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: GET /x\nquery:\n  rack?: string   # which\n  room?: string - The room\n  site?: int? 1..5\nrequires:\n  rack: [room, site]\nstatus: [200]\n",
        "request: GET /x\nquery:\n  rack?: string   # which\n  room?: string required when rack is given - The room\n"
        + "  site?: int or null 1..5 required when rack is given\nstatus: [200]\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: GET /x\nquery:\n  rack?: string\n  room?: string when used - The room\nrequires: { rack: room }\n",
        "request: GET /x\nquery:\n  rack?: string\n  room?: string required when rack is given when used - The room\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: GET /x\nuse: [list]\nquery:\n  rack?: string\nrequires: { rack: other }\n",
        "request: GET /x\nuse: [list]\nquery:\n  rack?: string\nrequires: { rack: other }\n")]
    [InlineData("a.cs", "var a = \"response:\\n  b: int?\\n\"; // int?\n", "var a = \"response:\\n  b: int or null\\n\"; // int?\n")]
    [InlineData(
        "a.cs",
        "string? a = \"\"\"\n    title: What?\n    response:\n      b: int?\n    \"\"\";\n",
        "string? a = \"\"\"\n    title: What?\n    response:\n      b: int or null\n    \"\"\";\n")]
    [InlineData("a.cs", "var a = \"success when: ok = true\";\n", "var a = \"success when: ok = true\";\n")]
    [InlineData("a.cs", "var a = \"{u}: u=x\";\n", "var a = \"{u}: u=x\";\n")]
    [InlineData("a.cs", "var a = \"function: Is it?\";\n", "var a = \"function: Is it?\";\n")]
    [InlineData("a.apispec.yaml", "client: X # one\ndate-time:\n  write: yyyy-MM-ddTHH:mm # two\n", "client: X # one\ndate-time: yyyy-MM-ddTHH:mm # two\n")]
    [InlineData(
        "a.apispec.yaml", "client: X\ndate-time: { write: \"yyyy-MM-dd HH:mm\" }\nerror: any\n", "client: X\ndate-time: \"yyyy-MM-dd HH:mm\"\nerror: any\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: GET /x\nresponse:\n  labels: # all\n    pattern: label*\n    type: string\n",
        "request: GET /x\nresponse:\n  label{X}: # all\n    csharp: labels\n    type: string\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: GET /x\nresponse:\n  labels:\n    type: string\n    pattern: x-*-y\n    csharp: Labels\n",
        "request: GET /x\nresponse:\n  x-{X}-y:\n    type: string\n    csharp: Labels\n")]
    [InlineData("a.apispec.yaml", "request: GET /x\nresponse:\n  a: float[] - f\n", "request: GET /x\nresponse:\n  a: double[] - f\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: GET /x\nresponse:\n  a: map<float> - a float\n  b?: float? 1..2\n  c:\n    type: float\n    filter: yes\n  d: floats | (Float | float)[]\n",
        "request: GET /x\nresponse:\n  a: map<double> - a float\n  b?: double or null 1..2\n  c: double filter\n  d: floats | (Float | double)[]\n")]
    [InlineData(
        "a.apispec.yaml", "client: X\ntypes:\n  Real: float\nschemas:\n  List: float[]\n", "client: X\ntypes:\n  Real: double\nschemas:\n  List: double[]\n")]
    [InlineData("a.cs", "var a = \"response:\\n  b: float\\n\"; // float\n", "var a = \"response:\\n  b: double\\n\"; // float\n")]
    [InlineData("a.apispec.yaml", "request: GET /x\npaging: { items: a, previous: b, next: c }\n", "request: GET /x\npaging: { items: a, next: c }\n")]
    [InlineData("a.apispec.yaml", "request: GET /x\npaging:\n  previous: b\n  items: a\n", "request: GET /x\npaging:\n  items: a\n")]
    [InlineData("a.apispec.yaml", "response:\n\ta: int?\n", "response:\n\ta: int?\n")]
    [InlineData("a.apispec.yaml", "response:\r\n  a: int?\r\n  b: string - What?\r\n", "response:\r\n  a: int or null\r\n  b: string - What?\r\n")]
    [InlineData(
        "a.md", "<!-- apispec-upgrade: off -->\n```yaml\nresponse:\n  a: int?\n```\n", "<!-- apispec-upgrade: off -->\n```yaml\nresponse:\n  a: int?\n```\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: POST /x\n\nbody: multipart/form-data # a form\n\nparts:\n  file: bytes # it\n",
        "request: POST /x\n\n# a form\n\nbody multipart:\n  file: bytes # it\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: POST /x\n\nbody: application/x-www-form-urlencoded\n\nparts:\n  a: string = b\n",
        "request: POST /x\n\nbody form:\n  a: string always b\n")]
    [InlineData(
        "a.apispec.yaml",
        "request: POST /x\r\n\r\nbody: multipart/form-data\r\n\r\nparts:\r\n  a: bytes\r\n",
        "request: POST /x\r\n\r\nbody multipart:\r\n  a: bytes\r\n")]
    [InlineData(
        "a.apispec.yaml", "request: POST /x\nbody: multipart/mixed\nparts:\n  a: bytes\n", "request: POST /x\nbody: multipart/mixed\nparts:\n  a: bytes\n")]
    [InlineData("a.apispec.yaml", "request: POST /x\nbody: application/x-www-form-urlencoded\n", "request: POST /x\nbody: application/x-www-form-urlencoded\n")]
    [InlineData("a.cs", "var a = \"x\\nbody: multipart/form-data\\nparts:\\n  b: int\\n\";\n", "var a = \"x\\nbody multipart:\\n  b: int\\n\";\n")]
    [InlineData("a.txt", "response:\n  a: int?\n", "response:\n  a: int?\n")]
    public void Rewrites_the_specs_in_other_files_and_nothing_else(string file, string old, string upgraded)
        => Assert.Equal(upgraded, UpgradedFiles.Upgrade(file, old));

    [Fact]
    public void Finds_specs_in_a_folder_and_leaves_what_was_built_alone()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var file in new[] { "a.apispec.yaml", "b/c.apispec.yml", "b/d.md", "b/e.txt", "bin/f.apispec.yaml", "b/obj/g.cs" })
        {
            var path = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x");
        }

        var found = UpgradedFiles.Find(folder.FullName).Select(path => Path.GetRelativePath(folder.FullName, path).Replace('\\', '/'));
        Assert.Equal(["a.apispec.yaml", "b/c.apispec.yml", "b/d.md"], found.Order(StringComparer.Ordinal));
        folder.Delete(recursive: true);
    }
}
