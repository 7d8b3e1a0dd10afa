using ApiSpec.Generator.Tests.Running;

namespace ApiSpec.Generator.Tests;

/// <summary>The specs of a shop whose operations need roles, and a program that calls its client.</summary>
internal static class CallerRolesProgram
{
    public static readonly SpecFile[] Specs =
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

    /// <summary>A line that ends with <c>// !</c> needs a role that <c>Submit</c> does not have.</summary>
    public const string Source = """
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
}
