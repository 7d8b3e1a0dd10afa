namespace ApiSpec.Transport;

/// <summary>Why a body could not be read as the reference describes it.</summary>
internal sealed class BodyViolation(string text, ApiJsonException? cause)
{
    public string Text { get; } = text;

    public ApiJsonException? Cause { get; } = cause;
}
