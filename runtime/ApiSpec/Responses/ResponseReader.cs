namespace ApiSpec.Transport;

/// <summary>What a reply becomes: the whole response, or its body alone.</summary>
internal abstract class ResponseReader<T>(ApiOperation operation, string accept)
{
    public ApiOperation Operation { get; } = operation;

    public string Accept { get; } = accept;

    /// <summary>Whether the body of a documented success is read at all.</summary>
    public abstract bool ReadsBody { get; }

    /// <summary>Whether the body of a success is handed over unread.</summary>
    public abstract bool Streams { get; }

    /// <summary>Whether a success is a file or a text, and so may be JSON of any form.</summary>
    public abstract bool MayBeAnything { get; }

    /// <summary>Reads a reply.</summary>
    /// <param name="received">The reply.</param>
    /// <param name="failure">What the call throws instead of giving a result; null when there is a result.</param>
    public abstract T? Read(in ReceivedResponse received, out Exception? failure);
}
