using Hitachi.JP1.AutomaticOperation;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>The verification of received requests at the end of a test.</summary>
public sealed class FakeVerificationTests
{
    [Fact]
    public async Task Requests_as_the_reference_has_them_pass()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        fake.VerifyRequests();

        await client.Tasks.GetRerunStartAsync(2026);

        fake.VerifyRequests();
        Assert.Equal("/Automation/v1/objects/Tasks/2026/actions/rerunStart", fake.Tasks.GetRerunStart.SingleRequest().Target);
    }

    [Fact]
    public async Task A_wrong_request_is_reported_with_all_others()
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        using var http = new HttpClient(fake.CreateHandler());
        await client.Tasks.GetRerunStartAsync(2026);
        using var refused = await http.GetAsync(new Uri(fake.BaseAddress, "/nowhere"));

        var thrown = Assert.Throws<FakeVerificationException>(fake.VerifyRequests);

        Assert.Equal(
            """
            1 of 2 requests was mistaken. The requests were:
              GET /Automation/v1/objects/Tasks/2026/actions/rerunStart -> 200
              GET /nowhere -> 400: The reference describes no operation with this path.
            """,
            thrown.Message, ignoreLineEndingDifferences: true);
        Assert.Equal(fake.Requests, thrown.Requests);
    }

    [Theory]
    [InlineData(0, "Tasks.GetRerunStart (section 9.6.8) was called never, not once. There were no requests.")]
    [InlineData(2, "Tasks.GetRerunStart (section 9.6.8) was called twice, not once. The requests were:\n")]
    public async Task The_one_request_of_an_operation_is_the_only_one(int calls, string message)
    {
        using var fake = new AutomaticOperationFake();
        using var client = fake.CreateClient();
        for (var i = 0; i < calls; i++)
            await client.Tasks.GetRerunStartAsync(2026);

        var thrown = Assert.Throws<FakeVerificationException>(fake.Tasks.GetRerunStart.SingleRequest);

        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(calls, thrown.Requests.Count);
    }

    [Fact]
    public async Task A_strict_fake_answers_only_operations_that_the_test_has_set_up()
    {
        using var fake = new AutomaticOperationFake(new FakeOptions { IsStrict = true });
        using var client = fake.CreateClient();
        fake.Tasks.GetRerunStart.RespondWith(FakeResponse.Documented);

        await client.Tasks.GetRerunStartAsync(2026);
        var unexpected = await client.Versions.GetCurrentWithResponseAsync();

        Assert.Equal(400, (int)unexpected.StatusCode);
        var thrown = Assert.Throws<FakeVerificationException>(fake.VerifyRequests);
        Assert.StartsWith("1 of 2 requests was mistaken", thrown.Message, StringComparison.Ordinal);
        Assert.Null(fake.Tasks.GetRerunStart.SingleRequest().Violation);
    }

    [Fact]
    public async Task A_callback_gets_every_request_before_its_response_is_sent()
    {
        var told = new List<string>();
        using var fake = new AutomaticOperationFake(new FakeOptions { OnResponded = request => told.Add(request.ToString()) });
        using var client = fake.CreateClient();

        await client.Tasks.GetRerunStartAsync(2026);
        Assert.Equal(["GET /Automation/v1/objects/Tasks/2026/actions/rerunStart -> 200"], told);
        await client.Versions.GetCurrentAsync();

        Assert.Equal(2, told.Count);
        Assert.EndsWith("-> 200", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_a_tests_callback_is_an_error_of_the_request()
    {
        using var fake = new AutomaticOperationFake(new FakeOptions { OnResponded = static _ => throw new InvalidOperationException("no more output") });
        using var client = fake.CreateClient();

        await client.Tasks.GetRerunStartAsync(2026);

        Assert.Contains("no more output", Assert.Throws<FakeVerificationException>(fake.VerifyRequests).Message, StringComparison.Ordinal);
    }
}
