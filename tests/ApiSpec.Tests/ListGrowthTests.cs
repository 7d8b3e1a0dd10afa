using System.Globalization;
using System.Text;
using ApiSpec.Tests.Sample;
using ApiSpec.Tests.Servers;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Elements of every size are read completely, regardless of the pieces in which they arrive.</summary>
public sealed class ListGrowthTests
{
    // Sizes around the size of the buffer and half of it, at which it starts to move or to grow, and far beyond.
    private static readonly int[] Sizes =
        [1, 30, 8_170, 8_192, 8_200, 16_300, 16_370, 16_384, 16_400, 5, 32_768, 33_000, 70_000, 1, 200_000, 3, 1_000_000, 40, 16_384, 2_000_000, 7];

    [Theory]
    [InlineData(1_000_003)]
    [InlineData(4_096)]
    [InlineData(16_384)]
    [InlineData(613)]
    public async Task Elements_of_all_sizes_arrive_whole(int piece)
    {
        var names = Sizes.Select(static (size, index) => new string((char)('a' + index), size)).ToList();
        var text = Encoding.ASCII.GetBytes("{\"before\":\"" + new string('-', 50_000) + "\",\"data\":["
            + string.Join(" , ", names.Select(static name => "{\"name\":\"" + name + "\"}")) + "],\"after\":[" + new string(' ', 50_000) + "]}");
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            for (var start = 0; start < text.Length; start += piece)
            {
                await context.Response.Body.WriteAsync(text.AsMemory(start, Math.Min(piece, text.Length - start)));
                if (start < 40 * piece)
                    await context.Response.Body.FlushAsync();
            }
        });
        using var client = new TransferClient(server.Address);
        var index = 0;
        await foreach (var node in client.ListAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.True(names[index] == node.Name, "Element " + index.ToString(CultureInfo.InvariantCulture) + " is another.");
            index++;
        }

        Assert.Equal(names.Count, index);
    }
}
