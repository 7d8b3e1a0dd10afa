using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ApiSpec.Generated;

/// <summary>Copies the lists and maps that a program sets in a record into ones that never change and compare by value. For generated code.</summary>
/// <remarks>
/// A list or map that the library made is not copied. The one that a record returns for an absent member stands for "absent" wherever it is set.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionValue
{
    /// <summary>Returns a list as a member keeps it; null if the list is null or absent.</summary>
    /// <param name="value">The list that was set.</param>
    /// <param name="item">Copies an element that is a list or map itself; null: elements are kept unchanged.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static IReadOnlyList<T>? MemberList<T>(IReadOnlyList<T>? value, Func<T, T>? item = null)
        => ReferenceEquals(value, ApiList<T>.Absent) ? null : List(value, item);

    /// <summary>Returns a map as a member keeps it; null if the map is null or absent.</summary>
    /// <param name="value">The map that was set.</param>
    /// <param name="item">Copies a value that is a list or map itself; null: values are kept unchanged.</param>
    /// <typeparam name="T">The values.</typeparam>
    public static IReadOnlyDictionary<string, T>? MemberMap<T>(IReadOnlyDictionary<string, T>? value, Func<T, T>? item = null)
        => ReferenceEquals(value, ApiMap<T>.Absent) ? null : Map(value, item);

    /// <summary>Returns a list that never changes; an absent one becomes empty.</summary>
    /// <inheritdoc cref="MemberList{T}" path="/*[not(self::summary)]"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static IReadOnlyList<T>? List<T>(IReadOnlyList<T>? value, Func<T, T>? item = null)
    {
        if (value is ApiList<T> list)
            return ReferenceEquals(list, ApiList<T>.Absent) ? ApiList<T>.Empty : item is null ? list : WithItems(list, item);
        if (value is null)
            return null;

        T[] items = [.. value];
        if (items.Length == 0)
            return ApiList<T>.Empty;
        for (var i = 0; i < items.Length && item is not null; i++)
            items[i] = item(items[i]);
        return ApiList<T>.Adopt(items);
    }

    /// <summary>Returns a map that never changes; an absent one becomes empty.</summary>
    /// <inheritdoc cref="MemberMap{T}" path="/*[not(self::summary)]"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static IReadOnlyDictionary<string, T>? Map<T>(IReadOnlyDictionary<string, T>? value, Func<T, T>? item = null)
    {
        if (value is null)
            return null;
        if (ReferenceEquals(value, ApiMap<T>.Absent))
            return ApiMap<T>.Empty;
        if (value is ApiMap<T> map && (item is null || map.Values.All(entry => ReferenceEquals(item(entry), entry))))
            return map;

        var entries = new Dictionary<string, T>(value.Count, StringComparer.Ordinal);
        foreach (var entry in value)
            entries[entry.Key] = item is null ? entry.Value : item(entry.Value);
        return entries.Count == 0 ? ApiMap<T>.Empty : ApiMap<T>.Adopt(entries);
    }

    /// <summary>Returns a map of members whose names are made at run time: null and empty are the same, because there is no member to leave out.</summary>
    /// <inheritdoc cref="MemberMap{T}" path="/*[not(self::summary)]"/>
    public static IReadOnlyDictionary<string, T> MapOrEmpty<T>(IReadOnlyDictionary<string, T>? value, Func<T, T>? item = null)
        => Map(value, item) ?? ApiMap<T>.Empty;

    /// <summary>Returns the list of a member, or the empty list for an absent one.</summary>
    /// <param name="kept">The list of <see cref="MemberList{T}"/>.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static IReadOnlyList<T> OrAbsent<T>(IReadOnlyList<T>? kept) => kept ?? ApiList<T>.Absent;

    /// <summary>Returns the map of a member, or the empty map for an absent one.</summary>
    /// <param name="kept">The map of <see cref="MemberMap{T}"/>.</param>
    /// <typeparam name="T">The values.</typeparam>
    public static IReadOnlyDictionary<string, T> OrAbsent<T>(IReadOnlyDictionary<string, T>? kept) => kept ?? ApiMap<T>.Absent;

    // An immutable list can contain lists that the program still changes.
    private static ApiList<T> WithItems<T>(ApiList<T> list, Func<T, T> item)
    {
        T[]? copy = null;
        for (var i = 0; i < list.Count; i++)
        {
            var kept = item(list[i]);
            if (copy is null && !ReferenceEquals(kept, list[i]))
                copy = [.. list];
            if (copy is not null)
                copy[i] = kept;
        }

        return copy is null ? list : ApiList<T>.Adopt(copy);
    }
}
