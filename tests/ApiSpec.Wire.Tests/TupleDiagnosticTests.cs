using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Diagnostics about <c>object as array</c>, its rows and its examples.</summary>
public sealed class TupleDiagnosticTests
{
    [Theory]
    [InlineData("a?: int\n        b: int", "(8) '?' is not allowed here; it is for the last rows of an array; write 'or null' if a null can be in its place")]
    [InlineData("a: int\n        '{x}': int", "'{x}' is not allowed here; it is for members of an object; an array has positions and no names")]
    [InlineData("a:\n          type: int\n          alias: [b]", "'alias' is not allowed here; it is for members of an object")]
    [InlineData("a: int since V2\n        b: int", "(8) 'since' is not allowed here; it is for the last rows of an array")]
    [InlineData(
        "a: int required not stated\n        b: int", "(8) 'required not stated' is not allowed here; it is for the last rows of an array")]
    [InlineData("a: int read-only", "'read-only' is not allowed here; it is for members of an object")]
    [InlineData("a: string secret", "'secret' is not allowed here; it is for the row that has the array")]
    [InlineData("a: int\n        b: int required when a = 1", "'required when' is not allowed here; it is for members of an object")]
    public void Rows_that_an_array_cannot_have_are_refused(string rows, string expected)
    {
        var messages = GeneratedProject.OfSection(
            "operation: A.Get\nrequest: GET /a\nstatus: [200]\nresponse:\n  a:\n    type: object as array\n    members:\n        " + rows + "\n").Messages;

        Assert.Contains(expected, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response: (object as array)[]\n", "'object as array' without its rows")]
    [InlineData("response:\n  a: string[] as array\n", "'as array' is for 'object' with rows under 'members:'; a list is written 'string[]'")]
    [InlineData(
        "response:\n  a: Item as array\nschemas:\n  Item:\n    id: int\n",
        "'as array' belongs to a table; write 'type: object as array' and 'members:' in the schema 'Item'")]
    [InlineData("response xml:\n  a:\n    type: object as array\n    members:\n      b: int\n", "'object as array' in XML")]
    [InlineData("query:\n  a?:\n    type: object as array\n    members:\n      b: int\n", "write 'type: object as array as json' and 'members:'")]
    public void Places_without_arrays_are_explained(string keys, string expected)
        => Assert.Contains(
            expected, string.Join('\n', GeneratedProject.OfSection("operation: A.Get\nrequest: GET /a\nstatus: [200]\n" + keys).Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[1, 2]", null)]
    [InlineData("[1, 2, null]", null)]
    [InlineData("[1, ...]", null)]
    [InlineData("[..., \"x\"]", null)]
    [InlineData("[1]", "'b'")]
    [InlineData("[1, 2, null, 4]", "'[3]'")]
    [InlineData("[1, \"x\"]", "'b'")]
    [InlineData("{ \"a\": 1 }", "a list")]
    public void Printed_array_is_compared_with_the_rows(string json, string? expected)
    {
        var messages = GeneratedProject.OfSection(
            "operation: A.Get\nrequest: GET /a\nstatus: [200]\nresponse: Row\nschemas:\n  Row:\n    type: object as array\n    members:\n      a: int\n"
                + "      b: int\n      c?: string or null\nexamples:\n  - response header: HTTP/1.1 200 OK\n    response body: |\n"
                + "      " + json + "\n").Messages;

        if (expected is null)
            Assert.Empty(messages);
        else
            Assert.Contains(expected, Assert.Single(messages), StringComparison.Ordinal);
    }
}
