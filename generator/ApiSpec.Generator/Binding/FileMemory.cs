using System.Runtime.CompilerServices;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>A part of a file that is bound in one step.</summary>
/// <param name="Kind">The kind of the part.</param>
/// <param name="Schema">The position of the schema in its file, if the part is a schema.</param>
internal readonly record struct FilePart(FilePartKind Kind, int Schema = 0);

internal enum FilePartKind
{
    Editions,
    Values,
    Outcomes,
    Credentials,
    Version,
    Links,
    Operation,
    Examples,
    SchemaRecord,
    SchemaLinks,
}

/// <summary>
/// A cache of results from a spec file, kept until the file changes. Every cached result equals the result of computing it again;
/// <see cref="StepRecorder"/> ensures that.
/// </summary>
internal sealed class FileMemory
{
    private const int PartsOfFile = (int)FilePartKind.SchemaRecord;
    private const int PartsOfSchema = 2;

    private static readonly ConditionalWeakTable<SpecSource, FileMemory> Memories = new();

    private readonly RememberedStep?[] _steps;
    private OwnerOfApi? _owner;
    private WordedSection? _worded;
    private BoundFile? _bound;

    private FileMemory(SpecSource source)
    {
        _steps = new RememberedStep?[PartsOfFile + (PartsOfSchema * source.File.Schemas.Count)];
        if (source.File.Section is { } section)
            Names = SectionNames.Of(section);
    }

    /// <summary>The C# names of a section's operation; null if they are not valid names.</summary>
    public SectionNames? Names { get; }

    /// <summary>The last models from the file; null: there are none yet.</summary>
    public BoundFile? Bound
    {
        get => Volatile.Read(ref _bound);
        set => Volatile.Write(ref _bound, value);
    }

    /// <summary>Returns a section with the words of its API in its request line. It is the same file as before, as long as neither changes.</summary>
    public static WordedSection WordedIn(SpecSource section, ApiDeclaration api)
    {
        var memory = Of(section);
        var known = Volatile.Read(ref memory._worded);
        if (known is null || !known.IsIn(api))
            Volatile.Write(ref memory._worded, known = WordedSection.Of(section, api));
        return known;
    }

    public static FileMemory Of(SpecSource source) => Memories.GetValue(source, static source => new FileMemory(source));

    /// <summary>Returns the recorded step for a part of the file; null: no step can be repeated.</summary>
    public RememberedStep? Find(FilePart part) => Volatile.Read(ref _steps[IndexOf(part)]);

    public void Remember(FilePart part, RememberedStep step) => Volatile.Write(ref _steps[IndexOf(part)], step);

    /// <summary>Returns the section as the owner of its types. The names of generated files start with the name of the API.</summary>
    public SourceOwner OwnerIn(ApiScope scope, SpecSource section)
    {
        var known = Volatile.Read(ref _owner);
        if (known is null || !string.Equals(known.NameStem, scope.NameStem, StringComparison.Ordinal))
        {
            var name = Names is { } names ? names.Group + "." + names.Method : section.File.Section!.Id;
            known = new OwnerOfApi(scope.NameStem, new SourceOwner(section.Path, section.Key, null, scope.HintName(name)));
            Volatile.Write(ref _owner, known);
        }

        return known.Owner;
    }

    private static int IndexOf(FilePart part)
        => part.Kind < FilePartKind.SchemaRecord ? (int)part.Kind : PartsOfFile + (PartsOfSchema * part.Schema) + (part.Kind - FilePartKind.SchemaRecord);

    private sealed record OwnerOfApi(string NameStem, SourceOwner Owner);
}
