using System.Text;

namespace ApiSpec.Language.Reference;

/// <summary>The roles with which code calls APIs, as stated by a property or an attribute.</summary>
/// <param name="Statements">Roles for each API.</param>
internal sealed record CallerRoles(IReadOnlyList<CallerRoles.Statement> Statements)
{
    /// <summary>The value that turns the check on without stating roles, so that only attributes state them.</summary>
    private const string AttributesAlone = "*";

    /// <summary>
    /// Reads the property: roles separated by commas. Each applies to any API, or to one if the name of the API and a colon precede it. A role that contains a
    /// comma or a colon is in quotation marks, and a quotation mark in it is doubled. A name and a colon alone state an account without a role in that API.
    /// </summary>
    public static CallerRoles Parse(string text)
    {
        var statements = new List<Statement>();
        var part = new StringBuilder();
        string? api = null;
        var isQuoted = false;
        var wasQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ',';
            if (isQuoted && i < text.Length)
            {
                if (c != '"')
                    part.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    part.Append(text[++i]);
                else
                    isQuoted = false;
            }
            else if (c == '"' && IsBlank(part))
            {
                part.Clear();
                isQuoted = wasQuoted = true;
            }
            else if (c == ':' && api is null)
            {
                api = Take();
            }
            else if (c == ',')
            {
                var isName = wasQuoted;
                var role = Take();
                if (role.Length > 0 && (isName || role != AttributesAlone))
                    statements.Add(new Statement(api is { Length: > 0 } ? api : null, [role]));
                else if (role.Length == 0 && api is { Length: > 0 })
                    statements.Add(new Statement(api, []));
                api = null;
            }
            else if (!wasQuoted || !char.IsWhiteSpace(c))
            {
                part.Append(c);
            }
        }

        return new CallerRoles(statements);

        string Take()
        {
            var taken = wasQuoted ? part.ToString() : part.ToString().Trim();
            part.Clear();
            isQuoted = wasQuoted = false;
            return taken;
        }
    }

    /// <summary>Returns the roles that are stated for an API; null: none are stated.</summary>
    /// <param name="api">The name of the API; null: no particular API, so every statement counts.</param>
    public IReadOnlyCollection<string>? Find(string? api)
    {
        var found = Statements.Where(statement => statement.Api is null || api is null || string.Equals(statement.Api, api, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return found.Count == 0 ? null : [.. found.SelectMany(static statement => statement.Roles)];
    }

    private static bool IsBlank(StringBuilder part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (!char.IsWhiteSpace(part[i]))
                return false;
        }

        return true;
    }

    /// <summary>Roles for one API, or for any.</summary>
    /// <param name="Api">The name of the API; null: any.</param>
    /// <param name="Roles">The names of the roles; empty: an account without a role.</param>
    internal sealed record Statement(string? Api, IReadOnlyList<string> Roles);
}
