using System.Runtime.CompilerServices;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

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
/// What was worked out from a spec file before, kept as long as the file stays as it is. It is a memory and no state: each part of it is what working it out again
/// would give, which <see cref="StepRecorder"/> sees to.
/// </summary>
internal sealed class FileMemory
{
    private const int PartsOfFile = (int)FilePartKind.SchemaRecord;
    private const int PartsOfSchema = 2;

    private static readonly ConditionalWeakTable<SpecSource, FileMemory> Memories = new();

    private readonly object?[] _steps;
    private RewordedSection? _reworded;

    private FileMemory(SpecSource source)
    {
        _steps = new object?[PartsOfFile + (PartsOfSchema * source.File.Schemas.Count)];
        if (source.File.Section is not { } section)
            return;
        OperationId = SectionNames.IdOf(section);
        Names = SectionNames.Of(section);
        Request = section.HttpMethod + " " + section.Path;
    }

    /// <summary>The operation of a section as the spec names it; empty for other files.</summary>
    public string OperationId { get; } = "";

    /// <summary>The C# names of a section's operation; null when they are none.</summary>
    public SectionNames? Names { get; }

    /// <summary>The method and the path of a section; empty for other files.</summary>
    public string Request { get; } = "";

    public static FileMemory Of(SpecSource source) => Memories.GetValue(source, static source => new FileMemory(source));

    /// <summary>The step that was taken with a part of the file; null: none can be repeated.</summary>
    public object? Find(FilePart part) => Volatile.Read(ref _steps[IndexOf(part)]);

    public void Remember(FilePart part, object step) => Volatile.Write(ref _steps[IndexOf(part)], step);

    /// <summary>The section with the request line as the API file's words have it.</summary>
    public SpecSource Reword(SpecSource source, ApiDeclaration api, out TextMistake? mistake)
    {
        var known = Volatile.Read(ref _reworded);
        if (known is null || !known.Api.Equals(api))
            Volatile.Write(ref _reworded, known = RewordedSection.Of(source, api));
        mistake = known.Mistake;
        return known.Source;
    }

    private static int IndexOf(FilePart part)
        => part.Kind < FilePartKind.SchemaRecord ? (int)part.Kind : PartsOfFile + (PartsOfSchema * part.Schema) + (part.Kind - FilePartKind.SchemaRecord);

    private sealed record RewordedSection(ApiDeclaration Api, SpecSource Source, TextMistake? Mistake)
    {
        public static RewordedSection Of(SpecSource source, ApiDeclaration api)
        {
            var section = source.File.Section!;
            return RequestLine.Parse(section.RequestText, section.Version, api.Words, api.Base, out var mistake) is { } request
                ? new(api, new SpecSource(source.Path, source.File with { Section = section with { Path = request.Path } }), null)
                : new(api, source, mistake);
        }
    }
}
