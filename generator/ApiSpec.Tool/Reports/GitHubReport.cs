using System.Globalization;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Tool.Check;

namespace ApiSpec.Tool.Reports;

/// <summary>Writes workflow commands, which GitHub Actions shows as annotations next to changed lines.</summary>
internal sealed class GitHubReport : ReportWriter
{
    public override void Write(CheckResult result, ToolConsole console)
    {
        foreach (var finding in result.Findings)
        {
            // A diagnostic of a whole file has no columns.
            var end = finding.EndLine == finding.Line && finding.EndColumn > finding.Column
                ? string.Create(CultureInfo.InvariantCulture, $",endColumn={finding.EndColumn - 1}")
                : "";
            console.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{Command(finding.Severity)} file={Property(finding.File)},line={finding.Line},endLine={finding.EndLine},col={finding.Column}{end},title="
                + $"{Property(finding.Id + ": " + finding.Diagnostic.Rule.Title)}::{Data(finding.Diagnostic.Message)}"));
        }
    }

    private static string Command(SpecSeverity severity) => severity switch
    {
        SpecSeverity.Error => "error",
        SpecSeverity.Warning => "warning",
        _ => "notice",
    };

    // A message from a spec must not start another command.
    private static string Data(string text)
        => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
