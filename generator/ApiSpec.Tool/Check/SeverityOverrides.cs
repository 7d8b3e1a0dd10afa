using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Tool.Check;

/// <summary>The severities that the command line sets for rules: <c>--severity APISPEC0147=none</c>.</summary>
internal sealed class SeverityOverrides
{
    private const string None = "none";

    public static readonly SeverityOverrides Nothing = new();

    private readonly Dictionary<string, SpecSeverity?> _levels = new(StringComparer.Ordinal);

    /// <summary>The names of the severities, the most serious first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["error", "warning", "info"];

    /// <summary>Reads values of the command line. The last value for a rule counts.</summary>
    /// <param name="values">The values.</param>
    /// <param name="error">The error in one of them; null: none.</param>
    public static SeverityOverrides Read(IEnumerable<string> values, out string? error)
    {
        var read = new SeverityOverrides();
        error = null;
        foreach (var value in values)
        {
            var equals = value.IndexOf('=', StringComparison.Ordinal);
            var id = (equals < 0 ? value : value[..equals]).Trim().ToUpperInvariant();
            var level = equals < 0 ? "" : value[(equals + 1)..].Trim().ToLowerInvariant();
            if (RuleCatalog.Find(id) is null)
                error ??= $"No rule has the id '{id}'; run 'apispec explain' for a list.";
            else if (level != None && !Names.Contains(level))
                error ??= $"'{value}' gives no severity; write error, warning, info or none, as in --severity {id}=warning.";
            else
                read._levels[id] = level == None ? null : SeverityOf(level);
        }

        return read;
    }

    /// <summary>Returns the severity of a rule; null: it is not reported.</summary>
    public SpecSeverity? Of(SpecRule rule) => _levels.TryGetValue(rule.Id, out var level) ? level : rule.Severity;

    public static string NameOf(SpecSeverity severity) => severity switch
    {
        SpecSeverity.Error => "error",
        SpecSeverity.Warning => "warning",
        _ => "info",
    };

    public static SpecSeverity SeverityOf(string name) => name switch
    {
        "error" => SpecSeverity.Error,
        "warning" => SpecSeverity.Warning,
        _ => SpecSeverity.Info,
    };
}
