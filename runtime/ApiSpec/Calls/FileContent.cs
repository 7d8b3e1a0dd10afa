using System.Net;

namespace ApiSpec.Transport;

/// <summary>Writes a file into a request. Disposing it does not close the stream, because it belongs to the caller.</summary>
internal sealed class FileContent(RequestFile file) : HttpContent
{
#if NET8_0_OR_GREATER
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => file.CopyToAsync(stream, cancellationToken);
#endif

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => file.CopyToAsync(stream, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length ?? 0;
        return file.Length is not null;
    }
}
