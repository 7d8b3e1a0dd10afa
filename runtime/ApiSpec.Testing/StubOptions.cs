using System.Text;

namespace ApiSpec.Testing;

/// <summary>What a stub answers with, and what it asks of its callers.</summary>
public sealed class StubOptions
{
    /// <summary>Options of a stub that lets everybody in.</summary>
    /// <param name="catalog">The operations and examples to answer with.</param>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public StubOptions(ExampleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Catalog = catalog;
    }

    /// <summary>The operations and examples to answer with.</summary>
    public ExampleCatalog Catalog { get; }

    /// <summary>What <c>Authorization: Basic</c> must hold once decoded; null: nothing is asked for.</summary>
    internal byte[]? BasicCredential { get; private set; }

    /// <summary>Answers 401, as documented, unless the request names this user and password (RFC 7617).</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StubOptions RequireBasic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        BasicCredential = Encoding.UTF8.GetBytes(user + ":" + password);
        return this;
    }
}
