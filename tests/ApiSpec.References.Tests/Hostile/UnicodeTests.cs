using System.Text;
using ApiSpec.Tests.Servers;
using Example.Nests;
using Xunit;

namespace ApiSpec.References.Tests.Hostile;

/// <summary>Strings and names that are not valid Unicode: they are rejected when they are read, so that nothing throws later, but a failure is still
/// read.</summary>
public sealed class UnicodeTests
{
    [Theory]
    [InlineData("{\"raw\":\"\\ud800\"}", "$.raw")]
    [InlineData("{\"raw\":\"a\\uDc00b\"}", "$.raw")]
    [InlineData("{\"raw\":{\"a\":[1,{\"b\":\"\\ud800\\u0041\"}]}}", "$.raw.a[1].b")]
    [InlineData("{\"raw\":{\"\\ud800\":1}}", "$.raw['\uFFFD']")]
    [InlineData("{\"raws\":[\"a\",\"\\udfff\"]}", "$.raws[1]")]
    [InlineData("{\"map\":{\"a\":\"\\ud83d\"}}", "$.map.a")]
    [InlineData("{\"map\":{\"\\ud83d\":1}}", "$.map['\uFFFD']")]
    [InlineData("{\"names\":{\"a\":\"\\ud83d\"}}", "$.names.a")]
    [InlineData("{\"value\":{\"a\":{\"b\":\"\\ud800\"}}}", "$.value.a.b")]
    [InlineData("{\"rule\":[[\"\\ud800\"]]}", "$.rule[0][0]")]
    [InlineData("{\"node\":{\"kind\":\"\\ud800\"}}", "$.node.kind")]
    [InlineData("{\"any\":{\"x-a\":{\"x-\\ud800\":\"b\"}}}", "$.any.x-a['\uFFFD']")]
    [InlineData("{\"node\":7.5}", null)]
    [InlineData("{\"raw\":\"\\ud83d\\ude00 \\\\ud800 \\u0000\"}", null)]
    [InlineData("{\"raw\":{\"\\u00e9\\ud83d\\ude00\":\"é😀\"}}", null)]
    public async Task A_result_with_invalid_text_is_refused_with_its_place(string body, string? path)
    {
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new NestsClient(server.Address);
        if (path is null)
        {
            Assert.NotNull((await client.Policies.GetAsync(1, TestContext.Current.CancellationToken)).ToString());
            return;
        }

        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));
        Assert.Equal(path, exception.Path);
        Assert.Contains("the text is not valid Unicode", exception.Message, StringComparison.Ordinal);
        Assert.Equal(body, exception.RawBody!.ToString());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_likewise()
    {
        await using var server = await WebServer.StartAsync(200, "application/json", [.. "{\"raw\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}"u8]);
        using var client = new NestsClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));
        Assert.Equal("$.raw.a", exception.Path);
    }

    [Theory]
    [InlineData("{\"name\":\"n\",\"any\":\"\\ud800\"}", "$.any")]
    [InlineData("{\"name\":\"n\",\"more\":[\"\\ud800\"]}", "$.more[0]")]
    [InlineData("{\"name\":\"n\",\"\\ud800\":1}", "$['\uFFFD']")]
    public async Task Unknown_members_that_would_be_sent_back_are_refused_likewise(string body, string path)
    {
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new NestsClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiContractException>(
            () => client.Policies.PutAsync(1, new Sent { Name = "n" }, TestContext.Current.CancellationToken));
        Assert.Equal(path, exception.Path);
    }

    [Theory]
    [InlineData("{\"data\":[{\"name\":\"a\"},{\"name\":\"\\ud800\"}]}", "$.data[1].name")]
    [InlineData("{\"data\":[{\"name\":\"a\"},{\"name\":\"b\",\"rule\":{\"x-\\ud800\":\"c\"}}]}", "$.data[1].rule['\uFFFD']")]
    public async Task Items_are_refused_one_by_one(string body, string path)
    {
        await using var server = await WebServer.StartAsync(200, "application/json", body);
        using var client = new NestsClient(server.Address);
        var count = 0;
        var exception = await Assert.ThrowsAsync<ApiContractException>(async () =>
        {
            await foreach (var entry in client.Entries.ListItemsAsync(TestContext.Current.CancellationToken))
                count++;
        });
        Assert.Equal((1, path), (count, exception.Path));
    }

    [Theory]
    [InlineData("{\"message\":\"gone \\ud800\",\"details\":{\"a\":\"\\ud83d\\ude00\\udc00\\\\ud800\"}}", "gone \uFFFD", "😀\uFFFD\\ud800")]
    [InlineData("{\"message\":\"gone\",\"details\":{\"a\":\"\\ud800\\ud800\\udc00\"}}", "gone", "\uFFFD\U00010000")]
    public async Task A_failure_is_read_with_the_replacement_character_and_keeps_its_bytes(string body, string message, string detail)
    {
        await using var server = await WebServer.StartAsync(404, "application/json", body);
        using var client = new NestsClient(server.Address);
        var response = await client.Policies.GetWithResponseAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(PoliciesGetStatus.NotFound, response.Status);
        Assert.Equal(message, response.Error!.Message);
        Assert.Equal(detail, response.Error.Details!.Value.GetProperty("a").GetString());
        Assert.Equal(body, Encoding.UTF8.GetString(response.RawBody!.Bytes.Span));
    }

    [Fact]
    public async Task The_bytes_of_a_failure_that_are_no_text_are_replaced_too()
    {
        await using var server = await WebServer.StartAsync(404, "application/json", [.. "{\"message\":\"gone "u8, 0xC3, 0x28, .. "\"}"u8]);
        using var client = new NestsClient(server.Address);
        var exception = await Assert.ThrowsAsync<ApiException<NestsError>>(() => client.Policies.GetAsync(1, TestContext.Current.CancellationToken));
        Assert.Equal("gone \uFFFD(", exception.Error!.Message);
    }
}
