using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Tool.Check;

/// <summary>A diagnostic with its file, and with the severity that the command line sets for its rule.</summary>
/// <param name="File">The path as shown.</param>
/// <param name="Diagnostic">The diagnostic, as a build reports it.</param>
/// <param name="Severity">The severity, after the command line is applied.</param>
internal sealed record Finding(string File, SpecDiagnostic Diagnostic, SpecSeverity Severity)
{
    public string Id => Diagnostic.Rule.Id;

    /// <summary>The line; the first is 1.</summary>
    public int Line => Diagnostic.Span.StartLine + 1;

    /// <summary>The column, in UTF-16 code units; the first is 1.</summary>
    public int Column => Diagnostic.Span.StartColumn + 1;

    public int EndLine => Diagnostic.Span.EndLine + 1;

    /// <summary>The column after the last character.</summary>
    public int EndColumn => Diagnostic.Span.EndColumn + 1;
}

/// <summary>The result of a check.</summary>
/// <param name="Files">The number of checked files.</param>
/// <param name="Findings">The diagnostics, by file and position.</param>
internal sealed record CheckResult(int Files, IReadOnlyList<Finding> Findings)
{
    public int Count(SpecSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
