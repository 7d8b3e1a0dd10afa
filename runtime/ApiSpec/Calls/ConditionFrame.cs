using System.Text.Json;

namespace ApiSpec.Generated;

/// <summary>An object whose members have conditions, with the objects around it. The last one holds the parameters of the request.</summary>
/// <param name="json">The object.</param>
/// <param name="around">The object around it, or null.</param>
internal sealed class ConditionFrame(JsonElement json, ConditionFrame? around)
{
    private Dictionary<object, bool>? _known;

    /// <summary>The object.</summary>
    public JsonElement Json { get; } = json;

    /// <summary>Returns an object around this one, or null if there are fewer.</summary>
    /// <param name="up">How many objects further out it is.</param>
    public ConditionFrame? Out(int up)
    {
        var frame = this;
        for (; up > 0 && frame is not null; up--)
            frame = frame.Around;
        return frame;
    }

    /// <summary>The result of a part of a condition.</summary>
    public bool TryGet(object part, out bool holds)
    {
        holds = false;
        return _known is not null && _known.TryGetValue(part, out holds);
    }

    /// <summary>Remembers whether a part of a condition is true of the object.</summary>
    public void Set(object part, bool holds) => (_known ??= [])[part] = holds;

    private ConditionFrame? Around { get; } = around;

    /// <summary>Returns the value at a path, or null.</summary>
    /// <param name="path">The names on the way.</param>
    public JsonElement? Find(string[] path)
    {
        var value = Json;
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return null;
        }

        return value;
    }
}
