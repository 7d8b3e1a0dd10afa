using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The page of the stub server in a browser: finding an operation, editing its request, sending it, copying it.</summary>
public sealed class BrowsedPageTests(BrowsedPageTests.Shown shown) : IClassFixture<BrowsedPageTests.Shown>, IAsyncLifetime
{
    private const string Founding = "Tasks.GetRerunStart";
    private const string NoBrowser = "There is no Chromium, Chrome or Edge on this machine; install one, such as 'apt-get install chromium', to run this test.";
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Browser.Find() is not null, NoBrowser);
        _browser = shown.Browser;
        await _browser.PreferAsync("light", _patience.Token);
        await _browser.ResizeAsync(1280, 900, _patience.Token);
        await _browser.NavigateAsync(new Uri(shown.Server.BaseAddress, "/#" + Founding), _patience.Token);
    }

    public ValueTask DisposeAsync()
    {
        _patience.Dispose();
        return default;
    }

    [Fact]
    public async Task Sends_the_request_and_shows_the_response()
    {
        Assert.Equal([Founding], await ShownAsync());

        var lines = await SendAsync();

        Assert.Equal("200 OK", lines[0]);
        Assert.Contains("content-type: application/json", lines);
        var documented = ExampleCatalog.Load(Repository.JP1Specs).Examples.Single(static example => example.OperationId == Founding).Response!.Body!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(documented), JsonNode.Parse(string.Join('\n', lines[(Array.IndexOf(lines, "") + 1)..]))));
        Assert.Equal("200 OK", await TextAsync("article:not([hidden]) .said"));
    }

    [Fact]
    public async Task Sends_what_a_person_writes_and_gets_the_status_that_was_chosen()
    {
        await EvaluateAsync("document.querySelector('article:not([hidden]) form').elements['path id'].value = '7/8'");
        Assert.Equal("400 Bad Request", (await SendAsync())[0]);
        await EvaluateAsync("document.querySelector('article:not([hidden]) form').elements['path id'].value = '555'");
        Assert.Equal("404 Not found", (await SendAsync())[0]);
        await EvaluateAsync("document.querySelector('article:not([hidden]) form').elements.status.value = '412'");
        var lines = await SendAsync();

        Assert.Equal("412 Precondition failed", lines[0]);
        Assert.Contains("The server is not available.", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Equal("#Tasks.GetRerunStart?path.id=555&response=412", await EvaluateAsync<string>("location.hash"));
    }

    [Fact]
    public async Task Address_opens_an_operation_with_its_values()
    {
        await EvaluateAsync("location.hash = '#Tasks.Get?path.id=4711&response=401'");
        await _browser.WaitForAsync("document.title.startsWith('2.7.2')", _patience.Token);

        Assert.Equal(["Tasks.Get"], await ShownAsync());
        Assert.Equal("401 Unauthorized", (await SendAsync())[0]);
        Assert.Equal("4711", await EvaluateAsync<string>("document.querySelector('article:not([hidden]) form').elements['path id'].value"));
        await EvaluateAsync("location.hash = '#%zz'");
        await _browser.WaitForAsync("!document.getElementById('start').hidden", _patience.Token);
        Assert.Empty(await ShownAsync());
    }

    [Fact]
    public async Task Finds_an_operation_by_keyboard()
    {
        await _browser.PressAsync("/", _patience.Token);
        await _browser.TypeAsync("invokestop", _patience.Token);
        Assert.Equal("1 operation", await TextAsync("#found"));
        await _browser.PressAsync("ArrowDown", _patience.Token);
        await _browser.PressAsync("Enter", _patience.Token);
        await _browser.WaitForAsync("document.activeElement.tagName === 'H2'", _patience.Token);

        Assert.Equal(["Tasks.InvokeStop"], await ShownAsync());
        Assert.Equal("Tasks.InvokeStop", await EvaluateAsync<string>("document.querySelector('nav a[aria-current]').hash.slice(1)"));
        await _browser.PressAsync("/", _patience.Token);
        await _browser.PressAsync("Escape", _patience.Token);
        Assert.Equal(79, await EvaluateAsync<int>("document.querySelectorAll('nav li:not([hidden])').length"));
    }

    [Fact]
    public async Task Link_of_a_response_shows_the_operation()
    {
        await _browser.ClickAsync("article:not([hidden]) td a", _patience.Token);
        await _browser.WaitForAsync("document.title.startsWith('2.7.15')", _patience.Token);

        Assert.Equal(["Tasks.InvokeRerunStart"], await ShownAsync());
        Assert.Equal("/Automation/v1/objects/Tasks/{id}/actions/rerunStart/invoke", await TextAsync("article:not([hidden]) .line code:last-child"));
        Assert.Equal("Request schema: ActionObject", await TextAsync("article:not([hidden]) .body .request-schema h3"));
    }

    [Fact]
    public async Task Copies_the_request_as_curl()
    {
        await EvaluateAsync("document.querySelector('article:not([hidden]) form').elements['path id'].value = \"5' & x\"");
        await _browser.ClickAsync("article:not([hidden]) .curl", _patience.Token);
        await _browser.WaitForAsync("document.querySelector('article:not([hidden]) .said').textContent !== ''", _patience.Token);

        Assert.StartsWith(
            $"curl -X GET '{shown.Server.BaseAddress}Automation/v1/objects/Tasks/5'\\''%20%26%20x/actions/rerunStart' \\\n  -H ",
            await TextAsync("article:not([hidden]) .answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_stay_as_they_are_written()
    {
        const string Section =
            "operation: Pumps.Update\nrequest: PUT /pumps\nstatus: [200]\nbody:\n  id: long\n  size: decimal\n  names: string[]\n  rest: any\nresponse: any\n"
            + "examples:\n  - request header: PUT /pumps\n    request body: |\n"
            + "      { \"id\" : 9007199254740993, \"size\": 1.0, \"names\":[], \"rest\":[-1e400,\"a\\\"1\"] }\n";
        await using var server = await StubServer.StartAsync(
            new StubOptions(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", Section))).AddReferencePage(), _patience.Token);
        await ShowAsync(server, "#Pumps.Update");

        Assert.Equal(
            "{\n  \"id\": 9007199254740993,\n  \"size\": 1.0,\n  \"names\": [],\n  \"rest\": [\n    -1e400,\n    \"a\\\"1\"\n  ]\n}",
            await EvaluateAsync<string>("document.querySelector('article:not([hidden]) textarea').value"));
        Assert.Equal(
            "await client.Pumps.UpdateAsync(new() { Id = 9007199254740993, Size = 1.0m, Names = [], Rest = default! /* [-1e400,\"a\\\"1\"] */ });",
            await EvaluateAsync<string>("csharpOf(document.querySelector('article:not([hidden])'))"));
        await SendAsync();
        Assert.Contains("9007199254740993", server.Requests.Single().BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_lists_and_flags_as_the_reference_writes_them_and_no_secret_in_the_address()
    {
        const string Api = "client: PumpsClient\nauthentication: header X-Api-Key\n";
        const string Section =
            "operation: Pumps.List\nrequest: GET /pumps\nstatus: [200]\nquery:\n  a?: int[] as repeat\n  ids?: int[] as brackets\n  reverse?: flag\n"
            + "  in?: int[] as \"[a|b]\"\n  status?: string\n  token?: string secret\nheaders:\n  X-Api-Key: string\nresponse: any\n"
            + "examples:\n  - request header: GET /pumps?a=1&a=2&ids[]=3&ids[]=4&reverse&in=[5|6]\n";
        await using var server = await StubServer.StartAsync(
            new StubOptions(ExampleCatalog.Parse(new SpecDocument("api.apispec.yaml", Api), new SpecDocument("a.apispec.yaml", Section))).AddReferencePage(),
            _patience.Token);
        await ShowAsync(server, "#Pumps.List?query.status=on");
        await EvaluateAsync("document.querySelector('article:not([hidden]) form').elements['header X-Api-Key'].value = 'key1'");
        await EvaluateAsync("document.querySelector('article:not([hidden]) form').elements['query token'].value = 'key2'");

        await SendAsync();

        Assert.Equal("/pumps?a=1&a=2&ids%5B%5D=3&ids%5B%5D=4&reverse&in=%5B5%7C6%5D&status=on&token=key2", server.Requests.Single().Target);
        Assert.Equal("key1", server.Requests.Single().Headers["X-Api-Key"]);
        Assert.Equal(
            "#Pumps.List?query.a=1%2C2&query.ids=3%2C4&query.reverse=true&query.in=%5B5%7C6%5D&query.status=on",
            await EvaluateAsync<string>("location.hash"));
        var code = await EvaluateAsync<string>("csharpOf(document.querySelector('article:not([hidden])'))");
        Assert.Contains("In = [5, 6]", code, StringComparison.Ordinal);
        Assert.DoesNotContain("key1", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_forms_as_arguments_and_nested_tables_as_objects()
    {
        const string Form =
            "operation: Reports.Send\nrequest: POST /reports\nstatus: [200]\nquery:\n  dry?: boolean\nbody form:\n  kind: string always daily\n"
            + "  class?: int\n  to: string\n  more?:\n    level: int\n    tags: string[]\n  note?: string\n  cc?: string[] as repeat\nresponse: any\n"
            + "examples:\n  - request header: POST /reports?dry=true\n"
            + "    request body: kind=daily&to=ann&class=7&more={\"level\":2,\"tags\":[\"a\"]}&cc=b,c&cc=d\n";
        const string Nested =
            "operation: Pumps.Update\nrequest: PUT /pumps\nstatus: [200]\nbody:\n  parts[]?:\n    id: int\n    at?:\n      x: int\n    name?: string\n"
            + "  rest?:\n    id: int\nresponse: any\nexamples:\n  - request header: PUT /pumps\n"
            + "    request body: '{\"parts\":[{\"id\":1,\"at\":{\"x\":2}},{\"id\":3,\"name\":\"n\"}],\"rest\":{\"id\":4}}'\n";
        await using var server = await StubServer.StartAsync(
            new StubOptions(ExampleCatalog.Parse(new SpecDocument("a.apispec.yaml", Form), new SpecDocument("b.apispec.yaml", Nested))).AddReferencePage(),
            _patience.Token);

        await ShowAsync(server, "#Reports.Send");
        Assert.Equal(
            "await client.Reports.SendAsync(\"ann\", @class: 7, more: new() { Level = 2, Tags = [\"a\"] }, cc: [\"b,c\", \"d\"], "
                + "query: new() { Dry = true });",
            await EvaluateAsync<string>("csharpOf(document.querySelector('article:not([hidden])'))"));

        await ShowAsync(server, "#Pumps.Update");
        Assert.Equal(
            "await client.Pumps.UpdateAsync("
                + "new() { Parts = [new() { Id = 1, At = new() { X = 2 } }, new() { Id = 3, Name = \"n\" }], Rest = new() { Id = 4 } });",
            await EvaluateAsync<string>("csharpOf(document.querySelector('article:not([hidden])'))"));
    }

    [Fact]
    public async Task Copies_of_every_request_as_csharp_compile()
    {
        var calls = await EvaluateAsync<string[]>(
            """
            (async () => {
                const calls = [];
                for (const article of document.querySelectorAll('article')) {
                    location.hash = '#' + article.id;
                    await new Promise(done => addEventListener('hashchange', done, { once: true }));
                    calls.push(csharpOf(article));
                }
                return calls;
            })()
            """);

        var source =
            "using System; using Hitachi.JP1.AutomaticOperation;\nclass Copied { async System.Threading.Tasks.Task Run(AutomaticOperationClient client) {\n"
            + string.Join('\n', calls) + "\n} }";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        var errors = CSharpCompilation.Create("copied", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic
                => $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}: {calls[diagnostic.Location.GetLineSpan().StartLinePosition.Line - 2]}");
        Assert.True(!errors.Any(), string.Join('\n', errors));
        Assert.Equal(79, calls.Length);
        Assert.Contains("await client.Tasks.GetRerunStartAsync(2026);", calls);
        Assert.Equal(typeof(AutomaticOperationClient).Assembly, typeof(BrowsedPageTests).Assembly);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Page_fits_a_phone_and_both_colour_schemes(string scheme)
    {
        await _browser.PreferAsync(scheme, _patience.Token);
        await _browser.ResizeAsync(390, 844, _patience.Token);
        await _browser.WaitForAsync("innerWidth === 390", _patience.Token);

        Assert.True(await EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal(
            scheme == "light" ? "rgb(255, 255, 255)" : "rgb(13, 17, 23)", await EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.False(await EvaluateAsync<bool>("document.querySelector('nav').checkVisibility()"));
        await _browser.ClickAsync("#menu", _patience.Token);
        Assert.True(await EvaluateAsync<bool>("document.querySelector('nav').checkVisibility()"));
        Assert.Equal("true", await EvaluateAsync<string>("document.querySelector('#menu').ariaExpanded"));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Axe_finds_nothing_wrong(string scheme)
    {
        var axe = FindAxe();
        Assert.SkipWhen(axe is null, "There is no axe-core on this machine; install it from npm to check the page with it.");
        await _browser.PreferAsync(scheme, _patience.Token);
        await SendAsync();
        await _browser.EvaluateAsync(await File.ReadAllTextAsync(axe!, _patience.Token), _patience.Token);

        var violations = await EvaluateAsync<string[]>(
            "axe.run().then(found => found.violations.map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' | ')))");

        Assert.Empty(violations);
    }

    [Fact]
    public async Task Page_of_a_thousand_operations_is_searched()
    {
        var specs = Enumerable.Range(0, 1_000).Select(static i => new SpecDocument(
            $"{i}.apispec.yaml",
            $"operation: Group{i / 20}.Get{i}\nrequest: GET /things{i}/{{id}}\nstatus: [200, 404]\npath:\n  id: int\nresponse:\n  name: string\n"));
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Parse(specs)).AddReferencePage(), _patience.Token);
        await ShowAsync(server, "#Group49.Get999");

        Assert.Equal(["Group49.Get999"], await ShownAsync());
        Assert.Equal("200 OK", (await SendAsync())[0]);
        await _browser.PressAsync("/", _patience.Token);
        await _browser.TypeAsync("things77", _patience.Token);
        Assert.Equal("11 operations", await TextAsync("#found"));
    }

    [Fact]
    public async Task Page_runs_nothing_that_a_spec_or_a_response_holds()
    {
        using var specs = new HostileSpecs();
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Load(specs.Folder)).AddReferencePage(), _patience.Token);
        await ShowAsync(server, "#Things.Get");

        var lines = await SendAsync();

        Assert.Equal(HostileSpecs.Markup, lines[^1].Trim());
        Assert.EndsWith(" - Stub server", await EvaluateAsync<string>("document.title"), StringComparison.Ordinal);
        Assert.Equal(0, await EvaluateAsync<int>("document.images.length"));
    }

    private static string? FindAxe()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(static folder => Path.Combine(folder, "..", "axe-core", "axe.min.js")).FirstOrDefault(File.Exists);

    private Task ShowAsync(StubServer server, string hash) => _browser.NavigateAsync(new Uri(server.BaseAddress, "/" + hash), _patience.Token);

    private async Task<string[]> SendAsync()
    {
        await EvaluateAsync("document.querySelector('article:not([hidden]) .answer').hidden = true");
        await _browser.ClickAsync("article:not([hidden]) .send", _patience.Token);
        await _browser.WaitForAsync("!document.querySelector('article:not([hidden]) .answer').hidden", _patience.Token);
        return (await TextAsync("article:not([hidden]) .answer")).Split('\n');
    }

    private Task<string[]> ShownAsync() => EvaluateAsync<string[]>("[...document.querySelectorAll('article:not([hidden])')].map(article => article.id)");

    private Task<string> TextAsync(string selector) => EvaluateAsync<string>($"document.querySelector({JsonSerializer.Serialize(selector)}).textContent");

    private Task<JsonNode?> EvaluateAsync(string expression) => _browser.EvaluateAsync(expression, _patience.Token);

    private async Task<T> EvaluateAsync<T>(string expression) => (await _browser.EvaluateAsync(expression, _patience.Token)).Deserialize<T>()!;

    /// <summary>One browser, and one server of the JP1/AO specs, for all tests.</summary>
    public sealed class Shown : IAsyncLifetime
    {
        internal StubServer Server { get; private set; } = null!;

        internal Browser Browser { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            if (Browser.Find() is not { } executable)
                return;
            Server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Load(Repository.JP1Specs)).AddReferencePage());
            Browser = await Browser.OpenAsync(executable, Server.BaseAddress, CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            if (Browser is not null)
                await Browser.DisposeAsync();
            if (Server is not null)
                await Server.DisposeAsync();
        }
    }
}
