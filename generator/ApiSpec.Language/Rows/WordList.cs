using System.Text.RegularExpressions;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Recognises the values of an enum without its keyword: <c>waiting|running|failed</c>.</summary>
internal static class WordList
{
    private const string Media = @"[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+(\s*;\s*[A-Za-z0-9_-]+=[A-Za-z0-9_.-]+)*";

    // A page prints the values of a header with commas, bars or 'or'.
    private const string Between = @"(?:\s*[,|]\s*|\s+or\s+)";

    private static readonly Regex MediaTypes = new("^" + Media + "(" + Between + Media + ")*$", RegexOptions.CultureInvariant);

    private static readonly Regex Words = new(@"^[A-Za-z0-9_.-]+(\s*,\s*[A-Za-z0-9_.-]+)+$", RegexOptions.CultureInvariant);

    private static readonly Regex MediaSeparator = new(Between, RegexOptions.CultureInvariant);

    // A longer list is cut in messages. The first values show the form.
    private const int MostShown = 5;

    /// <summary>Returns the enum that alternatives mean; null if one of them can only be a type.</summary>
    public static TypeReference? EnumOf(TypeReference type)
        => type.Kind == TypeKind.Union && type.Arguments.All(IsWord)
            ? new TypeReference
            {
                Kind = TypeKind.Enum,
                Values = type.Arguments.Select(static word => new EnumValue(word.Name!, null) { Start = word.Start, Length = word.Length })
                    .GroupBy(static value => value.Value, StringComparer.Ordinal).Select(static same => same.First()).ToEquatableArray(),
                Start = type.Start,
                Length = type.Length,
            }
            : null;

    /// <summary>Returns the advice about such a list.</summary>
    /// <param name="words">The enum that it means.</param>
    /// <param name="ifTypes">What to do if the words are the names of schemas.</param>
    public static string Advice(TypeReference words, string ifTypes)
    {
        var shown = words with { Values = words.Values.Take(MostShown).ToEquatableArray() };
        var written = (shown.Values.Count < words.Values.Count ? "write its values as in '" : "write '") + RowWriter.Write(shown) + "'";
        return CanBeSchemas(words) ? written + ", or " + ifTypes + " if these are types" : written;
    }

    /// <summary>Returns the enum that a printed list of media types or words means, as in <c>text/html, text/csv</c>; null: it is no such list.</summary>
    /// <param name="text">The text in place of a type.</param>
    public static TypeReference? OfPrinted(string text)
    {
        var isOfMedia = MediaTypes.IsMatch(text);
        if (!isOfMedia && !Words.IsMatch(text))
            return null;
        // In a list of words, 'or' is a value, as in 'and, or, not'.
        var words = (isOfMedia ? MediaSeparator.Split(text) : text.Split(',')).Select(static word => word.Trim()).Distinct(StringComparer.Ordinal);
        var list = new TypeReference { Kind = TypeKind.Enum, Values = words.Select(static word => new EnumValue(word, null)).ToEquatableArray() };
        return isOfMedia || !CanBeSchemas(list) ? list : null;
    }

    /// <summary>Returns the advice about such a list.</summary>
    public static string AdviceOfPrinted(TypeReference words) => words.Values.Count > 1
        ? "write '" + RowWriter.Write(words with { Values = words.Values.Take(MostShown).ToEquatableArray() }) + "'"
        : "write 'string always " + words.Values[0].Value + "'";

    /// <summary>Whether all words can be names of schemas, which nearly always start with a capital letter.</summary>
    public static bool CanBeSchemas(TypeReference words) => words.Values.All(static value => char.IsUpper(value.Value[0]));

    private static bool IsWord(TypeReference type)
        => type is { Kind: TypeKind.Named, Name: { Length: > 0 } name, Arguments.Count: 0 } && !ForeignTypeNames.IsKnown(name);
}
