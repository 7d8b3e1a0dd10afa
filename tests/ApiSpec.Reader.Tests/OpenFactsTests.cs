using System.Globalization;
using ApiSpec.Language.Declarations;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Facts that a page does not show are read in every place, and listed once for each file.</summary>
public sealed class OpenFactsTests
{
    [Theory]
    [InlineData("body:\n  limit?: unknown - page size\n", "body.limit (type)")]
    [InlineData("body:\n  limits: unknown[] or null\n", "body.limits (type)")]
    [InlineData("body:\n  limits: map<unknown> 1..5\n", "body.limits (type)")]
    [InlineData("body:\n  limit:\n    type: unknown\n    description: page size\n", "body.limit (type)")]
    [InlineData("body:\n  steps[]:\n    order: unknown\n", "body.steps.order (type)")]
    [InlineData("query:\n  mode?: unknown\n", "query.mode (type)")]
    [InlineData("headers:\n  X-Mode: unknown\n", "headers.X-Mode (type)")]
    [InlineData("body:\n  mode: enum sync|async|...\n", "body.mode (values)")]
    [InlineData("body:\n  mode: enum sync | async | ... - how\n", "body.mode (values)")]
    [InlineData("body:\n  mode: enum ... or null\n", "body.mode (values)")]
    [InlineData("body:\n  mode: (enum a|...)[]\n", "body.mode (values)")]
    [InlineData("body:\n  mode:\n    type: enum\n    values: a|b|...\n", "body.mode (values)")]
    [InlineData("body:\n  mode:\n    type: enum\n    values: [a, b, ...]\n", "body.mode (values)")]
    [InlineData("body:\n  mode:\n    type: enum\n    values:\n      a: The first\n      ...: unknown\n", "body.mode (values)")]
    [InlineData("body:\n  mode:\n    type: enum ...\n    values: [a, b]\n", "body.mode (values)")]
    [InlineData("body:\n  mode: string required not stated\n", "body.mode (whether required)")]
    [InlineData("query:\n  mode: string 1..5   required  not stated  secret - text\n", "query.mode (whether required)")]
    [InlineData("body:\n  mode: string\n  ...: unknown\n", "body (further rows)")]
    [InlineData("body:\n  owner:\n    name: string\n    ...: unknown\n", "body.owner (further rows)")]
    [InlineData("body:\n  owner:\n    type: object\n    members:\n      name: string\n      ...: unknown\n", "body.owner (further rows)")]
    [InlineData("body:\n  owner:\n    type: object\n    members: unknown\n", "body.owner")]
    [InlineData("query:\n  a?: string\n  ...: unknown\n", "query (further rows)")]
    [InlineData("query: unknown\n", "query")]
    [InlineData("headers:\n  ...: unknown\n", "headers (further rows)")]
    [InlineData("body: unknown\n", "body")]
    [InlineData("body: unknown[]\n", "body (type)")]
    [InlineData("body multipart:\n  file: bytes\n  ...: unknown\n", "body multipart (further rows)")]
    [InlineData("body multipart: unknown\n", "body multipart")]
    [InlineData("body form: unknown\n", "body form")]
    [InlineData("body form:\n  RPC:\n    proc: unknown\n", "body form.RPC.proc (type)")]
    [InlineData("response: unknown\n", "response")]
    [InlineData("response:\n  id: long\n  ...: unknown\n", "response (further rows)")]
    [InlineData("schemas:\n  Mode: unknown\n", "Mode (type)")]
    [InlineData("schemas:\n  Mode: enum a|...\n", "Mode (values)")]
    [InlineData("schemas:\n  Mode:\n    a: int\n    ...: unknown\n", "Mode (further rows)")]
    public void Fact_that_is_not_shown_is_listed(string keys, string fact)
        => Assert.Equal([$"APISPEC0147 1 fact is open: {fact}; fill them in when you see the full page"], Listed(Spec.Section(keys, "POST /objects/Tasks")));

    [Theory]
    [InlineData("request: unknown\nstatus: [200]\n", "request")]
    [InlineData("request: GET /x\nstatus: unknown\n", "status")]
    [InlineData("request: GET /x\nstatus:\n  503: Too many\n  ...: unknown\n", "status (further rows)")]
    [InlineData("request: GET /x\nstatus: [200, ...]\n", "status (further rows)")]
    [InlineData("request: GET /x\nstatus: 200, 404, ...\n", "status (further rows)")]
    [InlineData("request: GET /x\nstatus:\n  200:\n    headers:\n      A: string\n      ...: unknown\n", "status.200.headers (further rows)")]
    [InlineData("request: GET /x\nstatus:\n  200:\n    response: unknown\n", "status.200.response")]
    [InlineData("request: GET /x/{id}\npath:\n  ...: unknown\nstatus: [200]\n", "path (further rows)")]
    [InlineData("request: GET /x/{id}\npath: unknown\nstatus: [200]\n", "path")]
    [InlineData("request: GET /x/{id}\npath:\n  id: unknown\nstatus: [200]\n", "path.id (type)")]
    [InlineData("client: XClient\ntypes:\n  Mode: unknown\n", "types.Mode (type)")]
    [InlineData("client: XClient\nsets:\n  list:\n    ...: unknown\n", "sets.list (further rows)")]
    [InlineData("client: XClient\nerror: unknown\n", "error")]
    [InlineData("client: XClient\nauthentication: unknown\n", "authentication")]
    [InlineData("request: GET /x\nauthentication: unknown\nstatus: [200]\n", "authentication")]
    public void Fact_of_a_whole_file_is_listed(string text, string fact)
        => Assert.Equal(
            [$"APISPEC0147 1 fact is open: {fact}; fill them in when you see the full page"],
            Listed(text.StartsWith("client", StringComparison.Ordinal) ? text : "operation: X.Get\n" + text));

    [Fact]
    public void Facts_are_counted_and_named_once_in_the_order_of_the_file()
        => Assert.Equal(
            ["APISPEC0147 5 facts are open: body.mode (values, whether required), body.limit (type), status (further rows), response; fill them in when you "
                + "see the full page"],
            Listed("operation: X.Get\nrequest: POST /x\nbody:\n  mode: enum a|... required not stated\n  limit?: unknown\nstatus:\n  200: Done\n"
                + "  ...: unknown\nresponse: unknown\n"));

    [Fact]
    public void List_of_many_facts_ends()
    {
        var rows = string.Concat(
            Enumerable.Range(0, 500).Select(static i => string.Create(CultureInfo.InvariantCulture, $"  m{i}{new string('x', 150)}: unknown\n")));
        var message = Assert.Single(Listed(Spec.Section("response:\n" + rows)));
        Assert.StartsWith("APISPEC0147 500 facts are open: response.m0xxx", message, StringComparison.Ordinal);
        Assert.EndsWith("xxx... (type) and 488 more; fill them in when you see the full page", message, StringComparison.Ordinal);
        Assert.True(message.Length < 1_000, message);
    }

    [Theory]
    [InlineData("body:\n  state: enum waiting|unknown\n")]
    [InlineData("body:\n  state: enum unknown\n")]
    [InlineData("body:\n  state: enum a|\"...\"\n")]
    [InlineData("body:\n  state:\n    type: enum\n    values: [waiting, unknown]\n")]
    [InlineData("body:\n  state: any\n")]
    [InlineData("body:\n  state: string - unknown\n")]
    [InlineData("body:\n  state: string always unknown\n")]
    [InlineData("body:\n  unknown: string\n")]
    [InlineData("response:\n  state: string filter unknown\n")]
    public void Value_that_is_called_unknown_is_no_open_fact(string keys) => Assert.Empty(Listed(Spec.Section(keys, "POST /objects/Tasks")));

    [Fact]
    public void Values_of_an_enum_keep_the_word_unknown()
    {
        var type = Spec.File(Spec.Section("response:\n  state: enum waiting|unknown\n  other: enum a|\"...\"\n")).Section!.Response!.Members;
        Assert.Equal(["waiting", "unknown"], type[0].Type.Values.Select(static value => value.Value));
        Assert.Equal(["a", "..."], type[1].Type.Values.Select(static value => value.Value));
        Assert.All(type, static row => Assert.False(row.Type.IsOpen));
    }

    [Fact]
    public void Section_needs_no_status_table()
    {
        var section = Spec.File("operation: X.Get\nrequest: GET /x\n").Section!;
        Assert.Equal((true, 0), (section.Statuses.IsOpen, section.Statuses.Rows.Count));
        Assert.Empty(Spec.Diagnostics("operation: X.Get\nrequest: GET /x\n"));
    }

    [Fact]
    public void Table_without_a_success_is_read_as_if_it_continued()
        => Assert.True(Spec.Read("operation: X.Get\nrequest: GET /x\nstatus:\n  404: Nothing\n").File!.Section!.Statuses.IsOpen);

    [Fact]
    public void Placeholders_of_a_table_that_is_cut_off_need_no_rows()
    {
        var rows = Spec.File("operation: X.Get\nrequest: GET /x/{a}/{b}\npath:\n  a: long\n  ...: unknown\n").Section!.PathRows;
        Assert.Equal([("a", TypeKind.Long), ("b", TypeKind.Unknown)], rows.Select(static row => (row.Name, row.Type.Kind)));
    }

    [Fact]
    public void Request_that_is_not_shown_leaves_the_rest_of_the_section()
    {
        var section = Spec.File("operation: X.Get\nrequest: unknown\npath:\n  id: long\nresponse:\n  id: long\n").Section!;
        Assert.Equal((true, "X", "Get", "id"), (section.IsRequestUnknown, section.Group, section.Method, Assert.Single(section.Response!.Members).Name));
    }

    private static string[] Listed(string text)
    {
        var parsed = Spec.Read(text);
        Assert.Empty(parsed.Diagnostics.Where(static diagnostic => diagnostic.Rule.Severity != Language.Diagnostics.SpecSeverity.Info).Select(Spec.Show));
        return [.. parsed.Diagnostics.Where(static diagnostic => diagnostic.Rule.Id == "APISPEC0147")
            .Select(static diagnostic => "APISPEC0147 " + Spec.Message(diagnostic))];
    }
}
