using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads one <c>.apispec.yaml</c> file into declarations, and reports every diagnostic at its position.</summary>
/// <remarks>
/// <see cref="YamlLoader"/> turns the text into a tree of YAML values with positions, and readers turn the tree into declarations. Readers report every
/// key that they do not know, so nothing in a file is silently ignored. Rules that need other files (unknown schemas, duplicate names) are checked later.
/// </remarks>
internal static class SpecReader
{
    /// <summary>The longest text that is read, in UTF-16 code units.</summary>
    public const int MaximumLength = 1_048_576;

    /// <summary>Reads a file. Errors in the text are returned as diagnostics, never thrown.</summary>
    /// <param name="fileName">The path or name of the file; only its last part is used.</param>
    /// <param name="text">The text, with or without a byte order mark.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static ParsedSpec Read(string fileName, string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var diagnostics = new DiagnosticBag();
        if (text.Length > MaximumLength)
        {
            diagnostics.Report(SpecRules.FileTooLarge, default, Number(text.Length), Number(MaximumLength));
            return Nothing(diagnostics);
        }

        var specText = new SpecText(text);
        if (FindControlCharacter(text) is { } control)
        {
            diagnostics.Report(
                SpecRules.ControlCharacter, specText.Span(control, control + 1), ((int)text[control]).ToString("X4", CultureInfo.InvariantCulture));
            return Nothing(diagnostics);
        }

        if (Load(ref specText, diagnostics, cancellationToken) is not { } root)
        {
            return new ParsedSpec(Lost(fileName, specText), diagnostics.ToEquatableArray(), new SpecLocations([]));
        }

        var context = new ReadingContext(specText, diagnostics, cancellationToken);
        var keys = new MappingReader(context, root, "");
        var isMixed = IsMixed(root);
        new MisplacedRows(specText, diagnostics).Move(root);
        var kind = KindOf(root);
        if (!isMixed)
            keys.CheckKeys(BodyReader.WithMediaTypes(FileKeys.Read(kind), root), key => FileKeys.Elsewhere(kind, key));
        new CharacterChecker(specText, diagnostics).CheckFile(root);
        context.LocateAll(root, "");
        var file = ReadFile(context, keys, isMixed, SpecFileName.Stem(fileName)) ?? Lost(fileName, specText);
        context.Open.Report(diagnostics);
        return new ParsedSpec(file, diagnostics.ToEquatableArray(), context.Locations());
    }

    // Other files must not report names as missing that this file would have declared.
    private static SpecFile Lost(string fileName, SpecText text)
        => new() { Name = SpecFileName.Stem(fileName), Kind = SpecFileKind.Unreadable, LostNames = LostNames.Of(text) };

    private static bool IsMixed(YamlMapping root) => root.Find("client") is not null && root.Find("request") is not null;

    // A line that is indented with unusual spaces is read as it looks. If the result is not valid YAML, the original text is read.
    private static YamlMapping? Load(ref SpecText text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var spaces = ForeignSpaces.Find(text);
        if (spaces.Count == 0)
            return YamlLoader.Load(text, diagnostics, cancellationToken);
        var meant = new DiagnosticBag();
        var meantText = new SpecText(ForeignSpaces.Replace(text.Text, spaces));
        var root = YamlLoader.Load(meantText, meant, cancellationToken);
        if (root is null && YamlLoader.Load(text, diagnostics, cancellationToken) is { } written)
            return written;
        if (root is not null)
        {
            ForeignSpaces.Report(text, spaces, root, diagnostics);
            text = meantText;
            diagnostics.AddRange(meant);
        }

        return root;
    }

    private static ParsedSpec Nothing(DiagnosticBag diagnostics) => new(null, diagnostics.ToEquatableArray(), new SpecLocations([]));

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    // The YAML parser treats U+0000 as the end of the text, and would silently drop the rest.
    private static int? FindControlCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r'))
                return i;
        }

        return null;
    }

    private static SpecFile? ReadFile(ReadingContext context, MappingReader keys, bool isMixed, string name)
    {
        var root = keys.Mapping;
        if (isMixed)
        {
            context.Report(SpecRules.MixedFile, root.Find("request")!.Key);
            return null;
        }

        var kind = KindOf(root);
        var file = new SpecFile { Name = name, Kind = kind, ApiId = ReadApiId(context, keys) };
        switch (kind)
        {
            case SpecFileKind.Api when root.Find("client") is null:
                ReportMissing(context, root, "An API file", "client", "; write the name of the client in the program");
                return null;
            case SpecFileKind.Api:
                file = file with { Api = new ApiFileReader(context, keys).Read(), Sources = SourceReader.Read(context, keys) };
                break;
            case SpecFileKind.Section when root.Find("request") is null:
                ReportMissing(context, root, "A section", "request", "; write it as in 'request: GET /objects/Tasks/{id}'");
                return null;
            case SpecFileKind.Section:
                file = file with { Section = new SectionReader(context, keys).Read() };
                break;
            default:
                ReadSchemaFile(context, keys);
                file = file with { Sources = SourceReader.Read(context, keys) };
                break;
        }

        var schemas = new SchemaReader(context, new RowReader(context));
        file = file with { Schemas = schemas.Read(keys) };
        file = file with { LostNames = schemas.Lost.Concat(file.Api is null ? [] : LostAliases(keys, file.Api)).ToEquatableArray() };
        return kind == SpecFileKind.Api && file.Api is null || kind == SpecFileKind.Section && file.Section is null ? null : file;
    }

    private static IEnumerable<string> LostAliases(MappingReader keys, ApiDeclaration api)
        => (keys.Find("types")?.Value as YamlMapping)?.Entries.Select(static entry => entry.Name)
            .Except(api.Types.Select(static alias => alias.Name), StringComparer.Ordinal) ?? [];

    /// <summary>Returns the kind of the file. If the decisive key is missing, a key that only one kind has decides.</summary>
    private static SpecFileKind KindOf(YamlMapping root)
    {
        if (root.Find("client") is not null)
            return SpecFileKind.Api;
        if (root.Find("request") is not null)
            return SpecFileKind.Section;
        if (Has(FileKeys.Section, FileKeys.Api))
            return SpecFileKind.Section;
        if (Has(FileKeys.Api, FileKeys.Section))
            return SpecFileKind.Api;
        return Has(FileKeys.Section, []) ? SpecFileKind.Section : SpecFileKind.Schemas;

        bool Has(string[] keys, string[] others) => root.Entries.Exists(
            entry => Array.IndexOf(keys, entry.Name) >= 0 && Array.IndexOf(others, entry.Name) < 0 && Array.IndexOf(FileKeys.Schemas, entry.Name) < 0);
    }

    // A misspelt key has been reported already, so it is not also reported as missing.
    private static void ReportMissing(ReadingContext context, YamlMapping root, string what, string key, string hint)
    {
        if (!root.Entries.Exists(entry => PrintedHeadings.Means(entry.Name, key)))
            context.Report(SpecRules.MissingKey, root.Entries[0].Key, what, key, hint);
    }

    private static string? ReadApiId(ReadingContext context, MappingReader keys)
    {
        if (keys.Scalar("api") is not { } scalar)
            return null;
        if (scalar.Value.Length is > 0 and <= CSharpNames.MaximumLength && scalar.Value.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            && char.IsLetter(scalar.Value[0]))
            return scalar.Value;
        context.Report(SpecRules.InvalidName, scalar, scalar.Value, "the id of an API", 
            scalar.Value.Length > CSharpNames.MaximumLength ? CSharpNames.TooLong : "write letters, digits, '-', '_' and '.', a letter first");
        return null;
    }

    private static void ReadSchemaFile(ReadingContext context, MappingReader keys)
    {
        keys.Text("section");
        keys.Text("title");
        keys.Text("notes");
        if (keys.Find("schemas") is null)
            context.Report(
                SpecRules.MissingKey, keys.Mapping.Entries.Count > 0 ? keys.Mapping.Entries[0].Key : keys.Mapping, "A spec", "request",
                "; write it, or 'client:' in an API file, or 'schemas:'");
    }
}
