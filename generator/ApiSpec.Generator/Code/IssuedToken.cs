namespace ApiSpec.Generator.Code;

/// <summary>A token that an operation issues and others take.</summary>
internal sealed record IssuedToken
{
    /// <summary>The request header that carries it.</summary>
    public required string Header { get; init; }

    /// <summary>The word before it; empty: none.</summary>
    public required string Scheme { get; init; }

    /// <summary>How long it is valid; null: not documented.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>The response header that it is issued in; null: it is a member of the body.</summary>
    public string? IssuedIn { get; init; }

    /// <summary>The member of the body that holds it, as it is called in JSON.</summary>
    public string? Member { get; init; }

    /// <summary>The property of that member.</summary>
    public string? Property { get; init; }
}
