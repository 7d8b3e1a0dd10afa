using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles unions: the property for each alternative, and what its JSON is known by.</summary>
internal static class UnionBinder
{
    /// <summary>Makes a union of types that are bound.</summary>
    /// <returns>Null when two alternatives cannot be told apart, or one cannot be part of a union.</returns>
    public static CodeType? Bind(ApiScope scope, string name, IReadOnlyList<CodeType> types, TypeSite site)
    {
        var names = new MemberNames(
            scope.Report, site.Path, name, [.. MemberNames.OfRecord, "Other"]);
        var alternatives = new List<UnionAlternative>(types.Count);
        foreach (var type in types)
        {
            if (type.Kind is CodeTypeKind.Element or CodeTypeKind.Map or CodeTypeKind.Union || type.IsNullable || type.IsQuoted)
            {
                scope.Report.Add(SpecRules.NotYetSupported, site.Path, site.Pointer, "A union with any, a map, a nullable, a quoted or another union in it", "write any, and read the JSON value");
                return null;
            }

            if (names.Take(TypeWords.Of(type), TypeWords.Of(type), site.Pointer) is { } property)
                alternatives.Add(new UnionAlternative { Name = property, Type = type });
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
        return new CodeType { Kind = CodeTypeKind.Union, Name = scope.Context.GlobalPrefix + name };
    }

    public static string QualifiedName(UnionModel union) => union.Context.GlobalPrefix + union.Name;

    /// <summary>Adds what the records of the alternatives are known by, now that they have their members.</summary>
    public static UnionModel Complete(UnionModel union, RecordCollection records)
        => union with { Alternatives = union.Alternatives.Select(alternative => Complete(alternative, records)).ToEquatableArray() };

    private static UnionAlternative Complete(UnionAlternative alternative, RecordCollection records)
    {
        if (records.Find(alternative.Type) is not { } record)
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
