using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Testing.Loading;

/// <summary>The common facts of the operations of one API.</summary>
internal sealed class StubApi(ApiReference reference) : IApiReference
{
    private readonly List<StubOperation> _operations = [];
    private readonly Dictionary<string, StubOperation> _byId = new(StringComparer.Ordinal);

    /// <summary>The short name of the API, or null.</summary>
    public string? Id => reference.Group.Id;

    /// <inheritdoc/>
    public ApiDeclaration? Api => reference.Api;

    public string? Title => Api?.Title;

    /// <summary>How the server issues session tokens; null: the API file describes no sessions.</summary>
    public AuthenticationScheme? Session
        => Api?.Authentication.FirstOrDefault(static scheme => scheme is { Kind: AuthenticationKind.Session, Scheme: not null, IssuedIn: not null });

    /// <summary>The tokens that operations issue, and the cookies that they set.</summary>
    public IEnumerable<AuthenticationScheme> Tokens
        => (Api?.Authentication ?? []).Where(
            static scheme => scheme.Operation is not null && (scheme.Kind != AuthenticationKind.Token || (scheme.Member ?? scheme.IssuedIn) is not null));

    /// <summary>Headers that every operation takes.</summary>
    public EquatableArray<RowDeclaration> Headers => Api?.Headers ?? [];

    public string? DateTimeFormat => Api?.DateTimeWriteFormat;

    /// <summary>The body of unsuccessful responses; null: the API file shows none.</summary>
    public BodyDeclaration? Error => Api?.Error;

    public IReadOnlyList<StubOperation> Operations => _operations;

    public void Add(StubOperation operation)
    {
        _operations.Add(operation);
        _byId.TryAdd(operation.Id, operation);
    }

    /// <summary>The same API with recorded examples, before its own.</summary>
    public StubApi WithRecorded(ILookup<StubOperation, ExampleDeclaration> examples)
    {
        var api = new StubApi(reference);
        foreach (var operation in _operations)
        {
            var recorded = DocumentedExamples.Of(operation.Declaration with { Examples = [.. examples[operation]] }, areRecorded: true);
            api.Add(new StubOperation(api, operation.Declaration, [.. recorded.Select(static example => example.Example), .. operation.Examples]));
        }

        return api;
    }

    public StubOperation? FindOperation(string id) => _byId.GetValueOrDefault(id);

    public SchemaDeclaration? FindSchema(string name) => reference.FindSchema(name);

    public string? FindSpelling(string name) => reference.FindSpelling(name);

    SectionDeclaration? IApiReference.FindOperation(string id) => reference.FindOperation(id);

    public ParameterSet? FindSet(string name) => reference.FindSet(name);

    public TypeReference? FindAlias(string name) => reference.FindAlias(name);

    /// <summary>Returns whether a header holds a date in the form of HTTP: it is a standard date header, and its row has a date type.</summary>
    public bool HoldsHttpDate(RowDeclaration header) => HttpDateFields.Holds(header.Name, this.Resolve(header.Type));

    /// <summary>The row of the API file for a status code, or null.</summary>
    public StatusDeclaration? WordingOf(int code) => Api is { } api ? StatusTable.Find(api.Statuses, code) : null;
}
