using System.Text;
using Example.Jobs;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>Operations whose statuses have separate bodies.</summary>
public sealed class FakeStatusBodyTests
{
    [Fact]
    public async Task Body_tells_the_status_that_it_belongs_to()
    {
        using var fake = new JobFake();
        using var client = fake.CreateClient();
        fake.Jobs.Start
            .RespondWith(new JobsStartResult { Accepted = new Job { Id = 7 } })
            .Then(new JobsStartResult { Ok = new JobResult { Lines = ["done"] } })
            .Then(new JobsStartResult());

        var accepted = await client.Jobs.StartWithResponseAsync();
        var done = await client.Jobs.StartWithResponseAsync();
        var empty = await client.Jobs.StartWithResponseAsync();

        Assert.Equal((JobsStartStatus.Accepted, 7L), (accepted.Status, accepted.Body!.Accepted!.Id));
        Assert.Equal((JobsStartStatus.Ok, "done"), (done.Status, Assert.Single(done.Body!.Ok!.Lines)));
        Assert.Equal(JobsStartStatus.NoContent, empty.Status);
    }

    [Theory]
    [InlineData(JobsStartStatus.Ok, """{"lines":[]}""")]
    [InlineData(JobsStartStatus.Accepted, """{"id":1}""")]
    [InlineData(JobsStartStatus.NoContent, "")]
    [InlineData(JobsStartStatus.Conflict, """{"id":1}""")]
    public async Task Status_has_the_body_of_its_own_row(JobsStartStatus status, string body)
    {
        using var fake = new JobFake();
        using var http = new HttpClient(fake.CreateHandler());
        fake.Jobs.Start.RespondWith(status);

        using var reply = await http.PostAsync(new Uri(fake.BaseAddress, "/jobs"), null);

        Assert.Equal((int)status, (int)reply.StatusCode);
        Assert.Equal(body, Encoding.UTF8.GetString(await reply.Content.ReadAsByteArrayAsync()));
    }
}
