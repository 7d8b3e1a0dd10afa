namespace ApiSpec.Testing;

/// <summary>What a fake is like. Read once, when the fake is made.</summary>
public sealed class FakeOptions
{
    private (string User, string Password)? _login;
    private bool _issuesSessions;

    /// <summary>What values that are made from schemas vary with: the same seed gives the same values everywhere. 0: the simplest values that a schema allows.</summary>
    public int Seed { get; set; }

    /// <summary>Whether requests that contradict the reference are refused with 400 and the reason. True by default; a request that no operation is described for is always refused.</summary>
    public bool ChecksRequests { get; set; } = true;

    /// <summary>The clock that delays and the lifetimes of session tokens go by; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal (string User, string Password)? Login => _login;

    /// <summary>Answers 401, as documented, unless the request names this user and password (RFC 7617).</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FakeOptions RequireBasic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        _login = (user, password);
        _issuesSessions = false;
        return this;
    }

    /// <summary>
    /// As <see cref="RequireBasic"/>, and the answer to a request with the password hands out a session token, as the API file documents it. Requests that carry
    /// the token are let in for its documented lifetime. A fake whose API file describes no session cannot be made with these options.
    /// </summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FakeOptions RequireSession(string user, string password)
    {
        RequireBasic(user, password);
        _issuesSessions = true;
        return this;
    }

    internal StubOptions ToStubOptions(ExampleCatalog catalog)
    {
        var options = new StubOptions(catalog) { Seed = Seed, TimeProvider = TimeProvider };
        if (_login is not var (user, password))
            return options;
        return _issuesSessions ? options.RequireSession(user, password) : options.RequireBasic(user, password);
    }
}
