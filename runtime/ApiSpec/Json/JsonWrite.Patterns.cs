using System.Text.Json;

namespace ApiSpec.Generated;

public static partial class JsonWrite
{
    /// <summary>Writes members whose names were made at run time.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="json">The contract of the values.</param>
    /// <param name="members">The members by the part of their names between prefix and suffix, or null.</param>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    public static void Members<T>(Utf8JsonWriter writer, ApiJson<T> json, IReadOnlyDictionary<string, T>? members, string prefix = "", string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(json);
        if (members is not null)
            WriteEntries(writer, json, members, prefix, suffix);
    }
}
