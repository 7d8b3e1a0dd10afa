using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Tool.Diff;

/// <summary>The facts about one value of a request or response, with all names resolved.</summary>
/// <param name="Type">The type without its values and range: <c>int</c>, <c>enum</c>, <c>object</c>.</param>
/// <param name="IsRequired">Whether every request, or every response, has it.</param>
/// <param name="IsNullable">Whether it can be null.</param>
/// <param name="Values">The values of an enum, or the numbers that the page explains; empty for other types.</param>
/// <param name="IsOpen">Whether the enum has other values that the page does not show.</param>
/// <param name="Range">Its range; null: any.</param>
/// <param name="Constant">Its constant; null: none.</param>
/// <param name="Default">The value that the server uses if it is missing; null: not documented.</param>
/// <param name="Description">Its description.</param>
/// <param name="Pointer">The pointer of its row.</param>
internal sealed record ValueFact(
    string Type, bool IsRequired, bool IsNullable, IReadOnlyList<ListedValue> Values, bool IsOpen, ValueRange? Range, string? Constant, string? Default,
    string? Description, string Pointer)
{
    /// <summary>The condition under which it is required although it is optional; null: none.</summary>
    public string? RequiredWhen { get; init; }

    /// <summary>Its other names.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    /// <summary>The condition under which it applies; null: always.</summary>
    public string? OnlyWhen { get; init; }
}

/// <summary>A value of an enum, or a number that the page explains.</summary>
/// <param name="Value">The value as sent.</param>
/// <param name="Name">What distinguishes its name in the program: the name itself, or the value from which it is derived.</param>
/// <param name="Description">Its meaning as printed; null: the page only lists the value.</param>
/// <param name="Deprecated">The printed advice if it is deprecated, empty if there is none; null: it is not.</param>
internal sealed record ListedValue(string Value, string Name, string? Description, string? Deprecated);
