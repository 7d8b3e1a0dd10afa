using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A value that the caller passes: a parameter of the method, or a property of the query record.</summary>
internal sealed record OperationParameter
{
    /// <summary>The name in the request.</summary>
    public required string WireName { get; init; }

    /// <summary>The C# name of the parameter or property, escaped if it is a keyword.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    /// <summary>The ranges, if the reference has several, from the lowest; empty: there is one range or none.</summary>
    public EquatableArray<CodeRange> Ranges { get; init; } = [];

    /// <summary>How the values of a list in brackets are written; null: there are no brackets.</summary>
    public ListEnclosure? Enclosure { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>Whether the value, or a value inside it, is secret.</summary>
    public bool HasSecrets { get; init; }

    /// <summary>Whether the value is in a header, which only has characters of ASCII.</summary>
    public bool IsHeader { get; init; }

    /// <summary>The editions that have the parameter.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    public required Documentation Documentation { get; init; }
}

/// <summary>How a list in brackets is written.</summary>
/// <param name="Characters">The characters before and after the list.</param>
/// <param name="Separator">The separator of its values.</param>
internal sealed record ListEnclosure(string Characters, string Separator);

/// <summary>The record with the optional values of an operation.</summary>
internal sealed record QueryRecord(string Name, EquatableArray<OperationParameter> Members);

/// <summary>A request header.</summary>
/// <param name="WireName">The header's name.</param>
/// <param name="Constant">Its only value; null: the value of <paramref name="Value"/>.</param>
/// <param name="Value">The value that the caller passes.</param>
/// <param name="InQuery">Whether the value is a property of the query record.</param>
internal sealed record SentHeader(string WireName, string? Constant, OperationParameter? Value, bool InQuery)
{
    /// <summary>The parts of the name before and after the part that the program chooses; null: it has a fixed name.</summary>
    public FieldNames? Names { get; init; }
}

/// <summary>A part of the request target.</summary>
internal sealed record TargetPart
{
    public required TargetPartKind Kind { get; init; }

    /// <summary>Literal text, or the escaped name of a query parameter.</summary>
    public string Text { get; init; } = "";

    /// <summary>The end of the escaped names of a <see cref="TargetPartKind.QueryMap"/>; <see cref="Text"/> is their start.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether the parameters of a <see cref="TargetPartKind.QueryMap"/> have no values.</summary>
    public bool IsFlag { get; init; }

    /// <summary>The only value of a <see cref="TargetPartKind.QueryConstant"/>.</summary>
    public string? Constant { get; init; }

    public OperationParameter? Value { get; init; }

    /// <summary>Whether the value is a property of the query record.</summary>
    public bool InQuery { get; init; }

    /// <summary>Whether a path parameter can contain slashes.</summary>
    public bool AllowsSlashes { get; init; }

    /// <summary>The separator between the values of a list; null: the parameter is repeated.</summary>
    public string? Separator { get; init; }
}

internal enum TargetPartKind
{
    Literal,
    PathValue,
    QueryValue,
    QueryFlag,
    QueryList,
    QueryConstant,

    /// <summary>Parameters with names that the program completes: a map.</summary>
    QueryMap,

    /// <summary>The whole target: a URL from a response.</summary>
    Address,
}
