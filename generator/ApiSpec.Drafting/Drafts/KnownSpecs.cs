using ApiSpec.Language.Declarations;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The specs that already exist.</summary>
internal sealed class KnownSpecs
{
    public static readonly KnownSpecs None = new([]);

    // Tables of one or two members are too similar to others.
    private const int FewestMembers = 2;

    private readonly IReadOnlyList<SectionDeclaration> _sections;
    private readonly IReadOnlyList<SchemaDeclaration> _schemas;
    private readonly HashSet<string>? _error;

    public KnownSpecs(IReadOnlyList<SpecFile> files)
    {
        _sections = [.. files.Select(static file => file.Section).OfType<SectionDeclaration>()];
        _schemas = [.. files.SelectMany(static file => file.Schemas)];
        var apis = files.Where(static file => file.Api is not null).ToList();
        ApiId = apis is [{ ApiId: { } id }] ? id : null;
        Roles = [.. files.SelectMany(static file => file.Api?.Roles ?? []).Select(static role => role.Name)
            .Concat(_sections.SelectMany(static section => section.Roles)).Distinct(StringComparer.Ordinal)];
        Aliases = [.. files.SelectMany(static file => file.Api?.Types ?? []).Select(static alias => alias.Name)];
        _error = apis is [{ Api.Error: { } error }] ? MembersOf(error) : null;
        Manuals = [.. files.SelectMany(static file => file.Api?.Manuals ?? []).Select(static manual => manual.Key)];
    }

    /// <summary>The API of all files; null: there is no API file, or there are several.</summary>
    public string? ApiId { get; }

    /// <summary>The names of roles.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>The type names of the reference that the API file defines.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The keys of the editions.</summary>
    public IReadOnlyList<string> Manuals { get; }

    public bool IsType(string name) => Aliases.Contains(name) || _schemas.Any(schema => schema.Name == name && schema.TypeParameters.Count == 0);

    /// <summary>Returns the section of a request; null: it has not been transcribed.</summary>
    public SectionDeclaration? Find(string method, string path)
        => _sections.FirstOrDefault(section => section.HttpMethod == method && Normal(section.Path.ToString()) == Normal(path));

    /// <summary>Returns the row of a placeholder in a transcribed path with the same start; null: no such row.</summary>
    public RowDeclaration? FindPathRow(string pathToPlaceholder, string name)
        => _sections
            .Where(section => Normal(section.Path.ToString()).StartsWith(Normal(pathToPlaceholder), StringComparison.Ordinal))
            .SelectMany(static section => section.PathRows)
            .FirstOrDefault(row => row.Name == name);

    /// <summary>Returns the schema with exactly these members; null: no schema has them, or several have.</summary>
    public SchemaDeclaration? FindSchema(IReadOnlyList<DraftRow> rows)
    {
        if (rows.Count < FewestMembers)
            return null;
        var names = rows.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
        var found = _schemas.Where(schema => schema.Type is null && schema.Members.Count > 0
            && names.SetEquals(schema.Members.Where(static row => !row.IsRest).Select(static row => row.Name))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Whether the body of failed responses in the API file has exactly these members.</summary>
    public bool IsSharedError(IReadOnlyList<DraftRow> rows) => rows.Count > 0 && _error?.SetEquals(rows.Select(static row => row.Name)) == true;

    private HashSet<string>? MembersOf(BodyDeclaration body)
    {
        var schema = body.Type is { Kind: TypeKind.Named, Name: { } name } ? _schemas.FirstOrDefault(schema => schema.Name == name) : null;
        var members = schema?.Members ?? body.Members;
        return members.Count == 0 ? null : members.Where(static row => !row.IsRest).Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
    }

    // The names of placeholders do not distinguish paths.
    private static string Normal(string path)
    {
        var normal = new System.Text.StringBuilder(path.Length);
        var depth = 0;
        foreach (var c in path)
        {
            depth += c == '{' ? 1 : 0;
            if (depth == 0)
                normal.Append(c);
            if (c == '}' && --depth == 0)
                normal.Append("{}");
        }

        return normal.ToString();
    }
}
