using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>The folder that <c>apispec init</c> starts. <c>.ci/run</c> builds it in a project.</summary>
public sealed partial class InitTests : IDisposable
{
    private static readonly string[] s_files = [".editorconfig", "api.apispec.yaml", "apispec.schema.json", "first-section.apispec.yaml"];

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Folder_that_was_started_has_nothing_to_report()
    {
        var init = await _folder.RunAsync("init", "specs/pumps");
        var check = await _folder.RunAsync("check", "specs", "--fail-on", "info");
        var coverage = await _folder.RunAsync("coverage", "specs");

        Assert.Equal((0, ""), (init.Code, init.Error));
        Assert.Equal(new ToolRun(0, "Checked 2 files: 0 errors, 0 warnings, 0 information.\n", ""), check);
        Assert.Equal("Title of the reference: 1 section, 1 with an example\n  Items.Get  GET /items/{id}  yes: request, response body\n", coverage.Output);
        Assert.StartsWith(
            "Wrote specs/pumps/api.apispec.yaml\nWrote specs/pumps/first-section.apispec.yaml\nWrote specs/pumps/apispec.schema.json\n"
            + "Wrote specs/pumps/.editorconfig\n\nNext:\n",
            init.Output,
            StringComparison.Ordinal);
        Assert.Contains("apispec check specs/pumps\n", init.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_line_of_each_spec_names_the_schema_that_is_next_to_it()
    {
        await _folder.RunAsync("init", "specs");

        Assert.Equal(s_files, Names("specs"));
        foreach (var file in s_files.Where(static file => file.EndsWith(".yaml", StringComparison.Ordinal)))
            Assert.StartsWith("# yaml-language-server: $schema=apispec.schema.json\n", _folder.Read("specs/" + file), StringComparison.Ordinal);
        Assert.Equal(
            JsonNode.Parse(Repository.Read("specs/apispec.schema.json"))!.ToJsonString(),
            JsonNode.Parse(_folder.Read("specs/apispec.schema.json"))!.ToJsonString());
        Assert.DoesNotContain('\r', string.Concat(s_files.Select(file => _folder.Read("specs/" + file))));
    }

    [Fact]
    public async Task Lines_that_are_commented_out_are_right_when_they_are_used()
    {
        await _folder.RunAsync("init", "specs");
        var lines = _folder.Read("specs/api.apispec.yaml").Split('\n').Select(static line => UnusedLine().Replace(line, "$1$2"));
        var used = string.Join('\n', lines);

        var check = await _folder.Write("specs/api.apispec.yaml", used).RunAsync("check", "specs", "--fail-on", "info");

        Assert.Equal(5, used.Split('\n').Count(static line => line.Split(':')[0] is "base" or "manuals" or "  V1" or "roles" or "authentication"));
        Assert.Equal(new ToolRun(0, "Checked 2 files: 0 errors, 0 warnings, 0 information.\n", ""), check);
    }

    [Theory]
    [InlineData("specs/jp1ao", "api: jp1ao", "client: Jp1aoClient")]
    [InlineData("Pump Control", "api: pump-control", "client: PumpControlClient")]
    [InlineData("Pump Control/specs", "api: pump-control", "client: PumpControlClient")]
    [InlineData("3par", "api: api-3par", "client: Api3parClient")]
    [InlineData("\u30DD\u30F3\u30D7", "api: api", "client: ApiClient")]
    [InlineData("null", "api: 'null'", "client: NullClient")]
    public async Task Api_is_named_after_its_folder(string folder, params string[] lines)
    {
        var run = await _folder.RunAsync("init", folder);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(lines, _folder.Read(folder + "/api.apispec.yaml").Split('\n')
            .Where(static line => line.StartsWith("api:", StringComparison.Ordinal) || line.StartsWith("client:", StringComparison.Ordinal)));
        Assert.Equal(0, (await _folder.RunAsync("check", folder, "--fail-on", "info")).Code);
    }

    [Fact]
    public async Task Options_are_written_as_the_text_that_they_are()
    {
        var run = await _folder.RunAsync(
            "init", "a", "--api", "p.1", "--title", "Pumps: 'all' of them # \u0007\nclient: x", "--client", "Pumps", "--base", "http://localhost:8080/api");
        var coverage = await _folder.RunAsync("coverage", "a", "--format", "json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        var api = JsonNode.Parse(coverage.Output)!["apis"]![0]!;
        Assert.Equal(("p.1", "Pumps: 'all' of them # \uFFFD\uFFFDclient: x"), ((string)api["id"]!, (string)api["title"]!));
        Assert.Equal("/api/items/{id}", (string)api["sections"]![0]!["path"]!);
    }

    [Theory]
    [InlineData("--client", "class x")]
    [InlineData("--api", "a b")]
    [InlineData("--base", "nowhere")]
    public async Task Name_that_a_spec_cannot_have_is_reported_and_nothing_is_written(string option, string value)
    {
        var run = await _folder.RunAsync("init", "specs", option, value);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("api.apispec.yaml(", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written; change --api, --title, --client or --base.\n", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Root, "specs")));
    }

    [Fact]
    public async Task Folder_with_specs_is_left_alone()
    {
        _folder.Write("specs/deep/other.apispec.yml", "request: GET /a\nstatus: unknown\n");

        var run = await _folder.RunAsync("init", "specs");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal(
            "'specs/deep/other.apispec.yml' exists, and no file is overwritten; add a section with 'apispec draft', or name another folder.\n", run.Error);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Root, "specs")));
    }

    [Fact]
    public async Task Settings_and_schema_that_exist_are_kept()
    {
        _folder.Write("specs/.editorconfig", "root = true\n").Write("specs/apispec.schema.json", "{}");

        var run = await _folder.RunAsync("init", "specs");

        Assert.Equal(0, run.Code);
        Assert.Contains("Kept specs/apispec.schema.json\nKept specs/.editorconfig\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(("root = true\n", "{}"), (_folder.Read("specs/.editorconfig"), _folder.Read("specs/apispec.schema.json")));
        Assert.Equal(s_files, Names("specs"));
    }

    [Fact]
    public async Task File_in_place_of_the_folder_is_reported()
    {
        var run = await _folder.Write("specs", "").RunAsync("init");

        Assert.Equal(new ToolRun(2, "", "'specs' is a file; name a folder.\n"), run);
    }

    [Fact]
    public async Task Command_that_is_cancelled_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await using var text = new StringWriter();

        var code = await ToolProgram.RunAsync(["init", "specs"], new ToolConsole(text, text, _folder.Root, UsesColor: false), cancellation.Token);

        Assert.Equal(130, code);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task Folder_that_cannot_take_all_files_gets_none()
    {
        // A folder has the name of a file that would be written later.
        Directory.CreateDirectory(Path.Combine(_folder.Root, "specs", "first-section.apispec.yaml"));

        var run = await _folder.RunAsync("init", "specs");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Root, "specs")));
    }

    [Fact]
    public async Task Help_shows_examples()
        => Assert.Contains("apispec init specs/pumps", (await _folder.RunAsync("init", "--help")).Output, StringComparison.Ordinal);

    // '# roles:', '#   Admin: May call every operation', and the remark after a value.
    [GeneratedRegex(@"^# (  )?([A-Za-z0-9]+:(?: \S.*?)?)(?:\s{4,}.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnusedLine();

    private IEnumerable<string> Names(string folder)
        => Directory.GetFiles(Path.Combine(_folder.Root, folder)).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
