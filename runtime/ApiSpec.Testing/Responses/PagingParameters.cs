using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>The values of a request that select a page of a list, and its size.</summary>
internal static class PagingParameters
{
    private const string Page = "page";
    private const string Offset = "offset";

    private static readonly string[] s_roles = [Page, Offset, "cursor", "size"];

    /// <summary>Whether a name is that of a value that selects the page or its size.</summary>
    public static bool Contains(StubOperation operation, string name)
        => operation.Paging?.Roles.Any(role => role.Name == name && s_roles.Contains(role.Role, StringComparer.Ordinal)) == true;

    /// <summary>Whether a request is for the first page.</summary>
    public static bool AreOfFirstPage(StubOperation operation, ReceivedRequest request) => !LaterPositions(operation, request).Any();

    /// <summary>Whether a value of a parameter selects the first page, as a request without the parameter does.</summary>
    public static bool IsFirst(StubOperation operation, string name, string value, ReceivedRequest request)
        => (name == NameOf(operation, Offset) && Read(value) == FirstOf(operation, name, 0))
            || (name == NameOf(operation, Page) && Read(value) == FirstOf(operation, name, request.FirstPage));

    /// <summary>Whether the body or a header of a request selects a later page, so that its path and query do not say which page it is for.</summary>
    public static bool AreOfLaterPageOutsideQuery(StubOperation operation, ReceivedRequest request)
        => LaterPositions(operation, request).Any(name => InQuery(request, operation, name) is null);

    /// <summary>Whether the offset or the number of the page is above that of the first page.</summary>
    public static bool AreOfLaterPage(StubOperation operation, ReceivedRequest request)
        => IsAbove(operation, request, Offset, 0) || IsAbove(operation, request, Page, request.FirstPage);

    /// <summary>Whether a request is for page 0.</summary>
    public static bool AreOfPageZero(StubOperation operation, ReceivedRequest request)
        => NameOf(operation, Page) is { } name && Read(ValueIn(request, operation, name)) == 0;

    /// <summary>The parameter or member with a role, or null.</summary>
    public static string? NameOf(StubOperation operation, string role)
        => operation.Paging?.Roles.FirstOrDefault(candidate => candidate.Role == role)?.Name;

    /// <summary>The value of a parameter, a header, a field of the form or a member of the body; null: it is missing.</summary>
    public static string? ValueIn(ReceivedRequest request, StubOperation operation, string name)
        => InQuery(request, operation, name)
            ?? (operation.HeaderRows.FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase)) is { } header
                ? RequestCheck.HeaderOf(header, request.Headers)
            : operation.Body is null ? null
            : operation.Body.Kind == BodyKind.Form ? FieldOf(request, operation, name)
            : MemberOf(request.JsonBytes ?? request.Body, NamesInBody(operation, name)));

    /// <summary>The position of the first item in a header such as <c>Range: items=25-49</c>; null: the request does not say it.</summary>
    public static long? FirstOfRange(ReceivedRequest request, string header)
        => request.Headers[header] is { } range ? Read(range[(range.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('-')[0]) : null;

    private static string? InQuery(ReceivedRequest request, StubOperation operation, string name)
        => operation.QueryRows.FirstOrDefault(row => row.Name == name) is { } row
            ? RowNames.Sent(row).Select(sent => request.Query[sent]).FirstOrDefault(static value => value is not null)
            : request.Query[name];

    private static IEnumerable<string> LaterPositions(StubOperation operation, ReceivedRequest request)
    {
        if (IsAbove(operation, request, Offset, 0))
            yield return NameOf(operation, Offset)!;
        if (IsAbove(operation, request, Page, request.FirstPage))
            yield return NameOf(operation, Page)!;
        if (NameOf(operation, "cursor") is not { } cursor)
            yield break;
        if (string.Equals(NameOf(operation, "next"), NextPage.ContentRange, StringComparison.OrdinalIgnoreCase)
            ? FirstOfRange(request, cursor) > 0
            : !string.IsNullOrEmpty(ValueIn(request, operation, cursor)))
            yield return cursor;
    }

    private static bool IsAbove(StubOperation operation, ReceivedRequest request, string role, long first)
        => NameOf(operation, role) is { } name && Read(ValueIn(request, operation, name)) > FirstOf(operation, name, first);

    private static long FirstOf(StubOperation operation, string name, long first) => Read(DefaultOf(operation, name)) ?? first;

    private static string? DefaultOf(StubOperation operation, string name)
        => operation.QueryRows.Concat(operation.HeaderRows).FirstOrDefault(row => row.Name == name)?.Default
            ?? (BodyReference.TableOf(operation.Api, BodyReference.Resolve(operation.Api, operation.Body, isRequest: true)) is { } table
                ? RowPath.Find(table, name)?.Row.Default : null)
            ?? operation.Body?.Members.FirstOrDefault(row => row.Name == name)?.Default;

    private static string? FieldOf(ReceivedRequest request, StubOperation operation, string name)
        => operation.FieldRows.FirstOrDefault(row => row.Name == name) is { } row
            ? RequestCheck.ValuesOf(row, sent => [.. request.Parts.Where(part => part.Name == sent).Select(static part => part.Text)]) is [var text, ..]
                ? text : null
            : request.Parts.FirstOrDefault(part => part.Name == name)?.Text;

    private static string? MemberOf(ReadOnlyMemory<byte> body, IEnumerable<string> names)
        => JsonBody.Read(body) is null ? null
            : names.Select(name => (JsonMembers.Find(JsonNode.Parse(body.Span), name)?.Value as JsonValue)?.ToString())
                .FirstOrDefault(static value => value is not null);

    // The path to the member under each of its names.
    private static IEnumerable<string> NamesInBody(StubOperation operation, string name)
        => BodyReference.TableOf(operation.Api, BodyReference.Resolve(operation.Api, operation.Body, isRequest: true)) is { } table
            && RowPath.Find(table, name) is { } found
            ? found.Row.Aliases.Select(alias => string.Join('.', found.Names.SkipLast(1).Append(alias))).Prepend(name)
            : [name];

    private static long? Read(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
