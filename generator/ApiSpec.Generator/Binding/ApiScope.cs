using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The state that the sections of one API share while they are bound: declarations, and the names and types created so far.</summary>
internal sealed class ApiScope : IApiReference
{
    private readonly SharedIndex<string, DeclaredSchema> _schemas;
    private readonly SharedIndex<string, SpecSource> _sections;
    private readonly SharedIndex<string, string> _spellings;
    private readonly ApiReference _reference;
    private RequestRules? _rules;

    public ApiScope(CodeContext context, ApiReference reference, TypeNames typeNames, BindingReport report, StepRecorder steps)
    {
        Context = context;
        _reference = reference;
        Api = reference.Api is { } api ? api with { Title = null, Notes = null } : null;
        Report = report;
        TypeNames = typeNames;
        Steps = steps;
        Records = new RecordCollection(this);
        Unions = new UnionCollection(steps);
        Filters = new FilterBinder(this);
        Repetition = new Repetition(report, steps);
        _schemas = new(steps, SharedIndexKind.Schemas, reference.DeclaredSchemas);
        _sections = new(steps, SharedIndexKind.Sections, reference.Operations, isReplaceable: true);
        _spellings = new(steps, SharedIndexKind.Spellings, reference.Spellings);
        typeNames.Use();
        steps.Begin(new StepSurroundings(context, ClientName, ApiFile?.Path, Api), Repetition);
    }

    public CodeContext Context { get; }

    /// <summary><c>AutomaticOperationClient</c>.</summary>
    public string ClientName => _reference.Group.ClientName;

    /// <summary><c>AutomaticOperation</c>: the prefix of the API's own types.</summary>
    public string NameStem => StemOf(ClientName);

    public SpecSource? ApiFile => _reference.Group.ApiFile;

    /// <summary>The API file without its title and notes. Only the client uses these, so editing them does not repeat other steps.</summary>
    public ApiDeclaration? Api { get; }

    /// <inheritdoc cref="ApiReference.Sections"/>
    public IReadOnlyList<SpecSource> Sections => _reference.Sections;

    /// <inheritdoc cref="ApiReference.Schemas"/>
    public IReadOnlyList<SchemaPart> Schemas => _reference.Schemas;

    /// <summary>Runs the steps in which files are bound.</summary>
    public StepRecorder Steps { get; }

    public BindingReport Report { get; }

    public TypeNames TypeNames { get; }

    public RecordCollection Records { get; }

    public UnionCollection Unions { get; }

    /// <summary>The types that have rules for requests. Only valid once all types are bound.</summary>
    public RequestRules Rules => _rules ??= new RequestRules(this);

    public Repetition Repetition { get; }

    public FilterBinder Filters { get; }

    /// <summary>Returns the name of a type from the reference, with the stem before it if .NET has a type of that name.</summary>
    public string TypeName(string name) => TypeNames.Free(name, NameStem);

    /// <summary>Returns the class of a group: <c>TasksClient</c>, or <c>TasksGroupClient</c> if the client itself or a .NET type has that name.</summary>
    public string GroupClassOf(string group)
    {
        var name = group + "Client";
        return string.Equals(name, ClientName, StringComparison.Ordinal) || ImplicitUsingTypes.FindNamespace(name) is not null ? group + "GroupClient" : name;
    }

    public static string StemOf(string clientName)
        => clientName.EndsWith("Client", StringComparison.Ordinal) && clientName.Length > 6 ? clientName.Substring(0, clientName.Length - 6) : clientName;

    /// <summary>Returns the name of a generated file of the API. It changes if another file has the same name.</summary>
    public string HintName(string name) => HintNames.Of(NameStem + "." + name);

    /// <summary>Returns the owner of the types that are created for a section.</summary>
    public SourceOwner OwnerOf(SpecSource section) => FileMemory.Of(section).OwnerIn(this, section);

    /// <summary>Returns the place of the rows of a section.</summary>
    public TypePlace PlaceOf(SpecSource section) => TypePlace.Of(OwnerOf(section));

    /// <summary>Returns the place of rows that concern a section, in its own file or in the API file.</summary>
    public TypePlace PlaceOf(SpecSource section, string path) => new(path, OwnerOf(section));

    /// <summary>Returns the place of the rows in the API file that concern the bodies of all sections.</summary>
    public TypePlace PlaceOfApi() => TypePlace.Of(new SourceOwner(ApiFile!.Path, ApiFile.Key, null, HintName("Api")));

    /// <summary>Returns the section that describes the operation <c>Group.Method</c>.</summary>
    public SpecSource? FindSection(string operationId) => _sections.Find(operationId);

    /// <summary>Whether a section describes the operation and its request line.</summary>
    public bool HasSection(string operationId) => _sections.Ask(operationId, static section => section is { File.Section.IsRequestUnknown: false });

    /// <summary>Whether its operation is generated from this section, and not from another one with the same operation. No step may use it.</summary>
    public bool IsFirst(SpecSource section) => _reference.Operations.TryGetValue(section.Operation, out var first) && ReferenceEquals(first, section);

    /// <summary>Returns the schema that is the body of an operation; null: the body is something else, or there is no such operation.</summary>
    public string? FindBodySchema(string operationId)
        => _sections.Ask(operationId, static section
            => section?.File.Section!.Body is { Kind: BodyKind.Type, Type: { Kind: TypeKind.Named, Name: { } name } } ? name : null);

    /// <summary>Whether a section, as in its file, is the one that its operation is generated from.</summary>
    public bool Has(SpecSource source)
        => _reference.Operations.TryGetValue(source.Operation, out var first) && string.Equals(first.Key, source.Key, StringComparison.Ordinal);

    /// <inheritdoc cref="ApiReference.InWords"/>
    public SpecSource InWords(SpecSource source) => _reference.InWords(source);

    /// <summary>Whether several sections have one method and path, so that their bodies were compared.</summary>
    public bool HasSharedRequests => _reference.HasSharedRequests;

    /// <summary>Replaces a section, if every lookup of it so far would have the same result with the other one.</summary>
    /// <param name="section">The section as it is in <see cref="Sections"/>.</param>
    /// <param name="other">The section that replaces it.</param>
    public bool TryReplace(SpecSource section, SpecSource other) => _sections.CanReplace(section.Operation, other) && _reference.TryReplace(section, other);

    public DeclaredSchema? FindDeclared(string name) => _schemas.Find(name);

    /// <summary>Whether a schema with the name has rows.</summary>
    public bool IsTable(string name) => _schemas.Ask(name, static declared => declared is { Schema.Type: null });

    public TypeReference? FindAlias(string name) => FindAliasRow(name)?.Type ?? this.MeaningOf(name);

    /// <inheritdoc cref="ApiReference.FindAliasRow"/>
    public TypeAlias? FindAliasRow(string name) => _reference.FindAliasRow(name);

    public string? FindSpelling(string name)
        => _spellings.Find(name) is { } spelling && !string.Equals(spelling, name, StringComparison.Ordinal) ? spelling : null;

    SchemaDeclaration? IApiReference.FindSchema(string name) => FindDeclared(name)?.Schema;

    SectionDeclaration? IApiReference.FindOperation(string id) => FindSection(id)?.File.Section;

    public ParameterSet? FindSet(string name) => _reference.FindSet(name);

    /// <summary>Reports a reference to an operation that no section describes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pointer">The reference.</param>
    /// <param name="operation">The operation that it names.</param>
    /// <param name="consequence">The consequence for the user if the section is missing.</param>
    public void ReportUnresolved(string path, string pointer, string operation, string consequence)
    {
        // A section with an unknown request line already reports that in its list of open facts.
        if (Report.IsLost(operation) || _sections.Contains(operation))
            return;
        // Names that differ only in digits are rarely misspellings of each other.
        if (Report.Nearest(operation, _sections.Keys) is { } nearest && NearestName.IsOneSlip(operation, nearest) && !DifferInDigits(operation, nearest))
            Report.Add(SpecRules.MisspeltReference, path, pointer, operation, nearest);
        else
            Report.Add(SpecRules.UnresolvedReference, path, pointer, operation, consequence);
    }

    private static bool DifferInDigits(string one, string other)
        => string.Equals(WithoutDigits(one), WithoutDigits(other), StringComparison.OrdinalIgnoreCase)
            && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string WithoutDigits(string text) => new(text.Where(static c => !char.IsDigit(c)).ToArray());

    /// <summary>Returns every valid type name, for suggestions.</summary>
    public IEnumerable<string> TypeNameCandidates() => _schemas.Keys.Concat(_reference.AliasNames).Concat(TypeParser.BuiltInNames);
}
