using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A token that one operation issues and others need.</summary>
internal sealed record IssuedToken
{
    /// <summary>The part of a request that carries it.</summary>
    public required CredentialPlace Place { get; init; }

    /// <summary>The name of the header, parameter, field, member or cookie that carries it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the token consists of all cookies that the response sets.</summary>
    public bool IsOfCookies { get; init; }

    /// <summary>The scheme before it; empty: none.</summary>
    public required string Scheme { get; init; }

    /// <summary>Its lifetime in seconds; null: not documented.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>The condition on the body of a failure that shows an expired token; empty: the server responds with 401.</summary>
    public EquatableArray<StatedClause> Expired { get; init; } = [];

    /// <summary>The response header that issues it; null: it is in the body.</summary>
    public string? IssuedIn { get; init; }

    /// <summary>The JSON name of the body's member with the token.</summary>
    public string? Member { get; init; }

    /// <summary>The C# expression that selects that member from the body.</summary>
    public string? Expression { get; init; }
}
