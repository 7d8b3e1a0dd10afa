namespace ApiSpec.Wire.Tests.Evolution;

/// <summary>An edit of a spec, and code that calls what is generated from it.</summary>
/// <param name="Row">The edit, as the guide names it.</param>
/// <param name="Group">The group of the operations, which no other edit has.</param>
/// <param name="Before">The sections before.</param>
/// <param name="After">The sections after.</param>
/// <param name="Code">The code.</param>
internal sealed record SpecEdit(string Row, string Group, string[] Before, string[] After, string Code)
{
    private const string Get = "operation: GROUP.Get\nrequest: GET /GROUP/{id}\npath: {id: long}\nstatus:\n  200 OK: Done.\n  404: None.\n"
        + "response: {name: string, count: int, state: enum a|b}\n";

    private const string Post = "operation: GROUP.Send\nrequest: POST /GROUP/{id}\npath: {id: long}\nbody: {name: string}\nstatus: [200]\n";

    private const string WithQuery = Get + "query: {first?: int}\n";

    // The ways in which programs call an operation.
    private const string Calls = """
        var body = await client.GROUP.GetAsync(1);
        string name = body.Name; int count = body.Count; var isA = body.State == GROUPGetResponseState.A;
        body = await client.GROUP.GetAsync(1, CancellationToken.None);
        body = await client.GROUP.GetAsync(1, cancellationToken: CancellationToken.None);
        var response = await ((IEvoClient)client).GROUP.GetWithResponseAsync(1, CancellationToken.None);
        if (response.Status == GROUPGetStatus.NotFound || response.Body is null) throw new InvalidOperationException();
        Func<long, CancellationToken, Task<GROUPGetResponse>> call = client.GROUP.GetAsync;
        await call(1, default);
        """;

    private const string QueryCalls = """
        await client.GROUP.GetAsync(1);
        await client.GROUP.GetAsync(1, new() { First = 2 });
        await client.GROUP.GetAsync(1, null, CancellationToken.None);
        await client.GROUP.GetAsync(1, CancellationToken.None);
        await client.GROUP.GetAsync(1, cancellationToken: CancellationToken.None);
        await ((IEvoClient)client).GROUP.GetWithResponseAsync(1, new GROUPGetQuery { First = 2 }, CancellationToken.None);
        """;

    private const string PostCall = "await client.GROUP.SendAsync(1, new GROUPSendBody { Name = \"n\" });";

    private const string Put = "operation: GROUP.Set\nrequest: PUT /GROUP/{id}\npath: {id: long}\nbody: GROUPThing\nstatus: [200]\nresponse: GROUPThing\n"
        + "schemas:\n  GROUPThing: {name: string}\n";

    private const string PutOnly = "operation: GROUP.Set\nrequest: PUT /GROUP/{id}\npath: {id: long}\nbody: GROUPThing\nstatus: [200]\n"
        + "schemas:\n  GROUPThing: {name: string}\n";

    private const string Find = "operation: GROUP.Find\nrequest: GET /GROUP\nstatus: [200]\nresponse: {name: string}\n";

    private const string FindThing = "operation: GROUP.Find\nrequest: GET /GROUP\nstatus: [200]\nresponse: GROUPThing\n";

    private const string PutCall = "await client.GROUP.SetAsync(1, new GROUPThing { Name = \"n\" });";

    private const string Stop = "operation: GROUP.GetStop\nrequest: GET /GROUP/{id}/stop\npath: {id: long}\nstatus: [200]\nresponse: GROUPCommand\n"
        + "with: {href: link GROUP.InvokeStop}\nschemas:\n  GROUPCommand: {name: string, href: url}\n";

    private const string InvokeStop = "operation: GROUP.InvokeStop\nrequest: POST /GROUP/{id}/invoke\npath: {id: long}\nbody: GROUPCommand\nstatus: [200]\n";

    private const string StopCall = "await client.GROUP.StopAsync(1);";

    private const string List = "operation: GROUP.List\nrequest: GET /GROUP\nquery: {offset?: int}\nstatus: [200]\n"
        + "response: {items: 'GROUPItem[]', total: int}\nschemas:\n  GROUPItem: {name: string}\n";

    private const string GenericList = "operation: GROUP.List\nrequest: GET /GROUP\nquery: {offset?: int}\nstatus: [200]\nresponse: GROUPPage<GROUPItem>\n"
        + "schemas:\n  GROUPPage<T>: {items: 'T[]', total: int}\n  GROUPItem: {name: string}\n";

    private const string Paging = "paging: {items: items, total: total, offset: offset}\n";

    private const string GenericInvoke = "operation: GROUP.InvokeStop\nrequest: POST /GROUP/{id}/invoke\npath: {id: long}\nbody: GROUPCommand<GROUPItem>\n"
        + "status: [200]\n";

    private const string ItemsCall = "await foreach (var item in client.GROUP.ListItemsAsync()) _ = item.Name;";

    private const string GenericStop = "operation: GROUP.List\nrequest: GET /GROUP/{id}/stop\npath: {id: long}\nstatus: [200]\n"
        + "response: GROUPCommand<GROUPItem>\nwith: {href: link GROUP.InvokeStop}\n"
        + "schemas:\n  GROUPCommand<T>: {href: url, items: 'T[]'}\n  GROUPItem: {name: string}\n";

    private const string ListCall = "await client.GROUP.ListAsync(); await client.GROUP.ListAsync(new() { Offset = 1 });";

    private const string Rename = "operation: GROUP.Rename\nrequest: GET /GROUP/{id}\npath: {id: long}\nquery: {from: string, to: string}\nstatus: [200]\n";

    private const string OwnFake = """
        IGROUPClient fake = new Fake();
        await fake.With(new ApiCallOptions()).GetAsync(1);
        await fake.GetAsync(1, CancellationToken.None);
        } private sealed class Fake : BASE {
            public OVERRIDE Task<GROUPGetResponse> GetAsync(long id, CancellationToken cancellationToken = default) => Task.FromResult(new GROUPGetResponse());
        """;

    public static IReadOnlyList<SpecEdit> All { get; } = Numbered(
    [
        Of("a new operation", [Get], [Get, Post], Calls),
        Of("a new operation, for a fake that implements the interface", [Get], [Get, Post], OwnFake
            .Replace("BASE", "IGROUPClient", StringComparison.Ordinal).Replace("OVERRIDE ", "", StringComparison.Ordinal)
            + " public Task<ApiResponse<GROUPGetResponse, ApiRawBody, GROUPGetStatus>> GetWithResponseAsync(long id, CancellationToken cancellationToken = "
            + "default) => throw new NotSupportedException();"
            + " public IGROUPClient With(ApiCallOptions options) => this;"),
        Of("a new operation, for a fake that derives from the base class", [Get], [Get, Post], OwnFake
            .Replace("BASE", "GROUPClientBase", StringComparison.Ordinal).Replace("OVERRIDE", "override", StringComparison.Ordinal)),
        Of("the first optional query parameter or header, for a fake that derives from the base class", [Get], [WithQuery], OwnFake
            .Replace("BASE", "GROUPClientBase", StringComparison.Ordinal).Replace("OVERRIDE", "override", StringComparison.Ordinal)),
        Of("a new operation with the name of an action's method", [Stop, InvokeStop], [
            Stop, InvokeStop, "operation: GROUP.Stop\nrequest: POST /GROUP/{id}\npath: {id: long}\nstatus: [200]\n",
        ], StopCall),
        Of("a second action whose operations end in the same words", [Stop, InvokeStop], [
            Stop, InvokeStop, .. new[] { Stop, InvokeStop }.Select(static section => section.Replace("GetStop", "FindStop", StringComparison.Ordinal)
                .Replace("InvokeStop", "RunStop", StringComparison.Ordinal).Replace("/GROUP/", "/GROUP/more/", StringComparison.Ordinal)
                .Replace("schemas:\n  GROUPCommand: {name: string, href: url}\n", "", StringComparison.Ordinal)),
        ], StopCall),
        Of("an operation is removed", [Get, Post], [Get], PostCall),
        Of("an operation gets another name", [Get], [Get.Replace("GROUP.Get", "GROUP.Read", StringComparison.Ordinal)], "await client.GROUP.GetAsync(1);"),
        Of("an operation gets another name, and `csharp:` has the old one", [
            Get,
        ], [Get.Replace("GROUP.Get", "GROUP.Read", StringComparison.Ordinal) + "csharp: Get\n"], Calls),
        Of("the first optional query parameter or header", [Get], [WithQuery], Calls),
        Of("the first optional query parameter or header", [Get], [Get + "headers: {X-First?: string}\n"], Calls),
        Of("another optional query parameter or header", [
            WithQuery,
        ], [WithQuery.Replace("first?: int", "first?: int, second?: string", StringComparison.Ordinal)], QueryCalls),
        Of("a required query parameter or header", [Get], [Get + "query: {first: int}\n"], "await client.GROUP.GetAsync(1, CancellationToken.None);"),
        Of("a path parameter gets another name", [Get], [
            Get.Replace("{id", "{key", StringComparison.Ordinal),
        ], "await client.GROUP.GetAsync(1);"),
        Of("a path parameter gets another name, for a call that passes it by name", [Get], [
            Get.Replace("{id", "{key", StringComparison.Ordinal),
        ], "await client.GROUP.GetAsync(id: 1);"),
        Of("two required parameters of the same type change places", [Rename], [
            Rename.Replace("from: string, to: string", "to: string, from: string", StringComparison.Ordinal),
        ], "await client.GROUP.RenameAsync(1, \"a\", \"b\");"),
        Of("an optional query parameter becomes required", [WithQuery], [WithQuery.Replace("?:", ":", StringComparison.Ordinal)], QueryCalls),
        Of("an optional member of a request body", [Post], [Post.Replace("name: string", "name: string, more?: int", StringComparison.Ordinal)], PostCall),
        Of("a required member of a request body", [Post], [Post.Replace("name: string", "name: string, more: int", StringComparison.Ordinal)], PostCall),
        Of("an optional member of a request body becomes required", [Post.Replace("name: string", "name: string, more?: string", StringComparison.Ordinal)], [
            Post.Replace("name: string", "name: string, more: string", StringComparison.Ordinal),
        ], PostCall),
        Of("a required member of a request body that responses also contain", [Put], [
            Put.Replace("name: string", "name: string, more: string", StringComparison.Ordinal),
        ], PutCall),
        Of("a response contains the table of a request body for the first time", [PutOnly, Find], [PutOnly, FindThing], PutCall),
        Of("no response contains the table of a request body any more", [PutOnly, FindThing], [PutOnly, Find],
            "var thing = new GROUPThing(); await client.GROUP.SetAsync(1, thing with { Name = \"n\" });"),
        Of("a request gets a body", [Post.Replace("body: {name: string}\n", "", StringComparison.Ordinal)], [Post], "await client.GROUP.SendAsync(1);"),
        Of("a member of a response", [Get], [Get.Replace("{name", "{more?: int, name", StringComparison.Ordinal)], Calls),
        Of("a member of a response is removed", [Get], [Get.Replace("name: string, ", "", StringComparison.Ordinal)], Calls),
        Of("a value of an enum", [Get], [Get.Replace("a|b", "a|b|c", StringComparison.Ordinal)], Calls),
        Of("a string or object of a response becomes optional or null", [
            Get,
        ], [Get.Replace("name: string", "name?: string or null", StringComparison.Ordinal)], Calls),
        Of("a number, date or enum of a response becomes optional or null", [Get], [Get.Replace("count: int", "count?: int", StringComparison.Ordinal)], Calls),
        Of("a number, date or enum of a response becomes optional or null", [Get], [Get.Replace("a|b", "a|b or null", StringComparison.Ordinal)],
            "GROUPGetResponseState state = (await client.GROUP.GetAsync(1)).State;"),
        Of("a member gets another type", [Get], [Get.Replace("count: int", "count: long", StringComparison.Ordinal)], Calls),
        Of("a response where there was none", [Post], [Post + "response: {name: string}\n"], PostCall),
        Of("a value of an enum is removed", [Get], [Get.Replace("a|b", "b|c", StringComparison.Ordinal)], Calls),
        Of("a schema gets another name", [PutOnly], [PutOnly.Replace("GROUPThing", "GROUPObject", StringComparison.Ordinal)], PutCall),
        Of("a row of the status table", [Get], [Get.Replace("  404: None.\n", "  404: None.\n  409: Busy.\n", StringComparison.Ordinal)], Calls),
        Of("a row of the status table is removed", [Get], [Get.Replace("  404: None.\n", "", StringComparison.Ordinal)], Calls),
        Of("other words: titles, descriptions, messages, notes, sources", [
            Get,
        ], [Get.Replace("None.", "Nothing has this number.", StringComparison.Ordinal) + "title: Reading\nfunction: Reads.\nnotes: Checked.\n"], Calls),
        Of("`roles` or examples", [Get], [
            Get + "roles: [Admin]\nexamples:\n  - request header: GET /GROUP/1 HTTP/1.1\n    response header: HTTP/1.1 200 OK\n"
                + "    response body: '{\"name\": \"n\", \"count\": 1, \"state\": \"a\"}'\n",
        ], Calls),
        Of("`paging`", [List], [List + Paging], ListCall),
        Of("`paging`, if the response is a schema such as `Page<T>`", [GenericList], [GenericList + Paging],
            ListCall + ItemsCall),
        Of("`deprecated`", [Get], [Get + "deprecated: use another\n"], Calls),
        Of("a link that makes an action", [Stop.Replace("with: {href: link GROUP.InvokeStop}\n", "", StringComparison.Ordinal), InvokeStop], [
            Stop, InvokeStop,
        ], "await client.GROUP.InvokeStopAsync(1, await client.GROUP.GetStopAsync(1));"),
        Of("a link that makes an action, if the response is a schema such as `Page<T>`", [
            GenericStop.Replace("with: {href: link GROUP.InvokeStop}\n", "", StringComparison.Ordinal), GenericInvoke,
        ], [GenericStop, GenericInvoke], ItemsCall.Replace("()", "(1)", StringComparison.Ordinal)),
        Of("`done when`", [Get], [Get + "done when: state = b\n"], Calls),
        Of("`done when`, if the response is a schema such as `Page<T>`", [GenericList], [GenericList + "done when: total = 2\n"], ItemsCall),
    ]);

    // A row can have several edits, and each has its own group.
    private static SpecEdit[] Numbered(Func<int, SpecEdit>[] edits) => [.. edits.Select(static (edit, index) => edit(index))];

    private static Func<int, SpecEdit> Of(string row, string[] before, string[] after, string code) => index =>
    {
        // Letters alone: the name of a group is part of many other names.
        var group = "Edit" + (char)('A' + (index / 26)) + (char)('a' + (index % 26));
        return new SpecEdit(row, group, before, after, $$"""
            using System; using System.Threading; using System.Threading.Tasks; using ApiSpec; using Evo;
            namespace Callers;
            public static class {{group}} { public static async Task Run(EvoClient client) {
            {{code.Replace("GROUP", group, StringComparison.Ordinal)}}
            } }
            """);
    };
}
