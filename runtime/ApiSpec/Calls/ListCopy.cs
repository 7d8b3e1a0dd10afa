namespace ApiSpec.Transport;

/// <summary>Copies lists that a program describes its operations with. LINQ would add as much code to a small program as some of its operations.</summary>
internal static class ListCopy
{
    /// <summary>Copies a list. Null: empty.</summary>
    public static T[] Of<T>(IReadOnlyList<T>? items)
    {
        if (items is null || items.Count == 0)
            return [];
        var copy = new T[items.Count];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = items[i];
        return copy;
    }
}
