using System.Globalization;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;

namespace ApiSpec.Drafting.Tests;

/// <summary>The work for a status table grows with its length, and not with the square of it.</summary>
public sealed class StatusCostTests
{
    // Twice as many rows need twice the memory. Text that is copied for each row would need four times as much.
    [Theory]
    [InlineData(
        "html",
        "<html><body><h1>List racks</h1><h2>Request</h2><p>GET /racks</p><h2>Status codes</h2><table><tr><th>Code</th><th>Description</th></tr>",
        "<tr><td>400</td><td>The rack {0} is not there.</td></tr>")]
    [InlineData("txt", "List racks\n\nGET /racks\n\nStatus codes\n\nCode Description\n400 Bad Request\n", "  The rack {0} is not there.\n")]
    [InlineData("txt", "List racks\n\nGET /racks\n\nStatus codes\n\n400 Bad Request\n", "  The rack {0} is not there.\n")]
    public void Twice_as_many_rows_need_less_than_three_times_the_memory(string format, string start, string row)
    {
        BytesOf(100);

        Assert.InRange(BytesOf(8_000), 1, 3 * BytesOf(4_000));

        long BytesOf(int rows)
        {
            var lines = string.Concat(Enumerable.Range(0, rows)
                .Select(number => row.Replace("{0}", number.ToString("D5", CultureInfo.InvariantCulture), StringComparison.Ordinal)));
            var page = Support.Drafting.Read(start + lines, "page." + format);
            var profile = ShippedProfiles.Find("base")!;
            var section = Assert.Single(SectionSplitter.Split(page, profile, TestContext.Current.CancellationToken));
            var drafter = new StatusDrafter(new DraftingContext(section, profile, KnownSpecs.None, TestContext.Current.CancellationToken));
            var before = GC.GetAllocatedBytesForCurrentThread();

            Assert.NotNull(drafter.Draft());

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Sentences_below_a_status_are_not_copied_for_each()
    {
        BytesOf(100);

        Assert.InRange(BytesOf(8_000), 1, 3 * BytesOf(4_000));

        static long BytesOf(int sentences)
        {
            var text = "# List racks\n\n`GET /racks`\n\nReturns 404 on failure. " + string.Concat(Enumerable.Range(0, sentences)
                .Select(static number => number % 100 == 0 ? "This means nothing.\n" : "This means nothing. ")) + "\n";
            var page = Support.Drafting.Read(text, "page.md");
            var before = GC.GetAllocatedBytesForCurrentThread();

            Support.Drafting.Draft(page, ShippedProfiles.Find("base")!);

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Statuses_above_a_sample_are_searched_once()
    {
        BytesOf(100);

        Assert.InRange(BytesOf(2_000), 1, 3 * BytesOf(1_000));

        static long BytesOf(int rows)
        {
            var lines = string.Concat(Enumerable.Range(0, rows)
                .Select(static number => "404: There is no rack " + number.ToString("D5", CultureInfo.InvariantCulture) + ".\n"));
            var page = Support.Drafting.Read("List racks\n\nGET /racks\n\nResponse\n\n" + lines + "\n{ \"size\": 4 }\n", "page.txt");
            var before = GC.GetAllocatedBytesForCurrentThread();

            Assert.Single(SectionSplitter.Split(page, ShippedProfiles.Find("base")!, TestContext.Current.CancellationToken));

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Rows_with_one_code_and_message_have_all_their_texts()
        => Support.HtmlSection.Has(
            Support.HtmlSection.Html(
                "<h2>Status codes</h2>" + Support.HtmlSection.Table("Code,Description", "400,No id.", "400,No size.", "400,No id.", "400,Both.")),
            "  400: No id. No size. Both.  # check: two rows of the page\n");
}
