using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>Assertions whose failures show everything.</summary>
internal static class Expect
{
    /// <summary>Nothing was said; otherwise all that was.</summary>
    public static void Nothing(IEnumerable<string> messages)
    {
        var all = string.Join("\n", messages);
        Assert.True(all.Length == 0, all);
    }
}
