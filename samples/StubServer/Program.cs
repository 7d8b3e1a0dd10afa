using ApiSpec.Testing;

// Ctrl+C can be pressed at any time. If it is pressed twice, the program ends at once.
var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
Console.CancelKeyPress += (_, e) => e.Cancel = stopped.TrySetResult();

// The arguments are spec files, and folders that contain some. 'apispec serve' runs the same server with options.
var catalog = ExampleCatalog.Load(args);
await using var server = await StubServer.StartAsync(new StubOptions(catalog).AddReferencePage());

Console.WriteLine($"Listening on {server.BaseAddress}, with a page for every operation. Press Ctrl+C to stop.");
foreach (var operation in catalog.Operations)
    Console.WriteLine($"{operation.Method} {operation.PathTemplate} {operation}");

await stopped.Task;
