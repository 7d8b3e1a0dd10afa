using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>What the sections of one API share while they are bound: its declarations, and the names and types made so far.</summary>
internal sealed class ApiScope : IApiReference
{
    private readonly SharedTable<string, DeclaredSchema> _schemas;
    private readonly SharedTable<string, SpecSource> _sections;
    private readonly List<SchemaPart> _schemaParts = [];
    private readonly Dictionary<string, TypeAlias> _aliases = new(StringComparer.Ordinal);
    // Files with the same operation, of which the one is a copy of the other: what else they have in common is not worth a mistake of its own.
    private readonly HashSet<(string One, string Other)> _copies = [];
    private readonly Dictionary<string, ParameterSet> _sets = new(StringComparer.Ordinal);
    private RequestRules? _rules;

    public ApiScope(CodeContext context, ApiGroup group, TypeNames typeNames, HintNames hintNames, BindingReport report, StepRecorder steps)
    {
        var requests = new Dictionary<string, SpecSource>(group.Files.Count, StringComparer.Ordinal);
        Context = context;
        ClientName = group.ClientName;
        ApiFile = group.ApiFile;
        HintNames = hintNames;
        Report = report;
        TypeNames = typeNames;
        Steps = steps;
        Sections = group.Files.Where(static file => file.File.Section is not null).Select(WithApiWords).ToList();
        Records = new RecordCollection(this);
        OpenEnums = new OpenEnumCollection(steps);
        Unions = new UnionCollection(steps);
        Filters = new FilterBinder(this);
        Repetition = new Repetition(report, steps);
        _schemas = new(steps, SharedTableKind.Schemas, StringComparer.Ordinal);
        _sections = new(steps, SharedTableKind.Sections, StringComparer.Ordinal, group.Files.Count);
        typeNames.Use();
        steps.Begin(new StepSurroundings(context, ClientName, ApiFile?.Path, Api), Repetition);
        foreach (var section in Sections)
        {
            var memory = FileMemory.Of(section);
            var id = memory.OperationId;
            if (_sections.TryGet(id, out var other))
                ReportDuplicate(SpecRules.DuplicateOperation, "/operation", id, section, other);
            else
                _sections.Set(id, section);

            var request = memory.Request;
            if (section.File.Section!.IsRequestUnknown)
                continue;
            if (!requests.TryGetValue(request, out other))
                requests.Add(request, section);
            else if (!_copies.Contains((section.Path, other.Path)))
                ReportDuplicate(SpecRules.DuplicateRequest, "/request" + SpecLocations.Value, request, section, other);
        }

        foreach (var alias in Api?.Types ?? [])
            _aliases[alias.Name] = alias;
        foreach (var set in Api?.Sets ?? [])
            _sets[set.Name] = set;
        foreach (var file in group.Files)
        {
            for (var i = 0; i < file.File.Schemas.Count; i++)
                Declare(new DeclaredSchema(file.Path, file.File.Section?.Section, file.File.Schemas[i]), file, i);
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

    /// <summary>The schemas; of those with one name, the first.</summary>
    public IReadOnlyList<SchemaPart> Schemas => _schemaParts;

    /// <summary>Takes the steps in which files are bound.</summary>
    public StepRecorder Steps { get; }

    public HintNames HintNames { get; }

    public BindingReport Report { get; }

    public TypeNames TypeNames { get; }

    public RecordCollection Records { get; }

    public OpenEnumCollection OpenEnums { get; }

    public UnionCollection Unions { get; }

    /// <summary>Which types have rules for requests; to be asked when all of them are bound.</summary>
    public RequestRules Rules => _rules ??= new RequestRules(this);

    public Repetition Repetition { get; }

    public FilterBinder Filters { get; }

    /// <summary>The name of a type that follows from the reference, with the stem before it where .NET has a type of that name.</summary>
    public string TypeName(string name) => TypeNames.Free(name, NameStem);

    /// <summary>The class of a group: <c>TasksClient</c>; <c>TasksGroupClient</c> where the client itself or a type of .NET has that name.</summary>
    public string GroupClassOf(string group)
    {
        var name = group + "Client";
        return string.Equals(name, ClientName, StringComparison.Ordinal) || ImplicitUsingTypes.FindNamespace(name) is not null ? group + "GroupClient" : name;
    }

    public static string StemOf(string clientName)
        => clientName.EndsWith("Client", StringComparison.Ordinal) && clientName.Length > 6 ? clientName.Substring(0, clientName.Length - 6) : clientName;

    public string HintName(string typeName) => HintNames.Allocate(NameStem + "." + typeName);

    /// <summary>The section that describes the operation <c>Group.Method</c>.</summary>
    public SpecSource? FindSection(string operationId) => _sections.TryGet(operationId, out var section) ? section : null;

    /// <summary>Tells whether a section describes the operation, and how it is called.</summary>
    public bool HasSection(string operationId) => FindSection(operationId) is { File.Section.IsRequestUnknown: false };

    /// <summary>Tells whether the section is the one that its operation is generated from, and not a second one of the same name.</summary>
    public bool IsFirst(SpecSource section) => ReferenceEquals(FindSection(FileMemory.Of(section).OperationId), section);

    public bool TryFindSchema(string name, out DeclaredSchema schema) => _schemas.TryGet(name, out schema);

    public TypeAlias? FindAlias(string name) => _aliases.TryGetValue(name, out var alias) ? alias : null;

    TypeReference? IApiReference.FindAlias(string name) => FindAlias(name)?.Type;

    SchemaDeclaration? IApiReference.FindSchema(string name) => TryFindSchema(name, out var declared) ? declared.Schema : null;

    SectionDeclaration? IApiReference.FindOperation(string id) => FindSection(id)?.File.Section;

    public ParameterSet? FindSet(string name) => _sets.TryGetValue(name, out var set) ? set : null;

    /// <summary>Reports a reference to an operation that no section describes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pointer">The reference.</param>
    /// <param name="operation">The name that it has.</param>
    /// <param name="consequence">What does not work without the section.</param>
    public void ReportUnresolved(string path, string pointer, string operation, string consequence)
    {
        // That a section does not know its own request line is the first fact in its list of open ones.
        if (Report.IsLost(operation) || FindSection(operation) is not null)
            return;
        // Names that differ in a number are hardly ever meant as each other.
        if (Report.Nearest(operation, _sections.Keys) is { } nearest && NearestName.IsOneSlip(operation, nearest) && !DifferInDigits(operation, nearest))
            Report.Add(SpecRules.MisspeltReference, path, pointer, operation, nearest);
        else
            Report.Add(SpecRules.UnresolvedReference, path, pointer, operation, consequence);
    }

    private static bool DifferInDigits(string one, string other)
        => string.Equals(WithoutDigits(one), WithoutDigits(other), StringComparison.OrdinalIgnoreCase) && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string WithoutDigits(string text) => new(text.Where(static c => !char.IsDigit(c)).ToArray());

    /// <summary>Every name that a type may have here, for suggestions.</summary>
    public IEnumerable<string> TypeNameCandidates() => _schemas.Keys.Concat(_aliases.Keys).Concat(TypeParser.BuiltInNames);

    // Only the API file says what its vendor's fixed words stand for, so the request line of a section is read again with them.
    private SpecSource WithApiWords(SpecSource source)
    {
        if (source.File.Section!.IsRequestUnknown || Api is null || (Api.Words.Count == 0 && Api.Base is null))
            return source;
        var reworded = FileMemory.Of(source).Reword(source, Api, out var mistake);
        if (mistake is not null)
            Report.Add(mistake.Rule, source.Path, "/request" + SpecLocations.Value, [.. mistake.Arguments]);
        return reworded;
    }

    private void ReportDuplicate(SpecRule rule, string pointer, string what, SpecSource one, SpecSource other)
    {
        Report.Add(rule, one.Path, pointer, what, FileName.Of(other.Path, one.Path));
        Report.Add(rule, other.Path, pointer, what, FileName.Of(one.Path, other.Path));
        _copies.Add((one.Path, other.Path));
    }

    private void Declare(DeclaredSchema declared, SpecSource source, int index)
    {
        var name = declared.Schema.Name;
        if (!_schemas.TryGet(name, out var other))
        {
            _schemas.Set(name, declared);
            _schemaParts.Add(new SchemaPart(declared, source, index));
            return;
        }

        if (_copies.Contains((declared.Path, other.Path)))
            return;
        Report.Add(SpecRules.DuplicateSchema, declared.Path, declared.Schema.Pointer, name, FileName.Of(other.Path, declared.Path));
        Report.Add(SpecRules.DuplicateSchema, other.Path, other.Schema.Pointer, name, FileName.Of(declared.Path, other.Path));
    }
}

/// <summary>A schema, the file that declares it, and the section that the file transcribes, if it is one.</summary>
internal sealed record DeclaredSchema(string Path, string? Section, SchemaDeclaration Schema);

/// <summary>A schema as a part of its file.</summary>
internal sealed record SchemaPart(DeclaredSchema Declared, SpecSource Source, int Index);
