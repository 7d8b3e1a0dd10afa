using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the types of a list whose items only have selected members, so that every member can be missing.</summary>
internal sealed class SelectionBinder(ApiScope scope)
{
    private readonly SharedTable<string, CodeType?> _selections = new(scope.Steps, SharedTableKind.Selections, StringComparer.Ordinal);

    /// <summary>Creates the variant of an operation that selects members.</summary>
    /// <returns>Null if it cannot be created; the reason is reported.</returns>
    public GeneratedOperation? Bind(GeneratedOperation operation, SelectionParameter selection, string path)
    {
        if (operation.Response is not { Kind: ResponseKind.Json, Type: { } page })
        {
            scope.Report.Add(
                SpecRules.NotGenerated, selection.Path, selection.Pointer, "A selection of members of a response that is not one JSON object or list",
                "write 'string', and convert the value in the program");
            return null;
        }

        var whole = operation.Response.Items?.Item ?? scope.Filters.FindList(page)?.Item ?? page.Element;
        if (whole is not null && scope.Records.Find(whole) is { IsTuple: true })
        {
            scope.Report.Add(
                SpecRules.NotGenerated, selection.Path, selection.Pointer, "A selection of members of items that are arrays",
                "write 'string', and convert the value in the program");
            return null;
        }

        if (SelectFrom(page, operation.Response.Items ?? scope.Filters.FindList(page), path) is not { } selected)
            return null;
        var target = new TargetPart { Kind = TargetPartKind.QueryValue, Text = selection.EscapedName, Value = selection.Value };
        return operation with
        {
            Method = operation.Method + "Selected",
            Parameters = [.. operation.Parameters, selection.Value],
            Target = [.. operation.Target, target],
            Response = operation.Response with
            {
                Type = selected.Page,
                Items = operation.Response.Items is { } items ? items with { Item = selected.Item } : null,
            },
            Link = null,
            Paging = null,
            AtAddress = null,
            Linked = [],
            DoneWhen = [],
        };
    }

    private (CodeType Page, CodeType Item)? SelectFrom(CodeType page, Envelope? list, string path)
    {
        if (list is not null)
            return Select(list.Item, path) is { } item && SelectPage(page, list, item, path) is { } selected ? (selected, item) : null;
        return page is { Kind: CodeTypeKind.List, Element: { } element } && Select(element, path) is { } one
            ? (page with { Element = one with { IsNullable = element.IsNullable } }, one)
            : null;
    }

    private CodeType? Select(CodeType item, string path)
    {
        var name = NameOf(item) + "Selection";
        return GetOrAdd(name, item, path, () => scope.Records.Find(item) is not { } record ? null : record with
        {
            Documentation = new Documentation(
                "The selected members of " + NameOf(item) + " in a response. A member is null if the server sent null or did not send it."),
            Members = record.Members.Select(static member => member with { IsOptional = true, Initializer = null }).ToEquatableArray(),
            SelectionOf = item,
        });
    }

    private CodeType? SelectPage(CodeType page, Envelope items, CodeType item, string path)
        => GetOrAdd(NameOf(page) + "Selection", page, path, () => scope.Records.Find(page) is not { } record ? null : record with
        {
            Members = record.Members.Select(member => string.Equals(member.WireName, items.WireName, StringComparison.Ordinal)
                ? member with { Type = member.Type with { Element = item } }
                : member).ToEquatableArray(),
        });

    // Several sections can list the same resource. The selection is in the generated file of the whole record, regardless of which section is first.
    private CodeType? GetOrAdd(string name, CodeType whole, string path, Func<GeneratedRecord?> make)
    {
        if (_selections.TryGet(name, out var known))
            return known;
        CodeType? selection = null;
        if (make() is { } record && scope.Records.OwnerOf(whole) is { } owner
            && scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, "a selection of members", path, "/request"))
        {
            scope.Records.Add(record with { Name = name }, new TypePlace(path, owner), "/request");
            selection = new CodeType { Kind = CodeTypeKind.Record, Name = scope.Context.GlobalPrefix + name };
        }

        _selections.Set(name, selection);
        return selection;
    }

    private static string NameOf(CodeType type) => TypeWords.Of(type);
}
