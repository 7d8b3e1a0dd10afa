using System.Reflection;
using System.Text.RegularExpressions;
using ApiSpec.Testing;
using ApiSpec.Tests.Support;
using ApiSpec.Tool.Tests.Roles;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>What <c>apispec draft</c> writes and returns.</summary>
public sealed class DraftTests : IDisposable
{
    private const string Draft = "9.6.8-get-rerun-start-tasks.apispec.yaml";

    private static readonly string s_page = Repository.Read("tests/ApiSpec.Drafting.Tests/Pages/jp1ao-9.6.8.txt");

    private readonly ToolFolder _folder = new();

    public DraftTests() => _folder.Write("page.txt", s_page);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_draft_is_printed_and_what_it_lacks_is_counted()
    {
        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("section: 9.6.8\ntitle: Acquisition of information necessary for retrying a task", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  id: long - instanceID of the task  # from the example\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("Drafted: 55 lines, 6 marked, 0 lines of the page not read.\n", run.Error);
    }

    [Fact]
    public async Task The_profile_that_fits_is_chosen_and_named()
    {
        var run = await _folder.RunAsync("draft", "page.txt");

        Assert.StartsWith("Profile: jp1 (", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_written_to_a_folder_and_builds_without_a_diagnostic_there()
    {
        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "-o", "specs/tasks");

        Assert.Equal(0, run.Code);
        Assert.Contains("Wrote 'specs/tasks/" + Draft + "'", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        var check = await _folder.RunAsync("check", "specs");
        Assert.Equal("Checked 1 file: 0 errors, 0 warnings, 1 information.", check.Output.Split('\n')[^3]);
    }

    [Fact]
    public async Task A_file_is_never_overwritten()
    {
        _folder.Write("specs/" + Draft, "mine");

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "-o", "specs");

        Assert.Equal(2, run.Code);
        Assert.Equal(
            "'specs/" + Draft + "' exists, and is not overwritten; use --onto to see what differs, or remove it.\n",
            run.Error.Split("\n", 2) is [var first, ..] ? first + "\n" : "");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Root, "specs", Draft)));
        Assert.Equal([Draft], Directory.GetFiles(Path.Combine(_folder.Root, "specs")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Strict_fails_on_a_mark()
        => Assert.Equal(1, (await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--strict")).Code);

    [Theory]
    [InlineData("auto", 1)]
    [InlineData("base", 0)]
    public async Task Strict_fails_if_no_profile_fits(string profile, int code)
    {
        // Every line is read, but one heading is too few to recognise the manual.
        _folder.Write("other.txt", "Turning the pump on\n\nRequest\n\nPOST /pumps/on\n");

        var run = await _folder.RunAsync("draft", "other.txt", "--profile", profile, "--strict");

        Assert.Equal(code, run.Code);
        Assert.Equal(profile == "auto", run.Error.StartsWith("Profile: none fits (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strict_fails_on_a_note()
    {
        _folder.Write("two.txt", "Turning the pump on\n\nRequest\n\nPOST /pumps/on\nPOST /pump\n\nStatus codes\n\n200 OK\n");
        _folder.Write("drop.yaml", "profile: drop\nextends: base\ndrop: [POST /pump]\n");

        var run = await _folder.RunAsync("draft", "two.txt", "--profile", "drop.yaml", "--strict");

        Assert.Equal(1, run.Code);
        Assert.Contains("0 marked, 0 lines of the page not read", run.Error, StringComparison.Ordinal);
        Assert.Contains("another request line: 'POST /pump' (line 6)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_names_the_lines_of_the_page_and_does_not_change_the_printed_draft()
    {
        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--explain");
        var plain = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1");

        Assert.Contains("200 OK: Processing has been successfully completed.  <-  line 34, line 36, line 38\n", run.Error, StringComparison.Ordinal);
        Assert.Matches("\nheading, line [0-9]+: Status code  ->  status\n", run.Error);
        Assert.Equal(plain.Output, run.Output);
    }

    [Theory]
    [InlineData("jp1", "")]
    [InlineData("mine.apispec-profile.yaml", "no match in the section: headings/roles: Who\n")]
    public async Task Explain_names_the_entries_without_a_match_only_of_a_profile_of_the_user(string profile, string expected)
    {
        _folder.Write("mine.apispec-profile.yaml", "profile: mine\nextends: jp1\nheadings:\n  roles: [Who]\n");

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", profile, "--explain");

        var lines = run.Error.Split('\n').Where(static line => line.StartsWith("no match", StringComparison.Ordinal));
        Assert.Equal(expected, string.Concat(lines.Select(static line => line + "\n")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("operation: Other.Name\n")]
    public async Task A_section_that_has_a_spec_is_named_and_not_an_operation_to_rename(string operation)
    {
        // The folder has no API file, so no spec names one.
        var lines = File.ReadAllLines(Repository.FoundingSpec).Where(static line => !line.StartsWith("api:", StringComparison.Ordinal));
        _folder.Write("specs/known.apispec.yaml", string.Concat(lines.Select(
            line => operation.Length > 0 && line.StartsWith("operation:", StringComparison.Ordinal) ? operation : line + "\n")));

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--specs", "specs");

        Assert.Equal(0, run.Code);
        Assert.Contains(
            "This section is already transcribed in 'specs/known.apispec.yaml'; to see what differs, use --onto specs/known.apispec.yaml.\n", run.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("APISPEC0203", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("APISPEC0204", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_has_a_spec_is_distinguished_by_its_constants()
    {
        var known = File.ReadAllText(Repository.FoundingSpec).Replace("api: jp1ao\n", "", StringComparison.Ordinal);
        _folder.Write("my specs/known.apispec.yaml", known);
        _folder.Write(
            "my specs/another.apispec.yaml",
            Regex.Replace(Regex.Replace(known, "(?m)^section: .*\n", ""), "(?m)^operation: .*\n", "operation: Other.Name\n")
                + "headers:\n  X-Kind: string always a\n");

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--specs", "my specs");

        Assert.Contains(
            "This section is already transcribed in 'my specs/known.apispec.yaml'; to see what differs, use --onto \"my specs/known.apispec.yaml\".\n",
            run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_section_with_the_same_operation_is_reported_next_to_the_spec_of_the_section()
    {
        var known = File.ReadAllText(Repository.FoundingSpec).Replace("api: jp1ao\n", "", StringComparison.Ordinal);
        _folder.Write("specs/known.apispec.yaml", Regex.Replace(known, "(?m)^operation: .*\n", "operation: Other.Name\n"));
        _folder.Write("specs/another.apispec.yaml", "operation: Tasks.GetRerunStart\nrequest: GET /Automation/v1/other\nstatus: [200]\n");

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--specs", "specs");

        Assert.Contains("This section is already transcribed in 'specs/known.apispec.yaml'", run.Error, StringComparison.Ordinal);
        Assert.Contains("APISPEC0203: Operation 'Tasks.GetRerunStart' is also in another.apispec.yaml", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("APISPEC0204", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_section_with_the_same_operation_is_still_to_be_renamed()
    {
        _folder.Write("specs/known.apispec.yaml", "operation: Tasks.GetRerunStart\nrequest: GET /Automation/v1/other\nstatus: [200]\n");

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--specs", "specs");

        Assert.Contains("APISPEC0203", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("already transcribed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Onto_reports_what_a_new_edition_of_a_page_says_otherwise()
    {
        _folder.Write("spec.apispec.yaml", File.ReadAllText(Repository.FoundingSpec));
        var same = await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "--onto", "spec.apispec.yaml");
        _folder.Write("new.txt", s_page.Replace("The server is not available.", "The server is down.", StringComparison.Ordinal)
            .Replace("Develop role, ", "", StringComparison.Ordinal));
        var other = await _folder.RunAsync("draft", "new.txt", "--profile", "jp1", "--onto", "spec.apispec.yaml");

        Assert.Equal((0, "", "The page and the spec agree.\n"), (same.Code, same.Output, same.Error));
        Assert.Equal(1, other.Code);
        Assert.Equal(
            "spec.apispec.yaml(12): the page does not have role Develop: Develop\n"
            + "spec.apispec.yaml(23): status 412 Precondition failed is 'The server is not available.' here, and 'The server is down.' on the page\n",
            other.Output);
    }

    [Fact]
    public async Task The_client_of_a_draft_calls_the_sample_server()
    {
        await _folder.RunAsync("draft", "page.txt", "--profile", "jp1", "-o", "specs");
        const string Caller = """
            using System;
            using System.Threading.Tasks;

            public static class Caller
            {
                public static async Task<string> CallAsync(Uri server)
                {
                    using var client = new AutomationClient(server);
                    var action = await client.Tasks.GetRerunStartAsync(2026);
                    return $"{action.Name} {action.Method} {action.Href}";
                }
            }
            """;
        var library = _folder.Build("Drafted", [Caller], [(Draft, _folder.Read("specs/" + Draft))]);
        await using var server = await StubServer.StartAsync(Repository.FoundingSpec);

        var call = Assembly.LoadFrom(Path.Combine(_folder.Root, library)).GetType("Caller")!.GetMethod("CallAsync")!;
        var action = await (Task<string>)call.Invoke(null, [server.BaseAddress])!;

        Assert.Equal("rerunStart POST http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke", action);
    }

    [Theory]
    [InlineData("'specs' is a folder, and not a page.", "draft", "specs")]
    [InlineData("'specs' is a folder, and not a profile.", "draft", "page.txt", "--profile", "specs")]
    [InlineData("'specs' is a folder, and not a spec file.", "draft", "page.txt", "--profile", "jp1", "--onto", "specs")]
    [InlineData("'specs' is a folder, and not a page.", "coverage", "specs", "--update", "specs")]
    [InlineData("'specs' is a folder, and not a page.", "coverage", "specs", "--contents", "specs")]
    [InlineData("'specs' is a folder, and not a recording.", "check", "specs", "--recording", "specs")]
    [InlineData("'specs' is a folder, and not an assembly.", "roles", "specs")]
    [InlineData("'specs' is a folder; name a file in it.", "export", "openapi", "specs", "-o", "specs")]
    public async Task A_folder_in_place_of_a_file_is_called_a_folder(string message, params string[] arguments)
    {
        _folder.Write("specs/a.apispec.yaml", "operation: Pumps.Get\nrequest: GET /pumps\nstatus: unknown\n");

        var run = await _folder.RunAsync(arguments);

        Assert.Equal((2, message + "\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("missing.txt", "There is no page 'missing.txt'.")]
    [InlineData(".", "'.' is a folder, and not a page.")]
    public async Task A_page_that_cannot_be_read_ends_with_one_line(string page, string message)
    {
        var run = await _folder.RunAsync("draft", page);

        Assert.Equal((2, "", message + "\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_answered_with_the_nearest()
    {
        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "jp2");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("There is no profile 'jp2'; did you mean 'jp1'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_a_profile_are_reported_with_line_and_column()
    {
        _folder.Write("mine.yaml", "profile: mine\nextends: jp1\nheadings:\n  functon: [Function]\ntypes:\n  Whole: inr\n");

        var run = await _folder.RunAsync("draft", "page.txt", "--profile", "mine.yaml");

        Assert.Equal(2, run.Code);
        Assert.Equal(
            [
                "mine.yaml(4,3): error APISPEC0100: Unknown key 'functon'; did you mean 'function'?",
                "mine.yaml: the profile has errors.",
                "",
            ],
            run.Error.Split('\n'));
    }
}
