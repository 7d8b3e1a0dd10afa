using Example.Statuses;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>The fake can return every status that a reference can list, and the client reads it.</summary>
public sealed class FakeStatusTests
{
    private static readonly HashSet<int> s_withoutBody = [204, 205, 304];

    public static TheoryData<bool> OverHttp => [true, false];

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Every_status_of_json_is_answered_and_read(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();
        foreach (var status in Enum.GetValues<JsonGetStatus>())
        {
            fake.Json.Get.RespondWith(status);
            var response = await client.Json.GetWithResponseAsync(Token);

            AssertIs((int)status, response.StatusCode, response);
            Assert.Equal(response.IsDocumented ? response.StatusCode : 0, (int)response.Status);
            if (response.IsSuccess)
                Assert.Equal(s_withoutBody.Contains(response.StatusCode) ? null : "name", response.Body?.Name);
        }
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Every_status_of_other_bodies_is_answered_and_read(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();
        foreach (var code in Enum.GetValues<JsonGetStatus>().Select(static status => (int)status))
        {
            fake.Lists.Get.RespondWith((ListsGetStatus)code);
            fake.Texts.Get.RespondWith((TextsGetStatus)code);
            fake.Nothing.Delete.RespondWith((NothingDeleteStatus)code);
            fake.Nothing.Probe.RespondWith((NothingProbeStatus)code);
            fake.Bytes.Get.RespondWith((BytesGetStatus)code);

            var list = await client.Lists.GetWithResponseAsync(Token);
            AssertIs(code, list.StatusCode, list);
            var text = await client.Texts.GetWithResponseAsync(Token);
            AssertIs(code, text.StatusCode, text);
            var nothing = await client.Nothing.DeleteWithResponseAsync(Token);
            AssertIs(code, nothing.StatusCode, nothing);
            var probe = await client.Nothing.ProbeWithResponseAsync(Token);
            AssertIs(code, probe.StatusCode, probe);
            await using var bytes = await client.Bytes.GetWithResponseAsync(Token);
            AssertIs(code, bytes.StatusCode, bytes);
        }
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Every_status_with_a_body_of_its_own_is_answered_and_read(bool overHttp)
    {
        await using var fake = await MakeAsync(overHttp);
        using var client = fake.CreateClient();
        foreach (var status in Enum.GetValues<OwnGetStatus>())
        {
            fake.Own.Get.RespondWith(status);

            var response = await client.Own.GetWithResponseAsync(Token);

            AssertIs((int)status, response.StatusCode, response);
        }

        // The status of a success determines its body. An undocumented status determines none.
        fake.Own.Get.RespondWith(OwnGetStatus.Undocumented, new OwnGetResult { Accepted = new Later { After = 3 } });
        await Assert.ThrowsAsync<ApiContractException>(() => client.Own.GetWithResponseAsync(Token));
        Assert.Equal(299, fake.Requests[^1].StatusCode);
    }

    [Fact]
    public async Task Body_of_a_status_that_has_none_is_not_sent()
    {
        using var fake = new StatusFake();
        using var http = new HttpClient(fake.CreateHandler());
        foreach (var code in s_withoutBody)
        {
            fake.Json.Get.RespondWith(FakeResponse.Json(code, """{"name":"x"}"""));

            using var reply = await http.GetAsync(new Uri(fake.BaseAddress, "/json"), Token);

            Assert.Equal((code, 0), ((int)reply.StatusCode, (await reply.Content.ReadAsByteArrayAsync(Token)).Length));
        }
    }

    [Fact]
    public async Task Undocumented_is_a_failure_that_the_reference_does_not_list()
    {
        using var fake = new StatusFake();
        using var client = fake.CreateClient();

        // 418 is documented for this operation, but not for the other one.
        fake.Json.Get.RespondWith(JsonGetStatus.Undocumented).Then(JsonGetStatus.Ok).Then(JsonGetStatus.Undocumented);
        fake.Own.Get.FailWith(OwnGetStatus.Undocumented, new StatusError { Message = "teapot" });

        var exception = await Assert.ThrowsAsync<ApiException<StatusError>>(() => client.Json.GetAsync(Token));
        Assert.True(exception.Response is { IsDocumented: false, IsSuccess: false, StatusCode: 498 });
        Assert.Equal("name", (await client.Json.GetAsync(Token))?.Name);
        Assert.Equal(JsonGetStatus.Undocumented, (await client.Json.GetWithResponseAsync(Token)).Status);
        Assert.Equal((418, "teapot"), await client.Own.GetWithResponseAsync(Token) is var own ? (own.StatusCode, own.Error?.Message) : default);
    }

    [Fact]
    public async Task Undocumented_with_a_body_is_a_success_that_the_reference_does_not_list()
    {
        using var fake = new StatusFake();
        using var client = fake.CreateClient();
        fake.Json.Get.RespondWith(JsonGetStatus.Undocumented, new JsonGetResponse { Name = "new" });

        var response = await client.Json.GetWithResponseAsync(Token);

        Assert.Equal((298, false, "new"), (response.StatusCode, response.IsDocumented, response.Body?.Name));
    }

    [Fact]
    public async Task Informational_status_precedes_the_documented_answer()
    {
        using var fake = new StatusFake();
        using var client = fake.CreateClient();
        fake.Json.Get.RespondWith((JsonGetStatus)102).Then(fake.Json.Get.Body((JsonGetStatus)100, new JsonGetResponse { Name = "given" }));

        Assert.Equal("name", (await client.Json.GetAsync(Token))?.Name);
        Assert.Equal("given", (await client.Json.GetAsync(Token))?.Name);
        Assert.Throws<ArgumentOutOfRangeException>(() => fake.Json.Get.FailWith((JsonGetStatus)100, new StatusError { Message = "" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => fake.Json.Get.RespondWith((JsonGetStatus)600));
        Assert.Throws<ArgumentOutOfRangeException>(() => fake.Json.Get.RespondWith((JsonGetStatus)99));
    }

    [Theory]
    [InlineData("X Y", "a")]
    [InlineData("X:", "a")]
    [InlineData("X", "a\r\nSet-Cookie: b")]
    [InlineData("X", "half a pair")]
    public void Header_that_cannot_be_sent_is_refused_where_it_is_given(string name, string value)
    {
        using var fake = new StatusFake();
        // Attributes cannot contain invalid Unicode.
        value = value.Replace("half a pair", "\ud800", StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => fake.Json.Get.WithHeader(name, value));
        Assert.Throws<ArgumentException>(() => FakeResponse.Documented.WithHeader(name, value));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void AssertIs(int code, int actual, ApiResponse response)
    {
        // An informational status is never the response, and 'Undocumented' never returns a row of the table.
        if (code == 0)
            Assert.False(response.IsDocumented);
        else
            Assert.Equal((code < 200 ? 200 : code, true), (actual, response.IsDocumented));
    }

    private static async Task<StatusFake> MakeAsync(bool overHttp) => overHttp ? await StatusFake.StartAsync() : new StatusFake();
}
