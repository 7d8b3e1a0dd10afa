using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using ApiSpec.Json;

namespace ApiSpec;

/// <summary>An immutable list. It is equal to another list of the same type if their elements are equal, so records compare by value.</summary>
/// <typeparam name="T">The elements.</typeparam>
[CollectionBuilder(typeof(ApiList), nameof(ApiList.Create))]
public sealed class ApiList<T> : IReadOnlyList<T>, IEquatable<ApiList<T>>
{
    private readonly T[] _items;

    private ApiList(T[] items, bool adopted)
    {
        _ = adopted;
        _items = items;
    }

    /// <summary>Copies elements into a list.</summary>
    /// <param name="items">The elements.</param>
    public ApiList(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = [.. items];
    }

    /// <summary>The list without elements.</summary>
    public static ApiList<T> Empty { get; } = new([], adopted: true);

    /// <summary>The value of an absent list in a record: it is empty, and if you set it in another record, the list is absent there.</summary>
    internal static ApiList<T> Absent { get; } = new([], adopted: true);

    /// <summary>The number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>The element at a position, counted from 0.</summary>
    /// <param name="index">The position.</param>
    public T this[int index] => _items[index];

    /// <summary>Creates a list from an array without other references.</summary>
    internal static ApiList<T> Adopt(T[] items) => new(items, adopted: true);

    /// <summary>Whether both lists have equal elements in the same order.</summary>
    /// <param name="other">The other list.</param>
    public bool Equals(ApiList<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._items.Length != _items.Length)
            return false;
        for (var i = 0; i < _items.Length; i++)
        {
            if (!ElementComparer<T>.Default.Equals(_items[i], other._items[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ApiList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + (item is null ? 0 : ElementComparer<T>.Default.GetHashCode(item)));
        return hash;
    }

    /// <summary>Enumerates the elements without an allocation.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The number of elements, such as <c>[3 items]</c>; the elements can be many, or secret.</summary>
    public override string ToString()
        => "[" + _items.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + (_items.Length == 1 ? " item]" : " items]");

    /// <summary>Steps through the elements.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The element that was reached.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Moves to the next element, if there is one.</summary>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Creates lists that are equal if their elements are equal.</summary>
public static class ApiList
{
    /// <summary>Copies elements into a list.</summary>
    /// <param name="items">The elements.</param>
    /// <typeparam name="T">Their type.</typeparam>
    public static ApiList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ApiList<T>.Empty : ApiList<T>.Adopt(items.ToArray());
}
