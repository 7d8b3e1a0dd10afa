using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>The unions of one API.</summary>
internal sealed class UnionCollection(StepRecorder steps)
{
    private readonly SharedTable<string, (GeneratedUnion Model, TypeSite Site)> _byName = new(steps, SharedTableKind.Unions, StringComparer.Ordinal);

    public void Add(GeneratedUnion model, TypeSite site) => _byName.Set(QualifiedName(model), (model, site));

    public GeneratedUnion? Find(CodeType type) => _byName.TryGet(type.Name!, out var union) ? union.Model : null;

    /// <summary>Returns the unions with the facts that are only known once all records exist.</summary>
    public IEnumerable<(SourceOwner Owner, GeneratedUnion Model)> Complete(ApiScope scope)
    {
        foreach (var (union, site) in _byName.Values)
        {
            yield return (site.Place.Owner, union with
            {
                Alternatives = union.Alternatives.Select(alternative => alternative with { HoldsChecked = scope.Rules.Holds(alternative.Type) })
                    .ToEquatableArray(),
                IsChecked = scope.Rules.IsChecked(QualifiedName(union)),
            });
        }
    }

    /// <summary>All unions so far.</summary>
    public IEnumerable<GeneratedUnion> All => _byName.Values.Select(static union => union.Model);

    public static string QualifiedName(GeneratedUnion union) => union.Context.GlobalPrefix + union.Name;
}
