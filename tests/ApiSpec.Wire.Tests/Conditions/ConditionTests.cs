using System.Globalization;
using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests.Conditions;

/// <summary>
/// Conditions for required values, and for values that only apply under a condition, are the same for all three: the generated client before it sends, the stub
/// server for the spec, and the build if the spec prints the request as an example.
/// </summary>
public sealed partial class ConditionTests
{
    public static TheoryData<string, string?, string?> Groups => new()
    {
        { """{"owner":{"mail":"m"}}""", null, null },
        { """{"owner":{"phone":null}}""", null, null },
        { """{"owner":{}}""", "Exactly one of these must be given: owner.mail, owner.phone.", "one of 'owner.mail', 'owner.phone' is missing" },

        {
            """{"owner":{"mail":"m","phone":"1"}}""",
            "Exactly one of these must be given: owner.mail, owner.phone.",
            "of 'owner.mail', 'owner.phone' only one may be there"
        },

        {
            """{"owner":{"mail":"m"},"site":{"room":{"number":1}},"note":"n"}""",
            "At most one of these can be given: site.room.number, note.",
            "of 'site.room.number', 'note' only one may be there"
        },
        { """{"owner":{"mail":"m"},"site":{"room":{}},"note":"n"}""", null, null },
    };

    [Theory]
    [MemberData(nameof(Groups), DisableDiscoveryEnumeration = true)]
    public async Task Groups_take_members_of_members(string body, string? byClient, string? byServer)
    {
        var request = new PrintedRequest(s_sections["Groups.Send"].Request, "", body);
        using var server = new StubMessageHandler(new StubOptions(ExampleCatalog.Parse([.. Specs])));

        var refused = await Record.ExceptionAsync(
            () => s_client.Value.CallAsync(new Uri("http://localhost"), "Groups.Send", request.ArgumentOf, new ApiClientOptions { Handler = server }));
        await request.SendAsync(server);

        Assert.Equal(byClient, (refused as ArgumentException)?.Message);
        Assert.Equal(byServer is null ? null : "Groups.Send: " + byServer + ".", server.Requests[^1].Violation);
    }

    public static TheoryData<string, string, string?, string?, string?> Requests => new()
    {
        { "Own.Send", "", """{"control":"sequence","sequence":"s"}""", null, null },
        { "Own.Send", "", """{"control":"sequence"}""", "sequence", "must be given if control is sequence" },
        { "Own.Send", "", """{"control":"group","forced":"f"}""", "outlets", "must be given if control is outlet or group" },
        { "Own.Send", "", """{"control":"outlet","outlets":[]}""", null, null },
        { "Own.Send", "", """{"control":"group","outlets":["a"]}""", "forced", "must be given if control is group" },
        { "Own.Send", "", """{"control":"outlet","outlets":["a"],"forced":"x"}""", "forced", "only applies if control is group" },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","rack":"r"}""", "room", "must be given if rack is given" },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","rack":null}""", null, null },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","rack":"r","room":"1"}""", null, null },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","period":"p"}""", "period", "only applies if periodType is ABSOLUTE or RELATIVE" },

        {
            "Own.Send",
            "",
            """{"control":"sequence","sequence":"s","period":"p","periodType":"NO"}""",
            "period",
            "only applies if periodType is ABSOLUTE or RELATIVE"
        },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","period":"p","periodType":"RELATIVE"}""", null, null },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","periodType":"RELATIVE"}""", null, null },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","count":11}""", "step", "must be given if count is not 10 and rack is missing" },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","count":10}""", null, null },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","tags":"a,big"}""", "big", "must be given if tags has two words or big" },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","tags":"two words"}""", "big", "must be given if tags has two words or big" },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","tags":"a,bigger"}""", null, null },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","exact":2.5}""", "exact", "only applies if count is 1.0" },
        { "Own.Send", "", """{"control":"sequence","sequence":"s","exact":2.5,"count":1,"step":1}""", null, null },
        { "Nested.Send", "", """{"mode":"fast","limits":{"soft":1},"outlets":[{"name":"a","steps":[]}],"named":{"k":{"x":1,"y":1}}}""", null, null },

        {
            "Nested.Send",
            "",
            """{"mode":"slow","limits":{"soft":1},"outlets":[],"named":{}}""",
            "limits.hard",
            "must be given if soft is given and mode is slow"
        },

        {
            "Nested.Send",
            "",
            """{"mode":"slow","limits":{},"outlets":[{"name":"b","delay":1,"steps":[]},{"name":"a","steps":[]}],"named":{}}""",
            "outlets[1].delay",
            "must be given if mode is slow"
        },
        {
            "Nested.Send",
            "",
            """{"mode":"slow","limits":{"hard":7},"outlets":[{"name":"a","delay":1,"steps":[[{"at":1,"until":2}],[{"at":2}]]}],"named":{}}""",
            "outlets[0].steps[1][0].until",
            "must be given if name is a and mode is slow and limits.hard is 7"
        },

        {
            "Nested.Send",
            "",
            """{"mode":"fast","limits":{},"outlets":[],"named":{"n":null,"k":{"x":0,"y":1}}}""",
            "named.k.y",
            "only applies if x is not 0 and mode is fast"
        },
        { "Shared.Send", "", """[{"kind":"port","port":1,"parts":[]},{"kind":"host","parts":[]}]""", "[1].host", "must be given if kind is host" },

        {
            "Shared.Send",
            "",
            """[{"kind":"host","host":"h","parts":[{"unit":"kg"}]}]""",
            "[0].parts[0].weight",
            "must be given if kind is host and unit is not g"
        },
        { "Shared.Send", "", """[{"kind":"host","host":"h","port":1,"parts":[{"unit":"g"}]}]""", "[0].port", "only applies if kind is port" },

        {
            "Tree.Send",
            "",
            """{"name":"a","leaf":false,"children":[{"name":"b"},{"name":"c","leaf":false}]}""",
            "children[1].children",
            "must be given if leaf is false"
        },
        { "Tree.Send", "", """{"name":"a","leaf":false,"children":[{"name":"b","children":[]}]}""", "children[0].children", "only applies if leaf is false" },
        { "Union.Send", "", """{"radius":2,"unit":"cm"}""", null, null },
        { "Table.Send", "", """{"control":"sequence"}""", "sequence", "must be given if control is sequence and dry is missing" },
        { "Table.Send", "?dry", """{"control":"sequence"}""", null, null },
        { "Table.Send", "", """{"control":"outlet","sequence":"s"}""", "outlets", "must be given if control is outlet" },
        { "Table.Send", "", """{"control":"group"}""", null, null },
        { "Query.List", "?fixed=3", null, null, null },
        { "Query.List", "?mode=range&fixed=3", null, "from", "must be given if mode is range" },
        { "Query.List", "?mode=range&from=2026-01-31&until=2026-02-01&fixed=3", null, null, null },
        { "Query.List", "?until=2026-02-01&fixed=3", null, "until", "only applies if mode is range" },
        { "Query.List", "?ids=4&ids=5&tags=a%7Cx&fixed=3", null, "limit", "must be given if tags has x" },
        { "Query.List", "?ids=4&ids=5&tags=a%7Cx&limit=1&fixed=3", null, null, null },
        { "Query.List", "?ids=4&limit=1&fixed=3", null, "limit", "only applies if ids has 5" },
        { "Query.List", "?dry&fixed=3", null, "reason", "must be given if dry is true" },
        { "Query.List", "?fixed=3 X-Mode: fast", null, "other", "must be given if fixed is 3.0 and X-Mode is given" },
        { "Query.List", "?mode=range&from=2026-01-31&fixed=3&other=o X-Mode: strict", null, "X-Reason", "must be given if mode is range and X-Mode is strict" },
        { "Form.Send", "", "cmd=get", null, null },
        { "Form.Send", "", "cmd=set", "value", "must be given if cmd is set" },
        { "Form.Send", "", "cmd=get&unit=m", "unit", "only applies if cmd is set" },
        { "FormJson.Send", "", """cmd=get&steps=[]""", null, null },
        { "FormJson.Send", "", """cmd=set&steps=[{"name":"a","delay":1},{"name":"b"}]""", "steps[1].delay", "must be given if cmd is set" },
        { "FormJson.Send", "", """cmd=get&steps=[{"name":"a","unit":"u"}]""", "steps[0].unit", "only applies if opts.mode is m" },
        { "FormJson.Send", "", """cmd=set&opts={"mode":"m"}&steps=[{"name":"a","delay":1,"unit":"u"}]""", null, null },
        { "FormJson.Send", "", """cmd=set&opts={"mode":"loud"}&steps=[]""", "note", "must be given if opts.mode is loud" },
        { "FormJson.Send", "", """cmd=get&opts={"mode":"x"}&steps=[]""", "many", "must be given if steps is given and cmd is get and opts is given" },
        { "Same.Send", "", """{"control":"sequence"}""", "sequence", "must be given if control is sequence and dry is missing" },
        { "Same.Send", "?dry", """{"control":"sequence"}""", null, null },
        { "Same.Send", "", """{"control":"outlet"}""", "outlets", "must be given if control is outlet" },
        { "SameInline.Send", "", "{}", null, null },
        { "SameInline.Send", "?dry", "{}", "a", "must be given if dry is true" },
        { "SameInline.Send", "", """{"a":"x"}""", "b", "must be given if a is given" },
        { "Blank.List", "?from=2026-01-31", null, null, null },
        { "Blank.List", "?from=", null, "reason", "must be given if from is \"\"" },
        { "Blank.List", "?from=&reason=r", null, null, null },
        { "Blank.List", "?from=2026-01-31&on=false&off=o", null, "off", "only applies if on is not false" },
        { "Query.List", "?ids=5&ids=4&limit=1&fixed=3", null, null, null },
        { "Mixed.Send", "/b?dry=true", """{"items":[{"id":1,"note":"n"},{"id":2}]}""", "items[1].note", "must be given if dry is true and kind is b" },
        { "Mixed.Send", "/b?dry=false", """{"items":[{"id":1}]}""", null, null },
        { "Mixed.Send", "/b", """{"items":[{"id":1}],"text":"t"}""", "text", "only applies if kind is a" },
        { "Mixed.Send", "/a", """{"items":[{"id":1}],"text":"t"}""", null, null },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public async Task Client_server_and_build_find_the_same_problem(string operation, string target, string? body, string? path, string? problem)
    {
        var request = new PrintedRequest(s_sections[operation].Request, target, body);
        using var server = new StubMessageHandler(new StubOptions(ExampleCatalog.Parse([.. Specs])));

        var byClient = await Record.ExceptionAsync(
            () => s_client.Value.CallAsync(new Uri("http://localhost"), operation, request.ArgumentOf, new ApiClientOptions { Handler = server }));
        if (problem is null)
        {
            Assert.Null(byClient);
            Assert.Null(Assert.Single(server.Requests).Violation);
        }
        else
        {
            var refused = Assert.IsType<ArgumentException>(byClient);
            Assert.Equal(path, refused.ParamName);
            Assert.StartsWith("'" + path!.Split('.', ']')[^1] + "' " + problem + ".", refused.Message, StringComparison.Ordinal);
            Assert.Empty(server.Requests);
        }

        await request.SendAsync(server);
        if (problem is null)
            Assert.Null(server.Requests[^1].Violation);
        else
            Assert.EndsWith(" " + problem + ".", server.Requests[^1].Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Condition_of_an_alternative_is_checked()
    {
        var request = new PrintedRequest(s_sections["Union.Send"].Request, "", """{"radius":2}""");
        using var server = new StubMessageHandler(new StubOptions(ExampleCatalog.Parse([.. Specs])));

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => s_client.Value.CallAsync(new Uri("http://localhost"), "Union.Send", request.ArgumentOf, new ApiClientOptions { Handler = server }));
        await request.SendAsync(server);

        Assert.Equal("unit", refused.ParamName);
        Assert.Contains("no alternative of the type has this value", Assert.Single(server.Requests).Violation, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_compares_printed_requests_with_the_conditions()
    {
        var files = new List<SpecDocument> { new("api.apispec.yaml", "client: ExampleApiClient\n" + Schemas) };
        // Other sections have the same bodies as these.
        files.AddRange(Specs.Where(static file => file.FileName is "Table.Send.apispec.yaml" or "Inline.Send.apispec.yaml"));
        var expected = new List<(string File, string Operation, bool IsForm, string? Problem)>();
        foreach (var row in Requests)
        {
            var (operation, target, body, _, problem) = row.Data;
            var (request, keys) = s_sections[operation];
            var number = files.Count.ToString(CultureInfo.InvariantCulture);
            var printed = new PrintedRequest(request.Replace(" /", " /x" + number, StringComparison.Ordinal), target, body);
            files.Add(new SpecDocument(
                "s" + number + ".apispec.yaml",
                Section(operation + number, request.Replace(" /", " /x" + number, StringComparison.Ordinal), keys) + printed.Example));
            expected.Add(("s" + number + ".apispec.yaml", operation, operation is "Form.Send" or "FormJson.Send", problem));
        }

        var messages = GeneratedProject.Of(files).MessagesByFile;

        // The fields of forms are not compared.
        var differences = expected.Where(one => !one.IsForm && string.Join("; ", messages[one.File]) is var found
            && !(one.Problem is null ? found.Length == 0 : messages[one.File].Count() == 1
                && found.Contains(one.Problem.Replace("must be given ", "", StringComparison.Ordinal), StringComparison.Ordinal)));
        Assert.Equal("", string.Join("\n", differences.Select(one => one + ": " + string.Join("; ", messages[one.File]))));
    }

    [Fact]
    public async Task Made_request_of_the_stub_page_keeps_the_conditions_that_it_shows()
    {
        var catalog = ExampleCatalog.Parse([.. Specs]);
        using var server = new StubMessageHandler(new StubOptions(catalog));
        using var http = new HttpClient(server, disposeHandler: false);
        // A generated request does not know the conditions of a union's alternatives.
        foreach (var sample in catalog.Operations.Where(static operation => operation.Id != "Union.Send")
            .SelectMany(static operation => operation.SampleRequests))
        {
            using var message = new HttpRequestMessage(new HttpMethod(sample.Method), new Uri("http://localhost" + sample.Target));
            if (sample.Body is not null)
                message.Content = new StringContent(sample.Body, Encoding.UTF8, sample.Headers["Content-Type"]!);
            using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        }

        Assert.Equal("", string.Join("\n", server.Requests.Where(static request => request.Violation is not null)
            .Select(static request => request.Target + " " + request.BodyText + ": " + request.Violation)));
        Assert.Contains("\"outlets\":", Assert.Single(server.Requests, static request => request.Target == "/own").BodyText, StringComparison.Ordinal);
        var rows = catalog.Operations.Single(static operation => operation.Id == "Own.Send").RequestBody!.Members;
        Assert.Equal("string[] required when control = outlet|group", rows.Single(static row => row.Name == "outlets").Type);
        Assert.Equal("string only when periodType = ABSOLUTE|RELATIVE", rows.Single(static row => row.Name == "period").Type);
    }
}
