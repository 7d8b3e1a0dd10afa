using ApiSpec.Tool.Roles;

namespace ApiSpec.Tool.Tests.Roles;

/// <summary>The smallest sets of roles that allow some calls.</summary>
public sealed class LeastRolesTests
{
    [Fact]
    public void Every_smallest_set_is_found()
        => Assert.Equal(["A C", "B C"], LeastRoles.Of([["A", "B"], ["C"], ["A", "B", "C"]]).Select(static set => string.Join(' ', set)));

    [Fact]
    public void More_than_three_roles_are_one_set_that_allows_every_call()
    {
        string[][] needs = [["A", "B"], ["B", "C"], ["D"], ["E"], ["F", "B"], ["G"]];

        var set = Assert.Single(LeastRoles.Of(needs));

        Assert.Equal(["B", "D", "E", "G"], set);
        Assert.All(needs, need => Assert.Contains(need, set.Contains));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Many_roles_are_compared_in_bounded_time(int count)
    {
        // Each call needs one of two separate roles, so no set of three is enough.
        var needs = Enumerable.Range(0, count).Select(static i => (IReadOnlyList<string>)[$"a{i}", $"b{i}"]).ToList();
        var start = Environment.CpuUsage.TotalTime;

        var set = Assert.Single(LeastRoles.Of(needs));

        Assert.Equal(count, set.Count);
        Assert.True(Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(5));
    }
}
