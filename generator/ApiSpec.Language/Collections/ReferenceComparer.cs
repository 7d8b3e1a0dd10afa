using System.Runtime.CompilerServices;

namespace ApiSpec.Language.Collections;

/// <summary>Compares objects by reference, because models compare by value and two equal models can still be different objects.</summary>
internal sealed class ReferenceComparer<T> : IEqualityComparer<T>
    where T : class
{
    public static ReferenceComparer<T> Instance { get; } = new();

    public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

    public int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}
