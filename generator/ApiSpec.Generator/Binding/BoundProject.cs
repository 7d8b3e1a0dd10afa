using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Everything to generate for a project, with all names and types determined.</summary>
/// <param name="Clients">The models that each API has once.</param>
/// <param name="Files">The models from each file, in the order of the paths.</param>
/// <param name="Diagnostics">The diagnostics that depend on several files.</param>
internal sealed record BoundProject(EquatableArray<GeneratedClient> Clients, EquatableArray<BoundFile> Files, EquatableArray<ElementDiagnostic> Diagnostics)
{
    /// <summary>The fake servers, if the project asks for them.</summary>
    public EquatableArray<GeneratedFake> Fakes { get; init; } = [];

    /// <summary>The generated types, if they are to be compared with the types of the project.</summary>
    public EquatableArray<GeneratedType> Types { get; init; } = [];

    /// <summary>Returns the models from a source.</summary>
    public BoundFile FileOf(string key) => IndexOf(key) is >= 0 and var index && !Files[index].IsRepeated ? Files[index] : new BoundFile(key);

    /// <summary>Returns the index of the models from a source; -1: there are none.</summary>
    public int IndexOf(string key)
    {
        var low = 0;
        var high = Files.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Files[middle].Key, key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}

/// <summary>The models that are generated from one source. Models are kept per source, so that adding or removing a file does not affect the others.</summary>
/// <param name="Key">The key of the source.</param>
internal sealed record BoundFile(string Key)
{
    /// <summary>Whether the project lists the file more than once. Its code is only generated once.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The generated files: one for the section, and one for each schema.</summary>
    public EquatableArray<GeneratedSource> Sources { get; init; } = [];

    /// <summary>Returns the element that another one would replace; null: there is none.</summary>
    public GeneratedElement? Find(GeneratedElement element)
        => Sources.SelectMany(static source => source.Elements).FirstOrDefault(known => IsInPlaceOf(element, known));

    /// <summary>Returns the file with another element in place of the one with the same name; null: there is none.</summary>
    public BoundFile? Replace(GeneratedElement element)
    {
        for (var i = 0; i < Sources.Count; i++)
        {
            var elements = Sources[i].Elements;
            for (var j = 0; j < elements.Count; j++)
            {
                if (IsInPlaceOf(element, elements[j]))
                    return this with { Sources = Sources.With(i, Sources[i] with { Elements = elements.With(j, element) }) };
            }
        }

        return null;
    }

    // Several APIs can be generated from one file of schemas, each in its own namespace.
    private static bool IsInPlaceOf(GeneratedElement element, GeneratedElement other)
        => element.GetType() == other.GetType() && element.Context == other.Context
            && string.Equals(element.SortName, other.SortName, StringComparison.Ordinal);
}

/// <summary>The project's settings for generated code.</summary>
/// <param name="RootNamespace">The project's root namespace; null: unknown.</param>
/// <param name="Namespace">The namespace of every generated type; null: the namespaces of the API files.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
internal sealed record BindingOptions(string? RootNamespace, string? Namespace, string Accessibility)
{
    /// <summary>Whether clients, fakes or both are generated.</summary>
    public GeneratedParts Parts { get; init; }

    /// <summary>Whether generated types are compared with the types of the project. This happens in a build, but not in an editor.</summary>
    public bool ListsTypes { get; init; }
}

/// <summary>The parts that are generated for an API.</summary>
internal enum GeneratedParts
{
    Client,

    /// <summary>The client, and the fake server for tests.</summary>
    ClientAndFake,

    /// <summary>Only the fake server, for a test project whose client is in another project.</summary>
    Fake,
}
