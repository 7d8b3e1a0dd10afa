using System.Net;
using Example.Plant;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>Fakes that a program writes itself, on the base classes of the client and its groups.</summary>
public sealed class OwnFakeTests
{
    [Fact]
    public async Task Member_that_is_overridden_is_the_programs_own()
    {
        IPlantClient client = new OwnPlant();

        var job = await client.With(new ApiCallOptions { Language = "ja" }).Jobs.With(new ApiCallOptions()).GetAsync(7);

        Assert.Equal((7, JobState.Completed), (job.Id, job.State));
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Jobs.GetAsync(8));
        Assert.Equal(PlantApi.Jobs.Get.Operation, exception.Operation);
    }

    [Fact]
    public void Member_that_is_not_overridden_throws_and_is_named()
    {
        IPlantClient client = new OwnPlant();

        Assert.Equal("This fake does not override 'ListAsync'.", Assert.Throws<NotSupportedException>(() => { _ = client.Jobs.ListAsync(); }).Message);
        Assert.Equal("This fake does not override 'Machines'.", Assert.Throws<NotSupportedException>(() => client.Machines).Message);
        Assert.Equal(
            "This fake does not override 'SendAsync'.",
            Assert.Throws<NotSupportedException>(() => { _ = client.SendAsync(HttpMethod.Get, "/audit"); }).Message);
    }

    [Fact]
    public async Task Call_that_no_spec_describes_can_be_overridden()
    {
        IPlantClient client = new AuditedPlant();

        var found = await client.SendAsync(HttpMethod.Get, "/audit");
        var missing = await client.SendAsync(HttpMethod.Get, "/other");

        Assert.Equal("""{"days":7}""", found.EnsureSuccess().ToString());
        Assert.True(Assert.Throws<ApiException<ApiRawBody>>(missing.EnsureSuccess).Is(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Fake_overrides_one_of_two_overloads()
    {
        IJobsClient whole = new OwnJobs();
        IJobsClient early = new EarlyJobs();

        foreach (var jobs in new[] { whole, early })
        {
            Assert.Equal(7, (await jobs.GetAsync(7)).Id);
            Assert.Equal(7, (await jobs.GetAsync(7, CancellationToken.None)).Id);
        }

        Assert.Equal(7, (await whole.GetAsync(7, new() { Detail = true })).Id);
        Assert.Throws<NotSupportedException>(() => { _ = early.GetAsync(7, new() { Detail = true }); });
        Assert.Throws<NotSupportedException>(() => { _ = early.GetUntilDoneAsync(7); });
        Assert.Throws<NotSupportedException>(() => { _ = early.GetUntilDoneAsync(7, null, null, CancellationToken.None); });
    }

    // As it was written when the operation had no optional values.
    private sealed class EarlyJobs : JobsClientBase
    {
        public override Task<Job> GetAsync(long id, CancellationToken cancellationToken) => Task.FromResult(new Job { Id = id });
    }

    private sealed class OwnPlant : PlantClientBase
    {
        public override IJobsClient Jobs { get; } = new OwnJobs();
    }

    private sealed class AuditedPlant : PlantClientBase
    {
        public override Task<ApiResponse<ApiRawBody, ApiRawBody, HttpStatusCode>> SendAsync(
            HttpMethod method, string path, HttpContent? content = null, CancellationToken cancellationToken = default)
        {
            var operation = new ApiOperation("Audit.Get", PlantApi.Description, method, "/audit", hasOpenStatuses: true);
            return Task.FromResult(path == "/audit"
                ? ApiResponse<ApiRawBody, ApiRawBody, HttpStatusCode>.Success(operation, HttpStatusCode.OK, new ApiRawBody("""{"days":7}"""u8.ToArray()))
                : ApiResponse<ApiRawBody, ApiRawBody, HttpStatusCode>.Failure(operation, HttpStatusCode.NotFound, null));
        }
    }

    private sealed class OwnJobs : JobsClientBase
    {
        public override Task<Job> GetAsync(long id, JobsGetQuery? query = null, CancellationToken cancellationToken = default)
            => id == 7
                ? Task.FromResult(new Job { Id = id, State = JobState.Completed })
                : throw new ApiTimeoutException(PlantApi.Jobs.Get.Operation, TimeSpan.FromSeconds(1));
    }
}
