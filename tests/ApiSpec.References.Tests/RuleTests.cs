using ApiSpec.References.Tests.Servers;
using Example.Rules;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>The rules for a request body are checked before a byte is sent, at any depth of the body.</summary>
public sealed class RuleTests
{
    private static readonly Outlet s_outlet = new() { Name = "a", Watts = 5 };
    private static readonly PanelsPutBody s_panel = new()
    {
        Name = "panel", Outlets = [s_outlet], Day = new DateOnly(2026, 1, 31), Id = new Guid("123e4567-e89b-12d3-a456-426614174000"),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Outlet Long => s_outlet with { Name = "toolong" };

    public static TheoryData<string, string, object> Broken => new()
    {
        { "name", "The text has 6 characters; the reference allows 1 to 5.", s_panel with { Name = "toobig" } },
        { "name", "The text has 0 characters; the reference allows 1 to 5.", s_panel with { Name = "" } },
        { "outlets", "There are 0 values; the reference allows 1 to 3.", s_panel with { Outlets = [] } },
        { "outlets", "There are 4 values; the reference allows 1 to 3.", s_panel with { Outlets = [s_outlet, s_outlet, s_outlet, s_outlet] } },
        { "outlets[1].name", "The text has 7 characters; the reference allows 1 to 5.", s_panel with { Outlets = [s_outlet, Long] } },
        { "outlets[0].watts", "The reference allows 1 to 100.", s_panel with { Outlets = [s_outlet with { Watts = 101 }] } },
        { "outlets[0].price", "The reference allows 0.5 to 9.5.", s_panel with { Outlets = [s_outlet with { Price = 0.4m }] } },
        { "outlets[0].kind", "The reference allows only 'outlet'.", s_panel with { Outlets = [s_outlet with { Kind = "plug" }] } },
        { "mode", "The reference allows only 'fast'.", s_panel with { Mode = "slow" } },
        { "code", "The text has 3 characters; the reference allows 4 to 8.", s_panel with { Code = "abc" } },
        { "extra.x.name", "The text has 7 characters", s_panel with { Extra = new Dictionary<string, Outlet> { ["x"] = Long } } },
        {
            "extra", "There are 3 values; the reference allows at most 2.",
            s_panel with { Extra = new Dictionary<string, Outlet> { ["x"] = s_outlet, ["y"] = s_outlet, ["z"] = s_outlet } }
        },
        { "nested[0][1].name", "The text has 7 characters", s_panel with { Nested = [[s_outlet, Long]] } },
        { "tree.children[0].children[0].name", "The text has 4 characters", s_panel with { Tree = Nest(Nest(new Tree { Name = "four" })) } },
        { "choices[1].size", "The reference allows at least 1.", s_panel with { Choices = [s_outlet, new Group { Size = 0 }] } },
        { "choices[0].name", "The text has 7 characters", s_panel with { Choices = [Long] } },
        { "choices[0].type", "The reference allows only 'group'.", s_panel with { Choices = [new Group { Type = "other", Size = 1 }] } },
        { "scale", "The reference allows 1 to 10.", s_panel with { Scale = 11 } },
        { "size", "The reference allows at least 1.", s_panel with { Size = 0 } },
        { "level", "The reference allows only '3'.", s_panel with { Level = 4 } },
        { "day", "The reference allows only '2026-01-31'.", s_panel with { Day = new DateOnly(2026, 2, 1) } },
        { "id", "The reference allows only '123e4567-e89b-12d3-a456-426614174000'.", s_panel with { Id = Guid.Empty } },
        { "state", "The reference allows only 'on'.", s_panel with { State = PanelsPutBodyState.Off } },
        { "ratio", "The reference allows 0 to 1.", s_panel with { Ratio = 1.01 } },
        { "ratio", "The reference allows 0 to 1.", s_panel with { Ratio = double.NaN } },
        { "tags", "There are 3 values; the reference allows at most 2.", s_panel with { Tags = ["a", "b", "c"] } },
        { "spare", "There are 0 values; the reference allows 1 to 2.", s_panel with { Spare = [] } },
        { "holder.items", "There are 0 values; the reference allows 1 to 2.", s_panel with { Holder = new HolderOfOutlet { Items = [] } } },
        { "holder.items[0].name", "The text has 7 characters", s_panel with { Holder = new HolderOfOutlet { Items = [Long] } } },
        {
            "holder.byName.k.name", "The text has 7 characters",
            s_panel with { Holder = new HolderOfOutlet { Items = [s_outlet], ByName = new Dictionary<string, Outlet> { ["k"] = Long } } }
        },
        { "note", "The text has 4 characters", s_panel with { Note = "four" } },
        { "inner.deep[0].name", "The text has 0 characters", s_panel with { Inner = new() { Deep = [new() { Name = "" }] } } },
        { "label9", "The text has 4 characters", s_panel with { Labels = new Dictionary<string, string> { ["1"] = "abc", ["9"] = "four" } } },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task A_value_that_the_reference_does_not_allow_is_refused_with_its_path(string path, string rule, object body)
    {
        await using var server = await RecordingServer.StartAsync(200, "");
        using var client = new RulesClient(server.Address);
        var thrown = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Panels.PutAsync((PanelsPutBody)body, Token));
        Assert.Equal(path, thrown.ParamName);
        Assert.StartsWith(rule, thrown.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_the_reference_allows_is_sent()
    {
        await using var server = await RecordingServer.StartAsync(200, "");
        using var client = new RulesClient(server.Address);
        await client.Panels.PutAsync(s_panel, Token);
        await client.Panels.PutAsync(
            s_panel with
            {
                Code = "1234", Pin = 1000, Extra = new Dictionary<string, Outlet> { ["x"] = s_outlet }, Nested = [[]], Tree = Nest(new Tree { Name = "abc" }),
                Choices = [s_outlet, new Group { Size = 1 }], Scale = "10", Size = 1, Level = 3, State = PanelsPutBodyState.On,
                Ratio = 1, Tags = [], Holder = new HolderOfOutlet { Items = [s_outlet] }, Note = null,
            },
            Token);
        Assert.Equal(
            """{"name":"panel","outlets":[{"name":"a","watts":5,"kind":"outlet"}],"mode":"fast","level":3"""
            + ""","day":"2026-01-31","id":"123e4567-e89b-12d3-a456-426614174000","state":"on"}""",
            server.Requests[0].Body);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_secret_value_is_not_in_the_message()
    {
        using var client = new RulesClient(new Uri("http://localhost:1"));
        var thrown = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.Panels.PutAsync(s_panel with { Pin = 123 }, Token));
        Assert.Equal("pin", thrown.ParamName);
        Assert.Null(thrown.ActualValue);
        Assert.DoesNotContain("123", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_a_part_of_a_form_and_a_body_with_required_members_are_checked_alike()
    {
        await using var server = await RecordingServer.StartAsync(200, """{"name":"toolong","watts":5,"kind":"outlet"}""");
        using var client = new RulesClient(server.Address);
        Assert.Equal("[1].name", (await Assert.ThrowsAsync<ArgumentException>(() => client.Outlets.PutAsync([s_outlet, Long], Token))).ParamName);
        Assert.Equal(
            "outlet.name", (await Assert.ThrowsAsync<ArgumentException>(() => client.Panels.ImportAsync(Long, "t", cancellationToken: Token))).ParamName);
        Assert.Equal("note", (await Assert.ThrowsAsync<ArgumentException>(() => client.Panels.ImportAsync(s_outlet, "t", "four", Token))).ParamName);
        Assert.Equal(
            "title", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.Panels.ImportAsync(s_outlet, null!, cancellationToken: Token))).ParamName);
        Assert.Equal(
            "kind", (await Assert.ThrowsAsync<ArgumentException>(() => client.Outlets.PatchAsync(1, new() { Name = "a", Kind = "plug" }, Token))).ParamName);
        Assert.Equal("ids", (await Assert.ThrowsAsync<ArgumentException>(() => client.Outlets.GetAsync(1, new() { Ids = [1, 2, 3] }, Token))).ParamName);
        Assert.Empty(server.Requests);

        // A server can send a value that it would not accept, and a program can keep it.
        var read = await client.Outlets.GetAsync(1, cancellationToken: Token);
        Assert.Equal("toolong", read.Name);
        Assert.Contains("toolong", Outlet.Json.ToJson(read), StringComparison.Ordinal);
        Assert.Equal("name", (await Assert.ThrowsAsync<ArgumentException>(() => client.Outlets.PatchAsync(1, read, Token))).ParamName);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_missing_member_is_refused_with_its_path()
    {
        using var client = new RulesClient(new Uri("http://localhost:1"));
        var thrown = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Panels.PutAsync(s_panel with { Outlets = [s_outlet, new Outlet { Name = "b" }] }, Token));
        Assert.Equal("outlets[1].watts", thrown.ParamName);
        Assert.Contains("required", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("[0].name", (await Assert.ThrowsAsync<ArgumentException>(() => client.Plains.PutAsync([new Plain { Name = null! }], Token))).ParamName);
        Assert.Equal(
            "day", (await Assert.ThrowsAsync<ArgumentException>(() => client.Panels.PutAsync(new() { Name = "a", Outlets = [s_outlet] }, Token))).ParamName);
        Assert.Equal("mode", (await Assert.ThrowsAsync<ArgumentException>(() => client.Panels.PutAsync(s_panel with { Mode = null! }, Token))).ParamName);
    }

    [Fact]
    public async Task A_required_list_that_nobody_set_is_refused_and_an_optional_one_is_left_out()
    {
        await using var server = await RecordingServer.StartAsync(200, "");
        using var client = new RulesClient(server.Address);
        var unset = new PanelsPutBody { Name = "a", Day = s_panel.Day, Id = s_panel.Id, Outlets = null! };
        Assert.Equal("outlets", (await Assert.ThrowsAsync<ArgumentException>(() => client.Panels.PutAsync(unset, Token))).ParamName);
        Assert.Equal(
            "holder.items",
            (await Assert.ThrowsAsync<ArgumentException>(
                () => client.Panels.PutAsync(s_panel with { Holder = new HolderOfOutlet { Items = null! } }, Token))).ParamName);
        Assert.Empty(server.Requests);

        await client.Panels.PutAsync(s_panel with { Choices = null!, Spare = null!, Nested = [] }, Token);
        var body = Assert.Single(server.Requests).Body;
        Assert.Contains("\"nested\":[]", body, StringComparison.Ordinal);
        Assert.DoesNotContain("choices", body, StringComparison.Ordinal);
        Assert.DoesNotContain("spare", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enum_that_was_never_set_is_refused()
    {
        using var client = new RulesClient(new Uri("http://localhost:1"));
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => client.Panels.PutAsync(s_panel with { Moods = [default] }, Token));
        Assert.Equal("moods[0]", thrown.ParamName);
    }

    [Fact]
    public void A_type_without_rules_has_no_checks()
    {
        Assert.False(Plain.Json.HasRules);
        Assert.True(Tree.Json.HasRules);
        Assert.True(Choice.Json.HasRules);
    }

    [Fact]
    public void A_check_of_a_valid_body_allocates_nothing()
    {
        var body = s_panel with
        {
            Code = "1234",
            Size = 2,
            Level = 3,
            Ratio = 0.5,
            Tree = Nest(new Tree { Name = "abc" }),
            Choices = [s_outlet, new Group { Size = 1 }],
        };
        PanelsPutBody.Json.Check(body);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            PanelsPutBody.Json.Check(body);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Tree Nest(Tree child) => new() { Name = "t", Children = [child] };
}
