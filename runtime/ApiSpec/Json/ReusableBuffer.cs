using System.Buffers;

namespace ApiSpec.Json;

/// <summary>A growing buffer that keeps its memory between uses, unless one use made it large.</summary>
internal sealed class ReusableBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 1024;
    private const int MaxKept = 64 * 1024;

    private byte[] _buffer = new byte[InitialSize];
    private int _written;

    public void Advance(int count)
    {
        if (count < 0 || count > _buffer.Length - _written)
            throw new ArgumentOutOfRangeException(nameof(count));
        _written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return _buffer.AsSpan(_written);
    }

    public byte[] ToArray() => _buffer.AsSpan(0, _written).ToArray();

    /// <summary>Clears the written bytes, because a request body can contain a secret.</summary>
    public void Clear()
    {
        if (_buffer.Length > MaxKept)
            _buffer = new byte[InitialSize];
        else
            _buffer.AsSpan(0, _written).Clear();
        _written = 0;
    }

    private void EnsureFree(int size)
    {
        size = Math.Max(size, 1);
        if (_buffer.Length - _written >= size)
            return;
        var needed = checked(_written + size);
        var doubled = _buffer.Length > int.MaxValue / 2 ? int.MaxValue - 64 : _buffer.Length * 2;
        Array.Resize(ref _buffer, Math.Max(needed, doubled));
    }
}
