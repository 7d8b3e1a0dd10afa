using System.Globalization;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Numbers at the limits of their types, from the program or the server, end a list or lead to the documented exception.</summary>
public sealed class PagingNumberTests
{
    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: NumbersClient\n"),
        Section("Offsets", "  start?: int\n", "  offset: start\n"),
        Section("LongOffsets", "  start?: long\n", "  offset: start\n"),
        Section("TotalOffsets", "  start?: long\n", "  offset: start\n  total: total\n"),
        Section("Pages", "  start?: int default 1\n", "  page: start\n"),
        Section("LongPages", "  start?: long default 1\n", "  page: start\n"),
        Section("TotalPages", "  start?: long default 1\n", "  page: start\n  total: total\n"),
        new SpecDocument(
            "members.apispec.yaml",
            "operation: Members.List\nrequest: POST /Members\nbody:\n  start?: int\npaging:\n  items: items\n  offset: start\nstatus: [200]\n"
                + "response:\n  items: long[]\n"),
    ]).Load());

    [Theory]
    [InlineData("Offsets", int.MaxValue - 1)]
    [InlineData("LongOffsets", long.MaxValue - 1)]
    [InlineData("Pages", int.MaxValue)]
    [InlineData("LongPages", long.MaxValue)]
    [InlineData("Members", int.MaxValue)]
    public async Task Next_page_that_the_parameter_cannot_select_is_the_documented_exception_after_all_items(string group, long start)
    {
        var items = new List<object>();

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync(group, start, "", items));

        Assert.Equal([1L, 2L], items);
        Assert.Matches(
            @"page 1 \([A-Z]+ http://numbers\.example/\S+\) leads to a page whose number or offset is too large for the parameter\.$", exception.Message);
    }

    [Theory]
    [InlineData("TotalOffsets", long.MaxValue - 1, long.MaxValue)]
    [InlineData("TotalOffsets", 0, long.MinValue)]
    [InlineData("TotalPages", 2, long.MinValue)]
    [InlineData("TotalPages", long.MaxValue, 2)]
    public async Task Total_that_the_list_has_reached_ends_it(string group, long start, long total)
    {
        var items = new List<object>();

        var requests = await ReadAsync(group, start, string.Create(CultureInfo.InvariantCulture, $",\"total\":{total}"), items);

        Assert.Equal([1L, 2L], items);
        Assert.Equal(1, requests);
    }

    private static SpecDocument Section(string group, string query, string paging)
        => new(
            group + ".apispec.yaml",
            $"operation: {group}.List\nrequest: GET /{group}\nquery:\n{query}paging:\n  items: items\n{paging}status: [200]\n"
                + "response:\n  items: long[]\n  total?: long\n");

    private static async Task<int> ReadAsync(string group, long start, string members, List<object> items)
    {
        using var server = new CannedResponses("{\"items\":[1,2]" + members + "}");
        var all = Client.Value.Invoke(
            new Uri("http://numbers.example"), group, "ListItemsAsync",
            (name, type) => name.ToUpperInvariant() switch
            {
                "START" => Convert.ChangeType(start, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture),
                "BODY" => SampleArgument.Parse(type, string.Create(CultureInfo.InvariantCulture, $$"""{"start":{{start}}}""")),
                _ => null,
            },
            new ApiClientOptions { Handler = server });
        await foreach (var item in (IAsyncEnumerable<long>)all)
            items.Add(item);
        return server.Requests.Count;
    }
}
