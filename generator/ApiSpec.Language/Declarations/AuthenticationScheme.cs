using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>One way in which the reference lets a caller log in.</summary>
internal sealed record AuthenticationScheme
{
    public required AuthenticationKind Kind { get; init; }

    /// <summary>The scheme of a session or token (<c>HSSO</c>), as it stands in the header before the token.</summary>
    public string? Scheme { get; init; }

    /// <summary>The names of the headers or query parameters that carry the credential; empty for the other kinds.</summary>
    public EquatableArray<string> Names { get; init; } = [];

    /// <summary>The request header that carries a session or token; null: <c>Authorization</c>.</summary>
    public string? Header { get; init; }

    /// <summary>The response header that a session token, or the token of an operation, is issued in.</summary>
    public string? IssuedIn { get; init; }

    /// <summary>Seconds that a session token is valid for; null: not documented.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>The operation that issues a token: <c>Sessions.Generate</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The member of that operation's response that holds the token; null: it stands in a header.</summary>
    public string? Member { get; init; }

    public required string Pointer { get; init; }
}

internal enum AuthenticationKind
{
    Basic,
    Bearer,
    Header,
    Query,
    Session,
    Token,
}
