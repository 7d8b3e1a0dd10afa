using System.CommandLine;
using ApiSpec.Testing;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Serve;

/// <summary><c>apispec serve</c>: runs a stub server that responds with the examples of the reference.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec serve specs
          apispec serve specs --port 22015 --basic system:manager
          apispec serve specs --respond tasks.responses.yaml
          apispec serve specs --host stub.example.com

        Exit codes:
          0  the server was stopped with Ctrl+C
          2  wrong arguments, files that cannot be read, specs with errors, or a port that is in use
        """;

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>(
            "paths") { Description = "Spec files, and folders with specs at any depth", DefaultValueFactory = static _ => ["."] };
        var options = new ServeOptions();
        var command = new Command(
            Name, "Serves specs on 127.0.0.1: responds with the examples of the reference, and shows a page with every operation at '/'.") { paths };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (SpecProject.Read(parsed.GetValue(paths)!, console, cancellationToken) is not { } project)
                return ExitCode.NotRun;
            StubOptions stub;
            try
            {
                stub = options.Apply(parsed, ExampleCatalog.Load(project.Files.Select(file => Path.GetFullPath(file, console.Folder))), console.Folder);
            }
            catch (Exception exception) when (exception is InvalidSpecException or InvalidOperationException)
            {
                // A spec was saved with an error after the check, or the specs do not describe the requested login.
                await console.Error.WriteLineAsync(exception.Message);
                return ExitCode.NotRun;
            }

            return await RunAsync(stub, options.IsQuiet(parsed), console, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(StubOptions options, bool isQuiet, ToolConsole console, CancellationToken cancellationToken)
    {
        var operations = options.Catalog.Operations;
        if (operations.Count == 0)
        {
            await console.Error.WriteLineAsync("The specs have no operation to serve; a section needs a request line.");
            return ExitCode.NotRun;
        }

        await using var requests = isQuiet ? null : new RequestList(console.Output, options.Catalog);
        options.OnResponded = requests is null ? null : requests.Add;
        await using var server = await StubServer.StartAsync(options.AddReferencePage(), cancellationToken);
        RouteList.Write(console.Output, server.BaseAddress, operations);
        requests?.Start();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // A person ends the command with Ctrl+C.
        }

        return ExitCode.Success;
    }
}
