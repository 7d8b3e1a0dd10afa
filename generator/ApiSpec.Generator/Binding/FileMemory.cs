using System.Runtime.CompilerServices;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>A part of a file that is bound in one step.</summary>
/// <param name="Kind">What is bound.</param>
/// <param name="Schema">The position of the schema in its file, where it is one.</param>
internal readonly record struct FilePart(FilePartKind Kind, int Schema = 0);

internal enum FilePartKind
{
    Editions,
    Values,
    Links,
    Operation,
    Examples,
    SchemaRecord,
    SchemaLinks,
}

/// <summary>
/// What was worked out from a spec file before, kept as long as the file stays as it is. It is a memory and no state: each part of it is what working it out
/// again would give, which <see cref="StepRecorder"/> sees to.
/// </summary>
internal sealed class FileMemory
{
    private const int PartsOfFile = (int)FilePartKind.SchemaRecord;
    private const int PartsOfSchema = 2;

    private static readonly ConditionalWeakTable<SpecSource, FileMemory> Memories = new();

    private readonly object?[] _steps;
    private OwnerOfApi? _owner;

    private FileMemory(SpecSource source)
    {
        _steps = new object?[PartsOfFile + (PartsOfSchema * source.File.Schemas.Count)];
        if (source.File.Section is { } section)
            Names = SectionNames.Of(section);
    }

    /// <summary>The C# names of a section's operation; null when they are none.</summary>
    public SectionNames? Names { get; }

    public static FileMemory Of(SpecSource source) => Memories.GetValue(source, static source => new FileMemory(source));

    /// <summary>The step that was taken with a part of the file; null: none can be repeated.</summary>
    public object? Find(FilePart part) => Volatile.Read(ref _steps[IndexOf(part)]);

    public void Remember(FilePart part, object step) => Volatile.Write(ref _steps[IndexOf(part)], step);

    /// <summary>The section as the owner of its types. The names of generated files start with that of the API.</summary>
    public SourceOwner OwnerIn(ApiScope scope, SpecSource section)
    {
        var known = Volatile.Read(ref _owner);
        if (known is null || !string.Equals(known.NameStem, scope.NameStem, StringComparison.Ordinal))
        {
            var name = Names is { } names ? names.Group + "." + names.Method : section.File.Section!.Id;
            known = new OwnerOfApi(scope.NameStem, new SourceOwner(section.Path, null, scope.HintName(name)));
            Volatile.Write(ref _owner, known);
        }

        return known.Owner;
    }

    private static int IndexOf(FilePart part)
        => part.Kind < FilePartKind.SchemaRecord ? (int)part.Kind : PartsOfFile + (PartsOfSchema * part.Schema) + (part.Kind - FilePartKind.SchemaRecord);

    private sealed record OwnerOfApi(string NameStem, SourceOwner Owner);
}
