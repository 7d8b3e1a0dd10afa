using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Reference;

/// <summary>The files of one API together: resolves every name in them for the generator, the testing kit and the checks of specs.</summary>
internal sealed class ApiReference : IApiReference
{
    private readonly IDiagnosticSink _report;
    private readonly Func<SpecSource, ApiDeclaration, WordedSection> _word;
    private readonly Dictionary<string, DeclaredSchema> _schemas = new(StringComparer.Ordinal);
    private readonly List<SchemaPart> _schemaParts = [];
    private readonly List<SpecSource> _sectionList;
    private readonly Dictionary<string, SpecSource> _sections;
    private readonly Dictionary<string, TypeAlias> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterSet> _sets = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _spellings;

    // Pairs of files that describe the same operation, because one is a copy of the other. Other duplicates between them are not reported.
    private readonly HashSet<(string One, string Other)> _copies = [];

    /// <param name="group">The files.</param>
    /// <param name="report">Receives contradictions between the files.</param>
    /// <param name="word">Returns a section with the words of the API file, for callers that keep the result; null: it is made each time.</param>
    public ApiReference(ApiGroup group, IDiagnosticSink report, Func<SpecSource, ApiDeclaration, WordedSection>? word = null)
    {
        Group = group;
        _report = report;
        _word = word ?? WordedSection.Of;
        _sectionList = [.. group.Files.Where(static file => file.File.Section is not null).Select(WithWords)];
        _sections = new(_sectionList.Count, StringComparer.Ordinal);
        foreach (var alias in Api?.Types ?? [])
            _aliases[alias.Name] = alias;
        foreach (var set in Api?.Sets ?? [])
            _sets[set.Name] = set;
        var second = new List<DeclaredSchema>();
        foreach (var file in group.Files)
        {
            for (var i = 0; i < file.File.Schemas.Count; i++)
                Declare(new DeclaredSchema(file.Path, file.File.Section?.Section, file.File.Schemas[i]), file, i, second);
        }

        // The constants that distinguish requests can be in schemas of other files.
        DeclareSections();
        CheckRequests();
        foreach (var declared in second)
            ReportSecond(declared);
    }

    public ApiGroup Group { get; }

    public ApiDeclaration? Api => Group.ApiFile?.File.Api;

    /// <summary>The sections in the order of the files, with the fixed words and the base of the API in their request lines. Several can describe one
    /// operation.</summary>
    public IReadOnlyList<SpecSource> Sections => _sectionList;

    /// <summary>Whether several sections have one method and path, so that their bodies were compared.</summary>
    public bool HasSharedRequests { get; private set; }

    /// <summary>The documented operations, each with the first section that describes it.</summary>
    public IReadOnlyDictionary<string, SpecSource> Operations => _sections;

    /// <summary>The schemas in the order of the files; only the first of each name.</summary>
    public IReadOnlyList<SchemaPart> Schemas => _schemaParts;

    /// <summary>The first schema of each name, with its file.</summary>
    public IReadOnlyDictionary<string, DeclaredSchema> DeclaredSchemas => _schemas;

    /// <summary>The names of all aliases and schemas, each found by any spelling of it in upper and lower case.</summary>
    public IReadOnlyDictionary<string, string> Spellings => _spellings ??= FindSpellings();

    /// <summary>The vendor's type names of the API file.</summary>
    public IEnumerable<string> AliasNames => _aliases.Keys;

    /// <summary>Combines files.</summary>
    /// <param name="files">The files, in any stable order. Files that cannot be read are skipped.</param>
    /// <param name="report">Receives contradictions between the files.</param>
    public static IReadOnlyList<ApiReference> Of(IEnumerable<SpecSource> files, IDiagnosticSink report)
    {
        var readable = files.Where(static file => file.File.Kind != SpecFileKind.Unreadable).ToList();
        return [.. ApiGroups.Of(readable, report).Select(group => new ApiReference(group, report))];
    }

    private Dictionary<string, string> FindSpellings()
    {
        var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in _aliases.Keys.Concat(_schemas.Keys))
        {
            if (!spellings.ContainsKey(name))
                spellings.Add(name, name);
        }

        return spellings;
    }

    public TypeReference? FindAlias(string name) => FindAliasRow(name)?.Type ?? this.MeaningOf(name);

    /// <summary>Returns the row of the API file that defines an alias; null: there is no such alias.</summary>
    public TypeAlias? FindAliasRow(string name) => _aliases.TryGetValue(name, out var alias) ? alias : null;

    public SchemaDeclaration? FindSchema(string name) => _schemas.TryGetValue(name, out var declared) ? declared.Schema : null;

    public string? FindSpelling(string name)
        => Spellings.TryGetValue(name, out var spelling) && !string.Equals(spelling, name, StringComparison.Ordinal) ? spelling : null;

    public SectionDeclaration? FindOperation(string id) => _sections.TryGetValue(id, out var section) ? section.File.Section : null;

    public ParameterSet? FindSet(string name) => _sets.TryGetValue(name, out var set) ? set : null;

    /// <summary>Returns a section as it is in <see cref="Sections"/>.</summary>
    public SpecSource InWords(SpecSource source) => WordsOf(source)?.Source ?? source;

    /// <summary>Replaces the first section that describes an operation with another one that has the same operation, request and schemas.</summary>
    /// <returns>False, and nothing is replaced, if it is not the first section of its operation.</returns>
    public bool TryReplace(SpecSource section, SpecSource other)
    {
        var index = _sectionList.FindIndex(known => ReferenceEquals(known, section));
        if (index < 0 || !_sections.TryGetValue(section.Operation, out var first) || !ReferenceEquals(first, section))
            return false;
        _sectionList[index] = other;
        _sections[section.Operation] = other;
        return true;
    }

    private SpecSource WithWords(SpecSource source)
    {
        if (WordsOf(source) is not { } worded)
            return source;
        if (worded.Diagnostic is { } diagnostic)
            _report.Add(diagnostic.Rule, source.Path, "/request" + SpecLocations.Value, [.. diagnostic.Arguments]);
        return worded.Source;
    }

    private WordedSection? WordsOf(SpecSource source)
        => Api is { } api && (api.JsonPrefix is not null || (WordedSection.Has(api) && !source.File.Section!.IsRequestUnknown)) ? _word(source, api) : null;

    private void DeclareSections()
    {
        foreach (var section in Sections)
        {
            if (_sections.TryGetValue(section.Operation, out var other))
                ReportDuplicate(SpecRules.DuplicateOperation, "/operation", section.Operation, section, other);
            else
                _sections.Add(section.Operation, section);
        }
    }

    // Several operations can have one method and path, if a constant or the format of the body shows which operation a request is for.
    private void CheckRequests()
    {
        var requests = new Dictionary<string, SpecSource>(Sections.Count, StringComparer.Ordinal);
        var shared = new Dictionary<(string Request, string Constants), List<SpecSource>>();
        var compared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            if (section.File.Section!.IsRequestUnknown)
                continue;
            var request = section.Request;
            if (!requests.TryGetValue(request, out var first))
            {
                requests.Add(request, section);
                continue;
            }

            HasSharedRequests = true;
            if (compared.Add(request))
                shared.Add((request, ConstantsOf(first)), [first]);
            var key = (request, ConstantsOf(section));
            if (!shared.TryGetValue(key, out var others))
                shared.Add(key, others = []);
            if (others.Find(known => !DifferInFormat(known, section)) is not { } other)
                others.Add(section);
            else if (!_copies.Contains((section.Path, other.Path)))
                ReportDuplicate(SpecRules.DuplicateRequest, "/request" + SpecLocations.Value, request, section, other);
        }
    }

    // If one of two sections has no body, it is more likely an unfinished copy than an operation for requests without a body.
    private bool DifferInFormat(SpecSource one, SpecSource other)
        => FormatOf(one) is { } format && FormatOf(other) is { } second && format != second;

    private BodyFormat? FormatOf(SpecSource source) => BodyFormats.Of(BodyReference.Resolve(this, source.File.Section!.Body, isRequest: true));

    private string ConstantsOf(SpecSource source) => RequestConstants.Signature(RequestConstants.Of(this, source.File.Section!));

    private void ReportDuplicate(SpecRule rule, string pointer, string what, SpecSource one, SpecSource other)
    {
        _report.Add(rule, one.Path, pointer, what, FileName.Of(other.Path, one.Path));
        _report.Add(rule, other.Path, pointer, what, FileName.Of(one.Path, other.Path));
        _copies.Add((one.Path, other.Path));
    }

    private void Declare(DeclaredSchema declared, SpecSource source, int index, List<DeclaredSchema> second)
    {
        if (_schemas.ContainsKey(declared.Schema.Name))
        {
            second.Add(declared);
            return;
        }

        _schemas.Add(declared.Schema.Name, declared);
        _schemaParts.Add(new SchemaPart(declared, source, index));
    }

    private void ReportSecond(DeclaredSchema declared)
    {
        var name = declared.Schema.Name;
        var other = _schemas[name];
        if (_copies.Contains((declared.Path, other.Path)))
            return;
        _report.Add(SpecRules.DuplicateSchema, declared.Path, declared.Schema.Pointer, name, FileName.Of(other.Path, declared.Path));
        _report.Add(SpecRules.DuplicateSchema, other.Path, other.Schema.Pointer, name, FileName.Of(declared.Path, other.Path));
    }
}

/// <summary>A schema, the file that declares it, and the section that the file transcribes, if it is one.</summary>
internal sealed record DeclaredSchema(string Path, string? Section, SchemaDeclaration Schema);

/// <summary>A schema and its position in its file.</summary>
internal sealed record SchemaPart(DeclaredSchema Declared, SpecSource Source, int Index);
