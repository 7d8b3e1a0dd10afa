using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A type as written in a row: <c>map&lt;Task[]&gt; or null</c>.</summary>
internal sealed record TypeReference
{
    public required TypeKind Kind { get; init; }

    /// <summary>The schema or alias when <see cref="Kind"/> is <see cref="TypeKind.Named"/>.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The item type of a list or map, or the type inside a nullable type or another form; the arguments of a generic schema; the alternatives of a union.
    /// </summary>
    public EquatableArray<TypeReference> Arguments { get; init; } = [];

    /// <summary>The values of an enum, or the numbers that the reference explains, in the order of the file.</summary>
    public EquatableArray<EnumValue> Values { get; init; } = [];

    /// <summary>Whether the page does not show all values of the enum. Other values are then as valid as the listed ones.</summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// The number of items of a list, or the range of a value inside another type; null: any. The range of a whole row is <see cref="RowDeclaration.Range"/>.
    /// </summary>
    public ValueRange? Range { get; init; }

    /// <summary>The strings that can replace a nullable value (<see cref="TypeKind.Nullable"/>); empty: only null.</summary>
    public EquatableArray<string> Substitutes { get; init; } = [];

    /// <summary>Whether null cannot replace the value: only <see cref="Substitutes"/> can.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>Whether the alternatives are ranges of one type, so that each value is one number or string: <c>(int 0..255) | (int 1900..10091)</c>.</summary>
    public bool AreRangesOfOneType => Kind == TypeKind.Union && Arguments.All(alternative => alternative.Range is not null
        && alternative.Kind == Arguments[0].Kind
        && alternative.Kind is TypeKind.String or TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal);

    /// <summary>How a date or time is written, as a .NET format, or <c>epoch</c> and <c>epoch-ms</c>; null: as the API file says, or as ISO 8601.</summary>
    public string? Format { get; init; }

    /// <summary>
    /// The form of a date or time as the page prints it, from which <see cref="Format"/> is derived, or the other name of a selection of members; null: the
    /// page does not print one.
    /// </summary>
    public string? PrintedFormat { get; init; }

    /// <summary>The characters before and after a list in one string, such as <c>[]</c>; null: there are none.</summary>
    public string? Enclosure { get; init; }

    /// <summary>The unit in which a date and time can also be a number, <c>epoch</c> or <c>epoch-ms</c>; null: it is text.</summary>
    public string? AlsoEpoch { get; init; }

    /// <summary>The two values of a boolean, with the value for true first; empty: true and false.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>Whether the values are in quotation marks, so that JSON also has digits as strings.</summary>
    public bool AreWordsQuoted { get; init; }

    /// <summary>Whether the number is printed as a sum of its listed values: each of them is a flag. See <see cref="IsSumInAnyRange"/>.</summary>
    public bool IsSum { get; init; }

    /// <summary>Whether the number is a sum, or one of its ranges is: the ranges of a row share its values, so that one of them says it for all.</summary>
    public bool IsSumInAnyRange => AreRangesOfOneType ? Arguments.Any(static range => range.IsSum) : IsSum;

    /// <summary>Whether the type could not be read. The error has been reported, so nothing else about the type is.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The start of this type in the text of the whole type, for diagnostics.</summary>
    public int Start { get; init; }

    /// <summary>Its length in that text.</summary>
    public int Length { get; init; }
}

internal enum TypeKind
{
    String,
    Boolean,
    Int,
    Long,
    Double,
    Decimal,
    Date,
    Time,
    DateTime,

    /// <summary>A point in time as a number since 1970, in the unit that <see cref="TypeReference.Format"/> states.</summary>
    Epoch,
    Duration,
    Url,
    Uuid,
    Bytes,

    /// <summary>A JSON object: with the members of its row, or with any members.</summary>
    Object,

    /// <summary>A JSON array with a fixed meaning of each position: the values of the rows, in their order.</summary>
    Tuple,

    /// <summary>Any JSON value.</summary>
    Any,

    /// <summary>The page does not show the type: any JSON value in a body, and a string in a path, query, header or form.</summary>
    Unknown,

    /// <summary>A query parameter without a value.</summary>
    Flag,

    Enum,

    /// <summary>A schema, or an alias of the API file.</summary>
    Named,

    Nullable,
    List,
    Map,

    /// <summary>A comma-separated list in one string: a parameter, or a JSON string.</summary>
    Comma,

    /// <summary>A query value with items separated by spaces, or a list in brackets.</summary>
    Space,

    /// <summary>A query parameter that is repeated for each value.</summary>
    Repeat,

    /// <summary>A query value with items separated by vertical bars, or a list in brackets.</summary>
    Pipe,

    /// <summary>A query parameter that is repeated for each value, with brackets after its name.</summary>
    Brackets,

    /// <summary>A number or a boolean in a JSON string.</summary>
    Quoted,

    /// <summary>A JSON string that holds JSON.</summary>
    Embedded,

    /// <summary>One of several types.</summary>
    Union,

    /// <summary>A filter in the reference's query language, over the item schema of the section's own list response.</summary>
    HqlFilter,

    HqlSort,

    HqlFields,
}

/// <summary>A value of an enum and its documentation.</summary>
internal sealed record EnumValue(string Value, string? Description)
{
    /// <summary>Returns the words about a value in a document that has no place for each of them; null: there are none.</summary>
    public static string? MeaningOf(string? description, string? deprecated) => deprecated is null
        ? description
        : string.Join(" ", new[] { description, deprecated.Length == 0 ? "Deprecated." : "Deprecated: " + deprecated }.OfType<string>());

    /// <summary>The C# name of <c>csharp:</c>; null: the name follows from the value.</summary>
    public string? CSharpName { get; init; }

    /// <summary>The printed advice if the value is deprecated, empty if there is none; null: the value is not deprecated.</summary>
    public string? Deprecated { get; init; }

    /// <summary>Its start in the text of the whole type, if the value is there.</summary>
    public int Start { get; init; }

    /// <summary>Its length in that text; 0: it is under <c>values:</c>.</summary>
    public int Length { get; init; }
}
