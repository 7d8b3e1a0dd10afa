using System.Buffers;

namespace ApiSpec;

/// <summary>A file that a server issues, read while it arrives. Dispose it: it holds a connection.</summary>
/// <remarks>
/// The limits on the size of responses do not apply. The timeout of the call covers everything up to the headers; after that,
/// <see cref="ApiClientOptions.ReadTimeout"/> limits every read of <see cref="Content"/>.
/// </remarks>
public sealed class ApiDownload : IDisposable, IAsyncDisposable
{
    private const int CopySize = 81920;

    /// <summary>Creates a download from any stream, for test doubles of a client.</summary>
    /// <param name="content">The bytes; disposed with the download.</param>
    /// <param name="fileName">The file's name; null when the server gives none.</param>
    /// <param name="contentType">The value of the Content-Type header, or null.</param>
    /// <param name="length">The number of bytes; null when it is not known.</param>
    public ApiDownload(Stream content, string? fileName = null, string? contentType = null, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        FileName = fileName;
        ContentType = contentType;
        Length = length;
    }

    /// <summary>
    /// The bytes, after decompression, to be read once from start to end. A read throws <see cref="ApiTimeoutException"/> when nothing comes, and
    /// <see cref="ApiConnectionException"/> when the response breaks off or ends before <see cref="Length"/>.
    /// </summary>
    public Stream Content { get; }

    /// <summary>
    /// The file's name from the Content-Disposition header (RFC 6266), fit for use: without folders and control characters, and nothing that means something
    /// else to a file system. Null when the server gives none.
    /// </summary>
    public string? FileName { get; }

    /// <summary>The value of the Content-Type header, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes; null when the server does not say, or sends them compressed.</summary>
    public long? Length { get; }

    /// <summary>Copies the rest of the content.</summary>
    /// <param name="destination">Where to; it is neither flushed nor disposed.</param>
    /// <param name="progress">Receives the number of copied bytes after each block.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <exception cref="ApiTimeoutException">Nothing came for as long as a read may wait.</exception>
    /// <exception cref="ApiConnectionException">The response broke off.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task CopyToAsync(Stream destination, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var buffer = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            long copied = 0;
            while (true)
            {
#if NET8_0_OR_GREATER
                var read = await Content.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return;
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
#else
                var read = await Content.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return;
                await destination.WriteAsync(buffer, 0, read, cancellationToken).ConfigureAwait(false);
#endif
                copied += read;
                progress?.Report(copied);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Ends the download, whether it was read to the end or not.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Ends the download, whether it was read to the end or not.</summary>
#if NET8_0_OR_GREATER
    public ValueTask DisposeAsync() => Content.DisposeAsync();
#else
    public ValueTask DisposeAsync()
    {
        Content.Dispose();
        return default;
    }
#endif
}
