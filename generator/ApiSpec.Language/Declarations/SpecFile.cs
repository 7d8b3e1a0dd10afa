using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>The content of one <c>.apispec.yaml</c> file without positions, so that it stays equal if a line moves.</summary>
internal sealed record SpecFile
{
    /// <summary>The file name without folder and without <c>.apispec.yaml</c>: <c>rerun-start</c>.</summary>
    public required string Name { get; init; }

    public required SpecFileKind Kind { get; init; }

    /// <summary>The value of <c>api:</c>; null when the file leaves it out.</summary>
    public string? ApiId { get; init; }

    /// <summary>Set when <see cref="Kind"/> is <see cref="SpecFileKind.Api"/>.</summary>
    public ApiDeclaration? Api { get; init; }

    /// <summary>Set when <see cref="Kind"/> is <see cref="SpecFileKind.Section"/>.</summary>
    public SectionDeclaration? Section { get; init; }

    /// <summary>The schemas under <c>schemas:</c>, in the order of the file. Every kind of file can have schemas.</summary>
    public EquatableArray<SchemaDeclaration> Schemas { get; init; } = [];

    /// <summary>The names in a file that cannot be read, including the schemas that it would have declared.</summary>
    public EquatableArray<string> LostNames { get; init; } = [];

    /// <summary>The citation of a schema file.</summary>
    public EquatableArray<SourceCitation> Sources { get; init; } = [];
}

internal enum SpecFileKind
{
    /// <summary>Has <c>client:</c>: what all sections of one reference share.</summary>
    Api,

    /// <summary>Has <c>request:</c>: one section of the reference, one operation.</summary>
    Section,

    /// <summary>The file cannot be read, which has been reported. Other files do not report its declarations as missing.</summary>
    Unreadable,

    /// <summary>Has neither: member tables that sections share.</summary>
    Schemas,
}
