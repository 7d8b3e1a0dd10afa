using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A class or an enum of flags with the numbers that a reference explains.</summary>
internal sealed record GeneratedConstants : GeneratedElement
{
    public required string Name { get; init; }

    public override string SortName => Name;

    public required Documentation Documentation { get; init; }

    /// <summary>Whether the numbers have 64 bits, and not 32.</summary>
    public required bool AreLong { get; init; }

    /// <summary>Whether a value is a sum of these numbers, so that they are an enum of flags.</summary>
    public required bool AreFlags { get; init; }

    public EquatableArray<NamedNumber> Values { get; init; } = [];
}

/// <summary>A number with a name.</summary>
internal sealed record NamedNumber(string Name, string Value, string? Description, string? Deprecated);
