namespace ApiSpec.Drafting.Drafts;

/// <summary>Proposes how a list is read page by page, from the names of parameters and members.</summary>
internal static class PagingDrafter
{
    private static readonly string[] s_pages = ["page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage"];
    private static readonly string[] s_offsets = ["offset", "skip", "start", "startindex", "startat"];
    private static readonly string[] s_cursors = ["cursor", "pagetoken", "nexttoken", "continuationtoken", "marker", "startingafter", "nextcursor"];

    private static readonly string[] s_sizes =
        ["size", "limit", "pagesize", "perpage", "maxresults", "count", "itemsperpage", "rows", "top", "max", "maxitems", "pagelimit"];

    private static readonly string[] s_nexts =
        ["next", "nextcursor", "nextpagetoken", "nexttoken", "nextpage", "continuationtoken", "nextmarker", "endcursor", "cursor"];

    private static readonly string[] s_mores = ["hasmore", "more", "hasnext", "hasnextpage", "hasmorepages", "moreavailable"];
    private static readonly string[] s_lasts = ["last", "islast", "lastpage", "islastpage"];
    private static readonly string[] s_flags = ["boolean"];

    private static readonly string[] s_numbers = ["int", "long"];
    private static readonly string[] s_tokens = ["string", "int", "long"];

    private static readonly string[] s_totals =
        ["total", "totalcount", "totalitems", "totalrecords", "totalresults", "totalelements", "totalsize", "totalrows", "resultcount"];

    /// <summary>Drafts the paging of a section; null: nothing looks like pages.</summary>
    /// <param name="query">The parameters of the query; null: none.</param>
    /// <param name="response">The response; null: none.</param>
    /// <param name="schemas">The tables that the response can name; null: none.</param>
    /// <param name="status">The statuses, with their headers; null: none.</param>
    /// <param name="notes">Receives a note if the page does not show the number of the first page, which paging needs.</param>
    public static DraftEntry? Draft(DraftEntry? query, DraftEntry? response, DraftEntry? schemas, DraftEntry? status, ICollection<string> notes)
    {
        if (query is not { Value: DraftTable { Entries: var parameters } } || response is null
            || MembersOf(response, schemas, out var isList) is not { } members)
            return null;
        var lists = members.Where(IsList).ToList();
        if (!isList && lists.Count != 1)
            return null;
        var roles = new List<DraftEntry>();
        if (!isList)
            roles.Add(Role("items", NameOf(lists[0])));
        var size = First(parameters, s_sizes, s_numbers);
        if (!isList && First(parameters, s_cursors, s_tokens) is { } cursor && Member(members, s_nexts, [WordOf(cursor)]) is { } next)
        {
            roles.Add(Role("cursor", NameOf(cursor)));
            roles.Add(Role("next", next));
        }
        else if (size is not null && LinkIn(status) is { } link)
        {
            roles.Add(Role("next", link));
        }
        else if (size is not null && First(parameters, s_offsets, s_numbers) is { } offset)
        {
            roles.Add(Role("offset", NameOf(offset)));
        }
        else if (size is not null && First(parameters, s_pages, s_numbers) is { } page)
        {
            if (page.Value is DraftText text && !text.Text.Contains(" default ", StringComparison.Ordinal))
            {
                var name = NameOf(page);
                notes.Add("The list seems to have pages: write 'paging:', and the first page as the default of '" + name + "'.");
                return null;
            }

            roles.Add(Role("page", NameOf(page)));
        }
        else
        {
            return null;
        }

        if (size is not null)
            roles.Add(Role("size", NameOf(size)));
        if (!isList && Member(members, s_totals, s_numbers) is { } total)
            roles.Add(Role("total", total));
        // The response has one of both.
        if (!isList && Member(members, s_mores, s_flags) is { } more)
            roles.Add(Role("more", more));
        else if (!isList && Member(members, s_lasts, s_flags) is { } last)
            roles.Add(Role("last", last));
        return new DraftEntry("paging", new DraftTable(roles), Mark.Check(), []);
    }

    // The header with the URL of the next page, in a status of success that lists it.
    private static string? LinkIn(DraftEntry? status)
        => (status?.Value as DraftTable)?.Entries.Where(static row => row.Key.StartsWith('2')).SelectMany(static row
                => row.Value is DraftTable { Entries: var keys } && keys.FirstOrDefault(static key => key.Key == "headers")?.Value is DraftTable headers
                    ? headers.Entries : [])
            .FirstOrDefault(static header => Folded(header.Key) == "link" && header.Value is DraftText { Text: var text }
                && text.Contains("next", StringComparison.OrdinalIgnoreCase)) is { } link ? NameOf(link) : null;

    private static IReadOnlyList<DraftEntry>? MembersOf(DraftEntry response, DraftEntry? schemas, out bool isList)
    {
        isList = false;
        if (response.Value is DraftTable { Entries: var members })
            return members;
        if (response.Value is not DraftText { Text: var type })
            return null;
        isList = type.EndsWith("[]", StringComparison.Ordinal);
        if (isList)
            return [];
        var table = (schemas?.Value as DraftTable)?.Entries.FirstOrDefault(schema => schema.Key == type)?.Value as DraftTable;
        return table?.Entries.FirstOrDefault(static entry => entry.Key == "members")?.Value is DraftTable inner ? inner.Entries : table?.Entries;
    }

    // 'data[]' with members, or 'data: Rack[]'.
    private static bool IsList(DraftEntry member)
        => member.Key.TrimEnd('?').EndsWith(']')
            || (TypeOf(member) is { } type && type.Split(' ')[0].EndsWith(']') && !type.Contains(" as ", StringComparison.Ordinal));

    private static string? TypeOf(DraftEntry entry) => entry.Value switch
    {
        DraftText text => text.Text,
        DraftTable { Entries: var keys } => (keys.FirstOrDefault(static key => key.Key == "type")?.Value as DraftText)?.Text,
        _ => null,
    };

    // The member, or a member of a member: 'pagination.total'.
    private static string? Member(IReadOnlyList<DraftEntry> members, string[] names, string[] types)
    {
        foreach (var name in names)
        {
            if (members.FirstOrDefault(member => Folded(member.Key) == name && types.Contains(WordOf(member))) is { } found)
                return NameOf(found);
        }

        foreach (var outer in members.Where(static member => !IsList(member)))
        {
            IReadOnlyList<DraftEntry> inner = outer.Value is not DraftTable { Entries: var entries } ? []
                : entries.FirstOrDefault(static entry => entry.Key == "members")?.Value is DraftTable nested ? nested.Entries
                : entries;
            foreach (var name in names)
            {
                if (inner.FirstOrDefault(member => Folded(member.Key) == name && types.Contains(WordOf(member))) is { } found)
                    return NameOf(outer) + "." + NameOf(found);
            }
        }

        return null;
    }

    private static DraftEntry? First(IReadOnlyList<DraftEntry> parameters, string[] names, string[] types)
        => names.Select(name => parameters.FirstOrDefault(row => Folded(row.Key) == name && types.Contains(WordOf(row))))
            .FirstOrDefault(static row => row is not null);

    private static string WordOf(DraftEntry row) => row.Value is DraftText { Text: var text } ? text.Split(' ')[0] : "";

    private static DraftEntry Role(string role, string name) => new(role, new DraftText(name), Mark.Printed, []);

    private static string NameOf(DraftEntry entry)
    {
        var bracket = entry.Key.IndexOf('[', StringComparison.Ordinal);
        return (bracket > 0 ? entry.Key[..bracket] : entry.Key).TrimEnd('?');
    }

    private static string Folded(string key)
        => string.Concat(key.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
