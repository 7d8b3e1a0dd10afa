using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>
/// The comparer of values in records, lists, maps and pages: the default comparer, except for types that .NET compares by reference; these are compared by
/// content.
/// </summary>
internal static class ElementComparer<T>
{
    public static IEqualityComparer<T> Default { get; } = Create();

    private static IEqualityComparer<T> Create()
    {
        if (typeof(T) == typeof(JsonElement))
            return (IEqualityComparer<T>)(object)new JsonElementComparer();
        if (typeof(T) == typeof(JsonElement?))
            return (IEqualityComparer<T>)(object)new OptionalComparer<JsonElement>(new JsonElementComparer());
        if (typeof(T) == typeof(ReadOnlyMemory<byte>))
            return (IEqualityComparer<T>)(object)new BytesComparer();
        if (typeof(T) == typeof(ReadOnlyMemory<byte>?))
            return (IEqualityComparer<T>)(object)new OptionalComparer<ReadOnlyMemory<byte>>(new BytesComparer());
        return EqualityComparer<T>.Default;
    }

    private sealed class OptionalComparer<TValue>(IEqualityComparer<TValue> values) : IEqualityComparer<TValue?>
        where TValue : struct
    {
        public bool Equals(TValue? x, TValue? y) => x is { } left && y is { } right ? values.Equals(left, right) : x.HasValue == y.HasValue;

        public int GetHashCode(TValue? obj) => obj is { } value ? values.GetHashCode(value) : 0;
    }

    private sealed class BytesComparer : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj)
        {
            var hash = obj.Length;
            foreach (var value in obj.Span)
                hash = unchecked((hash * 31) + value);
            return hash;
        }
    }
}
