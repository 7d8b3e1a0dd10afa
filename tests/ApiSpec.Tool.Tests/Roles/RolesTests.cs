using System.Text.Json.Nodes;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests.Roles;

/// <summary>What <c>apispec roles</c> reads from a built program.</summary>
public sealed class RolesTests : IDisposable
{
    private static readonly (string Name, string Text)[] Specs =
    [
        ("shop.apispec.yaml", """
            api: shop
            client: ShopClient
            namespace: Shop
            roles: [Admin, Develop, Modify, Submit]
            authentication: basic
            """),
        Section("Tasks.Stop", "Admin, Develop", "POST /tasks/{id}/stop"),
        Section("Tasks.Get", "Admin, Develop, Modify, Submit", "GET /tasks/{id}"),
        Section("Tasks.Delete", "Modify, Admin", "DELETE /tasks/{id}"),
        Section("Tasks.Purge", "Submit", "POST /tasks/{id}/purge"),
        ("version.apispec.yaml", """
            api: shop
            operation: Version.Get
            request: GET /version
            status:
              200 OK: Found
            """),
        ("disks.apispec.yaml", """
            api: disks
            operation: Disks.Wipe
            roles: [Storage Administrator]
            request: POST /wipe
            status:
              200 OK: Wiped
            """),
    ];

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Every_kind_of_call_is_found_and_named_as_it_was_written(bool isOptimized, bool clientIsInAnotherAssembly)
    {
        const string Source = """
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Shop;

            namespace App;

            public sealed class Calls(ShopClient client, IShopClient other)
            {
                public Task Direct() => client.Tasks.StopAsync(1);

                public async Task InAsync()
                {
                    await Task.Delay(1);
                    await client.Tasks.StopAsync(1);
                }

                public async IAsyncEnumerable<int> InIterator()
                {
                    await client.Tasks.StopAsync(1);
                    yield return 1;
                }

                public Task ThroughInterface() => other.Tasks.StopWithResponseAsync(1);

                public IEnumerable<Task> InLambda(IEnumerable<long> ids) => ids.Select(id => client.Tasks.StopAsync(id));

                public Func<long, CancellationToken, Task> AsMethodGroup() => other.Tasks.StopAsync;

                public Task InLocalFunction()
                {
                    return Local(1);
                    async Task Local(int x)
                    {
                        Func<Task> inner = async () => await client.Tasks.StopAsync(x);
                        await inner();
                    }
                }

                public Task Switch(int value)
                {
                    switch (value)
                    {
                        case 1: case 2: case 3: case 4: case 5: case 6: case 7:
                            return client.Version.GetAsync();
                        default:
                            return client.Tasks.StopAsync((long)(value * 1.5));
                    }
                }

                public Task Property => client.Tasks.StopAsync(1);

                public sealed class Inner<T>(ITasksClient tasks)
                {
                    public Task In() => tasks.StopAsync(1);
                }

                public string Name() => nameof(TasksClient.DeleteAsync);
            }
            """;
        string[] references = [];
        if (clientIsInAnotherAssembly)
            references = [_folder.Build("Client", [], Specs)];
        _folder.Build("App", [Source], clientIsInAnotherAssembly ? null : Specs, references, isOptimized);

        var run = await _folder.RunAsync("roles", "App.dll", "--format", "json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Code);
        var api = Assert.Single(JsonNode.Parse(run.Output)!["apis"]!.AsArray())!;
        Assert.Equal("shop", (string?)api["api"]);
        var calls = api["calls"]!.AsArray().ToDictionary(static call => (string)call!["method"]!, static call => Texts(call!["from"]!));
        Assert.Equal(["ITasksClient.StopAsync", "ITasksClient.StopWithResponseAsync", "TasksClient.StopAsync"], calls.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Calls.Direct", "Calls.InAsync", "Calls.InIterator", "Calls.InLambda", "Calls.InLocalFunction", "Calls.Switch", "Calls.get_Property"],
            calls["TasksClient.StopAsync"]);
        Assert.Equal(["Calls.AsMethodGroup", "Calls.Inner.In"], calls["ITasksClient.StopAsync"]);
        Assert.Equal(["Calls.ThroughInterface"], calls["ITasksClient.StopWithResponseAsync"]);
    }

    [Theory]
    [InlineData("t.StopAsync(1)", "shop needs any of Admin, Develop, because of\n  TasksClient.StopAsync (Admin, Develop), called in Program.Run\n")]
    [InlineData(
        "t.StopAsync(1), t.DeleteAsync(1)",
        "shop needs Admin, because of\n  TasksClient.DeleteAsync (Modify, Admin), called in Program.Run\n"
        + "  TasksClient.StopAsync (Admin, Develop), called in Program.Run\n")]
    [InlineData(
        "t.StopAsync(1), t.PurgeAsync(1)",
        "shop needs several roles: Submit and Admin; or Submit and Develop, because of\n  TasksClient.PurgeAsync (Submit), called in Program.Run\n"
        + "  TasksClient.StopAsync (Admin, Develop), called in Program.Run\n")]
    [InlineData("new object()", "No call needs a role.\n")]
    public async Task The_least_roles_come_with_their_reasons(string calls, string expected)
    {
        Program(calls);

        var run = await _folder.RunAsync("roles", "App.dll");

        Assert.Equal((0, expected, ""), (run.Code, run.Output, run.Error));
    }

    [Theory]
    [InlineData(
        "Submit",
        1,
        "shop: 2 methods may not be called.\n  TasksClient.DeleteAsync (Modify, Admin), called in Program.Run\n"
        + "  TasksClient.StopAsync (Admin, Develop), called in Program.Run\n")]
    [InlineData("shop: Modify", 1, "shop: one method may not be called.\n  TasksClient.StopAsync (Admin, Develop), called in Program.Run\n")]
    [InlineData("Modify, Develop", 0, "shop: every call is allowed.\n")]
    [InlineData("\"Modify\",shop:\"Develop\"", 0, "shop: every call is allowed.\n")]
    [InlineData("disks:Submit", 2, "shop: not checked, because --as names no role for it.\n")]
    [InlineData("disks:Submit,shop:Admin", 0, "shop: every call is allowed.\n")]
    [InlineData(
        "shop:",
        1,
        "shop: 3 methods may not be called.\n  TasksClient.DeleteAsync (Modify, Admin), called in Program.Run\n"
        + "  TasksClient.StopAsync (Admin, Develop), called in Program.Run\n  TasksClient.GetAsync (Admin, Develop, Modify, Submit), called in Program.Run\n")]
    public async Task A_caller_with_too_few_roles_fails_the_command(string caller, int code, string expected)
    {
        Program("t.StopAsync(1), t.DeleteAsync(1), t.GetAsync(1)");

        var run = await _folder.RunAsync("roles", "App.dll", "--as", caller);

        Assert.Equal((code, expected, ""), (run.Code, run.Output, run.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("*")]
    [InlineData(":")]
    public async Task A_caller_without_a_role_is_refused(string caller)
    {
        Program("t.StopAsync(1)");

        var run = await _folder.RunAsync("roles", "App.dll", "--as", caller);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("--as names no role; name one, as in --as Submit, or leave the option out.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_needs_no_role_is_allowed_to_every_caller()
    {
        Program("new object()");

        Assert.Equal(new ToolRun(0, "No call needs a role.\n", ""), await _folder.RunAsync("roles", "App.dll", "--as", "disks:Submit"));
    }

    [Fact]
    public async Task An_api_without_a_stated_role_is_not_checked_while_another_is()
    {
        _folder.Build("App", ["""
            using System.Threading.Tasks;

            public sealed class Jobs(Shop.ShopClient shop, Disks.DisksClient disks)
            {
                public Task Run() => Task.WhenAll(disks.Disks.WipeAsync(), shop.Tasks.StopAsync(1));
            }
            """], [.. Specs, ("disks-api.apispec.yaml", "api: disks\nclient: DisksClient\nnamespace: Disks\nauthentication: basic\n")]);

        var text = await _folder.RunAsync("roles", "App.dll", "--as", "shop:Admin");
        var json = JsonNode.Parse((await _folder.RunAsync("roles", "App.dll", "--as", "shop:Admin", "--format", "json")).Output)!["apis"]!.AsArray();

        Assert.Equal(new ToolRun(0, "disks: not checked, because --as names no role for it.\n\nshop: every call is allowed.\n", ""), text);
        Assert.Equal([false, true], json.Select(static api => (bool)api!["checked"]!));
        Assert.Equal([null, false], json.Select(static api => (bool?)api!["calls"]![0]!["refused"]));
    }

    [Fact]
    public async Task An_override_has_the_roles_of_the_method_that_it_overrides()
    {
        _folder.Build("App", ["""
            using ApiSpec;

            public class First
            {
                [ApiRoles("Admin")] public virtual void Clean() { }
                [ApiRoles("Admin")] public virtual void Wipe(int x) { }
                public virtual int Size { [ApiRoles("Reader")] get => 0; set { } }
            }

            public class Second : First
            {
                public override void Clean() { }
                [ApiRoles("Owner")] public override void Wipe(int x) { }
                public new virtual int Size { get => 1; set { } }
            }

            public class Third : Second
            {
                public void Run() { base.Clean(); base.Wipe(1); base.Size = base.Size; }
                public int Reads(First first) => first.Size;
            }
            """], Specs);

        var run = await _folder.RunAsync("roles", "App.dll");

        Assert.Equal(
            "Calls of your own methods needs several roles: Reader and Admin and Owner, because of\n"
            + "  First.get_Size (Reader), called in Third.Reads\n  Second.Clean (Admin), called in Third.Run\n  Second.Wipe (Owner), called in Third.Run\n",
            run.Output);
    }

    [Fact]
    public async Task Each_api_has_its_own_roles_and_own_methods_pass_theirs_on()
    {
        _folder.Build("App", ["""
            using System.Threading.Tasks;
            using ApiSpec;

            public sealed class Jobs(Shop.ShopClient shop, Disks.DisksClient disks)
            {
                public Task Wipe() => disks.Disks.WipeAsync();
                [ApiRoles("Admin", Api = "shop")] public Task Clean() => Task.CompletedTask;
                public Task Both() => Task.WhenAll(Clean(), shop.Tasks.GetAsync(1));
            }
            """], [.. Specs, ("disks-api.apispec.yaml", "api: disks\nclient: DisksClient\nnamespace: Disks\nauthentication: basic\n")]);

        var run = await _folder.RunAsync("roles", "App.dll");

        Assert.Equal(
            "disks needs Storage Administrator, because of\n  DisksGroupClient.WipeAsync (Storage Administrator), called in Jobs.Wipe\n\n"
            + "shop needs Admin, because of\n  Jobs.Clean (Admin), called in Jobs.Both\n"
            + "  TasksClient.GetAsync (Admin, Develop, Modify, Submit), called in Jobs.Both\n",
            run.Output);
    }

    [Fact]
    public async Task A_method_that_makes_several_calls_needs_one_role_of_each()
    {
        _folder.Build("App", ["""
            using System.Threading.Tasks;
            using ApiSpec;

            public class Jobs
            {
                public Task Load(Shop.BoxesClient boxes) => boxes.LoadAsync(1);
                public Task LoadOther(Shop.IBoxesClient boxes) => boxes.LoadWithAsync(1, static action => action);
                [ApiRoles("Submit", Api = "shop"), ApiRoles("Admin", "Develop", Api = "shop")] public virtual Task Clean() => Task.CompletedTask;
            }

            public class Others : Jobs
            {
                public override Task Clean() => Task.CompletedTask;
            }

            public sealed class Third : Others
            {
                public Task Own() => base.Clean();
            }
            """],
            [
                .. Specs,
                ("tables.apispec.yaml", "api: shop\nschemas:\n  Command: {href: url}\n"),
                ("get-load.apispec.yaml", "api: shop\noperation: Boxes.GetLoad\nroles: [Submit, Modify]\nrequest: GET /boxes/{id}/load\npath: {id: long}\n"
                    + "status: [200]\nresponse: Command\nwith: {href: link Boxes.InvokeLoad}\n"),
                ("load.apispec.yaml", "api: shop\noperation: Boxes.InvokeLoad\nroles: [Modify, Develop]\nrequest: POST /boxes/{id}/load\npath: {id: long}\n"
                    + "body: Command\nstatus: [200]\n"),
            ]);

        var run = await _folder.RunAsync("roles", "App.dll", "--as", "shop:Submit");

        Assert.Equal(
            "shop: 3 methods may not be called.\n  BoxesClient.LoadAsync (Modify, Develop), called in Jobs.Load\n"
            + "  IBoxesClient.LoadWithAsync (Modify, Develop), called in Jobs.LoadOther\n  Others.Clean (Admin, Develop), called in Third.Own\n",
            run.Output);
        Assert.Equal(
            ["BoxesClient.LoadAsync Modify Develop", "BoxesClient.LoadAsync Submit Modify", "Others.Clean Admin Develop", "Others.Clean Submit"],
            JsonNode.Parse((await _folder.RunAsync("roles", "App.dll", "--format", "json")).Output)!["apis"]![0]!["calls"]!.AsArray()
                .Select(static call => (string)call!["method"]! + " " + string.Join(' ', Texts(call["needsOneOf"]!)))
                .Where(static call => !call.StartsWith('I'))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_of_top_level_statements_is_named_after_its_entry_point()
    {
        _folder.Build(
            "App", ["// program\nusing var client = new Shop.ShopClient(new System.Uri(\"https://localhost\"));\nawait client.Tasks.StopAsync(1);\n"], Specs);

        Assert.Contains("called in Program.Main", (await _folder.RunAsync("roles", "App.dll")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an assembly")]
    [InlineData("")]
    [InlineData("MZ")]
    public async Task A_file_that_is_not_an_assembly_is_reported_in_one_line(string text)
    {
        _folder.Write("App.dll", text);

        var run = await _folder.RunAsync("roles", "App.dll");

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.StartsWith("App.dll cannot be read as a .NET assembly: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_missing_file_is_an_error()
        => Assert.Equal(2, (await _folder.Write("x", "").RunAsync("roles", "Missing.dll")).Code);

    private static (string Name, string Text) Section(string operation, string roles, string request) => (operation + ".apispec.yaml", $"""
        api: shop
        operation: {operation}
        roles: [{roles}]
        request: {request}
        path:
          id: long
        status:
          200 OK: Done
        """);

    private void Program(string calls)
        => _folder.Build("App", [$"static class Program {{ static object Run(Shop.TasksClient t) => new object[] {{ {calls} }}; }}"], Specs);

    private static IEnumerable<string> Texts(JsonNode array) => array.AsArray().Select(static text => (string)text!);
}
