using System.Collections.Immutable;
using System.Globalization;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>In a project that states its roles, a call that needs a different role causes a warning at the call.</summary>
public sealed class CallerRolesTests
{
    private static readonly SpecFile[] Specs =
    [
        new("api.apispec.yaml", """
            api: shop
            client: ShopClient
            namespace: Shop
            roles: [Admin, Modify, Submit]
            authentication: basic
            """),
        new("stop.apispec.yaml", """
            api: shop
            operation: Tasks.Stop
            roles: [Admin, Modify]
            request: POST /tasks/{id}/stop
            path:
              id: long
            status:
              200 OK: Stopped
            """),
        new("read.apispec.yaml", """
            api: shop
            operation: Tasks.Get
            roles: [Admin, Modify, Submit]
            request: GET /tasks/{id}
            path:
              id: long
            status:
              200 OK: Found
            response:
              name: string
            """),
        new("list.apispec.yaml", """
            api: shop
            operation: Tasks.List
            roles: [Admin]
            request: GET /tasks
            query:
              offset?: int
            paging:
              offset: offset
              items: data
            status:
              200 OK: Found
            response:
              data: Task[]
            schemas:
              Task:
                name: string
            """),
        new("version.apispec.yaml", """
            api: shop
            operation: Version.Get
            request: GET /version
            status:
              200 OK: Found
            response:
              version: string
            """),
        new("other-api.apispec.yaml", """
            api: other
            client: OtherClient
            namespace: Other
            authentication: basic
            """),
        new("other.apispec.yaml", """
            api: other
            operation: Disks.Wipe
            roles: [Storage Administrator]
            request: POST /wipe
            status:
              200 OK: Wiped
            """),
    ];

    // A line that ends with '// !' needs a role that Submit does not have.
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using ApiSpec;
        using Shop;

        public class Calls
        {
            private readonly ShopClient _client;
            private readonly IShopClient _interface;
            private readonly TasksClient _tasks;
            private readonly ITasksClient _fake = null!;

            public Calls(ShopClient client, IShopClient other)
            {
                _client = client;
                _interface = other;
                _tasks = client.Tasks;
            }

            public async Task DirectAsync()
            {
                await _client.Tasks.StopAsync(1); // !
                await _client.Tasks.GetAsync(1);
                await _client.Version.GetAsync();
                await _client.Tasks.StopWithResponseAsync(1); // !
                await _client.Tasks.GetWithResponseAsync(1);
                await _client.Version.GetWithResponseAsync();
                await _client.Tasks.ListAsync(); // !
                await _client.Tasks.ListWithResponseAsync(); // !
                await foreach (var item in _client.Tasks.ListItemsAsync()) // !
                    Console.WriteLine(item);
                await foreach (var page in _client.Tasks.ListPagesAsync()) // !
                    Console.WriteLine(page);
                await _tasks
                    .StopAsync(2); // !
                await (_client?.Tasks.StopAsync(3) ?? Task.CompletedTask); // !
            }

            public async Task InterfaceAsync()
            {
                await _interface.Tasks.StopAsync(1); // !
                await _interface.Tasks.GetAsync(1);
                await _interface.Tasks.StopWithResponseAsync(1); // !
                await _fake.StopAsync(1); // !
                await _fake.GetAsync(1);
                await _interface.Tasks.ListItemsAsync().GetAsyncEnumerator().MoveNextAsync(); // !
                await _interface.With(new ApiCallOptions()).Tasks.StopAsync(1); // !
                await _interface.Version.GetAsync();
            }

            public void MethodGroups(IEnumerable<long> ids)
            {
                Func<long, System.Threading.CancellationToken, Task> stop = _client.Tasks.StopAsync; // !
                Func<long, System.Threading.CancellationToken, object> get = _client.Tasks.GetAsync;
                Func<long, System.Threading.CancellationToken, Task> other = _interface.Tasks.StopAsync; // !
                var all = ids.Select(id => _client.Tasks.StopAsync(id)); // !
                var some = ids.Select(id => _client.Tasks.GetAsync(id));
                Console.WriteLine(nameof(_client.Tasks.StopAsync));
                Console.WriteLine(nameof(TasksClient.StopAsync) + stop + get + other + all + some);
                Task Local(long id) => _fake.StopAsync(id); // !
                Local(1);
            }

            /// <summary><see cref="TasksClient.StopAsync"/></summary>
            public Task Documented() => Task.CompletedTask;

            private Task Property => _client.Tasks.StopAsync(1); // !
            private Lazy<Task> Field => new(() => _fake.StopWithResponseAsync(2)); // !

            [ApiRoles("Admin")]
            public Task CleanUpAsync() => Property;

            public Task OwnNeed() => CleanUpAsync(); // !

            [ApiRoles("Submit"), ApiRoles("Admin", "Modify")]
            public Task TwoNeeds() => OwnNeed();

            public Task OwnNeeds() => TwoNeeds(); // !

            public Task Dynamic(dynamic client) => client.Tasks.StopAsync(1);

            [ApiCallerRoles("Modify")]
            public async Task AsModifyAsync()
            {
                await _client.Tasks.StopAsync(1);
                await _client.Tasks.ListAsync(); // !
            }

            [ApiCallerRoles("Admin", Api = "elsewhere")]
            public Task AsAdminElsewhere() => _client.Tasks.StopAsync(1); // !

            [ApiCallerRoles]
            public Task AsNobody() => _client.Tasks.GetAsync(1); // !

            public Task LocalFunction()
            {
                [ApiCallerRoles("Admin")]
                Task Run() => _client.Tasks.StopAsync(1);
                return Run();
            }

            public void Lambdas()
            {
                Func<Task> one = [ApiCallerRoles("Admin")] () => _client.Tasks.StopAsync(1);
                Func<Task> two = [ApiCallerRoles("Modify")] async () =>
                {
                    await _client.Tasks.StopAsync(1);
                    await _client.Tasks.ListAsync(); // !
                    Func<Task> inner = () => _client.Tasks.ListAsync(); // !
                    Func<Task> other = [ApiCallerRoles("Admin")] () => _client.Tasks.ListAsync();
                    await Task.WhenAll(inner(), other());
                };
                Func<Task> nobody = [ApiCallerRoles("")] () => _client.Tasks.GetAsync(1); // !
                Func<long, Task> parameter = [ApiCallerRoles("Admin")] (id) => _client.Tasks.StopAsync(id);
                Console.WriteLine(one.ToString() + two + nobody + parameter);
            }

            public int Size
            {
                [ApiRoles("Admin")] get;
                [ApiRoles("Submit")] set;
            }

            public virtual int this[int index]
            {
                get => index;
                [ApiRoles("Admin")] set { }
            }

            public event Action Changed { [ApiRoles("Admin")] add { } remove { } }

            [ApiRoles("Admin")]
            public static Calls operator +(Calls one, int other) => one;

            [ApiRoles("Admin")]
            public static explicit operator int(Calls one) => 1;

            [ApiRoles("Admin")]
            public virtual void Clean() { }

            public void Members(Calls other)
            {
                Size = 1;
                Console.WriteLine(Size); // !
                Size += 1; // !
                Size++; // !
                (Size, var y) = (1, 2);
                other.Size = y;
                Console.WriteLine(other?.Size); // !
                Console.WriteLine(nameof(Size) + this[1]);
                this[1] = 2; // !
                (this[2], Size) = (1, 2); // !
                Changed += Lambdas; // !
                Changed -= Lambdas;
                other = other! + 1; // !
                other += 1; // !
                Console.WriteLine((int)other); // !
                if (this is { Size: 1 }) // !
                    Console.WriteLine(new Overriding(_client, _interface) { Size = 1 });
            }
        }

        public sealed class Overriding(ShopClient client, IShopClient other) : Calls(client, other)
        {
            public override int this[int index] { get => 1; }

            public override void Clean() => base.Clean(); // !

            public void Run()
            {
                Clean(); // !
                this[1] = this[2]; // !
            }
        }

        [ApiCallerRoles("Admin", Api = "shop")]
        public sealed class Maintenance(ShopClient client)
        {
            public Task StopAsync() => client.Tasks.StopAsync(1);

            public Task ListAsync() => client.Tasks.ListAsync();

            public sealed class Inner(ShopClient client)
            {
                public Task ListAsync() => client.Tasks.ListAsync();

                [ApiCallerRoles("Modify", Api = "SHOP")]
                public Task ListAsModifyAsync() => client.Tasks.ListAsync(); // !
            }
        }
        """;

    // The client does not depend on the roles of the project.
    private static readonly Lazy<Compilation> s_client = new(static () => GeneratorRun.Of(Specs).AssertCompiles().Compilation);

    [Fact]
    public void The_roles_of_a_project_do_not_change_its_client()
        => Assert.Equal(GeneratorRun.Of(Specs).Files, GeneratorRun.Of(Consumer.Net100 with { CallerRoles = "Submit" }, Specs).Files);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_that_need_another_role_are_flagged_and_no_others(bool clientIsInAnotherAssembly)
    {
        var reported = await AnalyzeAsync("Submit", Program, clientIsInAnotherAssembly);
        var expected = Program.Split('\n').Select(static (line, index) => (Line: line, Number: index + 1))
            .Where(static line => line.Line.TrimEnd().EndsWith("// !", StringComparison.Ordinal))
            .Select(static line => line.Number);

        Assert.Equal(expected, reported.Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.All(reported, static diagnostic => Assert.Equal("APISPEC0400", diagnostic.Id));
        Assert.True(Program.Split('\n').Count(static line => line.Contains("Async(", StringComparison.Ordinal)) >= 40);
    }

    [Theory]
    [InlineData(
        "Submit",
        "Submit",
        "'TasksClient.StopAsync' needs one of the roles 'Admin', 'Modify', but this code calls as 'Submit'; use an account with that role, or remove the call")]
    [InlineData(
        "shop: Submit",
        "Submit",
        "'TasksClient.StopAsync' needs one of the roles 'Admin', 'Modify', but this code calls as 'Submit'; use an account with that role, or remove the call")]
    [InlineData(" Submit , Modify ", null, null)]
    [InlineData("other:Submit", null, null)]
    [InlineData("other:", null, null)]
    [InlineData("\"*\"", "*", "")]
    [InlineData("\"Submit\"", "Submit", "")]
    [InlineData("shop:\"Ops: Read, Write\"", "Ops: Read, Write", "")]
    [InlineData("\"The \"\"first\"\"\"", "The \"first\"", "")]
    [InlineData("shop:Ops:Read", "Ops:Read", "")]
    [InlineData("\"Ops, Modify", "Ops, Modify", "")]
    [InlineData(":Submit", "Submit", "")]
    [InlineData(",,Submit,", "Submit", "")]
    [InlineData("*", null, null)]
    [InlineData("*,Submit", "Submit", "")]
    [InlineData("", null, null)]
    public async Task The_property_lists_roles_of_any_api_or_of_one(string property, string? caller, string? message)
    {
        var reported = await AnalyzeAsync(
            property, "class C { object M(Shop.ShopClient client) => client.Tasks.StopAsync(1); }", clientIsInAnotherAssembly: false);

        if (message is null)
        {
            Assert.Empty(reported);
            return;
        }

        var one = Assert.Single(reported);
        Assert.Contains("as '" + caller + "'", one.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(message, one.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("StopAsync", one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task An_api_without_a_role_is_an_account_without_one()
        => Assert.EndsWith(
            "this code calls without a role; use an account with that role, or remove the call",
            Assert.Single(
                await AnalyzeAsync("shop:", "class C { object M(Shop.ShopClient client) => client.Tasks.StopAsync(1); }", clientIsInAnotherAssembly: false))
                .GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_page_of_the_rule_shows_what_is_reported()
    {
        const string Jobs = """
            using Shop;

            public sealed class Jobs(ShopClient client)
            {
                public Task EndAsync(long id) => client.Tasks.StopAsync(id);
            }
            """;
        var reported = Assert.Single(await AnalyzeAsync("Submit", "global using System.Threading.Tasks;\n" + Jobs, clientIsInAnotherAssembly: false));
        var place = reported.Location.GetLineSpan().StartLinePosition;
        var shown = $"Jobs.cs({place.Line},{place.Character + 1}): warning {reported.Id}: {reported.GetMessage(CultureInfo.InvariantCulture)}";

        Assert.Contains(
            "```text\n" + shown + "\n```",
            File.ReadAllText(Repository.PathOf("generator", "docs", reported.Id + ".md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_of_one_api_say_nothing_of_another()
    {
        const string Two = "class C { object M(Shop.ShopClient shop, Other.OtherClient other) => (shop.Tasks.StopAsync(1), other.Disks.WipeAsync()); }";

        Assert.Equal(["StopAsync"], Names(await AnalyzeAsync("shop:Submit", Two, clientIsInAnotherAssembly: false)));
        Assert.Equal(["WipeAsync"], Names(await AnalyzeAsync("other:Guest,shop:Modify", Two, clientIsInAnotherAssembly: false)));
        Assert.Empty(await AnalyzeAsync("other:Storage Administrator,shop:Admin", Two, clientIsInAnotherAssembly: false));
        Assert.Equal(["StopAsync", "WipeAsync"], Names(await AnalyzeAsync("Guest", Two, clientIsInAnotherAssembly: false)));
    }

    [Fact]
    public async Task A_project_that_states_no_role_has_nothing_analyzed()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in new[] { "", "Submit" })
        {
            var (compilation, options) = Compile(property, Program, clientIsInAnotherAssembly: false);
            var analyzer = new CallerRolesAnalyzer();
            var analyzed = compilation.WithAnalyzers([analyzer], options);
            await analyzed.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            var telemetry = await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
            counts[property] = telemetry.OperationActionsCount + telemetry.SymbolActionsCount + telemetry.SyntaxNodeActionsCount
                + telemetry.OperationBlockActionsCount;
        }

        Assert.Equal(0, counts[""]);
        Assert.Equal(1, counts["Submit"]);
    }

    private static IEnumerable<string> Names(IEnumerable<Diagnostic> reported)
        => reported.Select(static diagnostic => diagnostic.Location.SourceTree!.ToString()
            .Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string property, string program, bool clientIsInAnotherAssembly)
    {
        var (compilation, options) = Compile(property, program, clientIsInAnotherAssembly);
        // The program is the first file. The client compiles without an error.
        Expect.Nothing(compilation.GetSemanticModel(compilation.SyntaxTrees.First()).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(GeneratorRun.Show));
        var reported = await compilation.WithAnalyzers([new CallerRolesAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. reported.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static (Compilation Compilation, AnalyzerOptions Options) Compile(string property, string program, bool clientIsInAnotherAssembly)
    {
        var consumer = Consumer.Net100 with { CallerRoles = property };
        var own = Consumer.Net100.Compile(program);
        Compilation compilation = clientIsInAnotherAssembly
            ? own.AddReferences(Emit(s_client.Value.WithAssemblyName("Client")))
            : own.AddSyntaxTrees(s_client.Value.SyntaxTrees);
        var relaxed = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        return (relaxed, new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty, consumer.Options));
    }

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
