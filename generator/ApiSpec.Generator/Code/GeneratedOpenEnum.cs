using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>An enum whose unlisted values survive: a struct over the text.</summary>
internal sealed record GeneratedOpenEnum : GeneratedElement
{
    public required string Name { get; init; }

    public override string SortName => Name;

    public required Documentation Documentation { get; init; }

    public EquatableArray<OpenEnumValue> Values { get; init; } = [];

    /// <summary>The page does not show all values, so another value is no difference from the reference.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>A documented value of an open enum.</summary>
internal sealed record OpenEnumValue(string Name, string Value, string? Description);
