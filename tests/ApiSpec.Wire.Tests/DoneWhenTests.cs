using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A condition that ends a wait names members of the response, with values that they can have.</summary>
public sealed class DoneWhenTests
{
    private const string Section = "operation: Jobs.Get\nrequest: GET /job\nstatus: [200]\n";

    [Theory]
    [InlineData(
        "response: {state: enum running|ended}\ndone when: state = endd\n",
        "APISPEC0126 (5) 'endd' is not valid: 'state' never has this value; did you mean 'ended'?")]
    [InlineData(
        "response: {state: enum running|ended}\ndone when: stat = ended\n", "APISPEC0219 (5) 'stat' is not a member of 'response'; did you mean 'state'?")]
    [InlineData("response: {left: int}\ndone when: left = none\n", "APISPEC0126 (5) 'none' is not valid: 'left' never has this value")]
    [InlineData("response: 'string[]'\ndone when: state = ended\n", "APISPEC0290 (5) A wait for what is not one JSON object")]
    [InlineData("response: text/plain\ndone when: state = ended\n", "APISPEC0290 (5) A wait for what is not one JSON object")]
    [InlineData("done when: state = ended\n", "APISPEC0290 (4) A wait for what is not one JSON object")]
    [InlineData(
        "response: {jobs: 'Job[]'}\ndone when: jobs.state = ended\nschemas:\n  Job: {state: string}\n",
        "APISPEC0219 (5) 'jobs.state' is not a member of 'response'; 'jobs' is a list")]
    public void Condition_that_can_never_end_a_wait_is_reported(string keys, string message)
        => Assert.StartsWith(message, Assert.Single(GeneratedProject.OfSection(Section + keys).Messages), StringComparison.Ordinal);

    [Fact]
    public void Any_JSON_that_can_be_missing_cannot_end_a_wait()
        => Assert.StartsWith(
            "APISPEC0290 (5) A wait for what is not one JSON object",
            Assert.Single(GeneratedProject.OfSection(
                Section.Replace("[200]", "[200, 204]", StringComparison.Ordinal) + "response: any\ndone when: state = ended\n").Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("response: {job: Job}\ndone when: job.state = ended and job.left is missing\nschemas:\n  Job: {state: 'enum running|ended|...', left?: int}\n")]
    [InlineData("response: {data: any}\ndone when: data.state = ended\n")]
    [InlineData("response: {state: string, ...: unknown}\ndone when: progress = 100\n")]
    [InlineData("response: {ended: boolean as yes|no, options: string, progress: int}\nquery: {connection: string, options?: int}\n"
        + "done when: ended = yes and options is given\n")]
    public void Condition_on_members_of_every_kind_compiles(string keys)
    {
        var project = GeneratedProject.OfSection(Section + keys);

        Assert.Empty(project.Messages);
        Assert.NotNull(project.Load().Type("JobsClient").GetMethods().First(static method => method.Name == "GetUntilDoneAsync"));
    }

    [Fact]
    public void Name_of_the_method_can_be_taken_by_another_operation()
        => Assert.StartsWith("APISPEC0209", Assert.Single(GeneratedProject.Of(
            new("get.apispec.yaml", Section + "response: {state: string}\ndone when: state = ended\n"),
            new("wait.apispec.yaml", "operation: Jobs.GetUntilDone\nrequest: GET /wait\nstatus: [200]\n")).Messages), StringComparison.Ordinal);
}
