namespace ApiSpec.Generator.Code;

/// <summary>An operation or a type to generate. Compared by value.</summary>
internal abstract record GeneratedElement
{
    public required CodeContext Context { get; init; }

    /// <summary>The sort key within the generated file: the operation first, then the types by name.</summary>
    public abstract string SortName { get; }
}
