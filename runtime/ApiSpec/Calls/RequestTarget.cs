using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>
/// Writes path and query of a request. Every value is escaped (RFC 3986, 2.3): it can never end its segment or its parameter. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RequestTarget
{
    private const int InitialSize = 256;
#if NET8_0_OR_GREATER
    private const int LongestNumber = 20;
#endif
    private const string HexDigits = "0123456789ABCDEF";

    private char[] _buffer;
    private int _length;
    private bool _hasQuery;

    // A number cannot be a part of a dot segment, unless it completes an escape.
    private bool _needsCheck;

    /// <summary>Starts a target.</summary>
    /// <param name="path">The path up to its first value, already escaped.</param>
    public RequestTarget(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _buffer = ArrayPool<char>.Shared.Rent(Math.Max(InitialSize, path.Length));
        _length = 0;
        _hasQuery = false;
        _needsCheck = false;
        AppendLiteral(path);
    }

    /// <summary>Appends text that is already escaped.</summary>
    /// <param name="text">The text.</param>
    public void AppendLiteral(string text)
    {
        Write(text);
        if (text.AsSpan().IndexOfAny('?', '%') < 0)
            return;
        _hasQuery |= text.Contains('?');
        _needsCheck |= text.Contains('%');
    }

    /// <summary>Appends a value of the path.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <param name="slashes">Whether slashes in the value part segments instead of being escaped.</param>
    /// <exception cref="ArgumentException">
    /// The value is empty or has an unpaired surrogate; or one of its parts between slashes or backslashes is <c>.</c> or <c>..</c>, unescaped, escaped, or
    /// before a semicolon.
    /// </exception>
    public void AppendPath(string value, string name, bool slashes = false)
    {
        if (value is null)
            throw Refuse(new ArgumentNullException(name));
        if (value.Length == 0)
            throw Refuse(new ArgumentException("A path parameter cannot be empty.", name));
        if (DotSegments.AreIn(value.AsSpan()))
            throw Refuse(new ArgumentException("A path parameter cannot contain a segment '.' or '..', because a server can read it as another path.", name));
        _needsCheck = true;
        WriteEscaped(value, name, slashes);
    }

    /// <summary>Appends a list of the path, whose commas are not escaped: they separate its values.</summary>
    /// <param name="value">The values with commas between them, or in brackets.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <exception cref="ArgumentException">The list is empty or a dot segment, or holds an unpaired surrogate.</exception>
    public void AppendPathList(string? value, string name)
    {
        if (value is null)
            throw Refuse(new ArgumentNullException(name));
        var start = 0;
        for (var comma = value.IndexOf(','); comma >= 0; comma = value.IndexOf(',', start))
        {
            AppendPath(value.Substring(start, comma - start), name);
            Write(',');
            start = comma + 1;
        }

        AppendPath(start == 0 ? value : value.Substring(start), name);
    }

    /// <summary>Appends a number of the path.</summary>
    /// <param name="value">The number.</param>
    public void AppendPath(long value) => Write(value);

    /// <summary>Appends a query parameter; null: it is left out.</summary>
    /// <param name="escapedName">The parameter's name, already escaped.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value holds an unpaired surrogate.</exception>
    public void AppendQuery(string escapedName, string? value)
    {
        if (value is null)
            return;
        BeginParameter(escapedName);
        Write('=');
        WriteQueryValue(value, escapedName);
    }

    /// <summary>Appends a query parameter; null: it is left out.</summary>
    /// <param name="escapedName">The parameter's name, already escaped.</param>
    /// <param name="value">Its value.</param>
    public void AppendQuery(string escapedName, long? value)
    {
        if (value is not { } number)
            return;
        BeginParameter(escapedName);
        Write('=');
        Write(number);
    }

    /// <summary>Starts or continues a query parameter with joined values. The separator is not escaped if a query can contain it.</summary>
    internal void AppendQueryItem(string escapedName, string value, string separator, bool isFirst)
    {
        if (isFirst)
        {
            BeginParameter(escapedName);
            Write('=');
        }
        else if (separator == ",")
        {
            Write(separator);
        }
        else
        {
            WriteQueryValue(separator, escapedName);
        }

        WriteQueryValue(value, escapedName);
    }

    /// <summary>Appends the name of a query parameter that has no value, if it is set.</summary>
    /// <param name="escapedName">The parameter's name, already escaped.</param>
    /// <param name="value">Whether it is set.</param>
    public void AppendFlag(string escapedName, bool value)
    {
        if (value)
            BeginParameter(escapedName);
    }

    /// <summary>The part that has been written so far.</summary>
    public override readonly string ToString() => new(_buffer, 0, _length);

    /// <summary>Returns the written target with its buffer. The builder can no longer be used.</summary>
    /// <exception cref="ArgumentException">The target does not start with a slash, or its values together make a dot segment of its path.</exception>
    internal TargetSource TakeSource()
    {
        if (_length == 0 || _buffer[0] != '/')
            throw Refuse(new ArgumentException("A request target must start with a slash."));

        // Each value can be harmless, but several values and the text between them can form a dot segment.
        if (_needsCheck && DotSegments.AreIn(Path))
            throw Refuse(new ArgumentException("The path parameters together form a segment '.' or '..', which a server can read as another path."));
        var source = new TargetSource(_buffer, _length);
        _buffer = [];
        _length = 0;
        return source;
    }

    private readonly ReadOnlySpan<char> Path
    {
        get
        {
            var target = _buffer.AsSpan(0, _length);
            var query = _hasQuery ? target.IndexOf('?') : -1;
            return query < 0 ? target : target.Slice(0, query);
        }
    }

    private void Clear()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    // The caller that passed the value no longer needs the target.
    private ArgumentException Refuse(ArgumentException exception)
    {
        Clear();
        return exception;
    }

    private void BeginParameter(string escapedName)
    {
        Write(_hasQuery ? '&' : '?');
        _hasQuery = true;
        Write(escapedName);
    }

    private void WriteQueryValue(string value, string escapedName)
    {
        if (!TryWriteEscaped(value, slashes: false))
            throw RefuseSurrogate(QueryName.Printed(escapedName));
    }

    private void WriteEscaped(string value, string name, bool slashes)
    {
        if (!TryWriteEscaped(value, slashes))
            throw RefuseSurrogate(name);
    }

    private ArgumentException RefuseSurrogate(string name) => Refuse(new ArgumentException("The string contains an unpaired surrogate.", name));

    // False: the string has an unpaired surrogate.
    private bool TryWriteEscaped(string value, bool slashes)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (IsUnreserved(character) || (slashes && character == '/'))
            {
                Write(character);
            }
            else if (character < 0x80)
            {
                WriteByte((byte)character);
            }
            else if (!char.IsSurrogate(character))
            {
                WriteScalar(character);
            }
            else if (i + 1 < value.Length && char.IsSurrogatePair(character, value[i + 1]))
            {
                WriteScalar(char.ConvertToUtf32(character, value[++i]));
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private void WriteScalar(int scalar)
    {
        if (scalar < 0x800)
        {
            WriteByte((byte)(0xC0 | (scalar >> 6)));
        }
        else
        {
            if (scalar < 0x10000)
            {
                WriteByte((byte)(0xE0 | (scalar >> 12)));
            }
            else
            {
                WriteByte((byte)(0xF0 | (scalar >> 18)));
                WriteByte((byte)(0x80 | ((scalar >> 12) & 0x3F)));
            }

            WriteByte((byte)(0x80 | ((scalar >> 6) & 0x3F)));
        }

        WriteByte((byte)(0x80 | (scalar & 0x3F)));
    }

    private void WriteByte(byte value)
    {
        Write('%');
        Write(HexDigits[value >> 4]);
        Write(HexDigits[value & 0xF]);
    }

    private void Write(char value)
    {
        if (_length == _buffer.Length)
            Grow(1);
        _buffer[_length++] = value;
    }

    private void Write(string text)
    {
        if (_buffer.Length - _length < text.Length)
            Grow(text.Length);
        text.CopyTo(0, _buffer, _length, text.Length);
        _length += text.Length;
    }

    private void Write(long value)
    {
#if NET8_0_OR_GREATER
        if (_buffer.Length - _length < LongestNumber)
            Grow(LongestNumber);
        value.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
#else
        Write(value.ToString(CultureInfo.InvariantCulture));
#endif
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(checked(_length + more), _buffer.Length * 2));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private static bool IsUnreserved(char value)
        => value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';
}
