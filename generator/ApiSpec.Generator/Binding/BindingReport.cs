using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the mistakes found while binding; the same mistake is kept once.</summary>
internal sealed class BindingReport
{
    private const int MostCompared = 1000;

    private readonly List<BindingDiagnostic> _diagnostics = [];
    private readonly HashSet<BindingDiagnostic> _known = [];
    private readonly HashSet<string> _lostNames = new(StringComparer.Ordinal);
    private int _hints;

    /// <summary>Takes note of what a file that cannot be read would have declared.</summary>
    public void AddLost(IEnumerable<string> names) => _lostNames.UnionWith(names);

    /// <summary>Tells whether a file that cannot be read has the name: that it is missing has been said there.</summary>
    public bool IsLost(string name) => _lostNames.Contains(name);

    public EquatableArray<BindingDiagnostic> ToEquatableArray() => _diagnostics.ToEquatableArray();

    public void Add(SpecRule rule, string path, string pointer, params string[] arguments) => AddPart(rule, path, pointer, 0, 0, arguments);

    public void AddPart(SpecRule rule, string path, string pointer, int offset, int length, params string[] arguments)
        => Add(new BindingDiagnostic(rule, path, pointer, 0, offset, length, arguments.ToEquatableArray()));

    public void Add(BindingDiagnostic diagnostic)
    {
        if (_known.Add(diagnostic))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>The end of a message about an unknown name: the nearest right one, or nothing.</summary>
    /// <remarks>A project with thousands of unknown names, or of names that could be meant, would take long to compare, and has another problem than their spelling.</remarks>
    public string Hint(string name, IEnumerable<string> candidates)
    {
        if (++_hints > 2 * DiagnosticBag.Limit)
            return "";
        var compared = candidates.Take(MostCompared + 1).ToList();
        return compared.Count > MostCompared ? "" : NearestName.Hint(name, compared);
    }
}
