using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>A success whose body is read while it arrives. Disposing it ends the response.</summary>
internal sealed class StreamedResponse : ApiResponse, IDisposable
{
    public StreamedResponse(in ReceivedResponse received, Stream? stream)
        : base(in received)
        => Stream = stream;

    /// <summary>The body; null if the reference lists the status as a result without a body.</summary>
    public Stream? Stream { get; }

    public bool MayBeEmpty => MayLackBody;

    public void Dispose() => Stream?.Dispose();

    public override ApiException CreateException() => throw new NotSupportedException("Failures are not streamed.");
}
