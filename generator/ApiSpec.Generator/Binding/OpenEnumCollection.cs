using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>The open enums of one API.</summary>
internal sealed class OpenEnumCollection(StepRecorder steps)
{
    private readonly SharedTable<string, (SourceOwner Owner, GeneratedOpenEnum Model)> _byName = new(steps, SharedTableKind.OpenEnums, StringComparer.Ordinal);

    public IEnumerable<(SourceOwner Owner, GeneratedOpenEnum Model)> All => _byName.Values;

    public void Add(SourceOwner owner, GeneratedOpenEnum model) => _byName.Set(model.Context.GlobalPrefix + model.Name, (owner, model));

    /// <summary>Returns the values of an enum in their order; empty if the type is not an enum of this API.</summary>
    public EquatableArray<OpenEnumValue> ValuesOf(CodeType type) => _byName.TryGet(type.Name!, out var found) ? found.Model.Values : [];
}
