using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Makes a sample the only page of its list: the total is its number of items, no link points to another page, and later pages are empty.</summary>
internal static class SamplePaging
{
    // Usual names for the number of items, for sections without 'paging'.
    private static readonly string[] s_totals = ["count", "total", "totalCount", "totalItems"];

    public static void Complete(JsonNode? sample, StubOperation operation, ReceivedRequest request)
    {
        var table = TableOf(operation);
        var items = (Role(operation, "items") is { } name
            ? SamplePlace.Find(sample, table, name)?.Value : sample as JsonArray ?? OnlyList(sample)) as JsonArray;
        if (items is not null && (SamplePlace.Find(sample, table, Role(operation, "total")) ?? FindTotal(sample)) is { } total)
            total.Value = items.Count;
        if (IsAfterLast(operation, request, items) || PagingParameters.AreOfLaterPage(operation, request)
            || (PrintedExamples.HasSuccess(operation) && !PagingParameters.AreOfFirstPage(operation, request)))
            items?.Clear();
        End(sample, table, items, operation, "more", false);
        End(sample, table, items, operation, "last", true);
        if (SamplePlace.Find(sample, table, Role(operation, "next")) is not { } next)
            return;
        // For a string, empty means the same as missing.
        if (next.Value?.GetValueKind() == JsonValueKind.String)
            next.Value = "";
        else
            next.Remove();
    }

    // A member of the page, or of its last item.
    private static void End(JsonNode? sample, ValueTable? table, JsonArray? items, StubOperation operation, string role, bool value)
    {
        if (Role(operation, role) is not { } name)
            return;
        if ((SamplePlace.Find(sample, table, name) ?? InItem(operation, items is [.., { } item] ? item : null, name)) is { } place)
            place.Value = value;
    }

    private static SamplePlace? InItem(StubOperation operation, JsonNode? item, string name)
        => item is null ? null : SamplePlace.Find(item, ItemTable(operation), NameInItem(operation, name));

    private static ValueTable? TableOf(StubOperation operation)
        => BodyReference.TableOrTupleOf(operation.Api, BodyReference.Resolve(operation.Api, operation.Response, isRequest: false));

    private static ValueTable? ItemTable(StubOperation operation)
    {
        var types = new TypeResolver(operation.Api);
        var list = Role(operation, "items") is not { } items
            ? BodyReference.Resolve(operation.Api, operation.Response, isRequest: false)?.Type is { } type ? types.Resolve(type, TypeScope.Empty) : null
            : TableOf(operation) is { } table && RowPath.FindWithTuples(table, items) is var (row, scope, _) ? types.Resolve(row.Type, scope, row.Members)
            : null;
        return list?.Forms is [{ Kind: TypeKind.List } form]
            ? ValueTable.Of(types.Resolve(form.Type.Arguments[0], form.Scope, form.Rows).Forms, types) : null;
    }

    private static JsonArray? OnlyList(JsonNode? sample)
        => sample is JsonObject members && members.Select(static member => member.Value).OfType<JsonArray>().ToList() is [var list] ? list : null;

    private static SamplePlace? FindTotal(JsonNode? sample)
        => sample is JsonObject members && OnlyList(sample) is not null
            && members.FirstOrDefault(static member => s_totals.Contains(member.Key, StringComparer.OrdinalIgnoreCase)
                && member.Value?.GetValueKind() == JsonValueKind.Number) is { Key: { } name }
                ? new SamplePlace(members, name, -1)
                : null;

    /// <summary>The value of a documented header of the only page; null: the response leaves it out.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The sample value.</param>
    /// <param name="row">The row of the header.</param>
    /// <param name="body">The body of the response.</param>
    public static string? HeaderOf(StubOperation operation, string name, string value, RowDeclaration row, ReadOnlyMemory<byte> body)
    {
        if (Is(operation, "total", name))
            return ItemsIn(operation, body) is { } counted ? counted.Count.ToString(CultureInfo.InvariantCulture) : value;
        if (Is(operation, "more", name) || Is(operation, "last", name))
            return Word(operation, row, isTrue: Is(operation, "last", name));
        if (!Is(operation, "next", name) || name.Equals("Link", StringComparison.OrdinalIgnoreCase))
            return value;
        if (!IsRange(operation) || JsonBody.Read(body) is null)
            return null;
        return ItemsIn(operation, body) is { Count: > 0 } items
            ? string.Create(CultureInfo.InvariantCulture, $"items 0-{items.Count - 1}/{items.Count}")
            : "items */0";
    }

    private static JsonArray? ItemsIn(StubOperation operation, ReadOnlyMemory<byte> body)
    {
        if (JsonBody.Read(body) is null)
            return null;
        var sample = JsonNode.Parse(body.Span);
        return (Role(operation, "items") is { } name ? SamplePlace.Find(sample, TableOf(operation), name)?.Value : sample) as JsonArray;
    }

    private static string Word(StubOperation operation, RowDeclaration row, bool isTrue)
        => operation.Api.Resolve(row.Type) is { Words: [{ } yes, { } no] } ? (isTrue ? yes : no) : isTrue ? "true" : "false";

    private static bool Is(StubOperation operation, string role, string header)
        => string.Equals(header, Role(operation, role), StringComparison.OrdinalIgnoreCase);

    private static bool IsRange(StubOperation operation) => Role(operation, "cursor") is not null && Is(operation, "next", NextPage.ContentRange);

    // The request has the cursor of the last item, and a sample has no items after it.
    private static bool IsAfterLast(StubOperation operation, ReceivedRequest request, JsonArray? items)
    {
        if (Role(operation, "cursor") is not { } cursor || Role(operation, "next") is not { } next || items is not [.., { } last])
            return false;
        if (IsRange(operation))
            return PagingParameters.FirstOfRange(request, cursor) >= items.Count;
        return InItem(operation, last, next)?.Value is JsonValue value
            && value.ToString() == PagingParameters.ValueIn(request, operation, cursor);
    }

    private static string? NameInItem(StubOperation operation, string name)
        => Role(operation, "items") is not { } list ? name : name.StartsWith(list + ".", StringComparison.Ordinal) ? name[(list.Length + 1)..] : null;

    private static string? Role(StubOperation operation, string role) => PagingParameters.NameOf(operation, role);
}
