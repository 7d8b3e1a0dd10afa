#if NETSTANDARD2_0
using Microsoft.CodeAnalysis;

// The compiler needs these types for a[^1] and a[1..^1]. For strings and spans, it uses Length, Slice and Substring.
namespace System;

[Embedded]
internal readonly struct Index
{
    private readonly int _value;

    public Index(int value, bool fromEnd = false) => _value = fromEnd ? ~value : value;

    public int GetOffset(int length) => _value < 0 ? length + _value + 1 : _value;

    public static implicit operator Index(int value) => new(value);
}

[Embedded]
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

    public static Range EndAt(Index end) => new(0, end);

    public static Range All => StartAt(0);
}
#endif
