using ApiSpec.Generator.Code;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>The open enums of one API.</summary>
internal sealed class OpenEnumCollection(StepRecorder steps)
{
    private readonly SharedTable<string, (string Path, OpenEnumModel Model)> _byName = new(steps, SharedTableKind.OpenEnums, StringComparer.Ordinal);
    private readonly Dictionary<OpenEnumModel, HashSet<string>> _values = new(ReferenceComparer<OpenEnumModel>.Instance);

    public IEnumerable<(string Path, OpenEnumModel Model)> All => _byName.Values;

    public void Add(string path, OpenEnumModel model) => _byName.Set(model.Context.GlobalPrefix + model.Name, (path, model));

    /// <summary>The values of an enum, in their order; none when the type is no enum of this API.</summary>
    public EquatableArray<OpenEnumValue> ValuesOf(CodeType type) => _byName.TryGet(type.Name!, out var found) ? found.Model.Values : [];

    /// <summary>The values among which the text is not; null when it is one of them, or when the type is no enum of this API.</summary>
    public IEnumerable<string>? OthersThan(string text, CodeType type)
        => _byName.TryGet(type.Name!, out var found) && ValuesOf(found.Model) is var values && !values.Contains(text) ? values : null;

    private HashSet<string> ValuesOf(OpenEnumModel model)
    {
        if (!_values.TryGetValue(model, out var values))
            _values.Add(model, values = new HashSet<string>(model.Values.Select(static value => value.Value), StringComparer.Ordinal));
        return values;
    }
}
