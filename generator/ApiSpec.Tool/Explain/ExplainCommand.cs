using System.CommandLine;
using ApiSpec.Tool.Check;

namespace ApiSpec.Tool.Explain;

/// <summary><c>apispec explain</c>: shows the page of a diagnostic, or the list of all rules.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec explain APISPEC0112
          apispec explain
        """;

    public static Command Create(ToolConsole console)
    {
        var id = new Argument<string?>(
            "id") { Description = "The id of a diagnostic, such as APISPEC0112; without it, all rules are listed", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(Name, "Explains a diagnostic, with a spec that causes it and the corrected spec.") { id };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed.GetValue(id), console, cancellationToken)));
        return command;
    }

    private static int Run(string? id, ToolConsole console, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            foreach (var rule in RuleCatalog.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                console.Output.WriteLine($"{rule.Id}  {SeverityOverrides.NameOf(rule.Severity),-7}  {rule.Title}");
            }

            return ExitCode.Success;
        }

        if (RuleCatalog.Find(id.Trim().ToUpperInvariant()) is { } known)
        {
            console.Output.Write(RuleCatalog.PageOf(known));
            return ExitCode.Success;
        }

        console.Error.WriteLine($"No rule has the id '{id}'. Run 'apispec explain' for a list.");
        return ExitCode.NotRun;
    }
}
