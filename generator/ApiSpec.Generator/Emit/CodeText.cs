using System.Buffers;
using System.Runtime.CompilerServices;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// The text of an interpolated string for a <see cref="CodeWriter"/>. Its parts are copied into a pooled array, so that no line of code is a separate string.
/// It only accepts strings, because the text of everything else depends on the culture.
/// </summary>
[InterpolatedStringHandler]
internal ref struct CodeText
{
    // Most parts are names.
    private const int LengthOfPart = 32;

    private char[] _text;
    private int _length;

    /// <summary>Starts a text. The compiler calls this.</summary>
    /// <param name="literalLength">The length of the parts that do not change.</param>
    /// <param name="formattedCount">The number of other parts.</param>
    public CodeText(int literalLength, int formattedCount)
    {
        _text = ArrayPool<char>.Shared.Rent(literalLength + (LengthOfPart * formattedCount));
        _length = 0;
    }

    /// <summary>The text so far.</summary>
    public readonly ReadOnlySpan<char> Span => _text.AsSpan(0, _length);

    public void AppendLiteral(string text) => AppendFormatted(text);

    public void AppendFormatted(string? text)
    {
        if (text is null)
            return;
        if (_length + text.Length > _text.Length)
            Grow(_length + text.Length);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }

    /// <summary>Gives the array back. The text must not be used again.</summary>
    public void Release()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, length));
        Span.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
