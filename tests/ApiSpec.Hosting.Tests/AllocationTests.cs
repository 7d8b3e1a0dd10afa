using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using ApiSpec.Hosting.Tests.Depot;
using ApiSpec.Hosting.Tests.Support;
using Xunit;

namespace ApiSpec.Hosting.Tests;

/// <summary>
/// Compares the allocations of calls with the numbers written here. A change that makes a call more expensive fails, until its author changes the number.
/// </summary>
/// <remarks>
/// Unlike times, bytes are exact. Only the share of the runtime varies slightly between its versions.
/// </remarks>
[Collection(MeasuredAlone.Name)]
public sealed class AllocationTests
{
    private const double Band = 0.02;

    private const string OneJob =
        """{"id":7,"name":"nightly","state":"queued","days":"mon,tue","steps":[{"title":"copy","state":"running"}],"labels":{"a":"b"}}""";

    [Fact]
    public void A_call_for_a_small_object_allocates_as_little_as_measured() => AssertBytes(
        2232, static () => BytesOf(HttpStatusCode.OK, OneJob, static client => client.Jobs.GetAsync(7)));

    [Fact]
    public void A_call_for_a_small_object_with_its_response_allocates_as_little_as_measured() => AssertBytes(
        2416, static () => BytesOf(HttpStatusCode.OK, OneJob, static client => client.Jobs.GetWithResponseAsync(7)));

    [Fact]
    public void A_request_with_a_body_allocates_as_little_as_measured() => AssertBytes(
        2256, static () => BytesOf(HttpStatusCode.Created, OneJob, static client => client.Jobs.StartAsync(new JobsStartBody { Name = "nightly" })));

    [Fact]
    public void A_documented_failure_allocates_as_little_as_measured() => AssertBytes(
        1784, static () => BytesOf(HttpStatusCode.NotFound, """{"message":"There is no such job."}""", static client => client.Jobs.GetWithResponseAsync(7)));

    [Fact]
    public void An_element_of_a_list_allocates_as_little_as_measured()
    {
        var (few, many) = (Page(100), Page(1_100));
        AssertBytes(807, () => (BytesOf(HttpStatusCode.OK, many, List) - BytesOf(HttpStatusCode.OK, few, List)) / 1_000);

        static Task List(DepotClient client) => client.Jobs.ListAsync();
    }

    private static string Page(int count) => $$"""{"data":[{{string.Join(',', Enumerable.Repeat(OneJob, count))}}],"count":{{count}}}""";

    private static void AssertBytes(double expected, Func<double> measure, [CallerArgumentExpression(nameof(measure))] string? what = null)
    {
        var actual = AllocatedBytes.Settled(measure, bytes => bytes <= expected * (1 + Band));
        var message = string.Create(CultureInfo.InvariantCulture, $"{actual:0.#} bytes where {expected:0.#} are written down: {what}");
        TestContext.Current.TestOutputHelper?.WriteLine(message);
        Assert.True(Math.Abs(actual - expected) <= expected * Band, message);
    }

    private static double BytesOf(HttpStatusCode status, string body, Func<DepotClient, Task> call)
    {
        using var handler = new InstantHandler(body, status);
        using var client = new DepotClient(new Uri("http://depot.example"), new ApiClientOptions { Handler = handler });
        return AllocatedBytes.PerCall(() => call(client));
    }
}
