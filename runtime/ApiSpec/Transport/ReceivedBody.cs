namespace ApiSpec.Transport;

/// <summary>The bytes of a body in a buffer that somebody else owns.</summary>
/// <param name="Bytes">What arrived, up to the limit.</param>
/// <param name="IsIncomplete">Whether the body went on beyond the limit, or broke off.</param>
internal readonly record struct ReceivedBody(ReadOnlyMemory<byte> Bytes, bool IsIncomplete);
