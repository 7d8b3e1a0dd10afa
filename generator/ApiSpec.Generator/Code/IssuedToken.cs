using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Code;

/// <summary>A token that an operation issues and others take.</summary>
internal sealed record IssuedToken
{
    /// <summary>The part of a request that carries it.</summary>
    public required CredentialPlace Place { get; init; }

    /// <summary>The name of the header, parameter, field, member or cookie that carries it.</summary>
    public required string Name { get; init; }

    /// <summary>It is all cookies that the response sets.</summary>
    public bool IsOfCookies { get; init; }

    /// <summary>The word before it; empty: none.</summary>
    public required string Scheme { get; init; }

    /// <summary>How long it is valid; null: not documented.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>What the body of a failure says if the server takes it no longer; empty: it answers with 401.</summary>
    public EquatableArray<StatedClause> Expired { get; init; } = [];

    /// <summary>The response header that it is issued in; null: it is a member of the body.</summary>
    public string? IssuedIn { get; init; }

    /// <summary>The member of the body that holds it, as it is called in JSON.</summary>
    public string? Member { get; init; }

    /// <summary>The expression of that member, after that of the body.</summary>
    public string? Expression { get; init; }
}
