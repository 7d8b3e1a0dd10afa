using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Values that have several ranges are checked before they are sent, and by the server of the specs.</summary>
public sealed class SeveralRangesTests
{
    private const string Numbers = "(int 0..255) | (int 1900..10091)";

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
        new SpecDocument("api.apispec.yaml", "client: RangesClient\n"),
        new SpecDocument(
            "call.apispec.yaml",
            $"operation: Lamps.Set\nrequest: POST /lamps/{{id}}\npath:\n  id: {Numbers}\nquery:\n  cct?: {Numbers}\n"
                + "  name?: (string 1..2) | (string 5..6)\n  share?: (decimal ..0.5) | (decimal 2..)\n  ids?: int[] as comma\n"
                + $"  \"lamp{{x}}?\": {Numbers}\nheaders:\n  X-Level?: (double 0..1) | (double 5..6)\nbody:\n  cct?: {Numbers}\n"
                + $"  levels?: ({Numbers})[]\n  map?: map<{Numbers}>\n  text?: (string ..2) | (string 5..6)\n"
                + "  many?: string[1..2] | string[4..5]\n  secret?: (int 0..5) | (int 10..20) secret\n"
                + "  mixed?: (int 0..5) | (int 10..20) | (string 1..3)\n  level{n}?: (int 0..5) | (int 10..20)\nstatus: [200]\n")).Load());

    [Theory]
    [InlineData("id", "300", "The reference allows 0 to 255 or 1900 to 10091. (Parameter 'id')")]
    [InlineData("Cct", "1899", "The reference allows 0 to 255 or 1900 to 10091. (Parameter 'cct')")]
    [InlineData("Name", "abc", "The text has 3 characters; the reference allows 1 to 2 or 5 to 6. (Parameter 'name')")]
    [InlineData("Share", "0.6", "The reference allows at most 0.5 or at least 2. (Parameter 'share')")]
    [InlineData("XLevel", "2", "The reference allows 0 to 1 or 5 to 6. (Parameter 'X-Level')")]
    [InlineData("body", """{"cct":10092}""", "The reference allows 0 to 255 or 1900 to 10091. (Parameter 'cct')")]
    [InlineData("body", """{"cct":-1}""", "The reference allows 0 to 255 or 1900 to 10091. (Parameter 'cct')")]
    [InlineData("body", """{"levels":[1,256]}""", "The reference allows 0 to 255 or 1900 to 10091. (Parameter 'levels[1]')")]
    [InlineData("body", """{"map":{"a":256}}""", "The reference allows 0 to 255 or 1900 to 10091. (Parameter 'map.a')")]
    [InlineData("body", """{"text":"abc"}""", "The text has 3 characters; the reference allows at most 2 or 5 to 6. (Parameter 'text')")]
    [InlineData("body", """{"many":["a","b","c"]}""", "There are 3 values; the reference allows 1 to 2 or 4 to 5. (Parameter 'many')")]
    [InlineData("body", """{"secret":7}""", "The reference allows 0 to 5 or 10 to 20. (Parameter 'secret')")]
    [InlineData("body", """{"mixed":7}""", "The reference allows 0 to 5 or 10 to 20. (Parameter 'mixed')")]
    [InlineData("body", """{"level1":7}""", "The reference allows 0 to 5 or 10 to 20. (Parameter 'level1')")]
    public async Task Value_outside_all_ranges_is_not_sent(string name, string value, string message)
    {
        await using var server = await Client.Value.StartServerAsync();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => CallAsync(server.BaseAddress, name, value));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.False(value.Contains("secret", StringComparison.Ordinal) && exception.Message.Contains('7', StringComparison.Ordinal), exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("id", "255")]
    [InlineData("id", "1900")]
    [InlineData("Cct", "10091")]
    [InlineData("Name", "abcde")]
    [InlineData("Share", "-7.5")]
    [InlineData("Share", "2")]
    [InlineData("XLevel", "5.5")]
    [InlineData("body", """{"cct":0,"levels":[255,1900],"map":{"a":10091},"text":"","many":["a","b","c","d"],"secret":10,"mixed":"abc","level1":20}""")]
    [InlineData("body", """{"mixed":20}""")]
    [InlineData("body", "{}")]
    public async Task Value_in_any_range_is_sent(string name, string value)
    {
        await using var server = await Client.Value.StartServerAsync();

        Assert.True((await CallAsync(server.BaseAddress, name, value)).IsSuccess);

        Assert.Null(Assert.Single(server.Requests).Violation);
    }

    [Fact]
    public async Task Server_of_the_specs_refuses_what_is_in_no_range()
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();

        using var response = await http.PostAsync(
            new Uri(server.BaseAddress, "lamps/1?cct=300"), new StringContent("{}", null, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public void Values_of_a_row_with_several_ranges_are_those_of_one_number()
    {
        var client = GeneratedProject.OfSection(
            "operation: A.Get\nrequest: GET /a\nstatus: [200]\nresponse:\n  cct:\n    type: (int 0..9) | (int 20..29)\n"
                + "    values: { 1: Warm, 20: Cold }\n").Load();

        Assert.Equal(["Warm", "Cold"], client.Type("AGetResponseCct").GetFields().Select(static field => field.Name));
        Assert.Equal(typeof(int), client.Type("AGetResponse").GetProperty("Cct")!.PropertyType);
        Assert.False(client.HasType("AGetResponseCctOption1"));
    }

    private static Task<ApiResponse> CallAsync(Uri server, string name, string value) => Client.Value.CallAsync(
        server,
        "Lamps.Set",
        (parameter, type) => parameter == name ? name == "body" ? SampleArgument.ParseBody(type, value) : SampleArgument.Of(type, value)
            : parameter == "id" ? 1
            : parameter == "body" ? SampleArgument.ParseBody(type, "{}")
            : null);
}
