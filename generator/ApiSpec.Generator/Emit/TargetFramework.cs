namespace ApiSpec.Generator.Emit;

/// <summary>The features of the compiled project that the generated code depends on.</summary>
/// <param name="HasInit">Properties can be <c>init</c>; otherwise they are <c>set</c>.</param>
/// <param name="HasDateOnly"><c>DateOnly</c> and <c>TimeOnly</c> exist; otherwise dates and times of day are text.</param>
internal sealed record TargetFramework(bool HasInit, bool HasDateOnly)
{
    /// <summary>The compiler and the framework know <c>OverloadResolutionPriority</c>, as they do since C# 13 and .NET 9.</summary>
    public bool HasOverloadPriority { get; init; }

    /// <summary>The compiler and the framework know <c>required</c> members, as they do since C# 11 and .NET 7, and the project wants them.</summary>
    public bool HasRequiredMembers { get; init; }

    /// <summary>The compiler knows static abstract members, and the library has been compiled for a framework with them: C# 11 and .NET 8.</summary>
    public bool HasStaticAbstractMembers { get; init; }

    /// <summary>Whether something can show the documentation comments of generated code.</summary>
    public bool HasDocumentation { get; init; } = true;

    /// <summary>Whether the attributes for null analysis exist, as in .NET Core 3.0 and later.</summary>
    public bool HasNullAttributes => HasInit;

    public string Setter => HasInit ? "init" : "set";
}
