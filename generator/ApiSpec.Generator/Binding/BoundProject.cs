using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Everything to generate for a project, with every name and type settled.</summary>
/// <param name="Clients">What each API has once.</param>
/// <param name="Files">What each file gives, in the order of the paths.</param>
/// <param name="Diagnostics">What is wrong between the files.</param>
internal sealed record BoundProject(EquatableArray<GeneratedClient> Clients, EquatableArray<BoundFile> Files, EquatableArray<ElementDiagnostic> Diagnostics)
{
    /// <summary>The fake servers, in a project that asks for them.</summary>
    public EquatableArray<GeneratedFake> Fakes { get; init; } = [];

    /// <summary>The generated types, where somebody compares them with those of the project.</summary>
    public EquatableArray<GeneratedType> Types { get; init; } = [];

    /// <summary>What a file gives, when it is listed once.</summary>
    public BoundFile FileOf(string path)
    {
        var low = 0;
        var high = Files.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Files[middle].Path, path);
            if (order == 0)
                return Files[middle].IsRepeated ? new BoundFile(path) : Files[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return new BoundFile(path);
    }
}

/// <summary>What is generated from one file. Kept by file, so that a file that comes or goes moves nothing that others give.</summary>
internal sealed record BoundFile(string Path)
{
    /// <summary>The project lists the file more than once; it is generated from once.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The generated files: one for the section, and one for each schema.</summary>
    public EquatableArray<GeneratedSource> Sources { get; init; } = [];
}

/// <summary>What the project's properties say about the generated code.</summary>
/// <param name="RootNamespace">The project's root namespace; null: unknown.</param>
/// <param name="Namespace">The namespace of every generated type, whatever the API files say; null: as they say.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
internal sealed record BindingOptions(string? RootNamespace, string? Namespace, string Accessibility)
{
    /// <summary>What is generated of clients and fakes.</summary>
    public GeneratedParts Parts { get; init; }

    /// <summary>The generated types are compared with those of the project: in a build, and not while somebody types.</summary>
    public bool ListsTypes { get; init; }
}

/// <summary>What is generated of an API.</summary>
internal enum GeneratedParts
{
    Client,

    /// <summary>The client, and the server that plays its counterpart in tests.</summary>
    ClientAndFake,

    /// <summary>The server alone, for tests of a project that has the client.</summary>
    Fake,
}
