using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>An enum that keeps unlisted values: a struct around the string.</summary>
internal sealed record GeneratedOpenEnum : GeneratedElement
{
    public required string Name { get; init; }

    public override string SortName => Name;

    public required Documentation Documentation { get; init; }

    public EquatableArray<OpenEnumValue> Values { get; init; } = [];

    /// <summary>The type of the numbers that are values as well; null: all values are words.</summary>
    public CodeType? Number { get; init; }

    /// <summary>Whether the page does not show all values, so that another value is not drift.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>A documented value of an open enum.</summary>
internal sealed record OpenEnumValue(string Name, string Value, string? Description, string? Deprecated);
