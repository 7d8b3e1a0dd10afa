using System.Text.Json;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests;

/// <summary>The sections of a table of contents that <c>apispec coverage --contents</c> reports as missing.</summary>
public sealed class ContentsTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public ContentsTests()
    {
        _folder
            .Write("specs/pumps.apispec.yaml", "api: pumps\ntitle: Pumps\nclient: PumpsClient\nmanuals:\n  V1: Pumps 1\n  V2: Pumps 2\n")
            .Write("specs/get.apispec.yaml", Spec("Get", "GET /pumps/{id}", "Acquisition of a pump", "V1 9.1", "V2 2.2"))
            .Write("specs/list.apispec.yaml", Spec("List", "GET /pumps", "Acquisition of pumps", "V2 2.1"))
            .Write("specs/tables.apispec.yaml", "source: V2 1.3\nschemas:\n  Rotor:\n    speed: int\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "c.txt",
        "1 Overview\n1.1 Users .......... 3\n1.3 Tables of pumps . . . . 5\n2.1 Acquisition of pumps ..... 7\n2.2 Acquisition of a pump ....... 9\n"
        + "2.3 Stop of a pump ........ 11\n")]
    [InlineData("c.txt", "Contents\n\n1.1 Users\n1.3 Tables of pumps\n2.1. Acquisition of pumps\n2.2. Acquisition of a pump\n2.3. Stop of a pump\n")]
    [InlineData("c.txt", "1.1\tUsers\t3\n1.3\tTables of pumps\t5\n2.1\tAcquisition of pumps\t7\n2.2\tAcquisition of a pump\t9\n2.3\tStop of a pump\t11\n")]
    [InlineData("c.txt", "1.1\nUsers\n1.3\nTables of pumps\n2.1\nAcquisition of pumps\n2.2\nAcquisition of a pump\n2.3\nStop of a pump\n")]
    [InlineData(
        "c.txt",
        "\u2022 1.1 Users\n\u2022 1.3 Tables of pumps\n\u2022 2.1 Acquisition of\n    pumps \u2026\u2026 7\n\u2022 2.2 Acquisition of a pump\n"
        + "\u2022 2.3 Stop of\n    a pump \u2026\u2026 11\n")]
    [InlineData(
        "c.html",
        "<html><body><nav><ul><li><a href=a>1.1 Users</a></li><li><a>1.3 Tables of pumps</a></li><li><a>2.1 Acquisition of pumps</a></li><li>2.2 Acquisition "
        + "of a pump<li>2.3 Stop of a pump</ul></nav></body></html>")]
    [InlineData(
        "c.html",
        "<html><body><table><tr><td>1.1<td>Users<td>3<tr><td>1.3<td>Tables of pumps<td>5<tr><td>2.1<td>Acquisition of pumps<td>7<tr><td>2.2<td>Acquisition "
        + "of a pump<td>9<tr><td>2.3<td>Stop of a pump<td>11</table></body></html>")]
    public async Task Sections_without_a_spec_are_missing_however_the_contents_are_printed(string name, string contents)
    {
        var run = await _folder.Write(name, contents).RunAsync("coverage", "specs", "--contents", name);
        var json = await _folder.RunAsync("coverage", "specs", "--contents", name, "--format", "json");
        var markdown = await _folder.RunAsync("coverage", "specs", "--contents", name, "--format", "markdown");

        var lines = run.Output.Split('\n');
        Assert.Equal(["Pumps: 2 sections, 0 with an example", $"2 of 5 sections in {name} are missing:"], lines[..2]);
        Assert.StartsWith("  1.1 Users (line ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("  2.3 Stop of a pump (line ", lines[3], StringComparison.Ordinal);
        Assert.Equal((0, "", 5), (run.Code, run.Error, lines.Length));
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(["1.1", "2.3"], document.RootElement.GetProperty("contents").GetProperty("missing").EnumerateArray()
            .Select(static entry => entry.GetProperty("section").GetString()));
        Assert.EndsWith(
            $"## Missing sections\n\n2 of 5 sections in {name} are missing.\n\n- 1.1 Users\n- 2.3 Stop of a pump\n", markdown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Section_that_is_divided_into_others_is_not_missing_itself()
    {
        var run = await _folder.Write(
            "c.txt", "2. Pumps\n2.1 Acquisition of pumps\n2.2 Acquisition of a pump\n2.3 Rotors\n2.3.1 Stop of a rotor\n2.3.10 Start of a rotor\n").RunAsync(
            "coverage",
            "specs",
            "--contents",
            "c.txt");

        Assert.Equal(
            ["2 of 4 sections in c.txt are missing:", "  2.3.1 Stop of a rotor (line 5)", "  2.3.10 Start of a rotor (line 6)"],
            run.Output.TrimEnd('\n').Split('\n')[1..]);
    }

    [Fact]
    public async Task Number_of_another_edition_does_not_hide_a_missing_section()
    {
        _folder.Write("c.txt", "2.1 Acquisition of pumps\n2.2 Acquisition of a pump\n9.1 Filters of pumps\n");

        var any = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt");
        var edition = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt", "--edition", "V2");

        // The titles show which section is meant.
        Assert.Equal("1 of 3 sections in c.txt is missing:\n  9.1 Filters of pumps (line 3)\n", AfterFirstLine(any.Output));
        Assert.Equal(AfterFirstLine(any.Output), AfterFirstLine(edition.Output));
    }

    [Fact]
    public async Task Section_with_another_title_counts_by_its_number_and_is_reported()
    {
        _folder.Write("c.txt", "2.1 Acquisition of pumps\n2.2 Getting a pump\n9.1 Filters of pumps\n");

        var edition = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt", "--edition", "V2");

        Assert.Equal(
            "1 of 3 sections in c.txt is missing:\n  9.1 Filters of pumps (line 3)\n"
            + "specs/get.apispec.yaml: '2.2' is 'Getting a pump' in the contents, and 'Acquisition of a pump' here\n",
            AfterFirstLine(edition.Output));
    }

    [Fact]
    public async Task Manual_without_numbers_is_compared_by_titles()
    {
        _folder.Write(
            "c.html",
            "<html><body><h1>Reference</h1><ul><li>Acquisition  of PUMPS</li><li>Acquisition of a pump</li><li>Stop of a pump</li></ul></body></html>");

        var run = await _folder.RunAsync("coverage", "specs", "--contents", "c.html");

        Assert.Equal("1 of 3 sections in c.html is missing:\n  Stop of a pump (line 1)\n", AfterFirstLine(run.Output));
    }

    [Fact]
    public async Task Strict_fails_on_missing_sections_of_the_chapter_alone()
    {
        _folder.Write("c.txt", "1.1 Users\n2.1 Acquisition of pumps\n2.2 Acquisition of a pump\n22.1 Valves\n");

        var all = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt", "--strict");
        var chapter = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt", "--strict", "--chapter", "2");
        var none = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt", "--chapter", "7");

        Assert.Equal((1, 0, 2), (all.Code, chapter.Code, none.Code));
        Assert.Equal("0 of 2 sections in c.txt are missing\n", AfterFirstLine(chapter.Output));
        Assert.Equal("c.txt: the page lists no section of '7'.\n", none.Error);
    }

    [Theory]
    [InlineData("...\n---\n123\n", "c.txt: no line of the page is the title of a section.\n")]
    [InlineData("   \n", "c.txt: the page has no text.\n")]
    public async Task Page_without_sections_is_not_taken_for_complete(string contents, string error)
    {
        var run = await _folder.Write("c.txt", contents).RunAsync("coverage", "specs", "--contents", "c.txt");

        Assert.Equal((2, "", error), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Page_that_does_not_exist_is_reported()
    {
        var run = await _folder.RunAsync("coverage", "specs", "--contents", "nowhere.txt");

        Assert.Equal((2, "", "There is no page 'nowhere.txt'.\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Large_page_is_compared_in_time_that_grows_with_it()
    {
        _folder.Write("c.txt", string.Join(
            '\n', Enumerable.Range(0, 40_000).Select(static i => $"{i / 900 % 100}.{i / 30 % 30}.{i % 30} Acquisition of pumps {new string('.', 40)} x")));

        var run = await _folder.RunAsync("coverage", "specs", "--contents", "c.txt").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(0, run.Code);
    }

    private static string AfterFirstLine(string text) => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static string Spec(string method, string request, string title, params string[] sources)
        => $"title: {title}\nsource: [{string.Join(", ", sources)}]\noperation: Pumps.{method}\nrequest: {request}\n"
            + $"{(request.Contains('{', StringComparison.Ordinal) ? "path:\n  id: int\n" : "")}status: unknown\n";
}
