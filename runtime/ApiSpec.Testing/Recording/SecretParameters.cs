using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Recording;

/// <summary>Which parameters in the query or the form of an operation are secret, as far as its rows and the credentials of its API say.</summary>
/// <remarks>Only a row with the whole name of a parameter says that it is not secret. A similar name, or a pattern that many names match, does not.</remarks>
internal sealed class SecretParameters
{
    private readonly HashSet<string> _secret = new(StringComparer.Ordinal);
    private readonly HashSet<string> _public = new(StringComparer.Ordinal);
    private readonly HashSet<string> _similar = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _credentials = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _patterns = [];

    private SecretParameters(StubOperation operation, CredentialPlace place, IEnumerable<RowDeclaration> rows)
    {
        // Those of all operations: a client can send its credential to each of them.
        foreach (var scheme in (operation.Api.Api?.Authentication ?? []).Concat(operation.Declaration.Authentication ?? []))
        {
            if (scheme.Place == place)
                _credentials.UnionWith(scheme.Names);
        }

        foreach (var row in rows)
        {
            if (row is { IsPattern: true, IsSecret: true })
                _patterns.Add(row.Name);
            if (row.IsPattern || row.IsRest)
                continue;
            var names = row.Names.Concat(RowNames.Sent(row)).ToList();
            (row.IsSecret ? _secret : _public).UnionWith(names);
            if (row.IsSecret)
                _similar.UnionWith(names);
        }
    }

    public static SecretParameters OfQuery(StubOperation operation) => new(operation, CredentialPlace.Query, operation.QueryRows);

    public static SecretParameters OfForm(StubOperation operation) => new(operation, CredentialPlace.Form, operation.FieldRows);

    /// <summary>Whether a parameter is secret; null: nothing is said about its name here, so its name in other places decides.</summary>
    public bool? IsSecret(string name)
    {
        if (_secret.Contains(name) || _credentials.Contains(name))
            return true;
        if (_public.Contains(name))
            return false;
        return IsSimilar(name) || Array.Exists(SecretNames.PartsOf(name), IsSimilar) ? true : null;
    }

    private bool IsSimilar(string name)
        => _similar.Contains(name) || _credentials.Contains(name)
            || _patterns.Exists(pattern => NamePattern.Matches(pattern, name, StringComparison.OrdinalIgnoreCase));
}
