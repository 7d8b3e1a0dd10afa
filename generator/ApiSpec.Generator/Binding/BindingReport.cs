using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the diagnostics found while binding. Equal diagnostics are kept once.</summary>
internal sealed class BindingReport : IDiagnosticSink
{
    private readonly Dictionary<string, string> _lost;
    private readonly SharedIndex<string, string> _lostNames;
    private readonly StepRecorder _steps;
    private readonly NameHints _hints = new();

    public BindingReport(StepRecorder steps)
    {
        _steps = steps;
        _lost = new(StringComparer.Ordinal);
        _lostNames = new(steps, SharedIndexKind.LostNames, _lost);
    }

    /// <summary>Records the names that an unreadable file would have declared.</summary>
    public void AddLost(EquatableArray<string> names)
    {
        foreach (var name in names)
            _lost[name] = name;
    }

    /// <summary>Whether an unreadable file contains the name. The error in that file explains why the name is missing.</summary>
    public bool IsLost(string name) => _lostNames.Contains(name);

    public EquatableArray<ElementDiagnostic> ToEquatableArray()
    {
        var diagnostics = new List<ElementDiagnostic>();
        var known = new HashSet<ElementDiagnostic>();
        foreach (var output in _steps.AllOutputs)
        {
            foreach (var diagnostic in output.Diagnostics)
            {
                if (known.Add(diagnostic))
                    diagnostics.Add(diagnostic);
            }
        }

        return diagnostics.ToEquatableArray();
    }

    public void Add(ElementDiagnostic diagnostic) => _steps.Output.Diagnostics.Add(diagnostic);

    // The nearest name depends on names that the step did not look up, so the step cannot be repeated from memory.
    public string Hint(string name, IEnumerable<string> candidates)
    {
        _steps.Forget();
        return _hints.Hint(name, candidates);
    }

    /// <summary>Returns the known name nearest to an unknown one; null if none is near.</summary>
    public string? Nearest(string name, IEnumerable<string> candidates)
    {
        _steps.Forget();
        return _hints.Nearest(name, candidates);
    }
}
