using ApiSpec.Json;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Code;

/// <summary>A C# type of the generated code, and how its values are read and written.</summary>
internal sealed record CodeType
{
    /// <summary>Replaces a type that could not be created, so that one error does not cause two diagnostics.</summary>
    public static readonly CodeType Unread = new() { Kind = CodeTypeKind.Element, HasUnreadName = true };

    public required CodeTypeKind Kind { get; init; }

    /// <summary>
    /// The fully qualified name of a record, union or open enum: <c>global::N.ActionObject</c>. For a whole number, the enum of the flags whose sum it is.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The element of a list or map; the record that a filter selects; the number that an open enum can also be.</summary>
    public CodeType? Element { get; init; }

    /// <summary>Whether the value can be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the value is a JSON string that contains a number or a Boolean.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether the value is a JSON string that contains JSON.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>The strings that are read as null; the first is written for null. Empty: null is written as JSON null.</summary>
    public EquatableArray<string> Substitutes { get; init; } = [];

    /// <summary>The format of a date or time: a .NET format, <c>epoch</c> or <c>epoch-ms</c>, and for a date and time a
    /// <see cref="MomentFormat"/>; null: ISO 8601.</summary>
    public string? Format { get; init; }

    /// <summary>The two values of a Boolean, with the value for true first; empty: true and false.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>Whether JSON has numbers for these values.</summary>
    public bool AreWordsNumbers { get; init; }

    /// <summary>The smallest value, length or count of a value inside another type; null: no limit. The limits of a member are in
    /// <see cref="RecordMember"/>.</summary>
    public string? Minimum { get; init; }

    /// <summary>The largest value, length or count of a value inside another type; null: no limit.</summary>
    public string? Maximum { get; init; }

    /// <summary>
    /// The ranges of a type that the reference writes as a union, from the lowest; empty: there are none. <see cref="Minimum"/> and <see cref="Maximum"/> are
    /// then the outer limits.
    /// </summary>
    public EquatableArray<CodeRange> Ranges { get; init; } = [];

    /// <summary>Whether the reference has a range for the value itself.</summary>
    public bool HasRange => (Minimum ?? Maximum) is not null || Ranges.Count > 0;

    /// <summary>Whether the reference has a range for the value, or for the number that an open enum can also be.</summary>
    public bool HasCheck => HasRange || this is { Kind: CodeTypeKind.OpenEnum, Element.HasRange: true };

    /// <summary>The type without the ranges of a union, if its row has them.</summary>
    public CodeType WithoutRanges => Ranges.Count == 0 ? this : this with { Minimum = null, Maximum = null, Ranges = [] };

    /// <summary>Whether the reference has a range for the value or for values inside it.</summary>
    public bool HoldsRange => HasRange || Element is { HoldsRange: true };

    /// <summary>How elements and attributes are read, if the type is that of a body in XML. Null: a body is only JSON.</summary>
    public string? XmlShape { get; init; }

    /// <summary>Whether the value is always a single value that can be written as text, and never an object or a collection.</summary>
    public bool IsSingle => Kind <= CodeTypeKind.Bytes || Kind == CodeTypeKind.OpenEnum;

    /// <summary>Whether the type, or a type inside it, could not be read or created. That has been reported, so nothing else about the type is.</summary>
    public bool IsUnread => HasUnreadName || Element is { IsUnread: true };

    /// <summary>Whether the type itself could not be read or created.</summary>
    public bool HasUnreadName { get; init; }

    /// <summary>Whether the value is a number of seconds or milliseconds since 1970.</summary>
    public bool IsEpoch => Format is MomentForm.Seconds or MomentForm.Milliseconds;

    /// <summary>The type of the values inside lists and maps; the type itself if it is neither.</summary>
    public CodeType Innermost => Element is { } element ? element.Innermost : this;

    public bool IsCollection => Kind is CodeTypeKind.List or CodeTypeKind.Map or CodeTypeKind.Csv;

    /// <summary>Whether the framework compares values of the type by reference, so that a record needs <c>ApiValue</c> to compare them by content.</summary>
    public bool NeedsContentEquality => Kind is CodeTypeKind.Bytes or CodeTypeKind.Element;
}

internal enum CodeTypeKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    Date,
    Time,
    DateTime,
    Duration,
    Uuid,
    Bytes,

    /// <summary>Any JSON value: <c>JsonElement</c>.</summary>
    Element,

    Record,
    OpenEnum,
    Union,
    List,
    Map,

    /// <summary>A list in one JSON string, with commas between the values.</summary>
    Csv,

    /// <summary>A file to send: <c>ApiFile</c>.</summary>
    File,

    /// <summary>A filter for the records of <see cref="CodeType.Element"/>.</summary>
    HqlFilter,

    HqlSort,

    HqlFields,
}
