using System.IO.Compression;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Compressed bodies as real servers send them: padded, in several members, with data after them.</summary>
public sealed class GZipTests
{
    /// <summary>The padding after the body, and the number of bytes that the server sends at once.</summary>
    public static TheoryData<int, int> Paddings { get; } = new()
    {
        { 0, int.MaxValue }, { 1, int.MaxValue }, { 3, int.MaxValue }, { 16, int.MaxValue }, { 17, int.MaxValue }, { 512, int.MaxValue },
        { 100_000, int.MaxValue },
        { 1, 1 }, { 40, 1 }, { 40, 7 },
    };

    [Theory]
    [MemberData(nameof(Paddings))]
    public async Task Zeros_after_a_packed_body_are_ignored(int zeros, int piece)
    {
        var body = Bodies.Action;
        await using var server = await StartAsync("application/json", [.. Pack(body), .. new byte[zeros]], piece);
        using var client = new SampleClient(server.Address);
        Assert.Equal("rerunStart", (await client.GetAsync()).Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(5000)]
    [InlineData(200_000)]
    public async Task A_body_of_any_length_comes_whole_before_zeros_and_in_members(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('a' + (i * 7 % 26))));
        foreach (var packed in new byte[][]
        {
            [.. Pack(text), .. new byte[10]],
            [.. Pack(text[..(length / 2)]), .. Pack(""), .. Pack(text[(length / 2)..]), .. new byte[10]],
        })
        {
            await using var server = await StartAsync("text/plain", packed, int.MaxValue);
            using var client = new SampleClient(server.Address);
            Assert.Equal(text, await client.GetTextAsync());
        }
    }

#if !RUNTIME_NETSTANDARD
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(50)]
    [InlineData(-9)]
    [InlineData(-8)]
    [InlineData(-5)]
    [InlineData(-4)]
    [InlineData(-3)]
    [InlineData(-2)]
    [InlineData(-1)]
    public async Task A_body_that_breaks_off_is_refused_wherever_it_does(int length)
    {
        var packed = Pack(Bodies.Action);
        await using var server = await StartAsync("application/json", packed[..(length < 0 ? packed.Length + length : length)], int.MaxValue);
        using var client = new SampleClient(server.Address);
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.GetAsync());
    }
#endif

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static Task<WebServer> StartAsync(string type, byte[] body, int piece) => WebServer.StartAsync(async context =>
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentEncoding = "gzip";
        for (var start = 0; start < body.Length; start += piece)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(start, Math.Min(piece, body.Length - start)));
            await context.Response.Body.FlushAsync();
            if (piece == int.MaxValue)
                break;
        }
    });
}
