using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Tool.Check;

/// <summary>A diagnostic with the file that it is in, and the severity that the command line gives its rule.</summary>
/// <param name="File">The path, as it is shown.</param>
/// <param name="Diagnostic">What a build reports.</param>
/// <param name="Severity">How serious it is here.</param>
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

/// <summary>What a check found.</summary>
/// <param name="Files">How many files were checked.</param>
/// <param name="Findings">The diagnostics, by file and position.</param>
internal sealed record CheckResult(int Files, IReadOnlyList<Finding> Findings)
{
    public int Count(SpecSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
