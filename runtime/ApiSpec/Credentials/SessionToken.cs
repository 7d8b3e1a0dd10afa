namespace ApiSpec.Credentials;

/// <summary>A token, the server that issued it, and when.</summary>
internal sealed class SessionToken(string text, Uri? server, long issuedAt)
{
    public string Text { get; } = text;

    public long IssuedAt { get; } = issuedAt;

    /// <summary>Returns whether a URL belongs to the server that issued the token. Other servers never receive it.</summary>
    public bool IsOf(Uri? address)
        => address is { IsAbsoluteUri: true }
            && server is { IsAbsoluteUri: true }
            && address.Port == server.Port
            && address.Scheme == server.Scheme
            && string.Equals(address.Host, server.Host, StringComparison.OrdinalIgnoreCase);

    public bool Is(string? text) => string.Equals(Text, text, StringComparison.Ordinal);
}
