using System.CommandLine;
using ApiSpec.Tool.Reports;

namespace ApiSpec.Tool.Check;

/// <summary><c>apispec check</c>: reports everything that a build reports about specs.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec check specs
          apispec check specs --format github --fail-on warning
          apispec check specs --severity APISPEC0147=none
          apispec check specs --recording evening.har

        Exit codes:
          0  no diagnostics with the severity of --fail-on or a higher one
          1  at least one such diagnostic
          2  wrong arguments, or files that cannot be read
        """;

    private const string Never = "never";

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Spec files, and folders with specs at any depth; they are checked as one project",
            DefaultValueFactory = static _ => ["."],
        };
        var format = new Option<string>(
            "--format") { Description = "The format of the result", HelpName = "text|json|sarif|github", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong([.. ReportWriter.Formats]);
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The lowest severity that makes the command fail",
            HelpName = "error|warning|info|never",
            DefaultValueFactory = static _ => "error",
        };
        failOn.AcceptOnlyFromAmong([.. SeverityOverrides.Names, Never]);
        var severity = new Option<string[]>("--severity")
        {
            Description = "The severity of a rule; repeat it for more rules",
            HelpName = "ID=error|warning|info|none",
            DefaultValueFactory = static _ => [],
        };
        severity.Validators.Add(result =>
        {
            SeverityOverrides.Read(result.Tokens.Select(static token => token.Value), out var error);
            if (error is not null)
                result.AddError(error);
        });
        var recording = new Option<string[]>("--recording")
        {
            Description = "Recorded traffic (HTTP Archive, HAR) to compare with the specs; repeat it for more files",
            HelpName = "file",
            DefaultValueFactory = static _ => [],
        };
        var watch = new Option<bool>("--watch") { Description = "Check again whenever a file changes, until Ctrl+C" };
        var command = new Command(Name, "Reports the diagnostics that a build would report, with the same ids, lines and columns.")
        {
            paths, format, failOn, severity, recording, watch,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(format) is not (null or "text"))
                result.AddError("--watch writes one result after the other, which only --format text can show.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var report = ReportWriter.Of(parsed.GetValue(format)!);
            var severities = SeverityOverrides.Read(parsed.GetValue(severity)!, out _);
            var fails = parsed.GetValue(failOn)!;

            int Check()
            {
                var result = SpecCheck.Run(parsed.GetValue(paths)!, parsed.GetValue(recording)!, severities, console, cancellationToken);
                report.Write(result, console);
                return fails != Never && result.Findings.Any(finding => finding.Severity >= SeverityOverrides.SeverityOf(fails))
                    ? ExitCode.Failed
                    : ExitCode.Success;
            }

            if (!parsed.GetValue(watch))
                return Check();
            await SpecWatch.RunAsync(parsed.GetValue(paths)!, () => Check(), console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
