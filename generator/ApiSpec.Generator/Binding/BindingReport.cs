using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the diagnostics found while binding; the same diagnostic is kept once.</summary>
internal sealed class BindingReport(StepRecorder steps) : IDiagnosticSink
{
    private readonly SharedTable<ElementDiagnostic, bool> _diagnostics = new(steps, SharedTableKind.Diagnostics);
    private readonly SharedTable<string, bool> _lostNames = new(steps, SharedTableKind.LostNames, StringComparer.Ordinal);
    private readonly NameHints _hints = new();

    /// <summary>Takes note of what a file that cannot be read would have declared.</summary>
    public void AddLost(EquatableArray<string> names)
    {
        foreach (var name in names)
            _lostNames.Set(name, true);
    }

    /// <summary>Tells whether a file that cannot be read has the name: that it is missing has been said there.</summary>
    public bool IsLost(string name) => _lostNames.Contains(name);

    public EquatableArray<ElementDiagnostic> ToEquatableArray() => _diagnostics.Keys.ToEquatableArray();

    public void Add(ElementDiagnostic diagnostic) => _diagnostics.Set(diagnostic, true);

    // Which names are near, depends on names that the step did not look up.
    public string Hint(string name, IEnumerable<string> candidates)
    {
        steps.Forget();
        return _hints.Hint(name, candidates);
    }

    /// <summary>The name that is nearest to an unknown one; null where none is near.</summary>
    public string? Nearest(string name, IEnumerable<string> candidates)
    {
        steps.Forget();
        return _hints.Nearest(name, candidates);
    }
}
