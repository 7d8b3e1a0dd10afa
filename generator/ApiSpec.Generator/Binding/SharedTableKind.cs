namespace ApiSpec.Generator.Binding;

/// <summary>The tables that steps fill and look up. Apart from <see cref="SharedIndexKind"/>, steps exchange information only through these tables.</summary>
internal enum SharedTableKind
{
    TypeNames,
    BoundTypes,
    Records,
    Unions,
    Selections,
    Requests,
    Responses,
    ErrorBody,
}
