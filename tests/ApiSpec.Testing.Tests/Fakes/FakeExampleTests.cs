using Example.Runs;
using Example.Values;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>The responses of fakes if a page shortens or misprints its examples, or also prints failures.</summary>
public sealed class FakeExampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_that_an_erratum_calls_omitted_are_sent_and_misprints_are_corrected()
    {
        using var fake = new RunFake();
        using var client = fake.CreateClient();

        var book = await client.Pages.ListAsync("1", Token);

        Assert.Equal(("one", BookOfPageState.Ready, "name", 1), (book.Title, book.State, book.First.Name, book.First.Number));
        Assert.NotEqual(default, book.Made);
        Assert.Equal([("name", 7), ("b", 8)], book.Pages.Select(static page => (page.Name, page.Number)));
        Assert.Equal(("name", 9), (book.Index["i"].Name, book.Index["i"].Number));
        Assert.Null(book.Note);
        Assert.Equal(2, book.Parts.Count);
        Assert.Equal(book, fake.Pages.List.Sample());
    }

    [Fact]
    public async Task First_page_is_1_again_after_a_reset()
    {
        using var fake = new ValueFake();
        using var client = fake.CreateClient();

        Assert.Equal(2, (await client.Doors.ListAsync(new() { Page = 0 }, Token)).Doors.Count);
        Assert.Empty((await client.Doors.ListAsync(new() { Page = 1 }, Token)).Doors);
        fake.Reset();
        Assert.Equal(2, (await client.Doors.ListAsync(new() { Page = 1 }, Token)).Doors.Count);
    }

    [Fact]
    public async Task Members_that_an_ellipsis_leaves_out_are_sent()
    {
        using var fake = new RunFake();
        using var client = fake.CreateClient();

        var page = await client.Pages.GetAbridgedAsync(Token);

        Assert.Equal(("a", 1), (page.Name, page.Size));
        Assert.Equal((1, "label"), Assert.Single(page.Items) is var item ? (item.Id, item.Label) : default);
    }

    [Fact]
    public async Task Failure_is_answered_when_a_test_asks_for_it_alone()
    {
        using var fake = new RunFake();
        using var client = fake.CreateClient();
        Assert.Equal("fine", (await client.States.GetAsync(Token)).State);
        Assert.Equal("fine", fake.States.Get.Sample().State);

        fake.States.Get.RespondWith(StatesGetStatus.ServiceUnavailable);
        var response = await client.States.GetWithResponseAsync(Token);

        Assert.Equal((503, "maintenance", "60"), (response.StatusCode, response.Error?.Message, response.Headers["Retry-After"]));
    }

    [Theory]
    [InlineData("a", "Runs.Get a")]
    [InlineData("a:b", "Runs.Get a:b")]
    [InlineData("a/b%3A", "Runs.Get a/b%3A")]
    public async Task Value_with_a_separator_stays_in_its_value(string unit, string expected)
    {
        await using var fake = await RunFake.StartAsync(cancellationToken: Token);
        using var client = fake.CreateClient();
        await client.Runs.GetAsync(unit, Token);
        await client.Runs.GetGenerationAsync(unit, unit, Token);

        Assert.Equal(
            [expected, "Runs.GetGeneration " + unit + " " + unit],
            fake.Requests.Select(static request => request.OperationId + " " + string.Join(' ', request.PathValues.Values)));
        fake.VerifyRequests();
    }
}
