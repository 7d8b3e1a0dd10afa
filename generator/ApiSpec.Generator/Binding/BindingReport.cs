using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the mistakes found while binding; the same mistake is kept once.</summary>
internal sealed class BindingReport(StepRecorder steps) : IDiagnosticSink
{
    private const int MostCompared = 1000;

    private readonly SharedTable<ElementDiagnostic, bool> _diagnostics = new(steps, SharedTableKind.Mistakes);
    private readonly SharedTable<string, bool> _lostNames = new(steps, SharedTableKind.LostNames, StringComparer.Ordinal);
    private int _hints;
    private int _nearest;

    /// <summary>Takes note of what a file that cannot be read would have declared.</summary>
    public void AddLost(EquatableArray<string> names)
    {
        foreach (var name in names)
            _lostNames.Set(name, true);
    }

    /// <summary>Tells whether a file that cannot be read has the name: that it is missing has been said there.</summary>
    public bool IsLost(string name) => _lostNames.Contains(name);

    public EquatableArray<ElementDiagnostic> ToEquatableArray() => _diagnostics.Keys.ToEquatableArray();

    public void Add(SpecRule rule, string path, string pointer, params string[] arguments) => AddPart(rule, path, pointer, 0, 0, arguments);

    public void AddPart(SpecRule rule, string path, string pointer, int offset, int length, params string[] arguments)
        => Add(new ElementDiagnostic(rule, path, pointer, 0, offset, length, arguments.ToEquatableArray()));

    public void Add(ElementDiagnostic diagnostic) => _diagnostics.Set(diagnostic, true);

    /// <inheritdoc/>
    /// <remarks>A project with thousands of unknown names, or of names that could be meant, would take long to compare, and has another problem than their spelling.</remarks>
    public string Hint(string name, IEnumerable<string> candidates) => Compared(candidates, ref _hints) is { } compared ? NearestName.Hint(name, compared) : "";

    /// <summary>The name that is nearest to an unknown one; null where none is near.</summary>
    /// <inheritdoc cref="Hint" path="/remarks"/>
    public string? Nearest(string name, IEnumerable<string> candidates) => Compared(candidates, ref _nearest) is { } compared ? NearestName.Find(name, compared) : null;

    private List<string>? Compared(IEnumerable<string> candidates, ref int count)
    {
        steps.Forget();
        if (++count > 2 * DiagnosticBag.Limit)
            return null;
        var compared = candidates.Take(MostCompared + 1).ToList();
        return compared.Count > MostCompared ? null : compared;
    }
}
