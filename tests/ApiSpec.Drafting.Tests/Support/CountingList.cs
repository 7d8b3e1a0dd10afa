using System.Collections;

namespace ApiSpec.Drafting.Tests.Support;

/// <summary>A list that counts how often an item is read.</summary>
/// <param name="items">The items.</param>
/// <param name="onRead">Receives the count after each read; null: nothing does.</param>
internal sealed class CountingList<T>(IReadOnlyList<T> items, Action<int>? onRead = null) : IReadOnlyList<T>
{
    public int Reads { get; private set; }

    public int Count => items.Count;

    public T this[int index]
    {
        get
        {
            Reads++;
            onRead?.Invoke(Reads);
            return items[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < items.Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
