using ApiSpec.Generator.Code;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>The open enums of one API.</summary>
internal sealed class OpenEnumCollection
{
    private readonly Dictionary<string, (OpenEnumModel Model, HashSet<string> Values)> _byName = new(StringComparer.Ordinal);
    private readonly List<(string Path, OpenEnumModel Model)> _all = [];

    public IReadOnlyList<(string Path, OpenEnumModel Model)> All => _all;

    public void Add(string path, OpenEnumModel model)
    {
        _all.Add((path, model));
        _byName[model.Context.GlobalPrefix + model.Name] = (model, new HashSet<string>(model.Values.Select(static value => value.Value), StringComparer.Ordinal));
    }

    /// <summary>The values of an enum, in their order; none when the type is no enum of this API.</summary>
    public EquatableArray<OpenEnumValue> ValuesOf(CodeType type) => _byName.TryGetValue(type.Name!, out var found) ? found.Model.Values : [];

    /// <summary>The values among which the text is not; null when it is one of them, or when the type is no enum of this API.</summary>
    public IEnumerable<string>? OthersThan(string text, CodeType type)
        => _byName.TryGetValue(type.Name!, out var found) && !found.Values.Contains(text) ? found.Values : null;
}
