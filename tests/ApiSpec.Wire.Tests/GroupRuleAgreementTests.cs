using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Rules over several values: client, stub server and build accept and reject the same requests.</summary>
public sealed class GroupRuleAgreementTests
{
    private const string Members = """
        operation: Windows.Move
        request: POST /windows
        query:
          all?: boolean
        exactly-one: [range.to, all, owner.mail]
        at-most-one: [size.width, note]
        body:
          range:
            type: object as array
            members:
              from: int
              to?: int or null
          owner?:
            type: object
            alias: [user]
            members:
              mail?: { type: string, alias: [email] }
              name?: string
          size?: Size
          note?: string
        status: [200]
        schemas:
          Size:
            type: object as array
            members:
              height: int
              width?: int
        """;

    private const string Positions = """
        operation: Windows.Move
        request: POST /windows
        query:
          all?: boolean
        at-least-one: [width, all]
        body: Size
        status: [200]
        schemas:
          Size:
            type: object as array
            members:
              height: int
              width?: int
        """;

    private static readonly Lazy<GeneratedClient> OfMembers = new(static () => GeneratedProject.OfSection(Members).Load());
    private static readonly Lazy<GeneratedClient> OfPositions = new(static () => GeneratedProject.OfSection(Positions).Load());

    [Theory]
    [InlineData(true, """{"range":[1,2]}""", false, null)]
    [InlineData(true, """{"range":[1,null]}""", false, null)]
    [InlineData(true, """{"range":[1]}""", true, null)]
    [InlineData(true, """{"range":[1],"owner":{"mail":"a"}}""", false, null)]
    [InlineData(true, """{"range":[1],"owner":{"name":"a"}}""", true, null)]
    [InlineData(true, """{"range":[1]}""", false, "missing")]
    [InlineData(true, """{"range":[1],"owner":{"name":"a"}}""", false, "missing")]
    [InlineData(true, """{"range":[1,2]}""", true, "exceeded")]
    [InlineData(true, """{"range":[1,2],"owner":{"mail":"a"}}""", false, "exceeded")]
    [InlineData(true, """{"range":[1,2],"size":[3],"note":"n"}""", false, null)]
    [InlineData(true, """{"range":[1,2],"size":[3,4]}""", false, null)]
    [InlineData(true, """{"range":[1,2],"size":[3,4],"note":"n"}""", false, "exceeded")]
    [InlineData(false, "[1]", true, null)]
    [InlineData(false, "[1,2]", false, null)]
    [InlineData(false, "[1,2]", true, null)]
    [InlineData(false, "[1]", false, "missing")]
    public async Task Client_server_and_build_agree(bool hasMembers, string json, bool isAll, string? expected)
    {
        var client = (hasMembers ? OfMembers : OfPositions).Value;
        await using var server = await client.StartServerAsync();

        var refused = await Record.ExceptionAsync(() => client.CallAsync(
            server.BaseAddress, "Windows.Move", (name, type) => name == "All" ? (isAll ? true : null) : SampleArgument.Parse(type, json)));

        Assert.Equal(expected is not null, refused is ArgumentException);
        Assert.Equal(expected is null ? 1 : 0, server.Requests.Count);

        using var http = new HttpClient();
        using var content = new StringContent(json, null, "application/json");
        var path = "/windows" + (isAll ? "?all=true" : "");
        await http.PostAsync(new Uri(server.BaseAddress, path), content, TestContext.Current.CancellationToken);
        var violation = server.Requests[^1].Violation;
        Assert.Equal(expected is null, violation is null);
        Assert.Contains(expected switch { null => "", "missing" => " is missing", _ => " only one may be there" }, violation ?? "", StringComparison.Ordinal);

        var message = Assert.Single(MessagesOf(hasMembers ? Members : Positions, "POST " + path + " HTTP/1.1", json).DefaultIfEmpty(""));
        Assert.Contains(
            expected switch { null => "", "missing" => ", which the section requires if ", _ => "it must not be given together with " }, message,
            StringComparison.Ordinal);
        Assert.Equal(expected is null, message.Length == 0);
    }

    // What a page does not print cannot break a rule.
    [Theory]
    [InlineData(null, """{"range":[1]}""")]
    [InlineData("POST /windows HTTP/1.1", null)]
    [InlineData("POST /windows HTTP/1.1", """{"range":[1], ...}""")]
    [InlineData("POST /windows HTTP/1.1", """{"range":[1],"owner":{...}}""")]
    [InlineData("POST /windows HTTP/1.1", """{"range":[1],"user":{"email":"<mail>"}}""")]
    [InlineData("POST /windows?all=<value> HTTP/1.1", """{"range":[1]}""")]
    public void Example_that_leaves_values_out_is_not_reported(string? head, string? body)
        => Assert.Empty(MessagesOf(Members, head, body));

    [Theory]
    [InlineData(null, """{"range":[1,2],"user":{"email":"a"}}""", "'a' cannot be the value of 'owner.mail': it must not be given together with 'range.to'")]
    [InlineData(
        "POST /windows HTTP/1.1", """{"range":[1]}""",
        "does not send the value 'range.to', which the section requires if 'all' and 'owner.mail' are missing")]
    [InlineData(
        "POST /windows?all=true HTTP/1.1", """{"range":[1,2]}""", "'true' cannot be the value of 'all': it must not be given together with 'range.to'")]
    public void Broken_rule_is_explained(string? head, string? body, string expected)
        => Assert.Contains(expected, Assert.Single(MessagesOf(Members, head, body)), StringComparison.Ordinal);

    [Fact]
    public void Erratum_explains_the_value_that_an_example_omits()
        => Assert.Empty(MessagesOf(Members + "\nerrata:\n  - omitted: all\n", "POST /windows HTTP/1.1", """{"range":[1]}"""));

    [Theory]
    [InlineData("a=1&b=2", "'2' cannot be the value of 'b': it must not be given together with 'a'")]
    [InlineData("c=1", "does not send the value 'a', which the section requires if 'b' is missing")]
    [InlineData("a=1", null)]
    public void Fields_of_a_form_are_compared(string form, string? expected)
    {
        var messages = MessagesOf(
            "operation: A.Set\nrequest: POST /a\nexactly-one: [a, b]\nbody form:\n  a?: int\n  b?: int\n  c?: int\nstatus: [200]\n", null, form);

        Assert.Equal(expected is not null, messages.Count == 1);
        Assert.All(messages, message => Assert.Contains(expected!, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Example_of_a_rejected_request_can_break_a_rule()
        => Assert.Empty(GeneratedProject.OfSection(
            Members.Replace("[200]", "[200, 400]", StringComparison.Ordinal)
                + "\nexamples:\n  - request header: POST /windows HTTP/1.1\n    request body: '{\"range\":[1]}'\n"
                + "    response header: HTTP/1.1 400 Bad Request\n")
            .Messages);

    private static IReadOnlyList<string> MessagesOf(string section, string? head, string? body)
        => GeneratedProject.OfSection(
            section + "\nexamples:\n  - title: Printed\n" + (head is null ? "" : "    request header: " + head + "\n")
                + (body is null ? "" : "    request body: |\n      " + body + "\n")).Messages;
}
