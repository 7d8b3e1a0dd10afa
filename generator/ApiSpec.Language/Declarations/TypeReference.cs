using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>A type as written in a row: <c>map&lt;Task[]&gt; or null</c>.</summary>
internal sealed record TypeReference
{
    public required TypeKind Kind { get; init; }

    /// <summary>The schema or alias when <see cref="Kind"/> is <see cref="TypeKind.Named"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The element of a list, map or nullable, or the type that is written in another form; the arguments of a generic schema; the alternatives of a union.</summary>
    public EquatableArray<TypeReference> Arguments { get; init; } = [];

    /// <summary>The values of an enum, in the order of the file.</summary>
    public EquatableArray<EnumValue> Values { get; init; } = [];

    /// <summary>The page does not show all values of the enum, or none: others are as right as those that are listed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The number of items of a list, or the range of a value inside another type; null: any. That of a whole row is <see cref="RowDeclaration.Range"/>.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>The texts that may be in place of a value that may be missing (<see cref="TypeKind.Nullable"/>); empty: null alone.</summary>
    public EquatableArray<string> Substitutes { get; init; } = [];

    /// <summary>Null is not among what may be in place of the value: <see cref="Substitutes"/> alone is.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>How a date or time is written, as a .NET format, or <c>epoch</c> and <c>epoch-ms</c>; null: as the API file says, or as ISO 8601.</summary>
    public string? Format { get; init; }

    /// <summary>The form of a date or time as the page prints it, of which <see cref="Format"/> is made; null: it is not printed.</summary>
    public string? PrintedFormat { get; init; }

    /// <summary>The words of a boolean, the one for true first; empty: true and false.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>The words are in quotation marks, so that JSON has digits as strings, too.</summary>
    public bool AreWordsQuoted { get; init; }

    /// <summary>Stands for a type that could not be read. That was reported; nothing more is to be said about it.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Where this type starts in the text of the whole type, so that a diagnostic can be shown at its own characters.</summary>
    public int Start { get; init; }

    /// <summary>How many characters of that text it takes.</summary>
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

    /// <summary>A point in time as a number since 1970; <see cref="TypeReference.Format"/> says of what.</summary>
    Epoch,
    Duration,
    Url,
    Uuid,
    Bytes,

    /// <summary>A JSON object: with the members of its row, or any when the row has none.</summary>
    Object,

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

    /// <summary>One text that holds a comma-separated list: a parameter, or a JSON string.</summary>
    Comma,

    /// <summary>A query value that holds words separated by spaces.</summary>
    Space,

    /// <summary>A query parameter that is repeated for each value.</summary>
    Repeat,

    /// <summary>A query value that holds a list separated by vertical bars.</summary>
    Pipe,

    /// <summary>A query parameter that is repeated for each value, with brackets behind its name.</summary>
    Brackets,

    /// <summary>A number or a boolean that stands in JSON as a string.</summary>
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

/// <summary>A value of an enum and what the reference says about it.</summary>
internal sealed record EnumValue(string Value, string? Description)
{
    /// <summary>The C# name of <c>csharp:</c>; null: it follows from the value.</summary>
    public string? CSharpName { get; init; }

    /// <summary>Where it starts in the text of the whole type, if it stands there.</summary>
    public int Start { get; init; }

    /// <summary>How many characters of that text it takes; 0: it stands under <c>values:</c>.</summary>
    public int Length { get; init; }
}
