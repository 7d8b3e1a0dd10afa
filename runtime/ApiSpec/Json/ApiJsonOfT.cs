using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ApiSpec.Generated;
using ApiSpec.Json;
using ApiSpec.Observability;

namespace ApiSpec;

/// <summary>Reads and writes one type as JSON, without reflection.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class ApiJson<T> : ISchemaSource
{
    internal const int DefaultMaxDepth = 64;

    private JsonShape? _shape;

    /// <summary>Describes the JSON that <see cref="Read"/> takes, for unions that have the type among their alternatives. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public JsonShape Shape => _shape ??= CreateShape();

    /// <summary>Reads a value. The reader is on the first token of the value, and then on its last.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="ApiJsonException">The JSON contradicts the contract.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Describes the JSON that <see cref="Read"/> takes. For generated code: what your own contract takes is found out by reading.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual JsonShape CreateShape() => new UnknownShape<T>(this);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is missing a required member.</exception>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Whether the reference has rules for values of the type, which a request body has to keep. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual bool HasRules => false;

    /// <summary>Checks a value of a request body against the rules of the reference: ranges, lengths, counts and constants. For generated code.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value breaks a rule; the name of the parameter is the path of the member.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void Check(T value)
    {
    }

    /// <summary>The format that a body can have next to JSON, or null.</summary>
    internal virtual ApiBodyFormat? Format => null;

    /// <summary>Whether null is a value of the type.</summary>
    internal virtual bool TakesNull => false;

    /// <summary>Writes a value of a list or map.</summary>
    /// <exception cref="InvalidBodyException">The value is null, and the contract does not take null.</exception>
    internal void WriteItem(Utf8JsonWriter writer, T value)
    {
        if (value is null && !TakesNull)
            throw new InvalidBodyException("The reference does not allow null here.", "");
        Write(writer, value);
    }

    /// <summary>Checks a list of values as a whole.</summary>
    internal virtual void CheckAll(IReadOnlyList<T> values)
    {
    }

    /// <summary>Reads a whole JSON text in UTF-8.</summary>
    /// <param name="utf8Json">The text; a byte order mark is skipped.</param>
    /// <exception cref="ApiJsonException">The text is malformed, contradicts the contract, or continues after the value.</exception>
    public T Parse(ReadOnlySpan<byte> utf8Json)
        => DriftLog.Current is null ? Parse(utf8Json, DefaultMaxDepth) : DriftLog.Aside(this, utf8Json, DefaultMaxDepth);

    /// <summary>Reads a whole JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ApiJsonException">The text is malformed, contradicts the contract, or continues after the value.</exception>
    public T Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Writes a value as UTF-8.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is missing a required member.</exception>
    public byte[] ToUtf8Bytes(T value) => JsonOutput.Write(this, value);

    /// <summary>Writes a value as text.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is missing a required member.</exception>
    public string ToJson(T value) => Encoding.UTF8.GetString(ToUtf8Bytes(value));

    /// <summary>Describes the JSON of the type as JSON Schema, in the dialect 2020-12.</summary>
    /// <remarks>
    /// It states what the reference states: members, types, formats, values, ranges and descriptions. Types that it refers to are in <c>$defs</c>.
    /// A contract that you write yourself is described as any value.
    /// </remarks>
    /// <returns>A new schema, which you can change.</returns>
    public JsonObject ToJsonSchema()
    {
        var names = new SchemaNames();
        var context = new SchemaContext(
            "#/$defs/", source => names.Take(source.ValueType, SchemaNames.Of(source.ValueType), source.ValueType), isOpenApi: false);
        ISchemaSource self = this;
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        if (self.InPlace(context) is { } value)
        {
            AddAll(schema, value.Keywords);
        }
        else
        {
            context.Place(self, "#");
            schema["title"] = typeof(T).Name;
            AddAll(schema, context.Describe(self));
        }

        context.Complete();
        if (context.Named.Count > 0)
        {
            var definitions = new JsonObject();
            foreach (var definition in context.Named)
                definitions[definition.Key] = definition.Value;
            schema["$defs"] = definitions;
        }

        return schema;
    }

    /// <summary>Describes the JSON of the type as JSON Schema. For generated code.</summary>
    /// <param name="schema">Receives the description.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Describe(JsonSchemaBuilder schema)
    {
    }

    /// <summary>Describes the JSON of a type without a name; null: the type has a name.</summary>
    internal virtual ValueSchema? InPlace(SchemaContext context) => null;

    Type ISchemaSource.ValueType => typeof(T);

    ValueSchema? ISchemaSource.InPlace(SchemaContext context) => InPlace(context);

    void ISchemaSource.Describe(JsonSchemaBuilder schema) => Describe(schema);

    JsonTypeInfo ISchemaSource.TypeInfo(JsonSerializerOptions options)
        => JsonMetadataServices.CreateValueInfo<T>(options, new ApiJsonConverter<T>(this));

    internal T Parse(ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        if (utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF)
            utf8Json = utf8Json.Slice(3);

        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = maxDepth });
        var picker = UnionPicker.Detach();
        try
        {
            reader.Read();
            var value = Read(ref reader);
            return IsBlank(utf8Json.Slice((int)reader.BytesConsumed))
                ? value
                : throw new ApiJsonException("there is more after the value", reader.BytesConsumed);
        }
        catch (ApiJsonException exception)
        {
            exception.Locate(utf8Json, maxDepth);
            throw;
        }
        catch (JsonException exception)
        {
            throw Locate(JsonFault.Malformed(exception, reader.BytesConsumed), utf8Json, maxDepth);
        }
        catch (InvalidOperationException)
        {
            throw Locate(JsonFault.NoUnicode(ref reader), utf8Json, maxDepth);
        }
        finally
        {
            UnionPicker.Attach(picker);
        }
    }

    private static void AddAll(JsonObject schema, JsonObject keywords)
    {
        foreach (var keyword in keywords.ToArray())
        {
            keywords.Remove(keyword.Key);
            schema[keyword.Key] = keyword.Value;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> rest)
    {
        foreach (var value in rest)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
        }

        return true;
    }

    private static ApiJsonException Locate(ApiJsonException exception, ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        exception.Locate(utf8Json, maxDepth);
        return exception;
    }
}
