namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The changes of the founding section that nothing can show, and why.</summary>
internal static class Survivors
{
    public static readonly IReadOnlyList<string> Names = [];
}
