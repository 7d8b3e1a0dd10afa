using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the classes that name the members of a record in filters, sort orders and field lists.</summary>
internal sealed class FilterBinder(ApiScope scope)
{
    /// <summary>Requires the classes for a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="path">The file of the section that needs them, for diagnostics.</param>
    public void Require(CodeType record, string path)
    {
        if (!record.IsUnread)
            scope.Steps.Output.Filtered.Add(new FilteredRecord(record, path));
    }

    /// <summary>
    /// Creates the classes that sections require, once for each record. They are in the generated file of the record. No section depends on them, so they take
    /// their names after the types of all sections.
    /// </summary>
    public IReadOnlyList<(SourceOwner Owner, GeneratedFilter Model)> Bind()
    {
        var models = new List<(SourceOwner Owner, GeneratedFilter Model)>();
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (record, path) in scope.Steps.Outputs.SelectMany(static output => output.Filtered).ToList())
        {
            if (!bound.Contains(record.Name!) && Bind(record, path) is { } model)
            {
                bound.Add(record.Name!);
                models.Add(model);
            }
        }

        return models;
    }

    private (SourceOwner Owner, GeneratedFilter Model)? Bind(CodeType record, string path)
    {
        if (scope.Records.Find(record) is not { } model || scope.Records.OwnerOf(record) is not { } owner)
            return null;
        var name = scope.TypeName(model.Name + "Filter");
        var fields = scope.TypeName(model.Name + "Fields");
        return scope.TypeNames.TryTake(name, GeneratedTypeKind.Class, "the filter of " + model.Name, path, "/request")
            && scope.TypeNames.TryTake(fields, GeneratedTypeKind.Class, "the fields of " + model.Name, path, "/request")
            ? (owner, new GeneratedFilter(name, fields, record, model.Members) { Context = scope.Context })
            : null;
    }

    /// <summary>
    /// Returns the record that a filter of the operation selects: the items of the only list of records in the response; null if there is no such list, or
    /// several.
    /// </summary>
    public CodeType? FindFiltered(CodeType? response)
    {
        if (response is { IsUnread: true })
            return response;
        if (response is { Kind: CodeTypeKind.List, Element: { Kind: CodeTypeKind.Record } item })
            return item;
        return FindList(response)?.Item ?? UnreadMember(response);
    }

    // A member that could not be read can be that list.
    private CodeType? UnreadMember(CodeType? response)
        => response is null ? null : scope.Records.Find(response)?.Members.FirstOrDefault(static member => member.Type.IsUnread)?.Type;

    /// <summary>Returns the only list of records in a response; null if there is no such list, or several.</summary>
    public Envelope? FindList(CodeType? response)
    {
        if (response is null || scope.Records.Find(response) is not { IsTuple: false } record)
            return null;
        var lists = record.Members.Where(static member => member.Type is { Kind: CodeTypeKind.List, Element: { Kind: CodeTypeKind.Record, IsNullable: false } })
            .ToList();
        return lists.Count == 1 ? new Envelope(lists[0].WireName, lists[0].Type.Element!) : null;
    }

    /// <summary>Returns the list in an envelope such as <c>Page&lt;T&gt;</c>; null if the response is not an envelope.</summary>
    public Envelope? FindItems(CodeType? response)
        => response is not null && scope.Records.Find(response) is { ItemsMember: { } items } record
            ? new Envelope(items, record.Members.First(member => string.Equals(member.WireName, items, StringComparison.Ordinal)).Type.Element!)
            : null;
}
