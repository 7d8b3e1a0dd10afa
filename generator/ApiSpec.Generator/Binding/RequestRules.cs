using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the types of one API that have rules for requests: types with a rule, and types that contain such a type.</summary>
internal sealed class RequestRules
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    public RequestRules(ApiScope scope)
    {
        var holders = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var pending = new Stack<string>();
        foreach (var record in scope.Records.All)
        {
            var name = RecordCollection.QualifiedName(record);
            if (HasRules(record))
                pending.Push(name);
            foreach (var type in record.Members.Select(static member => member.Type).Concat(record.Patterns.Select(static pattern => pattern.Value)))
                Hold(holders, type, name);
        }

        foreach (var union in scope.Unions.All)
        {
            if (union.Alternatives.Any(static alternative => alternative.Number is not null || alternative.Type.HoldsRange))
                pending.Push(UnionCollection.QualifiedName(union));
            foreach (var alternative in union.Alternatives)
                Hold(holders, alternative.Type, UnionCollection.QualifiedName(union));
        }

        while (pending.Count > 0)
        {
            var name = pending.Pop();
            if (!_checked.Add(name) || !holders.TryGetValue(name, out var names))
                continue;
            foreach (var holder in names)
                pending.Push(holder);
        }
    }

    /// <summary>Whether a record itself has rules.</summary>
    public static bool HasRules(GeneratedRecord record)
        => record.Conditions.Count > 0 || record.Members.Any(static member => member.HasRule || member.Type.HoldsRange)
            || record.Patterns.Any(static pattern => pattern.Rule is not null || pattern.Value.HoldsRange);

    public bool IsChecked(string name) => _checked.Contains(name);

    /// <summary>Marks the parts of a record that are checked before it is sent.</summary>
    public GeneratedRecord Complete(GeneratedRecord record, ApiScope scope)
        => !IsChecked(RecordCollection.QualifiedName(record)) ? record : record with
        {
            IsChecked = true,
            Members = record.Members.Select(member => Complete(member, scope)).ToEquatableArray(),
            Patterns = record.Patterns.Select(pattern => Complete(pattern, scope)).ToEquatableArray(),
        };

    /// <summary>Whether values of the type contain a value with rules.</summary>
    public bool Holds(CodeType type) => type.HoldsRange || type.Innermost.Name is { } name && IsChecked(name);

    private RecordMember Complete(RecordMember member, ApiScope scope)
    {
        if (member.HasBounds && member.Type.Kind == CodeTypeKind.Union)
        {
            var bounded = scope.Unions.Find(member.Type)?.Alternatives.Where(static alternative => RecordMember.IsBounded(alternative.Type)) ?? [];
            member = member with { BoundedAlternatives = bounded.ToEquatableArray() };
        }

        return Holds(member.Type) ? member with { HoldsChecked = true } : member;
    }

    private PatternMember Complete(PatternMember pattern, ApiScope scope)
        => pattern with { HoldsChecked = Holds(pattern.Value), Rule = pattern.Rule is { } rule ? Complete(rule, scope) : null };

    private static void Hold(Dictionary<string, List<string>> holders, CodeType type, string holder)
    {
        if (type.Innermost.Name is not { } name)
            return;
        if (!holders.TryGetValue(name, out var names))
            holders.Add(name, names = []);
        names.Add(holder);
    }
}
