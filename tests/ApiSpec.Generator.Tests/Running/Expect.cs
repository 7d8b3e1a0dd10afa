using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>Assertions that show all messages when they fail.</summary>
internal static class Expect
{
    /// <summary>Expects no messages, and shows all if there are any.</summary>
    public static void Nothing(IEnumerable<string> messages)
    {
        var all = string.Join("\n", messages);
        Assert.True(all.Length == 0, all);
    }
}
