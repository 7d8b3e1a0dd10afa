using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Testing.Loading;

/// <summary>What the operations of one API share.</summary>
internal sealed class StubApi(string? id, ApiDeclaration? declaration) : IApiReference
{
    private readonly Dictionary<string, SchemaDeclaration> _schemas = new(StringComparer.Ordinal);
    private readonly List<StubOperation> _operations = [];
    private readonly Dictionary<string, StubOperation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SectionDeclaration> _withoutRequest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeReference> _aliases = AliasesOf(declaration);
    private readonly Dictionary<string, ParameterSet> _sets = SetsOf(declaration);

    /// <summary>The short name of the API; null: the specs give none.</summary>
    public string? Id => id;

    /// <inheritdoc/>
    public ApiDeclaration? Api => declaration;

    public string? Title => declaration?.Title;

    /// <summary>How the server issues session tokens; null: the API file describes no sessions.</summary>
    public AuthenticationScheme? Session
        => declaration?.Authentication.FirstOrDefault(static scheme => scheme is { Kind: AuthenticationKind.Session, Scheme: not null, IssuedIn: not null });

    /// <summary>How an operation issues tokens; null: none does.</summary>
    public AuthenticationScheme? Token
        => declaration?.Authentication.FirstOrDefault(static scheme => scheme is { Kind: AuthenticationKind.Token, Operation: not null } && (scheme.Member ?? scheme.IssuedIn) is not null);

    /// <summary>Headers that every operation takes.</summary>
    public EquatableArray<RowDeclaration> Headers => declaration?.Headers ?? [];

    public string? DateTimeFormat => declaration?.DateTimeWriteFormat;

    /// <summary>The body of unsuccessful answers; null: the API file shows none.</summary>
    public BodyDeclaration? Error => declaration?.Error;

    public EquatableArray<WordReplacement> Words => declaration?.Words ?? [];

    public string? Base => declaration?.Base;

    public IReadOnlyList<StubOperation> Operations => _operations;

    public void Add(StubOperation operation)
    {
        _operations.Add(operation);
        _byId.TryAdd(operation.Id, operation);
    }

    /// <summary>Adds a section whose request line the page does not show: nothing calls it, but others may say that they have the same body.</summary>
    public void AddWithoutRequest(SectionDeclaration section) => _withoutRequest.TryAdd(section.Group + "." + section.Method, section);

    public void Add(SchemaDeclaration schema) => _schemas.TryAdd(schema.Name, schema);

    public StubOperation? FindOperation(string id) => _byId.GetValueOrDefault(id);

    public SchemaDeclaration? FindSchema(string name) => _schemas.GetValueOrDefault(name);

    SectionDeclaration? IApiReference.FindOperation(string id) => FindOperation(id)?.Declaration ?? _withoutRequest.GetValueOrDefault(id);

    public ParameterSet? FindSet(string name) => _sets.GetValueOrDefault(name);

    public TypeReference? FindAlias(string name) => _aliases.GetValueOrDefault(name);

    /// <summary>Tells whether a header holds a date in the form of HTTP: it is one of those that always do, and its row says that it holds a date.</summary>
    public bool HoldsHttpDate(RowDeclaration header) => this.Resolve(header.Type).Kind == TypeKind.DateTime && HttpDateFields.Contains(header.Name);

    /// <summary>Codes that any section may return.</summary>
    public EquatableArray<int> AlwaysCodes => declaration?.Always ?? [];

    public bool Always(int code) => declaration?.Always.Contains(code) ?? false;

    public (string? Message, string? Description) WordingOf(int code)
    {
        var row = declaration?.Statuses.FirstOrDefault(row => row.Code == code);
        return (row?.Message, row?.Description);
    }

    /// <summary>The body that a failure has in every section; null: the body of all failures.</summary>
    public BodyDeclaration? FailureBodyOf(int code) => declaration?.Statuses.FirstOrDefault(row => row.Code == code)?.Response;

    private static Dictionary<string, TypeReference> AliasesOf(ApiDeclaration? declaration)
    {
        var aliases = new Dictionary<string, TypeReference>(StringComparer.Ordinal);
        foreach (var alias in declaration?.Types ?? [])
            aliases[alias.Name] = alias.Type;
        return aliases;
    }

    private static Dictionary<string, ParameterSet> SetsOf(ApiDeclaration? declaration)
    {
        var sets = new Dictionary<string, ParameterSet>(StringComparer.Ordinal);
        foreach (var set in declaration?.Sets ?? [])
            sets[set.Name] = set;
        return sets;
    }
}
