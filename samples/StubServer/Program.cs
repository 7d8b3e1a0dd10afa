using ApiSpec.Testing;
using StubServerSample;

if (Options.Read(args, out var exitCode) is not { } options)
    return exitCode;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

try
{
    var catalog = ExampleCatalog.Load(options.Specs);
    var stub = new StubOptions(catalog) { Port = options.Port, Seed = options.Seed };
    if (options.Basic is var (user, password))
        stub.RequireBasic(user, password);
    if (options.Session is var (sessionUser, sessionPassword))
        stub.RequireSession(sessionUser, sessionPassword);
    if (options.Token)
        stub.RequireToken();
    if (options.Header is var (headerName, headerValue))
        stub.RequireHeader(headerName, headerValue);
    foreach (var host in options.Hosts)
        stub.AllowHost(host);
    stub.AddPage("/", "text/html; charset=utf-8", ReferencePage.Write(catalog.Operations));

    await using var server = await StubServer.StartAsync(stub, cancellation.Token);
    RouteList.Write(Console.Out, server.BaseAddress, catalog.Operations);
    await Task.Delay(Timeout.InfiniteTimeSpan, cancellation.Token);
    return 0;
}
catch (OperationCanceledException)
{
    return 0;
}
catch (Exception e) when (e is InvalidSpecException or FileNotFoundException or IOException or UnauthorizedAccessException or InvalidOperationException)
{
    // Specs with mistakes or that are no files, a folder without any, a port that is taken, sessions or tokens that the specs do not describe.
    Console.Error.WriteLine(e.Message);
    return 1;
}
