using System.Net;

namespace ApiSpec.Transport;

/// <summary>Writes a form into a request. Disposing it does not close the streams of its files, because they belong to the caller.</summary>
internal sealed class FormContent : HttpContent
{
    private readonly FormData _form;

    public FormContent(FormData form)
    {
        _form = form;
        Headers.TryAddWithoutValidation("Content-Type", form.MediaType + "; boundary=" + form.Boundary);
    }

#if NET8_0_OR_GREATER
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => WriteAsync(stream, cancellationToken);
#endif

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        foreach (var segment in _form.Segments)
        {
            length += segment.Text.Length;
            if (segment.File is null)
                continue;
            if (segment.File.Length is not { } fileLength)
                return false;
            length += fileLength;
        }

        return true;
    }

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (var segment in _form.Segments)
        {
#if NET8_0_OR_GREATER
            await stream.WriteAsync(segment.Text.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
            await stream.WriteAsync(segment.Text, 0, segment.Text.Length, cancellationToken).ConfigureAwait(false);
#endif
            if (segment.File is not null)
                await segment.File.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }
}
