using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A value that the caller gives: a parameter of the method, or a property of the query record.</summary>
internal sealed record OperationParameter
{
    /// <summary>The name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>The C# name of the parameter or property, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    public required CodeType Type { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>The editions that have the parameter.</summary>
    public EditionRange Editions { get; init; } = EditionRange.All;

    public required Documentation Documentation { get; init; }
}

/// <summary>The record that holds an operation's optional values.</summary>
internal sealed record QueryRecord(string Name, EquatableArray<OperationParameter> Members);

/// <summary>A request header.</summary>
/// <param name="WireName">The header's name.</param>
/// <param name="Constant">Its only value; null: taken from <paramref name="Value"/>.</param>
/// <param name="Value">The value the caller gives.</param>
/// <param name="InQuery">The value is a property of the query record.</param>
internal sealed record SentHeader(string WireName, string? Constant, OperationParameter? Value, bool InQuery);

/// <summary>A piece of the request target.</summary>
internal sealed record TargetPart
{
    public required TargetPartKind Kind { get; init; }

    /// <summary>Literal text, or the escaped name of a query parameter.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the escaped names of a <see cref="TargetPartKind.QueryMap"/> end in; <see cref="Text"/> is what they begin with.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The parameters of a <see cref="TargetPartKind.QueryMap"/> have no values.</summary>
    public bool IsFlag { get; init; }

    /// <summary>The only value of a <see cref="TargetPartKind.QueryConstant"/>.</summary>
    public string? Constant { get; init; }

    public OperationParameter? Value { get; init; }

    /// <summary>The value is a property of the query record.</summary>
    public bool InQuery { get; init; }

    /// <summary>Whether a path parameter can contain slashes.</summary>
    public bool AllowsSlashes { get; init; }

    /// <summary>What stands between the values of a list; null: the parameter is repeated.</summary>
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

    /// <summary>Parameters with a name of which the program makes a part: a map.</summary>
    QueryMap,

    /// <summary>The whole target: an address that a response holds.</summary>
    Address,
}
