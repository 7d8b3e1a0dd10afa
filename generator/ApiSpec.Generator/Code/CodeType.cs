using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A C# type of the generated code, and with it how its values are read and written.</summary>
internal sealed record CodeType
{
    /// <summary>Takes the place of a type that could not be made, so that one diagnostic does not become two.</summary>
    public static readonly CodeType Unread = new() { Kind = CodeTypeKind.Element, HasUnreadName = true };

    public required CodeTypeKind Kind { get; init; }

    /// <summary>The fully qualified name of a record, union or open enum: <c>global::N.ActionObject</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The element of a list or map; the record that a filter is about.</summary>
    public CodeType? Element { get; init; }

    /// <summary>The value may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The value is a JSON string that holds a number or a boolean.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The value is a JSON string that holds JSON.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>The texts that are read as null, and of which the first is written for it; empty: null is null.</summary>
    public EquatableArray<string> Substitutes { get; init; } = [];

    /// <summary>How a date or time is written: a .NET format, or <c>epoch</c> and <c>epoch-ms</c>; null: ISO 8601.</summary>
    public string? Format { get; init; }

    /// <summary>The words of a Boolean, the one for true first; empty: true and false.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>JSON has the words as numbers.</summary>
    public bool AreWordsNumbers { get; init; }

    /// <summary>The smallest value, length or count of a value inside another type; null: there is none. That of a member is its own.</summary>
    public string? Minimum { get; init; }

    /// <summary>The largest value, length or count of a value inside another type; null: there is none.</summary>
    public string? Maximum { get; init; }

    /// <summary>The reference has a rule for the value itself.</summary>
    public bool HasRange => (Minimum ?? Maximum) is not null;

    /// <summary>The reference has a rule for the value or for what it holds.</summary>
    public bool HoldsRange => HasRange || Element is { HoldsRange: true };

    /// <summary>The type is that of a body that may be XML: what its elements and attributes become. Null: a body is JSON alone.</summary>
    public string? XmlShape { get; init; }

    /// <summary>It is one value that has a text: neither an object nor a collection, and nothing that could be one.</summary>
    public bool IsSingle => Kind <= CodeTypeKind.Bytes || Kind == CodeTypeKind.OpenEnum;

    /// <summary>What should stand here, or is held in it, could not be read or made. That was reported; nothing more is to be said about it.</summary>
    public bool IsUnread => HasUnreadName || Element is { IsUnread: true };

    /// <summary>The name of the type itself could not be read.</summary>
    public bool HasUnreadName { get; init; }

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

    /// <summary>A file that is sent: <c>ApiFile</c>.</summary>
    File,

    /// <summary>A filter over the records of <see cref="CodeType.Element"/>.</summary>
    HqlFilter,

    HqlSort,

    HqlFields,
}
