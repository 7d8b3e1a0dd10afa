namespace ApiSpec.Observability;

/// <summary>A place in one string of a response that its contract does not describe.</summary>
/// <param name="kind">The kind of element.</param>
/// <param name="owner">The schema that lacks the member, or the enumeration that lacks the value.</param>
/// <param name="hash">The hash of the name or the value.</param>
/// <param name="offset">The start of the token in the text.</param>
/// <param name="value">The value of an enumeration as it can be shown; null for a member.</param>
internal sealed class DriftPlace(ApiDriftKind kind, string? owner, ulong hash, long offset, string? value)
{
    public ApiDriftKind Kind { get; } = kind;

    public string? Owner { get; } = owner;

    public ulong Hash { get; } = hash;

    public long Offset { get; } = offset;

    public string? Value { get; } = value;

    /// <summary>The place that was found after this one, or null.</summary>
    public DriftPlace? Next { get; set; }

    /// <summary>The path without positions; null until the text has been read. It can contain a secret of the request.</summary>
    public string? Path { get; set; }

    /// <summary>The path that can be shown, without the secrets of the request; null until the text has been read.</summary>
    public string? ShownPath { get; set; }
}
