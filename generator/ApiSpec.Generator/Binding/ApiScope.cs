using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Binding;

/// <summary>What the sections of one API share while they are bound: its declarations, and the names and types made so far.</summary>
internal sealed class ApiScope
{
    private readonly Dictionary<string, DeclaredSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecSource> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeAlias> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterSet> _sets = new(StringComparer.Ordinal);

    public ApiScope(CodeContext context, string clientName, SpecSource? apiFile, IReadOnlyList<SpecSource> files, TypeNames typeNames, HintNames hintNames, BindingReport report)
    {
        var requests = new Dictionary<string, SpecSource>(StringComparer.Ordinal);
        Context = context;
        ClientName = clientName;
        ApiFile = apiFile;
        HintNames = hintNames;
        Report = report;
        TypeNames = typeNames;
        Sections = files.Where(static file => file.File.Section is not null).Select(WithApiWords).ToList();
        Records = new RecordCollection(this);
        Filters = new FilterBinder(this);
        Repetition = new Repetition(report);
        foreach (var section in Sections)
        {
            var id = SectionNames.IdOf(section.File.Section!);
            if (_sections.TryGetValue(id, out var other))
                ReportDuplicate(SpecRules.DuplicateOperation, "/operation", id, section, other);
            else
                _sections.Add(id, section);

            var request = section.File.Section!.HttpMethod + " " + section.File.Section.Path;
            if (requests.TryGetValue(request, out other))
                ReportDuplicate(SpecRules.DuplicateRequest, "/request" + SpecLocations.Value, request, section, other);
            else
                requests.Add(request, section);
        }

        foreach (var alias in Api?.Types ?? [])
            _aliases[alias.Name] = alias;
        foreach (var set in Api?.Sets ?? [])
            _sets[set.Name] = set;
        foreach (var file in files)
        {
            foreach (var schema in file.File.Schemas)
                Declare(new DeclaredSchema(file.Path, file.File.Section?.Section, schema));
        }
    }

    public CodeContext Context { get; }

    /// <summary><c>AutomaticOperationClient</c>.</summary>
    public string ClientName { get; }

    /// <summary><c>AutomaticOperation</c>: what the names of the API's own types begin with.</summary>
    public string NameStem => StemOf(ClientName);

    public SpecSource? ApiFile { get; }

    public ApiDeclaration? Api => ApiFile?.File.Api;

    public IReadOnlyList<SpecSource> Sections { get; }

    public IEnumerable<DeclaredSchema> Schemas => _schemas.Values;

    public HintNames HintNames { get; }

    public BindingReport Report { get; }

    public TypeNames TypeNames { get; }

    public RecordCollection Records { get; }

    public OpenEnumCollection OpenEnums { get; } = new();

    public UnionCollection Unions { get; } = new();

    public Repetition Repetition { get; }

    public FilterBinder Filters { get; }

    public static string StemOf(string clientName)
        => clientName.EndsWith("Client", StringComparison.Ordinal) && clientName.Length > 6 ? clientName.Substring(0, clientName.Length - 6) : clientName;

    public string HintName(string typeName) => HintNames.Allocate(NameStem + "." + typeName);

    /// <summary>The section that describes the operation <c>Group.Method</c>.</summary>
    public SpecSource? FindSection(string operationId) => _sections.TryGetValue(operationId, out var section) ? section : null;

    /// <summary>Tells whether the section is the one that its operation is generated from, and not a second one of the same name.</summary>
    public bool IsFirst(SpecSource section) => ReferenceEquals(FindSection(SectionNames.IdOf(section.File.Section!)), section);

    public bool TryFindSchema(string name, out DeclaredSchema schema) => _schemas.TryGetValue(name, out schema!);

    public TypeAlias? FindAlias(string name) => _aliases.TryGetValue(name, out var alias) ? alias : null;

    public ParameterSet? FindSet(string name) => _sets.TryGetValue(name, out var set) ? set : null;

    /// <summary>The parameters that the sets of a section bring along.</summary>
    public IEnumerable<RowDeclaration> RowsOfSets(SectionDeclaration section) => section.Uses.SelectMany(use => FindSet(use)?.Rows ?? []);

    /// <summary>Every name that a type may have here, for suggestions.</summary>
    public IEnumerable<string> TypeNameCandidates() => _schemas.Keys.Concat(_aliases.Keys).Concat(TypeParser.BuiltInNames);

    // Only the API file says what its vendor's fixed words stand for, so the request line of a section is read again with them.
    private SpecSource WithApiWords(SpecSource source)
    {
        if (Api is null || (Api.Words.Count == 0 && Api.Base is null))
            return source;
        var section = source.File.Section!;
        if (RequestLine.Parse(section.RequestText, section.Version, Api.Words, Api.Base, out var mistake) is not { } request)
        {
            if (mistake is not null)
                Report.Add(mistake.Rule, source.Path, "/request" + SpecLocations.Value, [.. mistake.Arguments]);
            return source;
        }

        return source with { File = source.File with { Section = section with { Path = request.Path } } };
    }

    private void ReportDuplicate(SpecRule rule, string pointer, string what, SpecSource one, SpecSource other)
    {
        Report.Add(rule, one.Path, pointer, what, FileName.Of(other.Path));
        Report.Add(rule, other.Path, pointer, what, FileName.Of(one.Path));
    }

    private void Declare(DeclaredSchema declared)
    {
        var name = declared.Schema.Name;
        if (!_schemas.TryGetValue(name, out var other))
        {
            _schemas.Add(name, declared);
            return;
        }

        Report.Add(SpecRules.DuplicateSchema, declared.Path, declared.Schema.Pointer, name, FileName.Of(other.Path));
        Report.Add(SpecRules.DuplicateSchema, other.Path, other.Schema.Pointer, name, FileName.Of(declared.Path));
    }
}

/// <summary>A schema, the file that declares it, and the section that the file transcribes, if it is one.</summary>
internal sealed record DeclaredSchema(string Path, string? Section, SchemaDeclaration Schema);
