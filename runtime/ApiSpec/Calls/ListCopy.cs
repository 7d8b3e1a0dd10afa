namespace ApiSpec.Transport;

/// <summary>Copies lists that a program describes its operations with. LINQ would add as much code to a small program as some of its operations.</summary>
/// <remarks>
/// A native program that calls a member of IReadOnlyList describes that interface for each of its array types, even those of the framework: 16 KB. So
/// the library only enumerates such lists until a program uses one itself.
/// </remarks>
internal static class ListCopy
{
    /// <summary>Copies a list. Null: empty.</summary>
    public static T[] Of<T>(IReadOnlyList<T>? items)
    {
        var count = 0;
        foreach (var _ in items ?? [])
            count++;
        if (count == 0)
            return [];
        var copy = new T[count];
        var index = 0;
        foreach (var item in items!)
            copy[index++] = item;
        return copy;
    }
}
