using System.Diagnostics;
using System.Net;
using ApiSpec.References.Tests.Servers;
using Example.Roster;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>The information in a failure: its message, its trace and its typed body.</summary>
public sealed class FailureTests
{
    private const string Secret = "hunter2-of-ann";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500, """{"code":"R17","text":"The disk is full."}""", " answered 500 Error: An error occurred. The response says: R17: The disk is full.")]
    [InlineData(500, """{"code":"R17"}""", " answered 500 Error: An error occurred. The response says: R17.")]
    [InlineData(500, """{"text":"Really?"}""", " answered 500 Error: An error occurred. The response says: Really?")]
    [InlineData(500, """{"code":"R17","text":"one\r\ntwo"}""", " answered 500 Error: An error occurred. The response says: R17: one two.")]
    [InlineData(500, """{"code":"R17","text":"one.\n\n\ttwo"}""", " answered 500 Error: An error occurred. The response says: R17: one. two.")]
    [InlineData(500, """{"code":null,"text":"  "}""", " answered 500 Error: An error occurred.")]
    [InlineData(500, "oops", " answered 500 Error: An error occurred.")]
    [InlineData(
        401, """{"code":"R1","text":"No"}""",
        " answered 401 Unauthorized: The login has failed. The response says: R1: No. The call needs one of the roles Admin, Audit.")]
    [InlineData(403, "", " answered 403 Forbidden: The account has no such permission. The call needs one of the roles Admin, Audit.")]
    [InlineData(404, "{}", " answered 404 Not found: There is no such member. The call needs one of the roles Admin, Audit.")]
    public async Task Message_has_the_error_of_the_body_and_the_roles(int status, string body, string message)
    {
        var exception = await GetAsync(status, body);

        Assert.Equal("Members.Get (section 3.1)" + message, exception.Message);
        Assert.True(exception.Is((HttpStatusCode)status));
    }

    [Fact]
    public async Task Message_names_a_single_role()
    {
        await using var server = await RecordingServer.StartAsync(403, "");
        using var client = new RosterClient(server.Address);

        var exception = await Assert.ThrowsAsync<ApiException<RosterError>>(() => client.Members.DeleteAsync(1, Token));

        Assert.EndsWith(" The call needs the role Admin.", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.Is(MembersDeleteStatus.Forbidden));
        Assert.False(exception.Is(MembersGetStatus.Forbidden));
    }

    [Fact]
    public async Task Message_is_short_even_if_the_text_is_long()
    {
        var exception = await GetAsync(500, """{"code":"R17","text":"TEXT"}""".Replace("TEXT", new string('x', 4000), StringComparison.Ordinal));

        Assert.InRange(exception.Message.Length, 300, 500);
        Assert.Equal(4000, exception.ErrorMessage!.Length);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("bearer")]
    [InlineData("header")]
    [InlineData("cookie")]
    [InlineData("query")]
    [InlineData("body")]
    [InlineData("own")]
    public async Task No_secret_of_the_credential_is_shown_if_the_server_repeats_it(string kind)
    {
        ApiCredential credential = kind switch
        {
            "basic" => new BasicCredential("ann", Secret),
            "bearer" => new BearerCredential(Secret),
            "header" => new HeaderCredential("X-Api-Key", Secret),
            "cookie" => new FieldCredential(ApiCredentialPlace.Cookie, "sid", Secret),
            "query" => new QueryCredential("key", Secret),
            "body" => new FieldCredential(ApiCredentialPlace.Body, "key", Secret),
            _ => new OwnCredential(),
        };
        var shown = await FailAsync(
            """{"code":"R1-SECRET","text":"wrong: SECRET"}""".Replace("SECRET", Secret, StringComparison.Ordinal), credential,
            client => kind == "body" ? client.Members.PutNoteAsync(1, new() { Note = new() { Content = "n" } }, Token) : client.Members.GetAsync(1, Token));

        Assert.DoesNotContain(shown, static text => text.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains(shown, static text => text.StartsWith("Members.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_of_the_body_is_shown_if_the_server_repeats_it()
    {
        var shown = await FailAsync(
            """{"code":"R9","text":"not good enough: SECRET"}""".Replace("SECRET", Secret, StringComparison.Ordinal), ApiCredential.None,
            static client => client.Members.PutPhraseAsync(
                1, new() { First = new() { Content = 1 }, Second = [new() { Content = new() { Phrase = Secret } }] }, Token));

        Assert.DoesNotContain(shown, static text => text.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains(shown, static text => text.EndsWith(" The response says: R9.", StringComparison.Ordinal));

        foreach (var code in new[] { "SECRET", "bad 'SECRET'", "(SECRET)", "pw=SECRET", "R9:SECRET", "R9-SECRET" })
        {
            foreach (var repeated in new[] { Secret, Secret.ToUpperInvariant() })
            {
                shown = await FailAsync(
                    $$"""{"code":"{{code.Replace("SECRET", repeated, StringComparison.Ordinal)}}"}""", ApiCredential.None,
                    static client => client.Members.PutPhraseAsync(
                        1, new() { First = new() { Content = 1 }, Second = [new() { Content = new() { Phrase = Secret } }] }, Token));
                Assert.DoesNotContain(shown, static text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task No_secret_member_of_the_error_body_is_shown()
    {
        var shown = await FailAsync(
            """{"code":"SECRET","text":"SECRET"}""".Replace("SECRET", Secret, StringComparison.Ordinal), ApiCredential.None,
            static client => client.Members.PutNoteAsync(1, new() { Note = new() { Content = "n" } }, Token));

        Assert.DoesNotContain(shown, static text => text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trace_has_the_error_of_the_body()
    {
        var shown = await FailAsync("""{"code":"R17","text":"The disk is full."}""", ApiCredential.None, static client => client.Members.GetAsync(1, Token));

        Assert.Contains("apispec.error.code=R17", shown);
        Assert.Contains("apispec.error.message=The disk is full.", shown);
    }

    [Theory]
    [InlineData("""{"code":"R1"}""", "R1", null, 0, null, null)]
    [InlineData("""{"code":"R1","text":"t","details":null}""", "R1", "t", 0, null, "details")]
    [InlineData("""{"code":"R1","text":5,"details":{"field":"f"}}""", "R1", null, 0, "f", "text")]
    [InlineData("""{"text":"t","details":{"line":"x","field":"f"}}""", null, "t", 0, "f", "line")]
    [InlineData("""{ "details" : { "line" : [ 1 , { } ] } , "code" : "R1" }""", "R1", null, 0, null, "line")]
    [InlineData("""{"code":{"a":1},"text":"t","details":{"line":7,"field":null}}""", null, "t", 7, null, "code")]
    [InlineData("""{"code":"R1","text":"t","details":[{"line":7}]}""", "R1", "t", 0, null, "details")]
    public async Task The_fitting_members_of_an_error_body_are_typed(string body, string? code, string? text, int line, string? field, string? violation)
    {
        var exception = await GetAsync(500, body);

        Assert.Equal(
            (code, text, line, field), (exception.Error?.Code, exception.Error?.Text, exception.Error?.Details?.Line ?? 0, exception.Error?.Details?.Field));
        Assert.True(exception.TryGetBody(out RosterError? same));
        Assert.Same(exception.Error, same);
        Assert.Equal(body, exception.RawBody!.ToString());
        var told = ((ApiResponse<RosterError, MembersGetStatus>)exception.Response).ErrorViolation;
        Assert.Contains(violation ?? "missing", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_item_costs_only_its_member()
    {
        var exception = await GetAsync(
            500, """{"code":"R1","text":"t","details":{"line":1,"field":"f"},"causes":[{"id":"x","note":"n"},{"id":2,"note":3},{}]}""");

        Assert.Equal(("R1", 1), (exception.Error!.Code, exception.Error.Details.Line));
        Assert.Equal([(0, "n"), (2, null), (0, null)], exception.Error.Causes!.Select(static cause => (cause.Id, (string?)cause.Note)));
    }

    [Fact]
    public async Task Many_wrong_items_cost_only_their_members()
    {
        var exception = await GetAsync(
            500, "{\"code\":\"R1\",\"causes\":[" + string.Join(',', Enumerable.Range(0, 100).Select(static i => $$"""{"id":"x","note":"n{{i}}"}"""))
                + "],\"text\":\"t\"}");

        Assert.Equal(("R1", "t"), (exception.Error!.Code, exception.Error.Text));
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => (0, $"n{i}")), exception.Error.Causes!.Select(static cause => (cause.Id, cause.Note)));
    }

    [Fact]
    public async Task A_member_with_very_many_faults_costs_only_itself()
    {
        var exception = await GetAsync(
            500, "{\"causes\":[" + string.Join(',', Enumerable.Repeat("""{"id":"x","note":"n"}""", 2_000)) + "],\"code\":\"R1\",\"text\":\"t\"}");

        Assert.Equal(("R1", "t"), (exception.Error!.Code, exception.Error.Text));
        Assert.Empty(exception.Error.Causes ?? []);
    }

    [Theory]
    [InlineData("Basic", "The basic login of user ann failed; Basic needs another password")]
    [InlineData("Bearer", "The Bearer token expired")]
    [InlineData("Digest", "Digest auth in realm Roster failed with MD5")]
    public async Task Words_that_are_not_secret_are_shown(string kind, string text)
    {
        ApiCredential credential = kind switch
        {
            "Basic" => new BasicCredential("ann", Secret),
            "Bearer" => new BearerCredential(Secret),
            _ => new DigestCredential(),
        };

        var shown = await FailAsync($$"""{"code":"R1","text":"{{text}}: {{Secret}}"}""", credential, static client => client.Members.GetAsync(1, Token));

        Assert.Contains("apispec.error.message=" + text + ": ***", shown);
    }

    [Theory]
    [InlineData("""{"timestamp":"2026","status":500}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"no\"")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"code":"R1" """)]
    public async Task Body_that_has_nothing_of_the_type_is_left_raw(string body)
    {
        var exception = await GetAsync(500, body);

        Assert.Null(exception.Error);
        Assert.False(exception.TryGetBody(out RosterError? _));
        Assert.Equal(body, exception.RawBody!.ToString());
    }

    [Fact]
    public async Task Body_with_very_many_faults_ends_soon()
    {
        var exception = await GetAsync(500, "{\"code\":\"R1\"," + string.Join(',', Enumerable.Repeat("\"text\":1", 5000)) + "}");

        Assert.Null(exception.Error);
        Assert.Equal("R1", exception.ErrorCode);
    }

    [Fact]
    public async Task A_success_is_read_strictly()
    {
        await using var server = await RecordingServer.StartAsync(200, "{}");
        using var client = new RosterClient(server.Address);

        await Assert.ThrowsAsync<ApiContractException>(() => client.Members.GetAsync(1, Token));
    }

    [Fact]
    public void Test_double_can_throw_what_a_client_throws()
    {
        var operation = RosterApi.Operations.Single(static operation => operation.Id == "Members.Get");
        var error = new RosterError { Code = "R1", Text = "t", Details = new() { Field = "f", Line = 1 } };

        var failure = ApiResponse<RosterError, MembersGetStatus>.Failure(operation, MembersGetStatus.NotFound, error).CreateException();
        ApiCallException[] others =
        [
            new ApiTimeoutException(operation, TimeSpan.FromSeconds(3)),
            new ApiConnectionException(operation, "The line is dead."),
            new ApiContractException(operation, 200, "the body is empty", "$.name"),
            new ApiLinkException(operation, "href", "it leads elsewhere"),
            new ApiInsecureConnectionException(operation),
            new ApiResponseTooLargeException(operation, 200, 10),
            new ApiResponseHeadersTooLargeException(operation, 10),
            new ApiRoleException(operation, "Guest"),
        ];

        Assert.True(failure.Is(MembersGetStatus.NotFound));
        Assert.Same(error, Assert.IsType<ApiException<RosterError>>(failure).Error);
        Assert.All(others, exception => Assert.Same(operation, exception.Operation));
        Assert.Equal("Members.Get (section 3.1) was not answered within 3 s (Timeout).", others[0].Message);
        Assert.Equal(3, new ApiPollingTimeoutException(TimeSpan.FromSeconds(1), 3).ResponseCount);
        Assert.Throws<ArgumentNullException>(() => new ApiTimeoutException(null!, TimeSpan.Zero));
    }

    private static async Task<ApiException<RosterError>> GetAsync(int status, string body)
    {
        await using var server = await RecordingServer.StartAsync(status, body);
        using var client = new RosterClient(server.Address);
        return await Assert.ThrowsAsync<ApiException<RosterError>>(() => client.Members.GetAsync(1, Token));
    }

    /// <summary>Returns everything that a failed call shows: messages and the tags of activities.</summary>
    private static async Task<List<string>> FailAsync(string body, ApiCredential credential, Func<RosterClient, Task> call)
    {
        List<string> shown = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "ApiSpec",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("apispec.api") is "roster")
                    shown.AddRange(activity.TagObjects.Select(static tag => tag.Key + "=" + tag.Value).Append(activity.StatusDescription ?? ""));
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await RecordingServer.StartAsync(400, body);
        using var client = new RosterClient(server.Address, new ApiClientOptions { Credential = credential });
        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => call(client));
        return [.. shown, exception.Message, exception.Response.ToString()];
    }

    private sealed class DigestCredential : ApiCredential
    {
        protected override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization", $"Digest username=\"ann\", realm=\"Roster\", qop=auth, algorithm=MD5, response=\"{Secret}\"");
            return default;
        }
    }

    private sealed class OwnCredential : ApiCredential
    {
        protected override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-Proof", "v1 " + Secret);
            return default;
        }
    }
}
