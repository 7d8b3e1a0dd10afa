using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The constants that each request of a section carries. They distinguish operations that have the same method and path.</summary>
internal static class RequestConstants
{
    // The limits stop at a hostile body. No real reference has that many rows.
    private const int MaxRows = 1_000;
    private const int MaxDepth = 16;

    /// <summary>Lists the constants of the path, the query, the headers, and the form or JSON body.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    public static IReadOnlyList<RequestConstant> Of(IApiReference api, SectionDeclaration section)
    {
        var constants = new List<RequestConstant>();
        Add(section.PathRows, RequestPlace.Path);
        Add(api.QueryRows(section).Where(row => !CredentialParameters.FillQuery(api.Api, section, row.Name)), RequestPlace.Query);
        Add(
            RequestHeaders.Shared(api.Api?.Headers ?? [], section, type => api.Resolve(type)).Concat(section.HeaderRows)
                .Where(row => IsSent(row.Name) && !CredentialParameters.FillHeader(api.Api, section, row.Name)),
            RequestPlace.Header);
        var rowsLeft = MaxRows;
        if (section.Body is { Kind: BodyKind.Form, Members: var fields })
            AddTable(fields, TypeScope.Empty, RequestPlace.Form, [], [], new TypeResolver(api), constants, ref rowsLeft);
        else if (BodyReference.TableOf(api, BodyReference.Resolve(api, section.Body, isRequest: true)) is { } table)
            AddTable(table.Rows, table.Scope, RequestPlace.Body, [], [], table.Types, constants, ref rowsLeft);
        return constants;

        void Add(IEnumerable<RowDeclaration> rows, RequestPlace place)
            => constants.AddRange(rows.Where(IsConstant).Select(row => new RequestConstant(place, [row.Name], row)));
    }

    /// <summary>Returns the constants as one string. Two sections with the same string have requests that cannot be distinguished.</summary>
    public static string Signature(IEnumerable<RequestConstant> constants)
        => string.Join(
            "\u0004", constants.Select(static constant => constant.Key).Distinct(StringComparer.Ordinal).OrderBy(static text => text, StringComparer.Ordinal));

    // A nested member is sent with each request if the member and its parent are both required.
    private static void AddTable(
        EquatableArray<RowDeclaration> rows, TypeScope scope, RequestPlace place, EquatableArray<string> path, EquatableArray<EquatableArray<string>> aliases,
        TypeResolver types, List<RequestConstant> constants, ref int rowsLeft)
    {
        foreach (var row in rows)
        {
            if (rowsLeft-- <= 0)
                return;
            if (Presence.MayBeAbsent(row, isRequest: true) || row.IsRest)
                continue;
            EquatableArray<string> names = [.. path, row.Name];
            EquatableArray<EquatableArray<string>> others = [.. aliases, row.Aliases];
            if (IsConstant(row))
                constants.Add(new RequestConstant(place, names, row) { Aliases = others });
            else if (names.Count < MaxDepth && types.Resolve(
                row.Type, scope, row.Members) is { IsAny: false, IsNullable: false, Forms: [{ Kind: TypeKind.Object, Rows: { } members } form] })
                AddTable(members, form.Scope, place, names, others, types, constants, ref rowsLeft);
        }
    }

    private static bool IsConstant(RowDeclaration row) => (row.Constant is not null || row.HasNullConstant) && !Presence.MayBeAbsent(row, isRequest: true);

    // The client sets some headers itself. Of these, only the following two are sent as the page prints them.
    private static bool IsSent(string name)
        => !RequestHeaders.IsOfClient(name) || name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A constant value in each request of a section.</summary>
/// <param name="Place">The part of the request.</param>
/// <param name="Path">The name of the parameter, or the names on the path to a member of the body.</param>
/// <param name="Row">The row that holds the constant.</param>
internal sealed record RequestConstant(RequestPlace Place, EquatableArray<string> Path, RowDeclaration Row)
{
    /// <summary>For each name on the path to a member, the other names of its row.</summary>
    public EquatableArray<EquatableArray<string>> Aliases { get; init; } = [];

    /// <summary>The part of the request, the name and the value, for messages: <c>query cmd=1</c>.</summary>
    public string Shown => Place.ToString().ToLowerInvariant() + " " + string.Join(".", Path) + "=" + (Row.IsSecret ? "***" : Row.Constant ?? "null");

    /// <summary>The identity of the constant. Requests with equal constants are not distinguished by them.</summary>
    public string Key
    {
        get
        {
            var name = string.Join("\u0001", Path);
            return (int)Place + (Place == RequestPlace.Header ? name.ToLowerInvariant() : name) + "\u0002" + (Row.Constant ?? "\u0003");
        }
    }
}

/// <summary>A part of a request that can hold values.</summary>
internal enum RequestPlace
{
    Path,
    Query,
    Header,
    Form,
    Body,
}
