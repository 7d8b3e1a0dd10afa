using System.Text;
using ApiSpec.Json;

namespace ApiSpec.Transport;

/// <summary>Passes the bytes of a body to a scanner while they arrive, converted from their charset to UTF-8.</summary>
internal sealed class ElementSource(StreamedResponse response, Stream stream, JsonArrayScanner scanner)
{
    private const int LongestMark = 3;
    private const int FirstPiece = 4 * 1024;
    private const int LargestPiece = 16 * 1024;

    // A byte of any charset becomes at most three bytes in UTF-8. A decoder can keep a few bytes until the next piece.
    private const int MostUtf8OfByte = 3;
    private const int MostKeptBack = 16;

    private string? _charset = MediaType.Parse(response.Headers["Content-Type"]).Charset;
    private Decoder? _decoder;
    private byte[] _bytes = [];
    private char[] _characters = [];
    private bool _hasBegun;
    private bool _hasEnded;

    /// <summary>Reads the next block of the body, or its end. Returns false if there is no body and none is required.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (!_hasBegun)
            return await BeginAsync(cancellationToken).ConfigureAwait(false);

        if (_decoder is null)
        {
            scanner.Received(await ReadAsync(scanner.Room(), cancellationToken).ConfigureAwait(false));
            return true;
        }

        int written;
        do
        {
            var most = Math.Min(_bytes.Length, (scanner.Room().Count / MostUtf8OfByte) - MostKeptBack);
            var read = _hasEnded ? 0 : await ReadAsync(new ArraySegment<byte>(_bytes, 0, most), cancellationToken).ConfigureAwait(false);
            _hasEnded = read == 0;
            written = Transcode(read);
        }
        while (written == 0 && !_hasEnded);
        scanner.Received(written);
        return true;
    }

    /// <summary>Reads enough bytes for a byte order mark, and determines the charset.</summary>
    private async ValueTask<bool> BeginAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        var room = scanner.Room();
        var prefix = response.Operation.JsonPrefix;
        var count = 0;
        int read;
        do
        {
            read = await ReadAsync(new ArraySegment<byte>(room.Array!, room.Offset + count, FirstPiece - count), cancellationToken).ConfigureAwait(false);
            count += read;
        }
        while (read > 0 && !(count >= LongestMark && prefix?.IsDecided(room.AsSpan(0, count), response.Headers["Content-Type"]) != false));
        count = prefix?.Remove(room.AsSpan(0, count), response.Headers["Content-Type"]) ?? count;

        if (count == 0)
            return response.MayBeEmpty ? false : throw Contradiction("the body is empty");
        var isMarked = Charset.TryFindMark(room.AsSpan(0, count), out var encoding, out var markLength);
        if (isMarked)
            _charset = encoding.WebName;
        else
            encoding = Charset.Find(_charset) ?? throw Contradiction(Charset.Unknown(_charset!).Text);
        if (Charset.IsUtf8(encoding))
        {
            scanner.Received(count);
            return true;
        }

        _decoder = Charset.Strict(encoding).GetDecoder();
        _bytes = new byte[LargestPiece];
        _characters = new char[encoding.GetMaxCharCount(LargestPiece)];
        count -= markLength;
        room.AsSpan(markLength, count).CopyTo(_bytes);
        if (Transcode(count) is > 0 and var written)
            scanner.Received(written);
        return true;
    }

    /// <summary>Copies a piece of the body to the scanner as UTF-8. Returns the number of bytes.</summary>
    private int Transcode(int count)
    {
        var room = scanner.Room();
        try
        {
            var characters = _decoder!.GetChars(_bytes, 0, count, _characters, 0, flush: _hasEnded);
            return Encoding.UTF8.GetBytes(_characters, 0, characters, room.Array!, room.Offset);
        }
        catch (DecoderFallbackException)
        {
            throw Contradiction(Charset.NoText(_charset!).Text);
        }
    }

#if NET8_0_OR_GREATER
    private ValueTask<int> ReadAsync(ArraySegment<byte> room, CancellationToken cancellationToken) => stream.ReadAsync(room.AsMemory(), cancellationToken);
#else
    private Task<int> ReadAsync(ArraySegment<byte> room, CancellationToken cancellationToken)
        => stream.ReadAsync(room.Array!, room.Offset, room.Count, cancellationToken);
#endif

    private ApiContractException Contradiction(string violation) => new(response.Operation, response.StatusCode, violation, null, null, null);
}
