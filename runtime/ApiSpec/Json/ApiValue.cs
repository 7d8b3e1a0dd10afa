using System.ComponentModel;
using ApiSpec.Json;

namespace ApiSpec.Generated;

#pragma warning disable CA2225 // The constructor is the other way.

/// <summary>Holds a value that the framework compares by reference, raw JSON or bytes, so that records compare it by content. For generated code.</summary>
/// <remarks>
/// JSON is equal where it means the same: members in any order, the last of equal names, and numbers by value, so that <c>1</c> is <c>1.0</c>.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApiValue<T> : IEquatable<ApiValue<T>>
{
    /// <summary>Holds a value.</summary>
    /// <param name="value">The value.</param>
    public ApiValue(T value) => Value = value;

    /// <summary>The value.</summary>
    public T Value { get; }

    /// <summary>Holds a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ApiValue<T>(T value) => new(value);

    /// <summary>Whether two values have the same content.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ApiValue<T> left, ApiValue<T> right) => left.Equals(right);

    /// <summary>Whether two values have different content.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ApiValue<T> left, ApiValue<T> right) => !left.Equals(right);

    /// <summary>Whether another value has the same content.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ApiValue<T> other) => ElementComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ApiValue<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value is null ? 0 : ElementComparer<T>.Default.GetHashCode(Value);
}
