using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Makes a sample the only page of its list: the total is its number of items, no link points to another page, and later pages are empty.</summary>
internal static class SamplePaging
{
    // Usual names for the number of items, for sections without 'paging'.
    private static readonly string[] s_totals = ["count", "total", "totalCount", "totalItems"];

    public static void Complete(JsonNode? sample, StubOperation operation, ReceivedRequest request)
    {
        var items = (Role(operation, "items") is { } name ? JsonMembers.Find(sample, name)?.Value : sample as JsonArray ?? OnlyList(sample)) as JsonArray;
        var total = JsonMembers.Find(sample, Role(operation, "total")) ?? FindTotal(sample);
        if (items is not null && total is var (counted, member, _))
            counted[member] = items.Count;
        if (IsAfterLast(operation, request, items) || PagingParameters.AreOfLaterPage(operation, request))
            items?.Clear();
        if (JsonMembers.Find(sample, Role(operation, "more")) is var (parent, more, _))
            parent[more] = false;
        if (JsonMembers.Find(sample, Role(operation, "next")) is not var (owner, next, value))
            return;
        // For a string, empty means the same as missing.
        if (value?.GetValueKind() == JsonValueKind.String)
            owner[next] = "";
        else
            owner.Remove(next);
    }

    private static JsonArray? OnlyList(JsonNode? sample)
        => sample is JsonObject members && members.Select(static member => member.Value).OfType<JsonArray>().ToList() is [var list] ? list : null;

    private static (JsonObject Owner, string Name, JsonNode? Value)? FindTotal(JsonNode? sample)
        => sample is JsonObject members && OnlyList(sample) is not null
            && members.FirstOrDefault(static member => s_totals.Contains(member.Key, StringComparer.OrdinalIgnoreCase)
                && member.Value?.GetValueKind() == JsonValueKind.Number) is { Key: { } name } total
                ? (members, name, total.Value)
                : null;

    /// <summary>The value of the documented header that leads to the next page; null: the response leaves it out.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The body of the response.</param>
    public static string? HeaderOf(StubOperation operation, ReadOnlyMemory<byte> body)
    {
        if (!IsRange(operation) || JsonBody.Read(body) is null)
            return null;
        var sample = JsonNode.Parse(body.Span);
        var items = (Role(operation, "items") is { } name ? JsonMembers.Find(sample, name)?.Value : sample) as JsonArray;
        return items is not { Count: > 0 } ? "items */0" : string.Create(CultureInfo.InvariantCulture, $"items 0-{items.Count - 1}/{items.Count}");
    }

    /// <summary>Whether a header of the response leads to the next page.</summary>
    public static bool IsNext(StubOperation operation, string header)
        => Role(operation, "cursor") is not null && string.Equals(header, Role(operation, "next"), StringComparison.OrdinalIgnoreCase);

    private static bool IsRange(StubOperation operation) => IsNext(operation, PagingParameters.ContentRange);

    // The request has the cursor of the last item, and a sample has no items after it.
    private static bool IsAfterLast(StubOperation operation, ReceivedRequest request, JsonArray? items)
    {
        if (Role(operation, "cursor") is not { } cursor || Role(operation, "next") is not { } next || items is not [.., { } last])
            return false;
        if (IsRange(operation))
            return PagingParameters.FirstOfRange(request, cursor) >= items.Count;
        var member = Role(operation, "items") is not { } list ? next : next.StartsWith(list + ".", StringComparison.Ordinal) ? next[(list.Length + 1)..] : null;
        return JsonMembers.Find(last, member)?.Value is JsonValue value && value.ToString() == PagingParameters.ValueIn(request, operation, cursor);
    }

    private static string? Role(StubOperation operation, string role) => PagingParameters.NameOf(operation, role);
}
