using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the mistakes found while binding; the same mistake is kept once.</summary>
internal sealed class BindingReport
{
    private readonly List<BindingDiagnostic> _diagnostics = [];
    private readonly HashSet<BindingDiagnostic> _known = [];

    public EquatableArray<BindingDiagnostic> ToEquatableArray() => _diagnostics.ToEquatableArray();

    public void Add(SpecRule rule, string path, string pointer, params string[] arguments) => AddPart(rule, path, pointer, 0, 0, arguments);

    public void AddPart(SpecRule rule, string path, string pointer, int offset, int length, params string[] arguments)
        => Add(new BindingDiagnostic(rule, path, pointer, 0, offset, length, arguments.ToEquatableArray()));

    public void Add(BindingDiagnostic diagnostic)
    {
        if (_known.Add(diagnostic))
            _diagnostics.Add(diagnostic);
    }
}
