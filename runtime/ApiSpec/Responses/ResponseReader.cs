namespace ApiSpec.Transport;

/// <summary>The conversion of a received response to the whole response, or to its body only.</summary>
/// <param name="operation">The operation.</param>
/// <param name="accept">The Accept header.</param>
/// <param name="readsBody">Whether the body of a documented success is read at all.</param>
/// <param name="streaming">Opens the body of a success, which is returned unread; null: the body is read.</param>
internal abstract class ResponseReader<T>(ApiOperation operation, string accept, bool readsBody, BodyStreaming? streaming)
{
    public ApiOperation Operation { get; } = operation;

    public string Accept { get; } = accept;

    public bool ReadsBody { get; } = readsBody;

    public BodyStreaming? Streaming { get; } = streaming;

    /// <summary>Whether a success with a status code is a file or plain text, and so can be JSON of any form.</summary>
    public abstract bool MayBeAnything(int statusCode);

    /// <summary>Reads a response.</summary>
    /// <param name="received">The response.</param>
    /// <param name="failure">The exception of the call, or null if there is a result.</param>
    public abstract T? Read(in ReceivedResponse received, out Exception? failure);
}
