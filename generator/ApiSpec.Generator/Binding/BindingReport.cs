using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

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

        return WithOneOfEachVocabulary(diagnostics).ToEquatableArray();
    }

    // A reference prints its own names of types in every table. One message of a file shows all of them, and the key of the API file that defines them.
    private static IEnumerable<ElementDiagnostic> WithOneOfEachVocabulary(List<ElementDiagnostic> diagnostics)
    {
        var names = diagnostics.Where(IsOfVocabulary)
            .ToLookup(static diagnostic => diagnostic.Path, static diagnostic => diagnostic.Arguments[0], StringComparer.Ordinal);
        if (names.Count == 0)
            return diagnostics;
        var reported = new HashSet<string>(StringComparer.Ordinal);
        return diagnostics.Where(diagnostic => !IsOfVocabulary(diagnostic) || reported.Add(diagnostic.Path))
            .Select(diagnostic => IsOfVocabulary(diagnostic) ? WithAll(diagnostic, [.. names[diagnostic.Path].Distinct(StringComparer.Ordinal)]) : diagnostic);
    }

    private static bool IsOfVocabulary(ElementDiagnostic diagnostic)
        => diagnostic.Rule == SpecRules.UnknownSchema && ForeignTypeNames.Possible(diagnostic.Arguments[0]).Count > 0
            && diagnostic.Arguments[1] == ForeignTypeNames.Advice([diagnostic.Arguments[0]]);

    private static ElementDiagnostic WithAll(ElementDiagnostic diagnostic, List<string> names)
        => diagnostic with { Arguments = [string.Join("', '", names), ForeignTypeNames.Advice(names)] };

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
