using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// The records of one API. Four facts are only known once all records exist: which records are sent, which of them are also read, which of them unions contain,
/// and which can never be finite.
/// </summary>
internal sealed class RecordCollection(ApiScope scope)
{
    private readonly SharedTable<string, Entry> _byName = new(scope.Steps, SharedTableKind.Records, StringComparer.Ordinal, scope.Steps.Files);
    private Func<GeneratedRecord, GeneratedRecord>? _complete;

    public void Add(GeneratedRecord record, TypePlace place, string pointer) => _byName.Set(QualifiedName(record), new Entry(record, place, pointer));

    /// <summary>Records that a request body contains values of this type.</summary>
    public void MarkSent(CodeType type) => scope.Steps.Output.Sent.Add(type);

    /// <summary>Records that a request body is created from values of this type.</summary>
    public void MarkTaken(CodeType type) => scope.Steps.Output.Taken.Add(type);

    /// <summary>Records that a response body contains values of this type.</summary>
    public void MarkRead(CodeType type) => scope.Steps.Output.Read.Add(type);

    /// <summary>Records the members of a body that a group rule needs.</summary>
    public void MarkChosen(CodeType body, IEnumerable<string> members)
    {
        if (body.Name is { } name)
            scope.Steps.Output.Chosen.Add(new ChosenMembers(name, members.ToEquatableArray()));
    }

    public GeneratedRecord? Find(CodeType type) => type.Name is { } name && _byName.TryGet(name, out var entry) ? entry.Record : null;

    /// <summary>Returns the owner of a record, which also owns the types derived from it; null: there is no such record.</summary>
    public SourceOwner? OwnerOf(CodeType type)
        => type.Name is { } name && _byName.TryGet(name, out var entry) ? entry.Place.Owner : null;

    public IEnumerable<(SourceOwner Owner, GeneratedRecord Model)> Complete(BindingReport report)
    {
        ReportInfinite(report);
        var created = FindReachable(scope.Steps.Outputs.SelectMany(static output => output.Sent));
        var sent = FindReachable(scope.Steps.Outputs.SelectMany(static output => output.Sent.Concat(output.Taken)));
        var read = FindReachable(scope.Steps.Outputs.SelectMany(static output => output.Read));
        var inUnion = FindReachable(scope.Unions.All.SelectMany(static union => union.Alternatives).Select(static alternative => alternative.Type));
        var chosen = scope.Steps.Outputs.SelectMany(static output => output.Chosen).ToLookup(static chosen => chosen.Record, StringComparer.Ordinal);
        _complete = record => Complete(QualifiedName(record), record);
        return _byName.Pairs.Select(pair => (pair.Value.Place.Owner, Complete(pair.Key, pair.Value.Record)));

        GeneratedRecord Complete(string name, GeneratedRecord record)
        {
            if (chosen.Contains(name))
                record = record with { Chosen = chosen[name].SelectMany(static chosen => chosen.Members).Distinct(StringComparer.Ordinal).ToEquatableArray() };
            if (inUnion.Contains(name))
                record = record with { IsInUnion = true };
            return sent.Contains(name)
                ? scope.Rules.Complete(record with { IsSent = true, IsOnlySent = created.Contains(name) && !read.Contains(name) }, scope)
                : record;
        }
    }

    /// <summary>Returns a record that replaces another one after <see cref="Complete(BindingReport)"/>, with the facts that depend on all records.</summary>
    /// <param name="before">The entry of the record before.</param>
    /// <param name="after">The entry of the record that replaces it.</param>
    /// <returns>Null: with the other record, these facts could be different for some record.</returns>
    public (SourceOwner Owner, GeneratedRecord Model)? Replace(object before, object after)
    {
        var (old, entry) = ((Entry)before, (Entry)after);
        var name = QualifiedName(entry.Record);
        return old.Place == entry.Place && string.Equals(old.Pointer, entry.Pointer, StringComparison.Ordinal) && HaveSameRelations(old.Record, entry.Record)
            && !scope.Steps.Outputs.Any(output => output.Filtered.Any(filtered => string.Equals(filtered.Record.Name, name, StringComparison.Ordinal)))
                ? (entry.Place.Owner, _complete!(entry.Record))
                : null;
    }

    private static bool HaveSameRelations(GeneratedRecord one, GeneratedRecord other)
        => RequestRules.HasRules(one) == RequestRules.HasRules(other)
            && Related(one).SequenceEqual(Related(other))
            && one.Patterns.Select(static pattern => pattern.Value).SequenceEqual(other.Patterns.Select(static pattern => pattern.Value));

    private static IEnumerable<(string Name, bool IsOptional, CodeType Type)> Related(GeneratedRecord record)
        => record.Members.Where(static member => member.Type.Innermost.Name is not null)
            .Select(static member => (member.WireName, member.IsOptional, member.Type));

    /// <summary>All records so far.</summary>
    public IEnumerable<GeneratedRecord> All => _byName.Pairs.Select(static pair => pair.Value.Record);

    public static string QualifiedName(GeneratedRecord record) => record.Context.GlobalPrefix + record.Name;

    /// <summary>Returns the records and unions that values of the types can contain, including the types themselves.</summary>
    private HashSet<string> FindReachable(IEnumerable<CodeType> types)
    {
        var reachable = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<CodeType>(types);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            if (type.Element is not null)
                pending.Push(type.Element);
            if (type.Kind == CodeTypeKind.Union && reachable.Add(type.Name!))
            {
                foreach (var alternative in scope.Unions.Find(type)?.Alternatives ?? [])
                    pending.Push(alternative.Type);
            }

            if (type.Kind != CodeTypeKind.Record || !reachable.Add(type.Name!) || !_byName.TryGet(type.Name!, out var entry))
                continue;
            foreach (var member in entry.Record.Members)
                pending.Push(member.Type);
            foreach (var pattern in entry.Record.Patterns)
                pending.Push(pattern.Value);
        }

        return reachable;
    }

    // A record is finite if everything that it must contain is finite. Removing records that contain no remaining record, and records that no remaining record
    // contains, leaves the cycles.
    private void ReportInfinite(BindingReport report)
    {
        var contained = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var containers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, entry) in _byName.Pairs)
        {
            if (!entry.NeedsRecord)
                continue;
            foreach (var member in entry.Record.Members)
            {
                if (!IsRequiredRecord(member))
                    continue;
                Add(contained, name, member.Type.Name!);
                Add(containers, member.Type.Name!, name);
            }
        }

        // Most records contain no record, or no record contains them. They cannot be part of a cycle.
        var open = new HashSet<string>(contained.Keys.Where(containers.ContainsKey), StringComparer.Ordinal);
        TakeAwayEnds(open, contained, containers);
        TakeAwayEnds(open, containers, contained);

        foreach (var (_, entry) in open.Count == 0 ? [] : _byName.Pairs.Where(pair => open.Contains(pair.Key)))
        {
            var member = entry.Record.Members.First(member => IsRequiredRecord(member) && open.Contains(member.Type.Name!));
            report.Add(SpecRules.InfiniteSchema, entry.Place.Path, entry.Pointer, entry.Record.Name, "'" + member.WireName + "'");
        }
    }

    private static void Add(Dictionary<string, List<string>> lists, string name, string item)
    {
        if (!lists.TryGetValue(name, out var list))
            lists.Add(name, list = []);
        list.Add(item);
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

    private bool IsRequiredRecord(RecordMember member)
        => RequiresRecord(member) && _byName.Contains(member.Type.Name!);

    private static bool RequiresRecord(RecordMember member) => member is { IsOptional: false, Type: { Kind: CodeTypeKind.Record, IsNullable: false } };

    private sealed record Entry(GeneratedRecord Record, TypePlace Place, string Pointer)
    {
        /// <summary>Whether the record must contain another one. Most do not, and this is known until the record changes.</summary>
        public bool NeedsRecord { get; } = Record.Members.Any(RequiresRecord);
    }
}
