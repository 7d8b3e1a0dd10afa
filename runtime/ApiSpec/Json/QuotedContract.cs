using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generated;

namespace ApiSpec.Json;

internal sealed class QuotedContract<T> : ApiJson<T>
{
    private readonly ApiJson<T> _bare;

    public QuotedContract(ApiJson<T> bare)
    {
        ArgumentNullException.ThrowIfNull(bare);
        _bare = bare;
    }

    public override T Read(ref Utf8JsonReader reader)
    {
        // Some servers send both forms.
        if (reader.TokenType != JsonTokenType.String)
            return _bare.Read(ref reader);
        var text = JsonRead.String(ref reader).Trim();
        try
        {
            return _bare.Parse(bool.TryParse(text, out var truth) ? truth ? "true" : "false" : text);
        }
        catch (ApiJsonException)
        {
            if (typeof(T) == typeof(double) && NamedNumber.Read(text) is { } number)
                return (T)(object)number;
            throw JsonFault.Unreadable("a number or Boolean in quotation marks", ref reader);
        }
    }

    internal override ValueSchema InPlace(SchemaContext context) => _bare.InPlace(context)?.Keywords["type"]?.GetValue<string>() switch
    {
        "boolean" => new(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("true", "false") }),
        "integer" => ValueSchema.OfPattern("^" + TextPattern.WholeNumber + "$"),
        "number" when typeof(T) == typeof(double) => ValueSchema.OfPattern("^(" + TextPattern.DecimalNumber + "|NaN|[+-]?Inf(inity)?)$"),
        "number" => ValueSchema.OfPattern("^" + TextPattern.DecimalNumber + "$"),
        _ => ValueSchema.OfType("string"),
    };

    protected override JsonShape CreateShape()
        => new ScalarShape(JsonTokenType.String, isWhole: false, (ref Utf8JsonReader reader) => CanRead(ref reader));

    public override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue((value is double number ? NamedNumber.Write(number) : null) ?? JsonOutput.WriteInside(_bare, value));
    }

    private bool CanRead(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return _bare.Shape is SingleShape bare && bare.CanRead(ref reader);
        try
        {
            Read(ref reader);
            return true;
        }
        catch (ApiJsonException)
        {
            return false;
        }
    }
}
