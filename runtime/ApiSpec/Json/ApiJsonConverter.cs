using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ApiSpec.Json;
using ApiSpec.Observability;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace ApiSpec;

/// <summary>Lets <see cref="JsonSerializer"/> read and write values of one type as their contract does, without reflection.</summary>
/// <remarks>
/// Every generated record, union and enum has one by attribute. Make one yourself for a list or map of them where nothing else knows the type, as in
/// <c>new ApiJsonConverter&lt;IReadOnlyList&lt;Item&gt;&gt;(ApiJson.List(() => Item.Json))</c>. The contract decides about names, null, dates and numbers; of
/// the options of the serializer, only the encoder, the indentation, the depth, comments and trailing commas have an effect.
/// </remarks>
/// <typeparam name="T">The type.</typeparam>
public class ApiJsonConverter<T> : JsonConverter<T>, IContractConverter
{
    /// <summary>Makes a converter.</summary>
    /// <param name="json">The contract of the type.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public ApiJsonConverter(ApiJson<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Contract = json;
    }

    /// <summary>The contract of the type.</summary>
    public ApiJson<T> Contract { get; }

    ISchemaSource IContractConverter.Source => Contract;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON contradicts the contract; the message has the path within the value.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The text has several segments, but contracts need whole tokens.
        if (reader.Position.GetObject() is not null)
            return ReadCopy(ref reader, options);

        var start = reader;
        // The drift log and the union decisions of this thread belong to other JSON.
        var log = DriftLog.Pause();
        var picker = UnionPicker.Detach();
        try
        {
            return Contract.Read(ref reader);
        }
        catch (ApiJsonException exception)
        {
            throw Located(exception, start, options);
        }
        catch (InvalidOperationException)
        {
            throw Located(JsonFault.NoUnicode(ref reader), start, options);
        }
        finally
        {
            UnionPicker.Attach(picker);
            DriftLog.Resume(log);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The value is missing a required member; the name of the parameter is the path of the member.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        try
        {
            Contract.Write(writer, value);
        }
        catch (InvalidBodyException exception)
        {
            throw exception.Describe();
        }
    }

    /// <summary>Reads the key of a dictionary.</summary>
    /// <inheritdoc/>
    /// <exception cref="JsonException">The contract reads no strings.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Contract.Parse("\"" + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(reader.GetString()!) + "\"");
        }
        catch (ApiJsonException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException(JsonFault.NoUnicode(ref reader).Message);
        }
    }

    /// <summary>Writes the key of a dictionary.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The value is not a string in JSON.</exception>
    /// <exception cref="ArgumentException">The value is missing a required member.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var reader = new Utf8JsonReader(Contract.ToUtf8Bytes(value));
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            throw new NotSupportedException("A value of " + typeof(T) + " that is not a string in JSON cannot be the key of a dictionary.");
        writer.WritePropertyName(reader.GetString()!);
    }

    private static int DepthOf(JsonSerializerOptions options) => options.MaxDepth == 0 ? ApiJson<T>.DefaultMaxDepth : options.MaxDepth;

    private T ReadCopy(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var own = reader.CurrentState.Options;
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return ParseCopy(document.RootElement, own.AllowTrailingCommas || own.CommentHandling != JsonCommentHandling.Disallow, options);
        }
        catch (ApiJsonException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private T ParseCopy(JsonElement value, bool isRelaxed, JsonSerializerOptions options)
    {
        if (isRelaxed)
        {
            var plain = System.Text.Encoding.UTF8.GetBytes(value.GetRawText());
            PlainJson.Blank(plain);
            return DriftLog.Aside(Contract, plain, DepthOf(options));
        }

#if NET9_0_OR_GREATER
        return DriftLog.Aside(Contract, JsonMarshal.GetRawUtf8Value(value), DepthOf(options));
#else
        return DriftLog.Aside(Contract, System.Text.Encoding.UTF8.GetBytes(value.GetRawText()), DepthOf(options));
#endif
    }

    // The position of the error can only be found in the whole text of the value.
    private JsonException Located(ApiJsonException exception, Utf8JsonReader start, JsonSerializerOptions options)
    {
        try
        {
            ReadCopy(ref start, options);
        }
        catch (JsonException located)
        {
            return located;
        }

        return new JsonException(exception.Message, exception);
    }
}
