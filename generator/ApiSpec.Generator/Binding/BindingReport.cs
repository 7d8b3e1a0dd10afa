using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the diagnostics found while binding. Equal diagnostics are kept once.</summary>
internal sealed class BindingReport(StepRecorder steps) : IDiagnosticSink
{
    private readonly SharedTable<string, bool> _lostNames = new(steps, SharedTableKind.LostNames, StringComparer.Ordinal);
    private readonly NameHints _hints = new();

    /// <summary>Records the names that an unreadable file would have declared.</summary>
    public void AddLost(EquatableArray<string> names)
    {
        foreach (var name in names)
            _lostNames.Set(name, true);
    }

    /// <summary>Whether an unreadable file contains the name. The error in that file explains why the name is missing.</summary>
    public bool IsLost(string name) => _lostNames.Contains(name);

    public EquatableArray<ElementDiagnostic> ToEquatableArray()
    {
        var diagnostics = new List<ElementDiagnostic>();
        var known = new HashSet<ElementDiagnostic>();
        foreach (var output in steps.AllOutputs)
        {
            foreach (var diagnostic in output.Diagnostics)
            {
                if (known.Add(diagnostic))
                    diagnostics.Add(diagnostic);
            }
        }

        return diagnostics.ToEquatableArray();
    }

    public void Add(ElementDiagnostic diagnostic) => steps.Output.Diagnostics.Add(diagnostic);

    // The nearest name depends on names that the step did not look up, so the step cannot be repeated from memory.
    public string Hint(string name, IEnumerable<string> candidates)
    {
        steps.Forget();
        return _hints.Hint(name, candidates);
    }

    /// <summary>Returns the known name nearest to an unknown one; null if none is near.</summary>
    public string? Nearest(string name, IEnumerable<string> candidates)
    {
        steps.Forget();
        return _hints.Nearest(name, candidates);
    }
}
