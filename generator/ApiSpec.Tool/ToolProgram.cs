using System.CommandLine;
using ApiSpec.Tool.Check;
using ApiSpec.Tool.Coverage;
using ApiSpec.Tool.Diff;
using ApiSpec.Tool.Drafting;
using ApiSpec.Tool.Explain;
using ApiSpec.Tool.Export;
using ApiSpec.Tool.Init;
using ApiSpec.Tool.Roles;
using ApiSpec.Tool.Serve;

namespace ApiSpec.Tool;

/// <summary>Reads the command line and runs the command that it names.</summary>
internal static class ToolProgram
{
    /// <summary>Runs a command line to its end.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="console">The output streams.</param>
    /// <param name="cancellationToken">Ends the command, which removes what it has not finished writing.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Works with the specs of printed REST references (*.apispec.yaml).")
        {
            CheckCommand.Create(console),
            DraftCommand.Create(console),
            ExplainCommand.Create(console),
            ExportCommand.Create(console),
            DiffCommand.Create(console),
            ServeCommand.Create(console),
            RolesCommand.Create(console),
            CoverageCommand.Create(console),
            InitCommand.Create(console),
        };
        HelpWithExamples.AddTo(root, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CheckCommand.Name] = CheckCommand.Examples,
            [DraftCommand.Name] = DraftCommand.Examples,
            [ExplainCommand.Name] = ExplainCommand.Examples,
            [ExportCommand.Name] = ExportCommand.Examples,
            [DiffCommand.Name] = DiffCommand.Examples,
            [ServeCommand.Name] = ServeCommand.Examples,
            [RolesCommand.Name] = RolesCommand.Examples,
            [CoverageCommand.Name] = CoverageCommand.Examples,
            [InitCommand.Name] = InitCommand.Examples,
        });
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await console.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
            var command = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
            await console.Error.WriteLineAsync($"Run 'apispec{command} --help' for the arguments.");
            return ExitCode.NotRun;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = console.Output,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                // The signals of the process are handled by StopSignals.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
            return ExitCode.NotRun;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }
}
