using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines unions: the property for each alternative, and how its JSON is recognised.</summary>
internal static class UnionBinder
{
    /// <summary>Creates a union of bound types.</summary>
    /// <returns>Null if a name that it needs is taken.</returns>
    public static CodeType? Bind(ApiScope scope, string name, IReadOnlyList<(CodeType Type, AlternativeNumber? Number)> types, TypeSite site)
    {
        types = WithoutGaps(types);
        if (types is [var (only, _)])
            return only;
        var union = new CodeType
        {
            Kind = CodeTypeKind.Union,
            Name = scope.Context.GlobalPrefix + name,
            IsNullable = types.Any(static alternative => alternative.Type.IsNullable),
            Substitutes = types.SelectMany(static alternative => alternative.Type.Substitutes).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        };
        // Alternatives with the same C# type are created by methods, each named after its alternative.
        var methods = types.Select(static alternative => "Of" + NameOf(alternative.Type));
        var names = new MemberNames(scope.Report, site.Path, name, ReservedNames.OfUnion(methods));
        var alternatives = new List<UnionAlternative>(types.Count);
        foreach (var (given, number) in types)
        {
            var type = given with { IsNullable = false, Substitutes = [] };
            // A union keeps any other value anyway.
            if (type.Kind == CodeTypeKind.Element || alternatives.Exists(known => known.Type == type))
                continue;
            if (Leads(scope, type, union.Name, []))
                scope.Report.Add(SpecRules.InfiniteSchema, site.Path, site.Pointer, name, "its alternatives");
            else if (names.Take(NameOf(type), names.Free(NameOf(type)), site.Pointer) is { } property)
                alternatives.Add(new UnionAlternative { Name = property, Type = type, Number = number });
        }

        if (!scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, "the alternatives of '" + name + "'", site.Path, site.Pointer))
            return null;
        var model = new GeneratedUnion
        {
            Context = scope.Context,
            Name = name,
            Documentation = site.Documentation,
            Alternatives = alternatives.ToEquatableArray(),
        };
        scope.Unions.Add(model, site);
        return union;
    }

    // '(int 0..255) | (int 1900..10091)' is one type with two ranges.
    private static List<(CodeType Type, AlternativeNumber? Number)> WithoutGaps(IReadOnlyList<(CodeType Type, AlternativeNumber? Number)> types)
    {
        var joined = new List<(CodeType Type, AlternativeNumber? Number)>(types.Count);
        var ranges = new Dictionary<CodeType, List<CodeRange>>();
        foreach (var (type, number) in types)
        {
            var bare = type with { Minimum = null, Maximum = null, Ranges = [] };
            var own = type.Ranges.Count > 0 ? type.Ranges : [new CodeRange(type.Minimum, type.Maximum)];
            if (ranges.TryGetValue(bare, out var known))
            {
                known.AddRange(own);
                continue;
            }

            ranges.Add(bare, [.. own]);
            joined.Add((bare, number));
        }

        return [.. joined.Select(entry => (RangeUnion.Apply(entry.Type, ranges[entry.Type]), entry.Number))];
    }

    // Two alternatives can have the same C# type but differ in JSON: a number and a number in quotation marks, or a list and a list in one string.
    private static string NameOf(CodeType type)
        => type.IsQuoted ? "Quoted" + NameOf(type with { IsQuoted = false })
            : type.IsEmbedded ? "Embedded" + NameOf(type with { IsEmbedded = false })
            : type.Format is MomentForm.Seconds ? "Epoch"
            : type.Format is MomentForm.Milliseconds ? "EpochMilliseconds"
            : type.Kind == CodeTypeKind.Csv ? TypeWords.Of(type.Element!) + "Csv"
            : TypeWords.Of(type);

    // Unions can contain each other through lists, maps and members. Directly as alternatives, they would never end.
    private static bool Leads(ApiScope scope, CodeType alternative, string name, HashSet<string> seen)
    {
        if (alternative.Kind != CodeTypeKind.Union || !seen.Add(alternative.Name!))
            return false;
        return string.Equals(alternative.Name, name, StringComparison.Ordinal)
            || scope.Unions.Find(alternative) is { } model && model.Alternatives.Any(inner => Leads(scope, inner.Type, name, seen));
    }
}
