using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>A success whose body is read while it arrives. Disposing it ends the reply.</summary>
internal sealed class StreamedResponse : ApiResponse, IDisposable
{
    public StreamedResponse(in ReceivedResponse received, ResponseStream stream)
        : base(in received)
        => Stream = stream;

    public ResponseStream Stream { get; }

    public void Dispose() => Stream.Dispose();

    internal override ApiException CreateException() => throw new NotSupportedException("Failures are not streamed.");
}
