using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;
using ApiSpec.Testing.Answers;

namespace ApiSpec.Testing.Loading;

/// <summary>What the operations of one API share.</summary>
internal sealed class StubApi(string? id, ApiDeclaration? declaration)
{
    private readonly Dictionary<string, SchemaDeclaration> _schemas = new(StringComparer.Ordinal);
    private readonly List<StubOperation> _operations = [];

    /// <summary>The short name of the API; null: the specs give none.</summary>
    public string? Id => id;

    public string? Title => declaration?.Title;

    /// <summary>How the server issues session tokens; null: the API file describes no sessions.</summary>
    public AuthenticationScheme? Session
        => declaration?.Authentication.FirstOrDefault(static scheme => scheme is { Kind: AuthenticationKind.Session, Scheme: not null, IssuedIn: not null });

    /// <summary>How an operation issues tokens; null: none does.</summary>
    public AuthenticationScheme? Token
        => declaration?.Authentication.FirstOrDefault(static scheme => scheme is { Kind: AuthenticationKind.Token, Operation: not null } && (scheme.Member ?? scheme.IssuedIn) is not null);

    /// <summary>Headers that every operation takes.</summary>
    public EquatableArray<RowDeclaration> Headers => declaration?.Headers ?? [];

    public IEnumerable<RowDeclaration> SetRows(string name) => declaration?.Sets.FirstOrDefault(set => set.Name == name)?.Rows ?? [];

    public string? DateTimeFormat => declaration?.DateTimeWriteFormat;

    /// <summary>The body of unsuccessful answers; null: the API file shows none.</summary>
    public BodyDeclaration? Error => declaration?.Error;

    public EquatableArray<WordReplacement> Words => declaration?.Words ?? [];

    public string? Base => declaration?.Base;

    public IReadOnlyList<StubOperation> Operations => _operations;

    public void Add(StubOperation operation) => _operations.Add(operation);

    public void Add(SchemaDeclaration schema) => _schemas.TryAdd(schema.Name, schema);

    public StubOperation? FindOperation(string id) => _operations.Find(operation => operation.Id == id);

    public SchemaDeclaration? FindSchema(string name) => _schemas.GetValueOrDefault(name);

    public TypeReference? FindAlias(string name) => declaration?.Types.FirstOrDefault(alias => alias.Name == name)?.Type;

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

    /// <summary>Follows <c>same as</c> to the body that is shown; null: none is.</summary>
    /// <param name="body">A request or response body.</param>
    /// <param name="isRequest">Tells which of the other operation's bodies is meant when it has both.</param>
    public BodyDeclaration? Resolve(BodyDeclaration? body, bool isRequest)
    {
        var required = body?.Required ?? [];
        // As many steps as there are operations: sections may each say that they are the same as the other.
        for (var step = 0; step <= _operations.Count && body is { Kind: BodyKind.SameAs }; step++)
        {
            var other = FindOperation(body.SameAs!);
            body = isRequest ? other?.Response ?? other?.Body : other?.Response;
        }

        return body is { Kind: BodyKind.SameAs } ? null : RequiredMembers.Apply(body, required, FindSchema);
    }

    /// <summary>The alternatives that a list of the type has to have, and how often; none where the reference does not tell.</summary>
    public IEnumerable<((TypeReference Type, TypeScope Scope) Alternative, int Times)> Counted(TypeReference item, TypeScope scope)
    {
        var (named, inner) = scope.Find(item.Name ?? "") ?? (item, scope);
        if (named.Kind != TypeKind.Named || FindSchema(named.Name!) is not { Numbers.Count: > 0, Type: { } union } schema)
            return [];
        var of = TypeScope.Of(schema, named, inner);
        return schema.Numbers
            .Where(static number => number.Minimum > 0)
            .Select(number => ((union.Arguments.First(alternative => (alternative.Name ?? TypeParser.NameOf(alternative.Kind)) == number.Name), of), number.Minimum));
    }
}
