namespace ApiSpec.Language.Diagnostics;

/// <summary>The diagnostics of elements, each once, in the order in which they were found.</summary>
internal sealed class DiagnosticList : IDiagnosticSink
{
    private readonly NameHints _hints = new();
    private readonly HashSet<ElementDiagnostic> _known = [];
    private readonly List<ElementDiagnostic> _diagnostics = [];

    public IReadOnlyList<ElementDiagnostic> Diagnostics => _diagnostics;

    public void Add(ElementDiagnostic diagnostic)
    {
        if (_known.Add(diagnostic))
            _diagnostics.Add(diagnostic);
    }

    public string Hint(string name, IEnumerable<string> candidates) => _hints.Hint(name, candidates);
}
