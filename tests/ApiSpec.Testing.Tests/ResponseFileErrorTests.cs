using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>The errors of a file of responses, each reported at its line.</summary>
public sealed class ResponseFileErrorTests : IDisposable
{
    private readonly TemporaryResponseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("responses: [{ operation: Jobs.Gte }]",
        "(1,26): error APISPEC0105: 'Jobs.Gte' is not one of the operations of the specs; did you mean 'Jobs.Get'?")]
    [InlineData("responses: [{ status: 200 }]", "(1,15): error APISPEC0101: A response is missing 'operation'; write its name, such as 'Tasks.Get'")]
    [InlineData("response: []", "(1,1): error APISPEC0100: Unknown key 'response'; did you mean 'responses'?")]
    [InlineData("state: { a: b }", "(1,1): error APISPEC0101: A file of responses is missing 'responses'; write a list whose items start with '- operation:'")]
    [InlineData("responses: [{ operation: Jobs.Get, query: { veiw: a } }]",
        "(1,45): error APISPEC0105: 'veiw' is not one of the query parameters of Jobs.Get; did you mean 'view'?")]
    [InlineData("responses: [{ operation: Jobs.Get, path: { ids: 1 } }]",
        "(1,44): error APISPEC0105: 'ids' is not one of the placeholders of Jobs.Get; did you mean 'id'?")]
    [InlineData("state: { job: a }\nresponses: [{ operation: Jobs.Get, then: { jbo: b } }]",
        "(2,44): error APISPEC0105: 'jbo' is not one of the names under 'state'; did you mean 'job'?")]
    [InlineData("responses: [{ operation: Jobs.Get, when: running }]", "(1,36): error APISPEC0103: 'when' takes a mapping of names and values, not text")]
    [InlineData("responses: [{ operation: Jobs.Get, status: 99 }]", "(1,44): error APISPEC0105: '99' is not one of the numbers from 200 to 599")]
    [InlineData("responses: [{ operation: Jobs.Get, times: 0 }]", "(1,43): error APISPEC0105: '0' is not one of the numbers from 1 to 1000000")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { stete: done } }]",
        "(1,44): error APISPEC0105: 'stete' is not one of the members of Job; did you mean 'state'?")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { percent: 101 } }]", "(1,53): error APISPEC0305: '101' cannot be the value of 'percent': ")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { owner: { name: 7 } } }]",
        "(1,59): error APISPEC0305: '7' cannot be the value of 'name': it is not a string")]
    [InlineData("{}",
        "(1,1): error APISPEC0101: A file of responses is missing 'responses'; write a list whose items start with '- operation:'")]
    [InlineData("responses: []",
        "(1,1): error APISPEC0102: 'responses' has no value; write one, or remove the key")]
    [InlineData("responses: [{}]",
        "(1,13): error APISPEC0101: A response is missing 'operation'; write its name, such as 'Tasks.Get'")]
    [InlineData("responses: [{ operation: Jobs.Get, path: { id: abc } }]",
        "(1,48): error APISPEC0305: 'abc' cannot be the value of 'id': a long is a whole number of 64 bits")]
    [InlineData("responses: [{ operation: Jobs.Get, query: { order: dwon } }]",
        "(1,52): error APISPEC0312: 'dwon' is not among the values of 'order'; did you mean 'down'?")]
    [InlineData("responses: [{ operation: Jobs.Get, query: { tags: '1, x' } }]",
        "(1,51): error APISPEC0305: '1, x' cannot be the value of 'tags': ")]
    [InlineData("state: { job: queued }\nresponses: [{ operation: Jobs.Get, when: { job: quued } }]",
        "(2,49): error APISPEC0105: 'quued' is not one of the values of 'job' under 'state' and 'then'; did you mean 'queued'?")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { state: doen } }]",
        "(1,51): error APISPEC0312: 'doen' is not among the values of 'state'; did you mean 'done'?")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { kind: task } }]",
        "(1,50): error APISPEC0305: 'task' cannot be the value of 'kind': the section always has 'job'")]
    [InlineData("responses: [{ operation: Jobs.Get, body: { options: '{\"retries\":true}' } }]",
        "(1,53): error APISPEC0305: 'true' cannot be the value of 'retries': it is not a number")]
    [InlineData("responses: [{ operation: Jobs.Get, status: 204, body: {} }]",
        "(1,49): error APISPEC0121: 'body' has no meaning here; a response with status 204 has no body")]
    [InlineData("responses: [{ operation: Jobs.Start, body: { id: 7 } }]",
        "(1,38): error APISPEC0121: 'body' has no meaning here; Jobs.Start has no response body")]
    [InlineData("responses: [{ operation: Jobs.GetLog, body: { id: 7 } }]",
        "(1,39): error APISPEC0103: 'body' takes text (text/plain), not a mapping")]
    public void An_error_is_reported_at_its_line(string text, string expected)
        => Assert.StartsWith(_file.Path + expected, Assert.Throws<InvalidSpecException>(() => _file.Options(text)).Diagnostics[0], StringComparison.Ordinal);

    [Fact]
    public void A_file_that_does_not_exist_is_reported()
        => Assert.Throws<FileNotFoundException>(() => new StubOptions(Factory.Catalog).RespondFrom(_file.Path + ".none"));

    [Fact]
    public void Required_query_parameter_is_never_missing()
    {
        var catalog = ExampleCatalog.Parse(new SpecDocument(
            "a.apispec.yaml", "operation: Jobs.List\nrequest: GET /jobs\nquery:\n  state: string\n  page?: int\nstatus: [200]\nresponse: string[]\n"));

        var exception = Assert.Throws<InvalidSpecException>(
            () => _file.Options("responses: [{ operation: Jobs.List, query: { page: is missing, state: is missing } }]", catalog));

        Assert.Equal(
            [_file.Path + "(1,71): error APISPEC0305: 'is missing' cannot be the value of 'state': the reference requires the parameter"],
            exception.Diagnostics);
    }
}
