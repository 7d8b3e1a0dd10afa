using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>A file to be uploaded.</summary>
/// <remarks>
/// A file can be a stream or bytes in memory. Bytes convert to a file: a method that takes a file also takes a <see cref="byte"/> array. A stream is sent
/// from its position when the request is created. A stream that can seek can be sent again, for example for a credential whose session has ended. With any
/// other stream, the request is sent only once, and the caller gets the response to that request.
/// </remarks>
public sealed class ApiFile : IDisposable
{
    private const string NameOfBytes = "file";

    private readonly bool _ownsContent;
    private Stream? _content;

    /// <summary>Creates a file from a stream.</summary>
    /// <param name="content">The bytes; the stream is never disposed.</param>
    /// <param name="fileName">The file name in a form.</param>
    /// <param name="contentType">The media type in a form; null: <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentNullException">The stream or the name is null.</exception>
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
        _content = content;
        FileName = UnicodeText.Check(fileName);
        ContentType = contentType;
        _ownsContent = ownsContent;
    }

    private ApiFile(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        FileName = NameOfBytes;
    }

    /// <summary>The bytes as a stream. If the file was created from bytes, requests do not use this stream.</summary>
    public Stream Content => _content ??= ToStream(Bytes.GetValueOrDefault());

    /// <summary>The bytes, if they are in memory; null: only the stream has them.</summary>
    internal ReadOnlyMemory<byte>? Bytes { get; }

    /// <summary>The file name in a form; it is not sent if the file is the whole body.</summary>
    public string FileName { get; }

    /// <summary>The media type in a form; null: <c>application/octet-stream</c>. A file that is the whole body has the media type of the spec.</summary>
    public string? ContentType { get; }

    /// <summary>Receives the number of sent bytes after each block; it restarts from 0 when the request is sent again. Null (default): no reports.</summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>Creates a file from bytes, with the name <c>file</c>. The bytes are not copied, so do not change them until the call has ended.</summary>
    /// <param name="bytes">The bytes.</param>
    public static implicit operator ApiFile(ReadOnlyMemory<byte> bytes) => FromReadOnlyMemory(bytes);

    /// <summary>Creates a file from bytes, with the name <c>file</c>. The bytes are not copied, so do not change them until the call has ended.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static implicit operator ApiFile(byte[] bytes) => FromByteArray(bytes);

    /// <summary>Creates a file from bytes, with the name <c>file</c>. The bytes are not copied, so do not change them until the call has ended.</summary>
    /// <param name="bytes">The bytes.</param>
    public static ApiFile FromReadOnlyMemory(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>Creates a file from bytes, with the name <c>file</c>. The bytes are not copied, so do not change them until the call has ended.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static ApiFile FromByteArray(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new(bytes.AsMemory());
    }

    /// <summary>Opens a file for uploading, under its own name. Dispose it afterwards.</summary>
    /// <param name="path">The path.</param>
    /// <param name="contentType">The media type in a form; null: <c>application/octet-stream</c>.</param>
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
            _content!.Dispose();
    }

    /// <summary>The stream of the caller; for bytes, a separate one, so that several requests can send them at the same time.</summary>
    internal Stream OpenContent() => Bytes is { } bytes ? ToStream(bytes) : Content;

    private static MemoryStream ToStream(ReadOnlyMemory<byte> bytes)
        => MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>The name.</summary>
    public override string ToString() => FileName;
}
