using System.Text.Json;

namespace ApiSpec.Generated;

/// <summary>An object whose members have conditions, with the objects around it. The last one holds the parameters of the request.</summary>
/// <param name="Json">The object.</param>
/// <param name="Around">The object around it; null: there is none.</param>
internal sealed record ConditionFrame(JsonElement Json, ConditionFrame? Around)
{
    /// <summary>The value that a path leads to; null: it is not there.</summary>
    /// <param name="up">How many objects around this one the path starts.</param>
    /// <param name="path">The names on the way.</param>
    public JsonElement? Find(int up, string[] path)
    {
        var frame = this;
        for (; up > 0 && frame is not null; up--)
            frame = frame.Around;
        if (frame is null)
            return null;
        var value = frame.Json;
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return null;
        }

        return value;
    }
}
