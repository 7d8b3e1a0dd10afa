using System.Buffers;

namespace ApiSpec.Testing.Recording;

/// <summary>The copy of a body that is being read.</summary>
/// <param name="maxBytes">How many bytes are kept. Of a larger body, none are.</param>
/// <param name="length">How many bytes the body has, or null if the server does not say so.</param>
/// <param name="onEnd">Receives the body once, as soon as it is known: whole, or null with the reason.</param>
internal sealed class BodyCapture(int maxBytes, long? length, Action<byte[]?, string?> onEnd)
{
    private const string Unread = "The program did not read the whole body";

    private readonly object _lock = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private bool _hasEnded;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_hasEnded)
                return;
            if (_bytes.WrittenCount + bytes.Length <= maxBytes)
            {
                _bytes.Write(bytes);
                return;
            }

            _hasEnded = true;
            _bytes.Clear();
        }

        onEnd(null, RecordedBody.TooLarge(maxBytes));
    }

    /// <summary>The body has ended, or the program does not read on. Only the first call counts.</summary>
    /// <param name="isWhole">Whether the server has ended it.</param>
    public void End(bool isWhole)
    {
        byte[]? bytes = null;
        lock (_lock)
        {
            if (_hasEnded)
                return;
            _hasEnded = true;
            // Part of a body can end within a secret, which would not be found.
            if (length is { } all ? _bytes.WrittenCount == all : isWhole)
                bytes = _bytes.WrittenSpan.ToArray();
            _bytes.Clear();
        }

        onEnd(bytes, bytes is null ? Unread : null);
    }
}
