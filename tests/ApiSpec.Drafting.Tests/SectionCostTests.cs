using System.Globalization;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tests;

/// <summary>The work for sections and nested rows grows with the length of the page, and not with the square of it.</summary>
public sealed class SectionCostTests
{
    // Twice as many lines need twice the memory. A search through all of them for each would need four times as much.
    [Theory]
    [InlineData("<h1>Racks</h1><p>GET /racks</p><table><tr><th>Name</th><th>Type</th></tr><tr><td>a</td><td>string</td></tr></table>", "<p>GET /r{0}</p>", "")]
    [InlineData("<h1>Racks</h1><p>GET /racks</p><h2>Response</h2><table><tr><th>Name</th><th>Type</th></tr>", "<tr><td>a{0}[b]</td><td>string</td></tr>",
        "</table>")]
    [InlineData("<h1>Racks</h1><p>GET /racks</p><h2>Response</h2><pre>", "line{0} of x; text // end\n", "</pre>")]
    [InlineData("<h1>Racks</h1><p>GET /racks</p><h2>Query parameters</h2><table><tr><th>Name</th><th>Type</th></tr>",
        "<tr><td>op{0}=add</td><td>string</td></tr>", "</table>")]
    [InlineData("<h1>Racks</h1><p>GET /racks</p><h2>Query parameters</h2><table><tr><th>Name</th><th>Description</th></tr><tr><td>a</td><td>", "{0}.1",
        "</td></tr></table>")]
    [InlineData("<h1>Racks</h1><p>GET /racks</p><h2>Request body</h2><table><tr><th>Name</th><th>Type</th></tr>",
        "<tr><td>a{0}</td><td>object</td></tr><tr><td>a{0}.b</td><td>string</td></tr>", "</table>")]
    public void Twice_as_many_lines_need_less_than_three_times_the_memory(string start, string line, string end)
    {
        BytesOf(100);

        Assert.InRange(BytesOf(4_000), 1, 3 * BytesOf(2_000));

        long BytesOf(int lines)
        {
            var page = Support.Drafting.Read("<html><body>" + start + string.Concat(Enumerable.Range(0, lines)
                .Select(number => line.Replace("{0}", number.ToString("D5", CultureInfo.InvariantCulture), StringComparison.Ordinal))) + end, "page.html");
            var before = GC.GetAllocatedBytesForCurrentThread();

            Support.Drafting.Draft(page, ShippedProfiles.Find("base")!);

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("# List racks\n\n`GET /racks`\n\n## Query parameters\n\n", "The `p{0}` parameter can be any of:\n\n- a\n- b\n\n", 4_000, "")]
    [InlineData("# List racks\n\n`GET ", "/{0}", 2_400, "`\n\n")]
    public async Task A_long_page_is_drafted_soon(string start, string repeated, int times, string end)
    {
        var text = start + string.Concat(Enumerable.Range(0, times)
            .Select(number => repeated.Replace("{0}", number.ToString("D5", CultureInfo.InvariantCulture), StringComparison.Ordinal))) + end
            + (end.Length > 0 ? string.Concat(Enumerable.Range(0, 40_000).Select(static number
                => "Rack " + (number % 2_400).ToString("D5", CultureInfo.InvariantCulture) + ".\n\n")) : "");
        var page = Support.Drafting.Read(text, "page.md");

        await ApiSpec.Tests.Support.ProcessorTime.LimitAsync(
            TimeSpan.FromSeconds(20), () => Support.Drafting.Draft(page, ShippedProfiles.Find("base")!));
    }
}
