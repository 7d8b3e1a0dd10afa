using System.Text.Json;

namespace ApiSpec.Generated;

public static partial class JsonRead
{
    /// <summary>
    /// Finds out which alternative of a union the value is, and leaves the reader where it is. An object is the alternative whose constant member has the
    /// right value and whose required members are all there; of several, the one that knows the most of the value's members, and the first of equals.
    /// </summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="alternatives">The alternatives.</param>
    /// <returns>The alternative's position; -1 when the value is none of them.</returns>
    public static int PickAlternative(ref Utf8JsonReader reader, params JsonAlternative[] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        var best = -1;
        var bestWeight = -1;
        for (var i = 0; i < alternatives.Length; i++)
        {
            var weight = alternatives[i].Weigh(reader);
            if (weight <= bestWeight)
                continue;
            best = i;
            bestWeight = weight;
        }

        return best;
    }
}
