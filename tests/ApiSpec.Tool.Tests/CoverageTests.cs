using System.Text.Json;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>The list of sections that <c>apispec coverage</c> writes, and its table in a page.</summary>
public sealed class CoverageTests : IDisposable
{
    private const string Header = "| Section | Newest page | Operation | C# | Roles | Example |";

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("jp1ao", 79)]
    [InlineData("jp1ajs3", 12)]
    public async Task Page_of_a_shipped_reference_has_the_table_of_its_specs(string name, int sections)
    {
        var root = Repository.PathOf("specs", name);
        var page = (await File.ReadAllTextAsync(Path.Combine(root, "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");

        var markdown = await ToolFolder.RunInAsync(root, "coverage", "--format", "markdown");
        var json = await ToolFolder.RunInAsync(root, "coverage", "--format", "json");

        Assert.Equal((0, 0), (markdown.Code, json.Code));
        var table = markdown.Output[markdown.Output.IndexOf(Header, StringComparison.Ordinal)..];
        Assert.True(
            page.EndsWith(table, StringComparison.Ordinal),
            $"The table differs from the specs; run 'apispec coverage specs/{name} --update specs/{name}/README.md' and review the change.");
        Assert.Contains($"{sections} sections of the reference", page, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        var rows = document.RootElement.GetProperty("apis")[0].GetProperty("sections").EnumerateArray().ToList();
        Assert.Equal(sections, rows.Count);
        // A shipped section without an example says why.
        Assert.All(rows, static row => Assert.True(
            row.GetProperty("example").GetArrayLength() > 0 || row.GetProperty("whyNoExample").GetString() is not null, row.ToString()));
    }

    [Fact]
    public async Task Sections_are_listed_by_their_numbers()
    {
        WriteSpecs();

        var run = await _folder.RunAsync("coverage", "specs");

        Assert.Equal(
            """
            Pumps: 4 sections, 1 with an example
              2.9   Pumps.Get     GET /pumps/{id}     yes: request
              2.10  Pumps.List    GET /pumps          no: The example was cut off
              2.11  Pumps.Stop    unknown             no
              -     Pumps.Delete  DELETE /pumps/{id}  no

            """,
            run.Output);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task Edition_has_its_own_sections_and_pages()
    {
        WriteSpecs();

        var markdown = await _folder.RunAsync("coverage", "specs", "--format", "markdown", "--edition", "V1");
        var unknown = await _folder.RunAsync("coverage", "specs", "--edition", "V3");

        Assert.Contains("| V1 3.1 P11 | GET `/pumps/{id}` | `Pumps.GetAsync(id)` |", markdown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Pumps.List", markdown.Output, StringComparison.Ordinal);
        Assert.Equal((2, "", "The reference has no edition 'V3'; its manuals are V1, V2.\n"), (unknown.Code, unknown.Output, unknown.Error));
    }

    [Fact]
    public async Task Every_method_of_an_operation_is_listed()
    {
        _folder
            .Write("a.apispec.yaml", "api: pumps\nclient: PumpsClient\n")
            .Write(
                "get.apispec.yaml",
                "operation: Pumps.Get\nrequest: GET /pumps/{id}\npath:\n  id: int\nquery:\n  full?: boolean\nstatus:\n  200: OK\nresponse:\n  state: string\n"
                + "done when: state = stopped\n")
            .Write(
                "list.apispec.yaml",
                "operation: Pumps.List\nrequest: GET /pumps\nquery:\n  from?: int\npaging:\n  items: pumps\n  cursor: from\n  next: next\nstatus:\n  200: OK\n"
                + "response:\n  pumps[]:\n    id: int\n  next?: int\n");

        var markdown = await _folder.RunAsync("coverage", "--format", "markdown");

        Assert.Equal((0, ""), (markdown.Code, markdown.Error));
        Assert.Contains(
            "| `Pumps.GetAsync(id, query?)`<br>`Pumps.GetUntilDoneAsync(id, options?, progress?, query?)` |", markdown.Output, StringComparison.Ordinal);
        Assert.Contains(
            "| `Pumps.ListAsync(query?)`<br>`Pumps.ListItemsAsync(query?)`<br>`Pumps.ListPagesAsync(query?)` |", markdown.Output, StringComparison.Ordinal);
    }

    /// <summary>As the guide about lists says.</summary>
    [Theory]
    [InlineData("response: Pump[]\n", "`Pumps.ListAsync()`")]
    [InlineData("response:\n  data: Pump[]\n", "`Pumps.ListAsync()`")]
    [InlineData("response: Page<Pump>\n", "`Pumps.ListAsync()`<br>`Pumps.ListItemsAsync()`")]
    [InlineData("paging: { items: data }\nresponse:\n  data: Pump[]\n", "`Pumps.ListAsync()`<br>`Pumps.ListItemsAsync()`")]
    [InlineData(
        "query:\n  page?: int default 1\npaging: { page: page }\nresponse: Pump[]\n",
        "`Pumps.ListAsync(query?)`<br>`Pumps.ListItemsAsync(query?)`<br>`Pumps.ListPagesAsync(query?)`")]
    public async Task Items_of_a_list_can_be_read_with_paging_or_a_generic_schema(string list, string methods)
    {
        _folder.Write(
            "list.apispec.yaml",
            "operation: Pumps.List\nrequest: GET /pumps\nstatus: [200]\n" + list
                + "schemas:\n  Pump:\n    id: int\n  Page<T>:\n    data: T[]\n");

        var markdown = await _folder.RunAsync("coverage", "--format", "markdown");

        Assert.Contains($"| {methods} |", markdown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  - request body: '{ \"on\": true }'\n", "yes: request body")]
    [InlineData("  - request header: PUT /pumps/3 HTTP/1.1\n    request body: '{ \"on\": true }'\n", "yes: request, its body")]
    [InlineData("  - request body: '{ \"on\": true }'\n    response body: '{ \"on\": true }'\n", "yes: request body, response body")]
    public async Task A_body_that_is_printed_without_its_request_is_an_example(string example, string cell)
    {
        _folder.Write(
            "a.apispec.yaml",
            "operation: Pumps.Set\nrequest: PUT /pumps/{id}\npath:\n  id: int\nbody:\n  on: boolean\nstatus:\n  200: OK\nresponse:\n  on: boolean\nexamples:\n"
            + example);

        var markdown = await _folder.RunAsync("coverage", "--format", "markdown");

        Assert.EndsWith($"| {cell} |\n", markdown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_spec_cannot_break_the_table()
    {
        _folder.Write(
            "a.apispec.yaml",
            "title: 'A | [b](c) <i> `d`'\noperation: Things.Get\nrequest: GET /things/{a}\npath:\n  a: string\nroles: ['x|y']\nstatus: unknown\nnotes: |\n"
            + "  No example | here\n  at all.\n");

        var run = await _folder.RunAsync("coverage", "--format", "markdown");

        var row = run.Output.Split('\n').Single(static line => line.StartsWith("| [", StringComparison.Ordinal));
        Assert.StartsWith(@"| [a.apispec.yaml](a.apispec.yaml) A \| \[b\](c) \<i\> \`d\` |", row, StringComparison.Ordinal);
        Assert.EndsWith(@"| x\|y | no: No example \| here at all |", row, StringComparison.Ordinal);
        Assert.Equal(7, row.Replace(@"\|", "", StringComparison.Ordinal).Count(static c => c == '|'));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Update_replaces_the_table_and_keeps_all_other_lines(string newLine)
    {
        WriteSpecs();
        var page = string.Join(newLine, "# Pumps", "", Header, "| --- | old |", "", "| Another | table |", "End");
        _folder.Write("docs/pumps.md", page);

        var first = await _folder.RunAsync("coverage", "specs", "--update", "docs/pumps.md");
        var updated = _folder.Read("docs/pumps.md");
        var second = await _folder.RunAsync("coverage", "specs", "--update", "docs/pumps.md");

        Assert.Equal((0, "", ""), (first.Code, first.Output, first.Error));
        Assert.StartsWith(
            string.Join(newLine, "# Pumps", "", Header, "| --- | --- | --- | --- | --- | --- |", "| [2.9](../specs/pumps/2.9-get%20pump.apispec.yaml) "),
            updated,
            StringComparison.Ordinal);
        Assert.EndsWith(string.Join(newLine, " |", "", "| Another | table |", "End"), updated, StringComparison.Ordinal);
        Assert.DoesNotContain("old", updated, StringComparison.Ordinal);
        Assert.Equal((0, updated), (second.Code, _folder.Read("docs/pumps.md")));
        Assert.Equal(["pumps.md"], Directory.GetFiles(Path.Combine(_folder.Root, "docs")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Update_keeps_all_other_bytes(string mark)
    {
        WriteSpecs();
        const string Before = "# Pumps\rold Mac\r\nWindows\n\nUnix\u2028separator\fform feed\u0085\r\n\r\n";
        const string After = "\nEnd \r\n| Another | table |\r";
        _folder.Write("page.md", mark + Before + "  " + Header + " \r\n| --- |\n| old |\r\n" + After);

        var run = await _folder.RunAsync("coverage", "specs", "--update", "page.md");

        Assert.Equal((0, ""), (run.Code, run.Error));
        var updated = new System.Text.UTF8Encoding().GetString(
            await File.ReadAllBytesAsync(Path.Combine(_folder.Root, "page.md"), TestContext.Current.CancellationToken));
        Assert.StartsWith(mark + Before + Header + "\r\n| --- |", updated, StringComparison.Ordinal);
        Assert.EndsWith(" |\r\n" + After, updated, StringComparison.Ordinal);
        Assert.DoesNotContain("old |", updated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_without_the_table_is_not_changed()
    {
        WriteSpecs();
        _folder.Write("page.md", "# Pumps\n");

        var run = await _folder.RunAsync("coverage", "specs", "--update", "page.md");
        var missing = await _folder.RunAsync("coverage", "specs", "--update", "nowhere.md");

        Assert.Equal((2, $"'page.md' has no table of sections; put the line '{Header}' where it belongs.\n"), (run.Code, run.Error));
        Assert.Equal("# Pumps\n", _folder.Read("page.md"));
        Assert.Equal((2, "There is no page 'nowhere.md'.\n"), (missing.Code, missing.Error));
    }

    [Theory]
    [InlineData("--chapter and --strict are about a table of contents; name its page with --contents.", "--strict")]
    [InlineData("--chapter and --strict are about a table of contents; name its page with --contents.", "--chapter", "9")]
    [InlineData("--update writes the table into a page, so it cannot be combined with --contents and --format.", "--update", "a.md", "--format", "json")]
    [InlineData("--update writes the table into a page, so it cannot be combined with --contents and --format.", "--update", "a.md", "--contents", "b.txt")]
    public async Task Options_that_do_not_fit_together_are_reported(string error, params string[] args)
    {
        var run = await _folder.RunAsync(["coverage", "specs", .. args]);

        Assert.Equal((2, "", error + "\nRun 'apispec coverage --help' for the arguments.\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Specs_with_errors_are_reported_and_not_listed()
    {
        var run = await _folder.Write("a.apispec.yaml", "operation: Things.Get\nrequest: GET /things\nresponse: Missing\nstatus: unknown\n")
            .RunAsync("coverage");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("a.apispec.yaml(3,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_examples()
        => Assert.Contains("apispec coverage specs/jp1ao --contents", (await _folder.RunAsync("coverage", "--help")).Output, StringComparison.Ordinal);

    private void WriteSpecs() => _folder
        .Write("specs/pumps.apispec.yaml", "api: pumps\ntitle: Pumps\nclient: PumpsClient\nmanuals:\n  V1: Pumps 1\n  V2: Pumps 2\n")
        .Write(
            "specs/pumps/2.10-list.apispec.yaml",
            "operation: Pumps.List\nsince: V2\nrequest: GET /pumps\nstatus: unknown\nnotes: The table is whole. The example was cut off.\n")
        .Write(
            "specs/pumps/2.9-get pump.apispec.yaml",
            "source:\n  - V2 2.9 P21\n  - V1 3.1 P11\noperation: Pumps.Get\nrequest: GET /pumps/{id}\npath:\n  id: int\nstatus: unknown\nexamples:\n"
            + "  - request header: GET /pumps/3 HTTP/1.1\n")
        .Write("specs/pumps/stop.apispec.yaml", "section: 2.11\noperation: Pumps.Stop\nrequest: unknown\nstatus: unknown\n")
        .Write("specs/pumps/delete.apispec.yaml", "operation: Pumps.Delete\nrequest: DELETE /pumps/{id}\npath:\n  id: int\nstatus: unknown\n");
}
