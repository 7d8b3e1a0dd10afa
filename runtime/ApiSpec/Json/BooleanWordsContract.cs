using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>
/// A boolean with the wording of the reference, such as 1 and 0 or yes and no. Digits are written as numbers, unless they are in quotation marks.
/// </summary>
internal sealed class BooleanWordsContract : ApiJson<bool>
{
    private readonly string _yes;
    private readonly string _no;
    private readonly bool _isNumber;

    public BooleanWordsContract(string yes, string no, bool isNumber)
    {
        ArgumentNullException.ThrowIfNull(yes);
        ArgumentNullException.ThrowIfNull(no);
        _yes = yes;
        _no = no;
        _isNumber = isNumber;
    }

    internal override ValueSchema InPlace(SchemaContext context) => new(new JsonObject
    {
        ["type"] = _isNumber ? "integer" : "string",
        ["enum"] = _isNumber
            ? new JsonArray(int.Parse(_yes, CultureInfo.InvariantCulture), int.Parse(_no, CultureInfo.InvariantCulture))
            : new JsonArray(_yes, _no),
    });

    protected override JsonShape CreateShape()
        => new ScalarShape(_isNumber ? JsonTokenType.Number : JsonTokenType.String, isWhole: false, (ref Utf8JsonReader reader) => TryRead(ref reader, out _));

    public override bool Read(ref Utf8JsonReader reader)
        => TryRead(ref reader, out var value) ? value : throw JsonFault.Unreadable("'" + _yes + "' or '" + _no + "'", ref reader);

    public override void Write(Utf8JsonWriter writer, bool value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_isNumber)
            writer.WriteRawValue(value ? _yes : _no);
        else
            writer.WriteStringValue(value ? _yes : _no);
    }

    private bool TryRead(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return true;
            case JsonTokenType.Number:
                if (!reader.TryGetInt32(out var number))
                    return false;
                return BooleanText.TryParse(number == 1 ? "1" : number == 0 ? "0" : "", _yes, _no, out value);
            case JsonTokenType.String:
                return BooleanText.TryParse(JsonRead.Text(ref reader), _yes, _no, out value);
            default:
                return false;
        }
    }
}

/// <summary>Booleans as the two values that a reference prints.</summary>
internal static class BooleanText
{
    // The two words differ in more than their case. 'true' and 'false' are always accepted too.
    public static bool TryParse(string text, string yes, string no, out bool value)
    {
        text = text.Trim();
        value = Same(text, yes) || (!Same(text, no) && Same(text, "true"));
        return value || Same(text, no) || Same(text, "false");
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
