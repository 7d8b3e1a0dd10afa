using System.Buffers;
using ApiSpec.Generated;

namespace ApiSpec.Transport;

/// <summary>The origin of the path and query of a request: a string, the buffer that they were written into, or a link.</summary>
/// <remarks>The buffer becomes a string once, together with the base address. A separate string is only created on request.</remarks>
internal struct TargetSource
{
    // The written buffer until it becomes a string; or a link or a string that contains the target from _start on.
    private char[]? _buffer;
    private object? _source;
    private int _start;
    private readonly int _length;

    public TargetSource(string target) => _source = target;

    public TargetSource(ApiHref href) => _source = href;

    /// <summary>Takes ownership of a buffer of the pool.</summary>
    public TargetSource(char[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public readonly ApiHref? Href => _source as ApiHref;

    /// <summary>The whole address of the request.</summary>
    /// <exception cref="ApiLinkException">The link does not point to the operation.</exception>
    public string ToAddress(ApiOperation operation, string baseAddress)
    {
        if (_buffer is null)
            return baseAddress + ToText(operation, baseAddress);

        var address = Join(baseAddress, _buffer, _length);
        _source = address;
        _start = baseAddress.Length;
        Release();
        return address;
    }

    /// <summary>The path and query.</summary>
    /// <exception cref="ApiLinkException">The link does not point to the operation.</exception>
    public readonly string ToText(ApiOperation operation, string baseAddress)
        => _buffer is not null ? new string(_buffer, 0, _length)
            : _source is ApiHref href ? href.ToRequestTarget(operation, baseAddress)
            : ((string)_source!).Substring(_start);

    /// <summary>Gives the buffer back.</summary>
    public void Release()
    {
        if (_buffer is not { } buffer)
            return;
        _buffer = null;
        ArrayPool<char>.Shared.Return(buffer);
    }

    private static string Join(string baseAddress, char[] buffer, int length)
#if NET8_0_OR_GREATER
        => string.Concat(baseAddress, buffer.AsSpan(0, length));
#else
        => baseAddress + new string(buffer, 0, length);
#endif
}
