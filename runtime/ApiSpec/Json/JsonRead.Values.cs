using System.Text.Json;
using ApiSpec.Observability;

namespace ApiSpec.Generated;

public static partial class JsonRead
{
    /// <summary>Returns a string that is not one of its documented values.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="type">The enumeration.</param>
    public static string Unlisted(ref Utf8JsonReader reader, string type)
    {
        var value = String(ref reader);
        DriftLog.Current?.NoteValue(type, value, ref reader);
        return value;
    }
}
