using ApiSpec.Tool.Tests.Support;
using static ApiSpec.Tool.Tests.Diff.DiffedPorts;

namespace ApiSpec.Tool.Tests.Diff;

/// <summary>The findings of <c>apispec diff</c>.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "mode?: enum fast|slow",
        "mode?: enum fast|slow required when limit = 5",
        "breaking request-condition-added: Ports.Change: query mode must be given when limit = 5")]
    [InlineData(
        "mode?: enum fast|slow",
        "mode?: enum fast|slow only when limit = 5",
        "breaking request-condition-added: Ports.Change: query mode counts only when limit = 5")]
    [InlineData(
        "  trace: string\n",
        "  trace: string\nat-most-one:\n  - [limit, mode]\n",
        "breaking request-condition-added: Ports.Change: 'at-most-one: limit, mode' was added")]
    [InlineData("mode?: enum fast|slow", "mode?: enum fast", "breaking request-type-changed: Ports.Change: query mode no longer has the value 'slow'")]
    [InlineData("mode?: enum fast|slow", "mode?: enum fast|slow|auto", "info request-type-widened: Ports.Change: query mode has the value 'auto'")]
    [InlineData("mode?: enum fast|slow", "mode?: string", "info request-type-widened: Ports.Change: query mode was enum, and is string")]
    [InlineData("mode?: enum fast|slow", "mode?: int | enum fast|slow", "info request-type-widened: Ports.Change: query mode was enum, and is enum | int")]
    [InlineData("mode?: enum fast|slow", "mode: enum fast|slow", "breaking request-value-required: Ports.Change: query mode must be given")]
    [InlineData("  mode?: enum fast|slow\n", "", "breaking request-value-removed: Ports.Change: query mode was removed")]
    [InlineData(
        "  trace: string\n",
        "  trace: string\n  other: string\n",
        "breaking request-required-value-added: Ports.Change: query other was added, and must be given")]
    [InlineData("  trace: string\n", "  trace: string\n  other?: string\n", "info request-value-added: Ports.Change: query other was added")]
    [InlineData("  trace: string\n", "  trace?: string\n", "info request-value-optional: Ports.Change: query trace may be left out")]
    [InlineData("trace: string\n", "trace: int\n", "breaking request-type-changed: Ports.Change: query trace was string, and is int")]
    [InlineData("trace: string\n", "trace: string or \"\"\n", "info request-type-widened: Ports.Change: query trace was string, and is string | \"\"")]
    [InlineData("total: int\n", "total: int or \"N/A\"\n", "breaking response-type-changed: Ports.Change: 'total' was int, and is int | \"N/A\"")]
    [InlineData("  id: int", "  id: long", "info request-type-widened: Ports.Change: path parameter 1 was int, and is long")]
    [InlineData("1..50 default 10", "1..40 default 10", "breaking request-range-narrowed: Ports.Change: the range of query limit was 1..50, and is 1..40")]
    [InlineData("1..50 default 10", "1..60 default 10", "info request-range-widened: Ports.Change: the range of query limit was 1..50, and is 1..60")]
    [InlineData("1..50 default 10", "default 10", "info request-range-widened: Ports.Change: the range of query limit was 1..50, and is any")]
    [InlineData("1..50 default 10", "1..50 default 20", "warning request-default-changed: Ports.Change: the default of query limit was '10', and is '20'")]
    [InlineData("1..50 default 10", "1..50", "warning request-default-changed: Ports.Change: the default of query limit was '10', and is nothing")]
    [InlineData("X-Tag?: string", "x-tag?: string secret", null)]
    [InlineData("X-Tag?: string", "X-Tag: string", "breaking request-value-required: Ports.Change: header x-tag must be given")]
    [InlineData("name: string 1..30", "name: string 1..20", "breaking request-range-narrowed: Ports.Change: the range of body name was 1..30, and is 1..20")]
    [InlineData("note?: string or null", "note?: string", "breaking request-type-changed: Ports.Change: body note may not be null")]
    [InlineData("always port", "always link", "breaking request-constant-changed: Ports.Change: body kind is always 'link', and was 'port'")]
    [InlineData(
        "kind: string always port", "kind: string", "breaking request-required-value-added: Ports.Change: body kind was always 'port', and takes other values")]
    [InlineData(
        "    depth: int\n",
        "    depth: int\n    width: int\n",
        "breaking request-required-value-added: Ports.Change: body inner.width was added, and must be given")]
    [InlineData("    depth: int\n", "    depth: string\n", "breaking request-type-changed: Ports.Change: body inner.depth was int, and is string")]
    [InlineData("  inner:\n    depth: int\n", "", "breaking request-value-removed: Ports.Change: body inner was removed")]
    [InlineData("  total: int\n", "", "breaking response-member-removed: Ports.Change: the member 'total' left the response")]
    [InlineData("  total: int\n", "  total: int\n  more: int\n", "info response-member-added: Ports.Change: the response has the member 'more'")]
    [InlineData("total: int\n", "total?: int\n", "breaking response-member-optional: Ports.Change: a response may lack 'total'")]
    [InlineData("comment?: string or null", "comment: string or null", "info response-member-required: Ports.Change: each response has 'comment'")]
    [InlineData("comment?: string or null", "comment?: string", "info response-type-narrowed: Ports.Change: 'comment' may not be null")]
    [InlineData("total: int\n", "total: int or null\n", "breaking response-type-changed: Ports.Change: 'total' may be null")]
    [InlineData("total: int\n", "total: long\n", "breaking response-type-changed: Ports.Change: 'total' was int, and is long")]
    [InlineData(
        "total: int\n", "total: {type: int as sum, values: [1, 2]}\n",
        "breaking response-type-changed: Ports.Change: 'total' was int, and is int as sum")]
    [InlineData(
        "  inner:\n    depth: int\n", "  inner: {type: object as array, members: {depth: int}}\n",
        "breaking request-type-changed: Ports.Change: body inner was object, and is object as array")]
    [InlineData(
        "total: int\n", "total: {type: int, alias: [sum, all]}\n",
        "info words-changed: Ports.Change: the other names of 'total' were none, and are sum, all")]
    [InlineData("total: int\n", "total: any\n", "breaking response-type-changed: Ports.Change: 'total' was int, and is any")]
    [InlineData("total: int\n", "total: int always 5\n", "breaking response-constant-changed: Ports.Change: 'total' was always nothing, and is '5'")]
    [InlineData("number: int 1..100", "number: int 1..99", "info response-range-changed: Ports.Change: the range of 'ports[].number' was 1..100, and is 1..99")]
    [InlineData("state: enum on|off", "state: enum on|off|idle", "warning response-enum-widened: Ports.Change: 'ports[].state' has the value 'idle'")]
    [InlineData("state: enum on|off", "state: enum on", "info response-type-narrowed: Ports.Change: 'ports[].state' no longer has the value 'off'")]
    [InlineData(
        "state: enum on|off", "state: {type: enum, values: {on: , off: {deprecated: Use on}}}",
        "info words-changed: Ports.Change: the value 'off' of 'ports[].state' is deprecated")]
    [InlineData("label?: string", "label?: string - The label", "info words-changed: Ports.Change: the words about 'ports[].label' changed")]
    [InlineData("peer?: Port", "peer?: Port[]", "breaking response-type-changed: Ports.Change: 'ports[].peer' was object, and is list")]
    [InlineData("roles: [Admin, Guest]", "roles: [Admin]", "breaking role-removed: Ports.Change: the role 'Guest' may no longer call the operation")]
    [InlineData("roles: [Admin, Guest]\n", "", null)]
    [InlineData("  - header X-Key\n", "", "breaking authentication-removed: Ports.Change: 'header X-Key' no longer logs in")]
    [InlineData("  - header X-Key\n", "  - header X-Key\n  - bearer\n", "info authentication-added: Ports.Change: 'bearer' logs in")]
    [InlineData("  404 Not found: There is no such port\n", "", "info error-removed: Ports.Change: the page no longer lists 404")]
    [InlineData(
        "  404 Not found: There is no such port\n",
        "  404 Not found: There is no such port\n  409 Conflict: In use\n",
        "warning error-added: Ports.Change: the page lists 409 Conflict")]
    [InlineData(
        "There is no such port",
        "There is none",
        "warning status-meaning-changed: Ports.Change: 404 meant 'Not found: There is no such port', and means 'Not found: There is none'")]
    [InlineData("  200 OK: Done\n", "  200 OK: Done\n  202 Accepted: Later\n", "warning success-status-added: Ports.Change: the page lists 202 Accepted")]
    [InlineData("  200 OK: Done\n", "  201 Created: Done\n", "breaking success-status-removed: Ports.Change: the page no longer lists 200")]
    [InlineData("  7: Too busy\n", "  7: Too busy\n  8: Too cold\n", "warning error-added: Ports.Change: the page lists 400 8")]
    [InlineData("PUT /ports/{id}", "POST /ports/{id}", "breaking request-line-changed: Ports.Change: the request was PUT /ports/{}, and is POST /ports/{}")]
    [InlineData("title: Change a port", "title: Change one port", "info words-changed: Ports.Change: the words about the operation changed")]
    [InlineData(
        "client: DemoClient", "client: DemoClient\njson prefix: \")]}'\"",
        "breaking json-prefix-added: Ports.Change: ')]}'' is before the JSON of responses")]
    [InlineData(
        "operation: Ports.Change", "json prefix: while(1);\noperation: Ports.Change",
        "breaking json-prefix-added: Ports.Change: 'while(1);' is before the JSON of responses")]
    [InlineData("operation: Ports.Change", "operation: Ports.Edit", null)]
    [InlineData(
        "operation: Ports.Change", "deprecated: true\noperation: Ports.Change", "warning operation-deprecated: Ports.Change: the operation is deprecated")]
    public async Task One_change_has_one_kind(string old, string current, string? expected)
    {
        Assert.True(Section.Contains(old, StringComparison.Ordinal) || Api.Contains(old, StringComparison.Ordinal), old);
        _folder.WritePorts("old", Section, Api);
        _folder.WritePorts("new", Section.Replace(old, current, StringComparison.Ordinal), Api.Replace(old, current, StringComparison.Ordinal));
        var run = await _folder.RunAsync("diff", "old", "new");
        var changes = run.Output.Split('\n').TakeWhile(static line => line.Length > 0 && line != "No changes.").ToList();
        Assert.True(
            expected is null ? changes.Count == 0 : changes.Exists(change => change.EndsWith("): " + expected, StringComparison.Ordinal)),
            run.Output + run.Error);
        Assert.Equal(expected?.StartsWith("breaking", StringComparison.Ordinal) == true ? 1 : 0, run.Code);
        // The opposite direction is a change as well, and a reference does not differ from itself.
        Assert.Equal(expected is null, (await _folder.RunAsync("diff", "new", "old")).Output == "No changes.\n");
        Assert.Equal(new ToolRun(0, "No changes.\n", ""), await _folder.RunAsync("diff", "new", "new"));
    }

    [Fact]
    public async Task Removed_prefix_breaks_no_client()
    {
        _folder.WritePorts("old", Section, Api + "\njson prefix: while(1);\n");
        _folder.WritePorts("new", Section, Api);
        var run = await _folder.RunAsync("diff", "old", "new");
        Assert.Contains(
            "): info json-prefix-removed: Ports.Change: 'while(1);' is no longer before the JSON of responses\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task Operations_come_and_go()
    {
        _folder.WritePorts("old", Section, Api);
        _folder.WritePorts("new", Section, Api);
        _folder.Write("new/list.apispec.yaml", "api: demo\noperation: Ports.List\nrequest: GET /ports\nstatus: [200]\n");
        Assert.Equal(
            "new/list.apispec.yaml(3): info operation-added: Ports.List: the operation was added: GET /ports",
            (await _folder.RunAsync("diff", "old", "new")).Output.Split('\n')[0]);
        var removed = await _folder.RunAsync("diff", "new", "old");
        Assert.Equal(
            (1, "new/list.apispec.yaml(3): breaking operation-removed: Ports.List: the operation was removed: GET /ports"),
            (removed.Code, removed.Output.Split('\n')[0]));
    }

    [Theory]
    [InlineData("body", "breaking request-type-changed: Ports.Add: the body was JSON, and is XML")]
    [InlineData("response", "breaking response-type-changed: Ports.Add: the response was JSON, and is XML")]
    [InlineData("error", "breaking response-type-changed: Ports.Add: the error was JSON, and is XML")]
    public async Task Other_format_of_a_body_is_a_change(string key, string expected)
    {
        const string Port = ":\n  port:\n    number: int\n";
        const string Rows = "operation: Ports.Add\nrequest: POST /ports\nstatus: [200]\nbody" + Port + "response" + Port + "error" + Port;
        _folder.WritePorts("old", Rows, Api);
        _folder.WritePorts("new", Rows.Replace(key + ":", key + " xml:", StringComparison.Ordinal), Api);
        Assert.EndsWith("): " + expected, (await _folder.RunAsync("diff", "old", "new")).Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal("No changes.\n", (await _folder.RunAsync("diff", "new", "new")).Output);
    }

    [Theory]
    [InlineData("    text: string\n", "", "breaking response-member-removed: Ports.Add: the member 'fault.text' left the error")]
    [InlineData("    text: string\n", "    text: string\n    more?: int\n", "info response-member-added: Ports.Add: the error has the member 'fault.more'")]
    [InlineData("text: string", "text: int", "breaking response-type-changed: Ports.Add: 'fault.text' of the error was string, and is int")]
    [InlineData("        lock: string\n", "", "breaking response-member-removed: Ports.Add: the member '409.held.lock' left the error")]
    [InlineData("        later: int\n", "        later: long\n", "breaking response-type-changed: Ports.Add: '202.job.later' was int, and is long")]
    public async Task Bodies_of_failures_and_of_status_rows_are_compared(string old, string current, string expected)
    {
        const string Rows = "operation: Ports.Add\nrequest: POST /ports\nstatus:\n  200 OK: Done\n  202:\n    response xml:\n      job:\n        later: int\n"
            + "  409:\n    response xml:\n      held:\n        lock: string\n        by: string\nresponse:\n  number: int\n";
        const string Errors = Api + "\nerror xml:\n  fault:\n    text: string\n    code: int\n";
        _folder.WritePorts("old", Rows, Errors);
        _folder.WritePorts("new", Rows.Replace(old, current, StringComparison.Ordinal), Errors.Replace(old, current, StringComparison.Ordinal));
        var run = await _folder.RunAsync("diff", "old", "new");
        Assert.EndsWith("): " + expected, run.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal("No changes.\n", (await _folder.RunAsync("diff", "new", "new")).Output);
    }
}
