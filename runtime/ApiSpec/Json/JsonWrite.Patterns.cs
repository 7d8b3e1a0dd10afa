using System.Text.Json;

namespace ApiSpec.Generated;

public static partial class JsonWrite
{
    /// <summary>Writes members whose names were made at run time.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="json">The contract of the values.</param>
    /// <param name="members">The members by what is between prefix and suffix of their names; null: none.</param>
    /// <param name="prefix">What the names begin with.</param>
    /// <param name="suffix">What the names end in.</param>
    public static void Members<T>(Utf8JsonWriter writer, ApiJson<T> json, IReadOnlyDictionary<string, T>? members, string prefix = "", string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(json);
        if (members is not null)
            WriteEntries(writer, json, members, prefix, suffix);
    }
}
