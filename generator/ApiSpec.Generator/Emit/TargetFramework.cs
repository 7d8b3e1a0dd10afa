namespace ApiSpec.Generator.Emit;

/// <summary>What the project that is compiled can do, as far as the generated code depends on it.</summary>
/// <param name="HasInit">Properties can be <c>init</c>; otherwise they are <c>set</c>.</param>
/// <param name="HasDateOnly"><c>DateOnly</c> and <c>TimeOnly</c> exist; otherwise dates and times of day are text.</param>
internal sealed record TargetFramework(bool HasInit, bool HasDateOnly)
{
    /// <summary>Attributes that tell the compiler more about null exist, as they do since .NET Core 3.0.</summary>
    public bool HasNullAttributes => HasInit;

    public string Setter => HasInit ? "init" : "set";
}
