using ApiSpec.Generator.Code;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>The unions of one API. What an alternative is known by shows only when all records are there.</summary>
internal sealed class UnionCollection(StepRecorder steps)
{
    private readonly SharedTable<string, (UnionModel Model, TypeSite Site)> _byName = new(steps, SharedTableKind.Unions, StringComparer.Ordinal);

    public void Add(UnionModel model, TypeSite site) => _byName.Set(QualifiedName(model), (model, site));

    public UnionModel? Find(CodeType type) => _byName.TryGet(type.Name!, out var union) ? union.Model : null;

    /// <summary>Adds what the records and enums of the alternatives are known by, now that they have their members and values.</summary>
    public IEnumerable<(string Path, UnionModel Model)> Complete(ApiScope scope)
    {
        var nested = new HashSet<string>(
            _byName.Values.SelectMany(static union => union.Model.Alternatives).Where(static alternative => alternative.Type.Kind == CodeTypeKind.Union).Select(static alternative => alternative.Type.Name!),
            StringComparer.Ordinal);
        foreach (var (union, site) in _byName.Values)
        {
            // The names of a table stand in the code of each union that it is part of. Counted before they are put there: that costs what they do.
            if (!scope.Repetition.TryAdd(union.Alternatives.Sum(alternative => NamesOf(alternative.Type, scope)) * Repetition.Name, "a union", site))
                continue;
            yield return (site.Path, union with
            {
                Alternatives = union.Alternatives.Select(alternative => Complete(alternative, scope) with { HoldsChecked = scope.Rules.Holds(alternative.Type) }).ToEquatableArray(),
                IsChecked = scope.Rules.IsChecked(QualifiedName(union)),
                IsNested = nested.Contains(QualifiedName(union)),
            });
        }
    }

    /// <summary>All unions, as far as they are known.</summary>
    public IEnumerable<UnionModel> All => _byName.Values.Select(static union => union.Model);

    public static string QualifiedName(UnionModel union) => union.Context.GlobalPrefix + union.Name;

    private static int NamesOf(CodeType type, ApiScope scope)
        => type.Kind == CodeTypeKind.OpenEnum ? scope.OpenEnums.ValuesOf(type).Count : scope.Records.Find(type)?.Members.Count ?? 0;

    private static UnionAlternative Complete(UnionAlternative alternative, ApiScope scope)
    {
        if (alternative.Type.Kind == CodeTypeKind.OpenEnum)
            return alternative with { MemberNames = scope.OpenEnums.ValuesOf(alternative.Type).Select(static value => value.Value).ToEquatableArray() };
        if (scope.Records.Find(alternative.Type) is not { } record)
            return alternative;

        var required = 0UL;
        var constantMember = -1;
        for (var i = 0; i < record.Members.Count && i < 64; i++)
        {
            if (!record.Members[i].IsOptional)
                required |= 1UL << i;
            if (constantMember < 0 && record.Members[i] is { Initializer: not null, Type.Kind: CodeTypeKind.String or CodeTypeKind.OpenEnum })
                constantMember = i;
        }

        return alternative with
        {
            MemberNames = record.Members.Select(static member => member.WireName).ToEquatableArray(),
            Required = required,
            ConstantMember = constantMember,
            Constant = constantMember < 0 ? null : record.Members[constantMember].Initializer,
        };
    }
}
