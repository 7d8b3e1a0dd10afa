using System.Text.Json.Nodes;
using ApiSpec.Tool.Diff;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests.Diff;

/// <summary>The findings, the output and the exit code of <c>apispec diff</c>.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Api = """
        api: demo
        client: DemoClient
        manuals: { V1: The first, V2: The second }
        roles: { Admin: Everything, Guest: Reading }
        authentication:
          - basic
          - header X-Key
        schemas:
          Port:
            number: int 1..100
            label?: string
            state: enum on|off
            peer?: Port
        """;

    private const string Section = """
        title: Change a port
        function: Changes one port.
        operation: Ports.Change
        roles: [Admin, Guest]
        request: PUT /ports/{id}
        path:
          id: int
        query:
          mode?: enum fast|slow
          limit?: int 1..50 default 10
          trace: string
        headers:
          X-Tag?: string
        body:
          name: string 1..30
          note?: string or null
          kind: string always port
          inner:
            depth: int
        status:
          200 OK: Done
          404 Not found: There is no such port
        error codes:
          7: Too busy
        response:
          ports: Port[]
          total: int
          comment?: string or null
        """;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("boolean", "boolean as 1|0")]
    [InlineData("boolean as 1|0", "boolean as yes|no")]
    [InlineData("date-time", "date-time as \"YYYY/MM/DD hh:mm\"")]
    [InlineData("epoch", "epoch-ms")]
    public async Task Value_that_is_written_otherwise_has_another_type(string old, string current)
    {
        Write("old", Section.Replace("total: int", "total: " + old, StringComparison.Ordinal), Api);
        Write("new", Section.Replace("total: int", "total: " + current, StringComparison.Ordinal), Api);

        Assert.Contains(
            "response-type-changed: Ports.Change: 'total' was " + old + ", and is " + current,
            (await _folder.RunAsync("diff", "old", "new")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date-time", "date-time or epoch", "response-type-changed")]
    [InlineData("date-time or epoch", "date-time", "response-type-narrowed")]
    public async Task Date_and_time_that_can_be_a_number_is_wider(string old, string current, string expected)
    {
        Write("old", Section.Replace("total: int", "total: " + old, StringComparison.Ordinal), Api);
        Write("new", Section.Replace("total: int", "total: " + current, StringComparison.Ordinal), Api);

        Assert.Contains(
            expected + ": Ports.Change: 'total' was " + old + ", and is " + current,
            (await _folder.RunAsync("diff", "old", "new")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as comma", "as \"[a,b]\"")]
    [InlineData("as \"[a,b]\"", "as \"(a,b)\"")]
    [InlineData("as \"[a,b]\"", "as \"[a|b]\"")]
    public async Task List_that_is_written_otherwise_has_another_type(string old, string current)
    {
        Write("old", Section.Replace("trace: string", "trace: int[] " + old, StringComparison.Ordinal), Api);
        Write("new", Section.Replace("trace: string", "trace: int[] " + current, StringComparison.Ordinal), Api);

        Assert.Contains(
            "request-type-changed: Ports.Change: query trace was " + old + ", and is " + current,
            (await _folder.RunAsync("diff", "old", "new")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "{ job: int }")]
    [InlineData("{ job: int }", "text/csv")]
    [InlineData("text/csv", "text/plain")]
    [InlineData("application/zip", "text/csv")]
    public async Task Body_of_one_status_in_another_format_breaks_programs(string old, string current)
    {
        const string Row = "  202 Accepted:\n    response: ";
        Write("old", Section.Replace("  404 Not", Row + old + "\n  404 Not", StringComparison.Ordinal), Api);
        Write("new", Section.Replace("  404 Not", Row + current + "\n  404 Not", StringComparison.Ordinal), Api);

        Assert.Contains("breaking response-", (await _folder.RunAsync("diff", "old", "new")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date-time", "timezone: Asia/Tokyo\n", "response-type-changed: Ports.Change: 'total' was date-time, and is date-time in Asia/Tokyo")]
    [InlineData("date-time as \"YYYY-MM-DDThh:mm:ssTZD\"", "timezone: Asia/Tokyo\n", null)]
    [InlineData("date-time", "", null)]
    public async Task Time_zone_is_a_part_of_values_without_one(string type, string key, string? expected)
    {
        var section = Section.Replace("total: int", "total: " + type, StringComparison.Ordinal);
        Write("old", section, Api);
        Write("new", section, Api.Replace("schemas:", key + "schemas:", StringComparison.Ordinal));

        var output = (await _folder.RunAsync("diff", "old", "new")).Output;
        if (expected is null)
            Assert.DoesNotContain("response-type-changed", output, StringComparison.Ordinal);
        else
            Assert.Contains(expected, output, StringComparison.Ordinal);
    }

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
        Write("old", Section, Api);
        Write("new", Section.Replace(old, current, StringComparison.Ordinal), Api.Replace(old, current, StringComparison.Ordinal));
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

    [Theory]
    [InlineData("0: Success", "0: Success, again", "info words-changed: Ports.Change: the words about the value '0' of 'total' changed")]
    [InlineData("0: Success", "0: Done", "warning value-name-changed: Ports.Change: the value '0' of 'total' was named 'Success', and is named 'Done'")]
    [InlineData("106: Disk full", "107: Disk full", "warning response-enum-widened: Ports.Change: 'total' has the value '107'")]
    [InlineData("106: Disk full", "107: Disk full", "info response-type-narrowed: Ports.Change: 'total' no longer has the value '106'")]
    [InlineData("106: Disk full", "0x6A: Disk full", null)]
    [InlineData("\n      106: Disk full", "", "info response-type-narrowed: Ports.Change: 'total' no longer has the value '106'")]
    [InlineData(
        "\n    values:\n      0: Success\n      106: Disk full", "", "info words-changed: Ports.Change: the words about the values of 'total' changed")]
    public async Task Numbers_with_names_are_compared_like_an_enum(string old, string current, string? expected)
    {
        const string Numbers = "total:\n    type: int\n    values:\n      0: Success\n      106: Disk full\n";
        var section = Section.Replace("total: int\n", Numbers, StringComparison.Ordinal);
        Assert.Contains(old, section, StringComparison.Ordinal);
        Write("old", section, Api);
        Write("new", section.Replace(old, current, StringComparison.Ordinal), Api);
        var run = await _folder.RunAsync("diff", "old", "new");
        if (expected is null)
            Assert.Equal("No changes.\n", run.Output);
        else
            Assert.Contains("): " + expected + "\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
        Assert.Equal(expected is null, (await _folder.RunAsync("diff", "new", "old")).Output == "No changes.\n");
    }

    [Theory]
    [InlineData("mode?: enum fast|slow", "106: Disk full", "", "breaking request-type-changed: Ports.Change: query mode no longer has the value '106'")]
    [InlineData("mode?: enum fast|slow", "106", "107", "info request-type-widened: Ports.Change: query mode has the value '107'")]
    public async Task Numbers_of_a_request_are_compared_like_an_enum(string row, string old, string current, string expected)
    {
        const string Numbers = "mode?:\n    type: int\n    values:\n      0: Success\n      106: Disk full";
        var section = Section.Replace(row, Numbers, StringComparison.Ordinal);
        Write("old", section, Api);
        Write("new", section.Replace(old, current, StringComparison.Ordinal), Api);
        Assert.Contains("): " + expected + "\n", (await _folder.RunAsync("diff", "old", "new")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_prefix_breaks_no_client()
    {
        Write("old", Section, Api + "\njson prefix: while(1);\n");
        Write("new", Section, Api);
        var run = await _folder.RunAsync("diff", "old", "new");
        Assert.Contains(
            "): info json-prefix-removed: Ports.Change: 'while(1);' is no longer before the JSON of responses\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task Every_kind_is_on_the_page_of_the_tool()
    {
        var page = await File.ReadAllTextAsync(
            ApiSpec.Tests.Support.Repository.PathOf("generator/ApiSpec.Tool/README.md"), TestContext.Current.CancellationToken);
        Assert.All(ChangeRule.All, rule => Assert.Contains("`" + rule.Id + "`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Operations_come_and_go()
    {
        Write("old", Section, Api);
        Write("new", Section, Api);
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
        Write("old", Rows, Api);
        Write("new", Rows.Replace(key + ":", key + " xml:", StringComparison.Ordinal), Api);
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
        Write("old", Rows, Errors);
        Write("new", Rows.Replace(old, current, StringComparison.Ordinal), Errors.Replace(old, current, StringComparison.Ordinal));
        var run = await _folder.RunAsync("diff", "old", "new");
        Assert.EndsWith("): " + expected, run.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal("No changes.\n", (await _folder.RunAsync("diff", "new", "new")).Output);
    }

    [Theory]
    [InlineData("until V1")]
    [InlineData("before V2")]
    public async Task Editions_of_one_reference_are_compared(string editions)
    {
        Write("specs", Section.Replace("  total: int\n", "  total: int " + editions + "\n", StringComparison.Ordinal), Api);
        var run = await _folder.RunAsync("diff", "specs", "--from", "V1", "--to", "V2");
        Assert.Equal(
            new ToolRun(
                1,
                "specs/change.apispec.yaml(28): breaking response-member-removed: Ports.Change: the member 'total' left the response\n\n"
                + "1 change: 1 breaking, 0 warning, 0 info.\n",
                ""), run);
        Assert.Equal(0, (await _folder.RunAsync("diff", "specs", "--from", "V2", "--to", "V2")).Code);
        Assert.Equal(
            new ToolRun(2, "", "The reference has no edition 'V9'; its manuals are V1, V2.\n"),
            await _folder.RunAsync("diff", "specs", "--from", "V9", "--to", "V2"));
    }

    [Theory]
    [InlineData("breaking", 0)]
    [InlineData("warning", 1)]
    [InlineData("any", 1)]
    [InlineData("never", 0)]
    public async Task The_level_to_fail_on_decides_the_exit_code(string failOn, int code)
    {
        Write("old", Section, Api);
        Write("new", Section.Replace("default 10", "default 11", StringComparison.Ordinal), Api);
        Assert.Equal(code, (await _folder.RunAsync("diff", "old", "new", "--fail-on", failOn)).Code);
    }

    [Fact]
    public async Task A_kind_gets_another_level_or_none()
    {
        Write("old", Section, Api);
        Write("new", Section.Replace("default 10", "default 11", StringComparison.Ordinal), Api);
        Assert.Equal(1, (await _folder.RunAsync("diff", "old", "new", "--severity", "request-default-changed=breaking")).Code);
        Assert.Equal("No changes.\n", (await _folder.RunAsync("diff", "old", "new", "--severity", "Request-Default-Changed=none")).Output);
        var wrong = await _folder.RunAsync("diff", "old", "new", "--severity", "request-default-changed=fatal");
        Assert.Equal((2, ""), (wrong.Code, wrong.Output));
        Assert.StartsWith("'request-default-changed=fatal' gives no level of a kind of change;", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_each_change()
    {
        Write("old", Section, Api);
        Write("new", Section.Replace("default 10", "default 11", StringComparison.Ordinal), Api);
        var change = Assert.Single(JsonNode.Parse((await _folder.RunAsync("diff", "old", "new", "--format", "json")).Output)!["changes"]!.AsArray())!;
        Assert.Equal(
            """{"level":"warning","kind":"request-default-changed","operation":"Ports.Change","file":"new/change.apispec.yaml","line":11,"text":"the """
            + """default of query limit was \u002710\u0027, and is \u002711\u0027"}""",
            change.ToJsonString());
    }

    [Fact]
    public async Task Specs_that_cannot_be_read_are_never_reported_as_unchanged()
    {
        Write("old", Section, Api);
        Write("new", Section.Replace("total: int", "total: Missing", StringComparison.Ordinal), Api);
        foreach (var arguments in new[]
        {
            new[] { "old", "new" },
            ["new", "old"],
            ["old", "absent"],
            ["absent", "old"],
            ["old"],
            ["old", "old", "--from", "V1", "--to", "V2"],
            ["old", "--from", "V1"],
        })
        {
            var run = await _folder.RunAsync(["diff", .. arguments]);
            Assert.True(run is { Code: 2, Output: "", Error.Length: > 0 }, string.Join(' ', arguments) + ": " + run);
        }
    }

    private void Write(string folder, string section, string api)
        => _folder.Write(folder + "/api.apispec.yaml", api + "\n").Write(folder + "/change.apispec.yaml", "api: demo\n" + section + "\n");
}
