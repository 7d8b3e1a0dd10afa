using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Diagnostics about <c>alias</c>, and about examples that print one name or several.</summary>
public sealed class OtherNamesDiagnosticTests
{
    [Theory]
    [InlineData("""{ "subject": "a" }""", null)]
    [InlineData("""{ "title": "a", "subject": "b" }""", "it is there under several names: title, subject")]
    public void Printed_body_has_one_of_the_names(string json, string? expected)
    {
        var messages = GeneratedProject.OfSection(
            "operation: A.Set\nrequest: PUT /a\nbody:\n  title:\n    type: string\n    alias: [subject]\nstatus: [200]\nexamples:\n  - request body: |\n      "
                + json + "\n").Messages;

        if (expected is null)
            Assert.Empty(messages);
        else
            Assert.Contains(expected, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request: GET /a/{id}\npath:\n  id:\n    type: int\n    alias: [n]\n", "(6) 'alias' is not allowed here; it is for values that are sent")]
    [InlineData("request: GET /a\nquery:\n  \"{x}?\":\n    type: int\n    alias: [n]\n", "(6) 'alias' is not allowed here; it is for a row with one name")]
    [InlineData(
        "request: GET /a\nstatus:\n  200:\n    headers:\n      A:\n        type: int\n        alias: [n]\n",
        "(8) 'alias' is not allowed here; it is for members and parameters")]
    public void Other_names_that_no_message_can_have_are_refused(string keys, string expected)
        => Assert.StartsWith(
            "APISPEC0124 " + expected,
            Assert.Single(GeneratedProject.OfSection("operation: A.Get\n" + keys + (keys.Contains("status", StringComparison.Ordinal) ? "" : "status: [200]\n"))
                .Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("n?: int", "'n' is already a row of this table")]
    [InlineData("most?:\n      type: int\n      alias: count", "'count' is already a row of this table")]
    [InlineData("most?: int", null)]
    public void Other_name_that_a_set_has_as_well_is_reported(string row, string? message)
    {
        var messages = GeneratedProject.OfSection(
            "operation: Changes.List\nrequest: GET /changes\nuse: page\nquery:\n  limit?:\n    type: int\n    alias: [n, count]\nstatus: [200]\n",
            "client: ChangesClient\nsets:\n  page:\n    " + row + "\n").Messages;

        Assert.Equal(message is null ? 0 : 1, messages.Count);
        Assert.All(messages, text => Assert.Contains("APISPEC0129 (3) " + message, text, StringComparison.Ordinal));
    }
}
