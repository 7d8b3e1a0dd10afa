using System.Net.Http.Headers;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>A file to be uploaded.</summary>
/// <remarks>
/// The stream is sent from its position when the request is created. A stream that can seek can be sent again, for example for a credential whose session
/// has ended; with any other stream the request is sent once only, and the caller gets the response to that.
/// </remarks>
public sealed class ApiFile : IDisposable
{
    private readonly bool _ownsContent;

    /// <summary>Makes a file of a stream.</summary>
    /// <param name="content">The bytes; the stream is never disposed.</param>
    /// <param name="fileName">The file name in the request.</param>
    /// <param name="contentType">The media type in the request; null: <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be read, the name is empty or contains control characters, or the media type is invalid.
    /// </exception>
    public ApiFile(Stream content, string fileName, string? contentType = null)
        : this(content, fileName, contentType, ownsContent: false)
    {
    }

    private ApiFile(Stream content, string fileName, string? contentType, bool ownsContent)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!content.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        foreach (var value in fileName)
        {
            if (char.IsControl(value))
                throw new ArgumentException("A file name cannot contain control characters.", nameof(fileName));
        }

        if (contentType is not null)
            HeaderRules.CheckValue("Content-Type", contentType, nameof(contentType));
        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException(Printable.Quote(contentType) + " is not a media type.", nameof(contentType));
        Content = content;
        FileName = UnicodeText.Check(fileName);
        ContentType = contentType;
        _ownsContent = ownsContent;
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>The file name in the request.</summary>
    public string FileName { get; }

    /// <summary>The media type in the request; null: <c>application/octet-stream</c>.</summary>
    public string? ContentType { get; }

    /// <summary>Receives the number of sent bytes after each block; it restarts from 0 when the request is sent again. Null (default): no reports.</summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>Opens a file for uploading, under its own name. Dispose it afterwards.</summary>
    /// <param name="path">The path.</param>
    /// <param name="contentType">The media type in the request; null: <c>application/octet-stream</c>.</param>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static ApiFile Open(string path, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            return new ApiFile(content, Path.GetFileName(path), contentType, ownsContent: true);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Closes a file that <see cref="Open"/> has opened; leaves any other stream alone.</summary>
    public void Dispose()
    {
        if (_ownsContent)
            Content.Dispose();
    }

    /// <summary>The name.</summary>
    public override string ToString() => FileName;
}
