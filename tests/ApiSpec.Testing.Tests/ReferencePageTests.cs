using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The page of the stub server as text: its content, and that text of a spec never becomes markup.</summary>
public sealed class ReferencePageTests
{
    private const string Founding = "Tasks.GetRerunStart";

    [Fact]
    public async Task Shows_every_operation_as_the_reference_does()
    {
        using var page = await OpenAsync(Repository.JP1Specs);

        Assert.Equal("JP1/Automatic Operation", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(79, page.QuerySelectorAll("article").Length);
        Assert.Equal(79, page.QuerySelectorAll("nav li a").Length);
        Assert.All(page.QuerySelectorAll("nav li a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));

        var section = page.GetElementById(Founding)!;
        Assert.Equal("Admin, Develop, Modify, Submit", Fact(section, "Execution permissions"));
        Assert.Equal("V10 9.6.8 AOGR0204; V12 2.7.14 AOCR0115", Fact(section, "Source"));
        Assert.Equal(["200", "401", "404", "412", "500"], Rows(section, "Status codes").Select(static row => row[0]));
        Assert.Contains(["412", "Precondition failed", "The server is not available."], Rows(section, "Status codes"));
        Assert.Equal(["id", "path", "long", "yes", "instanceID of the task"], Rows(section, "Parameters").Single());
        Assert.Equal(["name", "href", "method", "parameters"], Rows(section, "Response schema: ActionObject").Select(static row => row[0]));
        Assert.StartsWith(
            "GET /Automation/v1/objects/Tasks/2026/actions/rerunStart\n", section.QuerySelector("pre.request")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"rerunStart\"", section.QuerySelector("pre.response")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_constants_links_notes_and_errata_of_a_section()
    {
        using var page = await OpenAsync(new SpecDocument("a.apispec.yaml", """
            operation: Pumps.GetStart
            request: GET /pumps/start
            status: [200]
            notes: Seen on firmware 2 only.
            deprecated: Use the other one.
            errata:
              - printed: Mehtod
                here: method
              - omitted: method
            response: Action
            with:
              href: link Pumps.Start
              method: always POST
            schemas:
              Action:
                href: url
                method: string
            """), new SpecDocument("b.apispec.yaml", "operation: Pumps.Start\nrequest: POST /pumps/start\nstatus: [200]\nbody: Action\n"));

        var section = page.GetElementById("Pumps.GetStart")!;
        var rows = Rows(section, "Response schema: Action");
        Assert.Equal("string always POST", rows.Single(static row => row[0] == "method")[1]);
        Assert.Equal("#Pumps.Start", section.QuerySelector("td a")!.GetAttribute("href"));
        var notes = section.QuerySelectorAll("p.note").Select(static note => note.TextContent).ToArray();
        Assert.Equal(
            [
                "Deprecated: Use the other one.", "Seen on firmware 2 only.", "The reference prints 'Mehtod'; the spec has 'method'.",
                "The examples lack 'method'.",
            ],
            notes);
    }

    [Fact]
    public async Task Operations_of_one_name_have_pages_of_their_own()
    {
        const string Section = "api: {0}\noperation: Users.List\nrequest: GET /{0}/users\nstatus: [200]\n";
        using var page = await OpenAsync(
            new SpecDocument("a.apispec.yaml", Section.Replace("{0}", "one", StringComparison.Ordinal)),
            new SpecDocument("b.apispec.yaml", Section.Replace("{0}", "two", StringComparison.Ordinal)));

        Assert.Equal(["Users.List", "Users.List-2"], page.QuerySelectorAll("article").Select(static article => article.Id!));
        Assert.Equal(["#Users.List", "#Users.List-2"], page.QuerySelectorAll("nav li a").Select(static link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Headings_are_in_order_and_every_scrolling_part_can_be_reached()
    {
        using var page = await OpenAsync(Repository.JP1Specs);

        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(static heading => heading.LocalName[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), static pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(page.QuerySelectorAll(".table, pre"), static part => Assert.Equal("0", part.GetAttribute("tabindex")));
        Assert.All(page.QuerySelectorAll("[id]").GroupBy(static part => part.Id), static parts => Assert.Single(parts));
    }

    [Fact]
    public async Task Page_shows_markup_of_a_spec_as_text()
    {
        using var specs = new HostileSpecs();
        using var page = await OpenAsync(specs.Folder);

        Assert.Single(page.Scripts);
        Assert.Empty(page.Images);
        Assert.Equal(HostileSpecs.Markup, page.QuerySelectorAll("article > p")[1].TextContent);
        Assert.Contains(HostileSpecs.Markup, page.QuerySelector("pre.response")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HostileSpecs.Markup, Rows(page.QuerySelector("article")!, "Status codes").Single()[2]);
        var data = JsonNode.Parse(page.QuerySelector("article")!.GetAttribute("data-operation")!)!;
        Assert.Contains("X-Note", data["requests"]![0]!["headers"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    private static Task<IDocument> OpenAsync(string specs) => OpenAsync(ExampleCatalog.Load(specs));

    private static Task<IDocument> OpenAsync(params SpecDocument[] specs) => OpenAsync(ExampleCatalog.Parse(specs));

    private static async Task<IDocument> OpenAsync(ExampleCatalog catalog)
    {
        await using var server = await StubServer.StartAsync(new StubOptions(catalog).AddReferencePage());
        using var client = new HttpClient();
        using var response = await client.GetAsync(server.BaseAddress);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(server.BaseAddress));
    }

    private static string Fact(IElement section, string name)
        => section.QuerySelectorAll("dt").Single(term => term.TextContent == name).NextElementSibling!.TextContent;

    private static IEnumerable<string[]> Rows(IElement section, string heading)
        => section.QuerySelectorAll("h3").Single(element => element.TextContent == heading).NextElementSibling!
            .QuerySelectorAll("tbody tr").Select(static row => row.QuerySelectorAll("td").Select(static cell => cell.TextContent).ToArray());
}
