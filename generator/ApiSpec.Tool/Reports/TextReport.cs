using System.Globalization;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Tool.Check;

namespace ApiSpec.Tool.Reports;

/// <summary>Writes one line per diagnostic in the style of compilers, and a summary.</summary>
internal sealed class TextReport : ReportWriter
{
    private const string Reset = "\u001b[0m";

    public override void Write(CheckResult result, ToolConsole console)
    {
        foreach (var finding in result.Findings)
            console.Output.WriteLine(Line(finding, console.UsesColor));
        if (result.Findings.Count > 0)
            console.Output.WriteLine();
        console.Output.WriteLine(Sum(result));
        if (result.Findings.MaxBy(static finding => finding.Severity) is { } worst)
            console.Output.WriteLine($"Run 'apispec explain {worst.Id}' for an explanation and an example.");
    }

    public static string Line(Finding finding, bool usesColor)
    {
        var severity = SeverityOverrides.NameOf(finding.Severity);
        if (usesColor)
            severity = Color(finding.Severity) + severity + Reset;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{PlainLine.Of(finding.File)}({finding.Line},{finding.Column}): {severity} {finding.Id}: {PlainLine.Of(finding.Diagnostic.Message)}");
    }

    private static string Sum(CheckResult result)
        => $"Checked {Count(result.Files, "file")}: {Count(result.Count(SpecSeverity.Error), "error")}, "
            + $"{Count(result.Count(SpecSeverity.Warning), "warning")}, "
            + $"{Count(result.Count(SpecSeverity.Info), "information", "information")}.";

    private static string Count(int count, string one, string? many = null)
        => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    private static string Color(SpecSeverity severity) => severity switch
    {
        SpecSeverity.Error => "\u001b[31m",
        SpecSeverity.Warning => "\u001b[33m",
        _ => "\u001b[36m",
    };
}
