using System.CommandLine;
using ApiSpec.Language.Reference;

namespace ApiSpec.Tool.Roles;

/// <summary><c>apispec roles</c>: lists the roles that the calls of a built program need.</summary>
internal static class RolesCommand
{
    public const string Name = "roles";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec roles bin/Release/net10.0/App.dll
          apispec roles App.dll Jobs.dll --as Submit
          apispec roles App.dll --as jp1ao:Submit,ops:Viewer --format json

        Exit codes:
          0  the roles are listed; with --as, these roles allow every call that was checked
          1  the roles of --as do not allow a call
          2  wrong arguments, a file that cannot be read, or --as names no role for any API that is called
        """;

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("assemblies") { Description = "The built assemblies of the programs", Arity = ArgumentArity.OneOrMore };
        var caller = new Option<string?>("--as")
        {
            Description = "The roles of the program, separated by commas; for a role of one API, put its id first: jp1ao:Submit",
            HelpName = "roles",
        };
        caller.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var text }] && CallerRoles.Parse(text).Statements.Count == 0)
                result.AddError("--as names no role; name one, as in --as Submit, or leave the option out.");
        });
        var format = new Option<string>(
            "--format") { Description = "The format of the result", HelpName = "text|json", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command(Name, "Lists the roles that the calls of a built program need.") { paths, caller, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var calls = new List<RoleCall>();
            foreach (var path in parsed.GetValue(paths)!)
            {
                try
                {
                    var full = Path.GetFullPath(path, console.Folder);
                    InputFile.ThrowIfFolder(full, path, "an assembly");
                    calls.AddRange(CallScan.Of(full, cancellationToken));
                }
                catch (BadImageFormatException exception)
                {
                    var file = console.Display(exception.FileName ?? path);
                    await console.Error.WriteLineAsync(PlainLine.Of($"{file} cannot be read as a .NET assembly: {exception.Message}"));
                    return ExitCode.NotRun;
                }
            }

            var roles = parsed.GetValue(caller) is { } text ? CallerRoles.Parse(text) : null;
            var report = RolesReport.Of(calls, roles);
            await console.Output.WriteAsync(parsed.GetValue(format) == "json" ? RolesReport.Json(report) : RolesReport.Text(report, roles is not null));
            if (report.Any(static api => api.Calls.Any(static call => call.IsRefused)))
                return ExitCode.Failed;
            // A misspelt id must not look like a successful check.
            return roles is null || report.Count == 0 || report.Any(static api => api.IsChecked) ? ExitCode.Success : ExitCode.NotRun;
        });
        return command;
    }
}
