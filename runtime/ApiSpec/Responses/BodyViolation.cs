namespace ApiSpec.Transport;

/// <summary>Why a body could not be read as the reference describes it.</summary>
internal sealed record BodyViolation(string Text, ApiJsonException? Cause);
