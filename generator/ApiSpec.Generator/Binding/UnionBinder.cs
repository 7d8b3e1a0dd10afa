using System.Globalization;
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
            return only with { Minimum = null, Maximum = null };
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

    // '(int 0..255) | (int 1900..10091)' is one type. A client only checks the outer limits, and none if there is no other alternative. A fake checks all.
    private static List<(CodeType Type, AlternativeNumber? Number)> WithoutGaps(IReadOnlyList<(CodeType Type, AlternativeNumber? Number)> types)
    {
        var joined = new List<(CodeType Type, AlternativeNumber? Number)>(types.Count);
        var indexes = new Dictionary<CodeType, int>();
        foreach (var (type, number) in types)
        {
            var bare = type with { Minimum = null, Maximum = null };
            var isKnown = indexes.TryGetValue(bare, out var index);
            if (!isKnown)
                indexes.Add(bare, joined.Count);
            if (!isKnown || joined[index].Type == type)
            {
                joined.Add((type, number));
                continue;
            }

            var other = joined[index].Type;
            joined[index] = (bare with
            {
                Minimum = Outer(type.Minimum, other.Minimum, isMinimum: true),
                Maximum = Outer(type.Maximum, other.Maximum, isMinimum: false),
            }, joined[index].Number);
        }

        return joined;
    }

    // An alternative without a limit has no limit.
    private static string? Outer(string? one, string? other, bool isMinimum)
        => decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
                ? left < right == isMinimum ? one : other
                : null;

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
