namespace ApiSpec.Generator.Binding;

/// <summary>What a generated type is in C#. Only a part of the same kind can add to it.</summary>
internal enum GeneratedTypeKind
{
    Class,

    Record,

    Struct,

    Interface,

    /// <summary>An enum has no parts.</summary>
    Enum,
}
