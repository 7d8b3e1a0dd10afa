using ApiSpec.Tool.Check;

namespace ApiSpec.Tool.Reports;

/// <summary>Writes the result of a check for one kind of reader.</summary>
internal abstract class ReportWriter
{
    private static readonly Dictionary<string, ReportWriter> s_writers = new(StringComparer.Ordinal)
    {
        ["text"] = new TextReport(),
        ["json"] = new JsonReport(),
        ["sarif"] = new SarifReport(),
        ["github"] = new GitHubReport(),
    };

    /// <summary>The names of the formats.</summary>
    public static IReadOnlyCollection<string> Formats => s_writers.Keys;

    /// <summary>Returns the writer of a format that <see cref="Formats"/> lists.</summary>
    public static ReportWriter Of(string format) => s_writers[format];

    public abstract void Write(CheckResult result, ToolConsole console);
}
