using System.ComponentModel;
using System.Text;

namespace ApiSpec.Generated;

/// <summary>A field that requests with a credential have, for servers that check them in tests. It shows no secret.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCredentialField
{
    private readonly string? _value;

    internal ApiCredentialField(ApiCredentialPlace place, string name, string? value)
    {
        Place = place;
        Name = name;
        _value = value;
    }

    /// <summary>The part of the request that carries the field.</summary>
    public ApiCredentialPlace Place { get; }

    /// <summary>The name of the field. In a JSON body, a dot separates the names that point to a member.</summary>
    public string Name { get; }

    /// <summary>Returns the fields of a credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <returns>Null: the credential does not say, because the program makes its fields or another server issues them.</returns>
    public static IReadOnlyList<ApiCredentialField>? Of(ApiCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return credential.Fields;
    }

    /// <summary>Returns whether a value that was sent is the credential's. Every value is, if the program computes it for each request.</summary>
    /// <param name="value">The value that was sent.</param>
    public bool Accepts(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _value is null ? value.Length > 0 : AreEqual(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(_value));
    }

    /// <summary>The place and the name, never the value.</summary>
    public override string ToString() => Place.ToString().ToLowerInvariant() + " " + Name;

    // Takes the same time for all values of the same length.
    private static bool AreEqual(byte[] one, byte[] other)
    {
        var difference = one.Length ^ other.Length;
        for (var i = 0; i < one.Length && i < other.Length; i++)
            difference |= one[i] ^ other[i];
        return difference == 0;
    }
}
