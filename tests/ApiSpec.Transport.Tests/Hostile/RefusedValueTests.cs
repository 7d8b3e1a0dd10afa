using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests.Hostile;

/// <summary>A call that is rejected before anything is sent returns its buffers.</summary>
[Collection(nameof(WholeProcess))]
public sealed class RefusedValueTests
{
    [Fact]
    public async Task A_value_that_cannot_be_sent_leaves_no_buffer_behind()
    {
        foreach (var (id, filter) in new (string, string?)[] { ("", null), ("..", null), ("a" + '\uD800', null), ("a", "b" + '\uDC00') })
        {
            using var pool = new PoolWatch();
            using var client = new SampleClient(new Uri("http://127.0.0.1:1/"));
            await Assert.ThrowsAsync<ArgumentException>(() => client.FindAsync(id, filter));
            Assert.True(pool.Rented > 0);
            Assert.Equal(0, pool.Leaked);
        }
    }
}
