using System.Globalization;
using System.Text.Json.Nodes;

namespace ApiSpec.Json;

/// <summary>What the range of a value limits.</summary>
internal enum SchemaLimits
{
    Nothing,
    Length,
    Range,
    Items,
    Properties,
    CommaItems,
}

/// <summary>The JSON Schema of one value.</summary>
/// <param name="keywords">The keywords. They belong to this value.</param>
/// <param name="limits">What a range limits.</param>
internal sealed class ValueSchema(JsonObject keywords, SchemaLimits limits = SchemaLimits.Nothing)
{
    private const string Reference = "$ref";

    // What limits apply to, if other values are valid as well.
    private JsonObject _limited = keywords;

    private string _item = "";

    public JsonObject Keywords { get; } = keywords;

    public SchemaLimits Limits { get; } = limits;

    /// <summary>Whether null is a value.</summary>
    public bool TakesNull { get; private set; }

    /// <summary>Whether any string is a value.</summary>
    public bool IsPlainText => Limits == SchemaLimits.Length && !_limited.ContainsKey("format");

    public static ValueSchema OfType(string type, string? format = null, SchemaLimits limits = SchemaLimits.Nothing)
    {
        var keywords = new JsonObject { ["type"] = type };
        if (format is not null)
            keywords["format"] = format;
        return new ValueSchema(keywords, limits);
    }

    /// <summary>A value that is written as text or as a number.</summary>
    public static ValueSchema OfTextOrNumber()
    {
        var value = OfType("string");
        value.AddAlternative(new JsonObject { ["type"] = "number" });
        return value;
    }

    /// <summary>A time of day without a zone.</summary>
    public static ValueSchema OfLocalTime()
    {
        var value = OfType("string");
        value.SetFormat(SchemaPattern.LocalTimeFormat);
        return value;
    }

    public static ValueSchema OfPattern(string pattern, SchemaLimits limits = SchemaLimits.Nothing)
        => new(new JsonObject { ["type"] = "string", ["pattern"] = pattern }, limits);

    /// <summary>A list in one string.</summary>
    /// <param name="item">The pattern of an element.</param>
    public static ValueSchema OfCommaItems(string item)
    {
        var value = OfPattern(TextPattern.CommaSeparated(item, null, null), SchemaLimits.CommaItems);
        value._item = item;
        return value;
    }

    /// <summary>A date or time in a .NET format.</summary>
    public static ValueSchema OfFormat(string format) => TextPattern.OfFormat(format) is { } pattern ? OfPattern(pattern) : OfType("string");

    public static ValueSchema ReferTo(string address) => new(new JsonObject { [Reference] = address });

    public static JsonArray ListOf(IEnumerable<string> values)
    {
        var list = new JsonArray();
        foreach (var value in values)
            list.Add((JsonNode)value);
        return list;
    }

    /// <summary>Adds a keyword that says something about the value, such as a description.</summary>
    public void Annotate(string keyword, JsonNode value) => Add(Keywords, keyword, value);

    /// <summary>Adds a keyword that limits the value. Null and the strings in its place stay valid.</summary>
    public void Restrict(string keyword, JsonNode value) => Add(_limited, keyword, value);

    /// <summary>Makes a string one of a format, also for validators that do not check formats.</summary>
    public void SetFormat(string format)
    {
        Restrict("format", format);
        if (format == SchemaPattern.LocalTimeFormat)
            Restrict("pattern", SchemaPattern.LocalTime);
    }

    /// <summary>Makes one value the only one, besides null if it is valid.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isListed">Whether it is written as a list with one value, instead of as a constant.</param>
    public void RestrictTo(JsonNode value, bool isListed)
    {
        if (TakesNull && _limited == Keywords)
            Restrict("enum", new JsonArray(value, null));
        else if (isListed)
            Restrict("enum", new JsonArray(value));
        else
            Restrict("const", value);
    }

    public ValueSchema OrNull()
    {
        AllowNull();
        return this;
    }

    public void AllowNull()
    {
        if (TakesNull)
            return;
        TakesNull = true;
        if (Keywords["type"] is JsonValue type)
        {
            Keywords["type"] = new JsonArray(type.GetValue<string>(), "null");
            if (Keywords["enum"] is JsonArray values)
                values.Add(null);
        }
        else if (Keywords.Count > 0)
        {
            AddAlternative(new JsonObject { ["type"] = "null" });
        }
    }

    /// <summary>Adds another value that is valid.</summary>
    public void AddAlternative(JsonObject alternative)
    {
        if (_limited != Keywords)
        {
            Keywords["anyOf"]!.AsArray().Add((JsonNode)alternative);
            return;
        }

        _limited = [];
        foreach (var keyword in Keywords.ToArray())
        {
            Keywords.Remove(keyword.Key);
            _limited[keyword.Key] = keyword.Value;
        }

        Keywords["anyOf"] = new JsonArray(_limited, alternative);
    }

    public void Limit(SchemaLimits kind, string? minimum, string? maximum)
    {
        switch (kind)
        {
            case SchemaLimits.Length:
                Bound("minLength", CountOf(minimum), "maxLength", CountOf(maximum));
                break;
            case SchemaLimits.Range:
                Bound("minimum", NumberOf(minimum), "maximum", NumberOf(maximum));
                break;
            case SchemaLimits.Items:
                Bound("minItems", CountOf(minimum), "maxItems", CountOf(maximum));
                break;
            case SchemaLimits.Properties:
                Bound("minProperties", CountOf(minimum), "maxProperties", CountOf(maximum));
                break;
            case SchemaLimits.CommaItems when (CountOf(minimum) ?? CountOf(maximum)) is not null:
                Restrict("pattern", TextPattern.CommaSeparated(_item, CountOf(minimum), CountOf(maximum)));
                break;
        }
    }

    private static void Add(JsonObject keywords, string keyword, JsonNode value)
    {
        // OpenAPI ignores keywords next to a reference.
        if (keywords.TryGetPropertyValue(Reference, out var address))
        {
            keywords.Remove(Reference);
            keywords["allOf"] = new JsonArray(new JsonObject { [Reference] = address });
        }

        keywords[keyword] = value;
    }

    private void Bound(string minimumKeyword, JsonNode? minimum, string maximumKeyword, JsonNode? maximum)
    {
        if (minimum is not null)
            Restrict(minimumKeyword, minimum);
        if (maximum is not null)
            Restrict(maximumKeyword, maximum);
    }

    private static int? CountOf(string? text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= int.MaxValue ? (int)count : null;

    private static JsonValue? NumberOf(string? text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) && !double.IsInfinity(large) && !double.IsNaN(large)
            ? JsonValue.Create(large)
            : null;
    }
}
