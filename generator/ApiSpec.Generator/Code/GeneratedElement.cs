namespace ApiSpec.Generator.Code;

/// <summary>What a spec file gives that is generated on its own: an operation or a type. Compared by value.</summary>
internal abstract record GeneratedElement;
