using System.Net;

namespace ApiSpec.Testing.Recording;

/// <summary>The body of a response, of which a copy is kept while the program reads it.</summary>
internal sealed class RecordedContent : HttpContent
{
    private readonly HttpContent _received;
    private readonly BodyCapture _capture;

    public RecordedContent(HttpContent received, BodyCapture capture)
    {
        (_received, _capture) = (received, capture);
        foreach (var header in received.Headers.NonValidated)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _received.Headers.ContentLength ?? 0;
        return _received.Headers.ContentLength is not null;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        => new RecordedStream(await _received.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _capture);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
        => new RecordedStream(_received.ReadAsStream(cancellationToken), _capture);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var body = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
            await body.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var body = CreateContentReadStream(cancellationToken);
        body.CopyTo(stream);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _received.Dispose();
            _capture.End(isWhole: false);
        }

        base.Dispose(disposing);
    }
}
