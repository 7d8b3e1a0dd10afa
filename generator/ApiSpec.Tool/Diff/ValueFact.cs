using ApiSpec.Language.Declarations;

namespace ApiSpec.Tool.Diff;

/// <summary>What a reference says about one value of a request or response, with all names followed.</summary>
/// <param name="Type">The type without its values and range: <c>int</c>, <c>enum</c>, <c>object</c>.</param>
/// <param name="IsRequired">Whether each request, or each response, has it.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Values">The values of an enum; empty for other types.</param>
/// <param name="IsOpen">Whether the enum has other values that the page does not show.</param>
/// <param name="Range">Its range; null: any.</param>
/// <param name="Constant">Its only value; null: it has several.</param>
/// <param name="Default">What the server takes where it is missing; null: not documented.</param>
/// <param name="Description">Its description.</param>
/// <param name="Pointer">Where its row is.</param>
internal sealed record ValueFact(
    string Type, bool IsRequired, bool IsNullable, IReadOnlyList<string> Values, bool IsOpen, ValueRange? Range, string? Constant, string? Default,
    string? Description, string Pointer)
{
    /// <summary>Where it must be given although it is optional; null: nowhere.</summary>
    public string? RequiredWhen { get; init; }

    /// <summary>Where alone it counts; null: everywhere.</summary>
    public string? OnlyWhen { get; init; }
}
