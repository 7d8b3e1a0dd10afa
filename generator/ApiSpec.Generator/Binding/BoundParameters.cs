using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>The parameters of an operation, without its body.</summary>
/// <param name="Required">Parameters of the method, in the order of its signature.</param>
/// <param name="Target">The parts of the request target, in order.</param>
/// <param name="Query">The record of optional values; null without such values.</param>
/// <param name="Headers">The request headers.</param>
internal sealed record BoundParameters(
    EquatableArray<OperationParameter> Required,
    EquatableArray<TargetPart> Target,
    QueryRecord? Query,
    EquatableArray<SentHeader> Headers)
{
    /// <summary>
    /// The parameter that selects members of the items; null: there is no such parameter. It is neither required nor part of the optional values.
    /// </summary>
    public SelectionParameter? Selection { get; init; }

    /// <summary>The media type of the sent body if a row prints more detail than <c>body:</c>; null: the type of <c>body:</c>.</summary>
    public string? BodyMediaType { get; init; }
}
