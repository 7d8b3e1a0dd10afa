namespace ApiSpec.Credentials;

/// <summary>How long the tokens of a credential are valid.</summary>
/// <param name="lifetime">The time after the token was issued; null: it is valid until the server refuses it.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class TokenLifetime(TimeSpan? lifetime, TimeProvider timeProvider)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    /// <summary>A token that is issued now.</summary>
    public SessionToken Issue(string text, Uri? server) => new(text, server, timeProvider.GetTimestamp());

    /// <summary>Whether the token is not valid any more.</summary>
    public bool HasEnded(SessionToken token) => Age(token) >= lifetime;

    /// <summary>Whether a new token is needed, because the lifetime ends soon or has ended.</summary>
    public bool EndsSoon(SessionToken token)
        => lifetime is { } whole && Age(token) >= whole - TimeSpan.FromTicks(Math.Min(whole.Ticks / 10, LongestMargin.Ticks));

    private TimeSpan Age(SessionToken token) => timeProvider.GetElapsedTime(token.IssuedAt);
}
