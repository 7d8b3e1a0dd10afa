using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>The records of one API. Two facts about them show only when all are there: which can be sent, and which can never be finite.</summary>
internal sealed class RecordCollection(ApiScope scope)
{
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);
    private readonly List<CodeType> _sent = [];

    public void Add(RecordModel record, string path, string pointer) => _byName[QualifiedName(record)] = new Entry(record, path, pointer);

    /// <summary>Notes that a request body carries values of this type.</summary>
    public void MarkSent(CodeType type) => _sent.Add(type);

    /// <summary>Notes that a rule over several members of a body asks for these.</summary>
    public void MarkChosen(CodeType body, IEnumerable<string> members)
    {
        if (body.Name is { } name && _byName.TryGetValue(name, out var entry))
            _byName[name] = entry with { Record = entry.Record with { Chosen = entry.Record.Chosen.Union(members, StringComparer.Ordinal).ToEquatableArray() } };
    }

    public RecordModel? Find(CodeType type) => type.Name is { } name && _byName.TryGetValue(name, out var entry) ? entry.Record : null;

    public IEnumerable<(string Path, RecordModel Model)> Complete(BindingReport report)
    {
        ReportInfinite(report);
        var sent = FindSent();
        return _byName.Select(pair => (pair.Value.Path, sent.Contains(pair.Key) ? pair.Value.Record with { IsSent = true } : pair.Value.Record));
    }

    public static string QualifiedName(RecordModel record) => record.Context.GlobalPrefix + record.Name;

    private HashSet<string> FindSent()
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<CodeType>(_sent);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            if (type.Element is not null)
                pending.Push(type.Element);
            if (type.Kind == CodeTypeKind.Union && sent.Add(type.Name!))
            {
                foreach (var alternative in scope.Unions.Find(type)?.Alternatives ?? [])
                    pending.Push(alternative.Type);
            }

            if (type.Kind != CodeTypeKind.Record || !sent.Add(type.Name!) || !_byName.TryGetValue(type.Name!, out var entry))
                continue;
            foreach (var member in entry.Record.Members)
                pending.Push(member.Type);
            foreach (var pattern in entry.Record.Patterns)
                pending.Push(pattern.Value);
        }

        return sent;
    }

    // A record is finite when everything it must contain is. Taking away what contains nothing left, and what nothing left contains, leaves the circles.
    private void ReportInfinite(BindingReport report)
    {
        var contained = _byName.Keys.ToDictionary(static name => name, name => RequiredRecords(name).Select(static member => member.Type.Name!).ToList(), StringComparer.Ordinal);
        var containers = contained.Keys.ToDictionary(static name => name, static _ => new List<string>(), StringComparer.Ordinal);
        foreach (var pair in contained)
        {
            foreach (var name in pair.Value)
                containers[name].Add(pair.Key);
        }

        var open = new HashSet<string>(_byName.Keys, StringComparer.Ordinal);
        TakeAwayEnds(open, contained, containers);
        TakeAwayEnds(open, containers, contained);

        foreach (var name in open)
        {
            var entry = _byName[name];
            var member = RequiredRecords(name).First(member => open.Contains(member.Type.Name!));
            report.Add(SpecRules.InfiniteSchema, entry.Path, entry.Pointer, entry.Record.Name, "'" + member.WireName + "'");
        }
    }

    private static void TakeAwayEnds(HashSet<string> open, Dictionary<string, List<string>> forward, Dictionary<string, List<string>> backward)
    {
        var remaining = open.ToDictionary(static name => name, name => forward[name].Count(open.Contains), StringComparer.Ordinal);
        var ends = new Stack<string>(remaining.Where(static pair => pair.Value == 0).Select(static pair => pair.Key));
        while (ends.Count > 0)
        {
            var end = ends.Pop();
            open.Remove(end);
            foreach (var name in backward[end])
            {
                if (open.Contains(name) && --remaining[name] == 0)
                    ends.Push(name);
            }
        }
    }

    private IEnumerable<RecordMember> RequiredRecords(string name)
        => _byName[name].Record.Members.Where(member =>
            member is { IsOptional: false, Type: { Kind: CodeTypeKind.Record, IsNullable: false } } && _byName.ContainsKey(member.Type.Name!));

    private sealed record Entry(RecordModel Record, string Path, string Pointer);
}
