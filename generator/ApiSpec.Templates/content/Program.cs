using ApiSpec.Testing;
using Reference;

// Without the address of a server, the program calls one in this process. It responds with the examples of the specs.
await using var embedded = args.Length == 0 ? await StubServer.StartAsync(Path.Combine(AppContext.BaseDirectory, "specs")) : null;
using var client = new ReferenceClient(embedded?.BaseAddress ?? new Uri(args[0]));

// The method of specs/first-section.apispec.yaml. Change the spec, and the method changes with the next build.
var item = await client.Items.GetAsync(3);
Console.WriteLine($"Item {item.Id} is called {item.Name}.");
