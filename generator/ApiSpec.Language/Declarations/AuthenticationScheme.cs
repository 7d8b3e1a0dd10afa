using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>One way in which the reference lets a caller log in.</summary>
internal sealed record AuthenticationScheme
{
    public required AuthenticationKind Kind { get; init; }

    /// <summary>The scheme of a session or token (<c>HSSO</c>) before the token in the header.</summary>
    public string? Scheme { get; init; }

    /// <summary>The part of a request that carries the credential.</summary>
    public CredentialPlace Place { get; init; }

    /// <summary>
    /// The names of the headers, parameters, fields or cookies that carry the credential; a dot separates the names of nested members of a body. Empty for
    /// Basic, Bearer and sessions, for cookies that an operation sets, and if a section refers to a scheme of the API file.
    /// </summary>
    public EquatableArray<string> Names { get; init; } = [];

    /// <summary>Whether the program computes the values for each request.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Whether a section refers to a scheme of the API file by its kind, without details.</summary>
    public bool IsReference { get; init; }

    /// <summary>The request header that carries a session or token; null: <c>Authorization</c>.</summary>
    public string? Header { get; init; }

    /// <summary>The response header that a session token, or the token of an operation, is issued in.</summary>
    public string? IssuedIn { get; init; }

    /// <summary>The lifetime of a session token in seconds; null: not documented.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>The operation that issues a token or sets cookies: <c>Sessions.Generate</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The member of that operation's response with the token, with dots between nested names. Null: the token is in a header.</summary>
    public string? Member { get; init; }

    /// <summary>The condition on the body of a failure that means an expired token. Null: the server responds with 401.</summary>
    public Condition? ExpiredWhen { get; init; }

    /// <summary>The word with which a section refers to the scheme: <c>cookie</c>, <c>token</c>, <c>computed</c>.</summary>
    public string Word => (Kind == AuthenticationKind.Fields ? IsComputed ? "computed" : Place.ToString() : Kind.ToString()).ToLowerInvariant();

    public required string Pointer { get; init; }
}

internal enum AuthenticationKind
{
    Basic,
    Bearer,

    /// <summary>HTTP Digest. The client sends no credential, because the handler below it responds to the challenge of the server.</summary>
    Digest,

    /// <summary>Fixed or computed values in <see cref="AuthenticationScheme.Place"/>, or cookies that an operation sets.</summary>
    Fields,
    Session,
    Token,
}

/// <summary>A part of a request that carries a credential.</summary>
internal enum CredentialPlace
{
    Header,
    Query,
    Form,
    Body,
    Cookie,
}
