namespace ApiSpec.Transport;

/// <summary>The conversion of a received response to the whole response, or to its body only.</summary>
internal abstract class ResponseReader<T>(ApiOperation operation, string accept)
{
    public ApiOperation Operation { get; } = operation;

    public string Accept { get; } = accept;

    /// <summary>Whether the body of a documented success is read at all.</summary>
    public abstract bool ReadsBody { get; }

    /// <summary>Opens the body of a success, which is returned unread; null: the body is read.</summary>
    public abstract BodyStreaming? Streaming { get; }

    /// <summary>Whether a success is a file or plain text, and so can be JSON of any form.</summary>
    public abstract bool MayBeAnything { get; }

    /// <summary>Reads a response.</summary>
    /// <param name="received">The response.</param>
    /// <param name="failure">The exception of the call, or null if there is a result.</param>
    public abstract T? Read(in ReceivedResponse received, out Exception? failure);
}
