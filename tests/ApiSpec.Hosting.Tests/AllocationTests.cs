using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>
/// Compares the allocations of calls with the numbers written here. A change that makes a call more expensive fails, until its author changes the number.
/// </summary>
/// <remarks>
/// Unlike times, bytes are exact: a handler that responds at once keeps each call on one thread. Only the share of the runtime varies slightly between its
/// versions.
/// </remarks>
[Collection(MeasuredAlone.Name)]
public sealed class AllocationTests
{
    private const int Calls = 100;

    private const string OneJob =
        """{"id":7,"name":"nightly","state":"queued","days":"mon,tue","steps":[{"title":"copy","state":"running"}],"labels":{"a":"b"}}""";

    [Fact]
    public void A_call_for_a_small_object_allocates_as_little_as_measured() => AssertBytes(
        expected: 2288, BytesOf(200, OneJob, static client => client.Jobs.GetAsync(7)));

    [Fact]
    public void A_call_for_a_small_object_with_its_response_allocates_as_little_as_measured() => AssertBytes(
        expected: 2472, BytesOf(200, OneJob, static client => client.Jobs.GetWithResponseAsync(7)));

    // 96 of the bytes depend on how far the runtime has optimised the code by then: both 2,328 and 2,424 occur.
    [Fact]
    public void A_request_with_a_body_allocates_as_little_as_measured() => AssertBytes(
        expected: 2376, BytesOf(201, OneJob, static client => client.Jobs.StartAsync(new JobsStartBody { Name = "nightly" })), band: 0.03);

    [Fact]
    public void A_documented_failure_allocates_as_little_as_measured() => AssertBytes(
        expected: 1832, BytesOf(404, """{"message":"There is no such job."}""", static client => client.Jobs.GetWithResponseAsync(7)));

    [Fact]
    public void An_element_of_a_list_allocates_as_little_as_measured()
    {
        var few = BytesOf(200, Page(100), static client => client.Jobs.ListAsync(), warmUpCalls: 50);
        var many = BytesOf(200, Page(1_100), static client => client.Jobs.ListAsync(), warmUpCalls: 50);

        AssertBytes(expected: 807, (many - few) / 1_000);
    }

    private static string Page(int count) => $$"""{"data":[{{string.Join(',', Enumerable.Repeat(OneJob, count))}}],"count":{{count}}}""";

    private static void AssertBytes(double expected, double actual, double band = 0.02, [CallerArgumentExpression(nameof(actual))] string? what = null)
        => Assert.True(
            Math.Abs(actual - expected) <= expected * band,
            string.Create(CultureInfo.InvariantCulture, $"{actual:0.#} bytes where {expected:0.#} are written down: {what}"));

    private static double BytesOf(int status, string body, Func<DepotClient, Task> call, int warmUpCalls = 1_500)
    {
        using var handler = new InstantHandler((HttpStatusCode)status, Encoding.UTF8.GetBytes(body));
        using var client = new DepotClient(new Uri("http://depot.example"), new ApiClientOptions { Handler = handler });
        // Enough calls for the code to reach its final form, because optimised code puts some objects on the stack.
        for (var i = 0; i < warmUpCalls; i++)
            Complete(call(client));
        Thread.Sleep(500);
        var lowest = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var start = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
                Complete(call(client));
            lowest = Math.Min(lowest, (double)(GC.GetAllocatedBytesForCurrentThread() - start) / Calls);
        }

        return lowest;
    }

    private static void Complete(Task call) => Assert.True(call.IsCompletedSuccessfully);

    private sealed class InstantHandler(HttpStatusCode status, byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(status)
            {
                Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            });
    }
}
