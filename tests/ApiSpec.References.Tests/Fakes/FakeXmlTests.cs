using ApiSpec.Testing;
using Example.Scheduler;
using Xunit;

namespace ApiSpec.References.Tests.Fakes;

/// <summary>A fake of an XML API uses typed values in the test, and XML in messages.</summary>
public sealed class FakeXmlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Typed_values_are_sent_and_received_as_XML(bool overHttp)
    {
        await using var fake = overHttp ? await SchedulerFake.StartAsync(cancellationToken: Token) : new SchedulerFake();
        using var client = fake.CreateClient();
        var job = new Job
        {
            Id = 7,
            State = JobState.Held,
            Name = "a <b> & c",
            Started = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero),
            Steps = new JobSteps { Step = ["x", "y"] },
        };
        fake.Jobs.Get.RespondWith(new JobsGetResponse { Response = new JobsGetResponseResponse { Job = job } });

        var read = await client.Jobs.GetAsync(7, Token);
        await client.Jobs.PutAsync(7, new JobsPutBody { Job = read.Response.Job with { State = JobState.Running } }, Token);

        Assert.Equal(job, read.Response.Job);
        var put = fake.Jobs.Put.Requests.Single();
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><job id=\"7\" state=\"running\"><name>a &lt;b&gt; &amp; c</name><started>"
            + "2026-01-31T09:30:00+00:00</started><steps><step>x</step><step>y</step></steps></job>",
            put.BodyText);
        Assert.Equal(JobState.Running, put.ReadBody(JobsPutBody.Json).Job.State);
        Assert.Null(put.Violation);
    }

    [Fact]
    public async Task Member_that_the_page_does_not_list_is_kept_and_sent_back()
    {
        using var fake = new SchedulerFake();
        using var client = fake.CreateClient();
        fake.Jobs.Get.RespondWith(FakeResponse.Text(
            200, "<response status='ok'><job id='7' owner='ann'><name>n</name><note lang='en'>one</note><note>two</note></job></response>", "text/xml"));

        var job = (await client.Jobs.GetAsync(7, Token)).Response.Job;
        await client.Jobs.PutAsync(7, new JobsPutBody { Job = job }, Token);

        Assert.EndsWith(
            "<job id=\"7\" owner=\"ann\"><name>n</name><note lang=\"en\">one</note><note>two</note></job>",
            fake.Jobs.Put.Requests.Single().BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_in_the_body_of_a_200_is_typed(bool overHttp)
    {
        await using var fake = overHttp ? await SchedulerFake.StartAsync(cancellationToken: Token) : new SchedulerFake();
        using var client = fake.CreateClient();
        fake.Jobs.Get.RespondWith(JobsGetStatus.J17);

        var failure = await Assert.ThrowsAsync<ApiException<SchedulerError>>(() => client.Jobs.GetAsync(7, Token));

        Assert.True(failure.Is(JobsGetStatus.J17));
        Assert.Equal((200, "J17", "J17"), ((int)failure.StatusCode, failure.ErrorCode, failure.Error!.Response.Error!.Code));
    }

    [Fact]
    public async Task Response_of_which_a_test_says_nothing_is_a_success()
    {
        using var fake = new SchedulerFake();
        using var client = fake.CreateClient();
        Assert.Equal("ok", fake.Jobs.Get.Sample().Response.Status);
        Assert.Equal("ok", (await client.Jobs.GetAsync(7, Token)).Response.Status);
    }
}
