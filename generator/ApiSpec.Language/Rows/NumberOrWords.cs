using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>A value that is a number or one of a few words: <c>int | enum max|all</c>. As text, both are single values, and no word is a number.</summary>
internal static class NumberOrWords
{
    /// <summary>Returns the number and the words of a type; null: it is another type.</summary>
    public static (TypeReference Number, TypeReference Words)? Of(TypeReference type)
    {
        if (type is not { Kind: TypeKind.Union, Arguments: { Count: 2 } alternatives })
            return null;
        var (number, words) = IsNumber(alternatives[0]) ? (alternatives[0], alternatives[1]) : (alternatives[1], alternatives[0]);
        return IsNumber(number) && words is { Kind: TypeKind.Enum, Values.Count: > 0 } && !words.Values.Any(IsNumber) ? (number, words) : null;
    }

    /// <summary>Returns a word that is a number itself, so that its text does not show which of the two a value is; null: not found.</summary>
    /// <param name="type">The type.</param>
    public static string? FindNumberInWords(TypeReference type)
        => type is { Kind: TypeKind.Union, Arguments.Count: 2 } && type.Arguments.Any(IsNumber)
            ? type.Arguments.Where(static words => words.Kind == TypeKind.Enum).SelectMany(static words => words.Values).FirstOrDefault(IsNumber)?.Value
            : null;

    /// <summary>Returns the type that words without the keyword <c>enum</c> mean, as in <c>int | max | all</c>; null: they are other types.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isKnown">Whether a name is that of a type.</param>
    public static TypeReference? OfPrinted(TypeReference type, Func<string, bool> isKnown)
    {
        if (type.Kind != TypeKind.Union || type.Arguments.Where(IsNumber).ToList() is not [var number])
            return null;
        var words = type.Arguments.Where(alternative => !IsNumber(alternative)).ToList();
        if (!words.TrueForAll(word => word is { Kind: TypeKind.Named, Name: { Length: > 0 } name, Arguments.Count: 0 }
            && char.IsLower(name[0]) && !isKnown(name)))
            return null;
        var values = words.Select(static word => word.Name!).Distinct(StringComparer.Ordinal)
            .Select(static word => new EnumValue(word, null)).ToEquatableArray();
        var listed = new TypeReference { Kind = TypeKind.Enum, Values = values };
        return type with { Arguments = new[] { number, listed }.ToEquatableArray() };
    }

    // The values that a page explains are constants, and then the number is not the only type.
    private static bool IsNumber(TypeReference type)
        => type is { Kind: TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal, Values.Count: 0 };

    private static bool IsNumber(EnumValue word) => PrintedNumber.Of(word.Value) is not null;
}
