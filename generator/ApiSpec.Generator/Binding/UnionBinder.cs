using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles unions: the property for each alternative, and what its JSON is known by.</summary>
internal static class UnionBinder
{
    /// <summary>Makes a union of types that are bound.</summary>
    /// <returns>Null when a name that it needs is taken.</returns>
    public static CodeType? Bind(ApiScope scope, string name, IReadOnlyList<(CodeType Type, AlternativeNumber? Number)> types, TypeSite site)
    {
        var union = new CodeType
        {
            Kind = CodeTypeKind.Union,
            Name = scope.Context.GlobalPrefix + name,
            IsNullable = types.Any(static alternative => alternative.Type.IsNullable),
            IsCounted = types.Any(static alternative => alternative.Number is not null),
        };
        var names = new MemberNames(scope.Report, site.Path, name, [.. MemberNames.OfRecord, "Other", "Alternatives", "CheckNumbers"]);
        var alternatives = new List<UnionAlternative>(types.Count);
        foreach (var (given, number) in types)
        {
            var type = given with { IsNullable = false };
            // Any value at all is what a union keeps when it is nothing else.
            if (type.Kind == CodeTypeKind.Element || alternatives.Exists(known => known.Type == type))
                continue;
            if (Leads(scope, type, union.Name, []))
                scope.Report.Add(SpecRules.InfiniteSchema, site.Path, site.Pointer, name, "its own alternatives");
            else if (names.Take(NameOf(type), NameOf(type), site.Pointer) is { } property)
                alternatives.Add(new UnionAlternative { Name = property, Type = type, Number = number });
        }

        if (!scope.TypeNames.TryTake(name, "the alternatives of '" + name + "'", site.Path, site.Pointer))
            return null;
        scope.Unions.Add((site.Path, new UnionModel
        {
            Context = scope.Context,
            Name = name,
            HintName = scope.HintName(name),
            Documentation = site.Documentation,
            Alternatives = alternatives.ToEquatableArray(),
        }));
        return union;
    }

    public static string QualifiedName(UnionModel union) => union.Context.GlobalPrefix + union.Name;

    /// <summary>Adds what the records and enums of the alternatives are known by, now that they have their members and values.</summary>
    public static IEnumerable<(string Path, UnionModel Model)> Complete(ApiScope scope)
    {
        var nested = new HashSet<string>(
            scope.Unions.SelectMany(static union => union.Model.Alternatives).Where(static alternative => alternative.Type.Kind == CodeTypeKind.Union).Select(static alternative => alternative.Type.Name!),
            StringComparer.Ordinal);
        return scope.Unions.Select(union => (union.Path, union.Model with
        {
            Alternatives = union.Model.Alternatives.Select(alternative => Complete(alternative, scope)).ToEquatableArray(),
            IsNested = nested.Contains(QualifiedName(union.Model)),
        }));
    }

    // Two alternatives may be one type in C# and two in JSON: a number and one in quotation marks, a list and one in a text.
    private static string NameOf(CodeType type)
        => type.IsQuoted ? "Quoted" + TypeWords.Of(type)
            : type.Kind == CodeTypeKind.Csv ? TypeWords.Of(type.Element!) + "Csv"
            : TypeWords.Of(type);

    // Unions may lead to each other through lists, maps and members; as alternatives alone they would never come to an end.
    private static bool Leads(ApiScope scope, CodeType alternative, string name, HashSet<string> seen)
    {
        if (alternative.Kind != CodeTypeKind.Union || !seen.Add(alternative.Name!))
            return false;
        return string.Equals(alternative.Name, name, StringComparison.Ordinal)
            || scope.Unions.Find(union => QualifiedName(union.Model) == alternative.Name).Model is { } model && model.Alternatives.Any(inner => Leads(scope, inner.Type, name, seen));
    }

    private static UnionAlternative Complete(UnionAlternative alternative, ApiScope scope)
    {
        if (alternative.Type.Kind == CodeTypeKind.OpenEnum)
        {
            var model = scope.OpenEnums.Find(made => string.Equals(made.Model.Context.GlobalPrefix + made.Model.Name, alternative.Type.Name, StringComparison.Ordinal)).Model;
            return alternative with { MemberNames = model.Values.Select(static value => value.Value).ToEquatableArray() };
        }

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
