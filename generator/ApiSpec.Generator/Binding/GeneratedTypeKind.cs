namespace ApiSpec.Generator.Binding;

/// <summary>The kind of a generated type in C#. Partial declarations must have the same kind.</summary>
internal enum GeneratedTypeKind
{
    Class,

    Record,

    Struct,

    Interface,

    /// <summary>An enum. It cannot be partial.</summary>
    Enum,
}
