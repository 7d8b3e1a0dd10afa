using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>Collects the diagnostics of one file.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>Diagnostics beyond this number are only counted, because they usually have one cause.</summary>
    public const int Limit = 100;

    private readonly List<SpecDiagnostic> _diagnostics = [];

    public int Count => _diagnostics.Count;

    public void Report(SpecRule rule, SpecSpan span, params string[] arguments)
        => _diagnostics.Add(new SpecDiagnostic(rule, span, arguments.ToEquatableArray()));

    public bool Has(SpecRule rule) => _diagnostics.Exists(diagnostic => diagnostic.Rule == rule);

    public void AddRange(DiagnosticBag other) => _diagnostics.AddRange(other._diagnostics);

    /// <summary>Returns the diagnostics in the order of the file, because readers visit keys in a different order.</summary>
    public EquatableArray<SpecDiagnostic> ToEquatableArray() => Limited(_diagnostics);

    /// <summary>Returns the first diagnostics in the order of the file, and the number of diagnostics beyond the limit.</summary>
    public static EquatableArray<SpecDiagnostic> Limited(IEnumerable<SpecDiagnostic> diagnostics)
    {
        var ordered = diagnostics.OrderBy(static diagnostic => diagnostic.Span.Start).ToArray();
        if (ordered.Length <= Limit)
            return ordered.ToEquatableArray();
        var more = (ordered.Length - Limit).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return ordered.Take(Limit)
            .Append(new SpecDiagnostic(SpecRules.TooManyDiagnostics, ordered[Limit].Span, [more]))
            .ToEquatableArray();
    }
}
