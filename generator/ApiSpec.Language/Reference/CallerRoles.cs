namespace ApiSpec.Language.Reference;

/// <summary>The roles as which code calls APIs, as a property or an attribute states them.</summary>
/// <param name="Statements">Roles by the API that they belong to.</param>
internal sealed record CallerRoles(IReadOnlyList<CallerRoles.Statement> Statements)
{
    /// <summary>What turns the check on without saying anything: attributes say it then.</summary>
    private const string AttributesAlone = "*";

    /// <summary>Reads the property: roles between commas, each for any API or, with its name and a colon in front, for one.</summary>
    public static CallerRoles Parse(string text)
        => new([.. text.Split(',').Select(static role => role.Trim()).Where(static role => role.Length > 0 && role != AttributesAlone)
            .Select(static role => role.Split([':'], 2))
            .Select(static parts => parts.Length == 1 ? new Statement(null, parts) : new Statement(parts[0].Trim(), [parts[1].Trim()]))]);

    /// <summary>The roles that are stated for an API; null: nothing is.</summary>
    /// <param name="api">The name of the API; null: that of no one API, for which every statement counts.</param>
    public IReadOnlyCollection<string>? Find(string? api)
    {
        var found = Statements.Where(statement => statement.Api is null || api is null || string.Equals(statement.Api, api, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 0 ? null : [.. found.SelectMany(static statement => statement.Roles)];
    }

    /// <summary>Roles for one API, or for any.</summary>
    /// <param name="Api">The name of the API; null: any.</param>
    /// <param name="Roles">The names of the roles; empty: an account without a role.</param>
    internal sealed record Statement(string? Api, IReadOnlyList<string> Roles);
}
