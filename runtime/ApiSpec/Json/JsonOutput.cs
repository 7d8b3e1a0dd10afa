using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>Writes values to bytes, and reuses its writer and buffer.</summary>
internal static class JsonOutput
{
    [ThreadStatic]
    private static State? t_state;

    /// <summary>Does not escape letters of any script, because the text is sent to an API and is never part of a web page.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <exception cref="ArgumentException">The value cannot be sent.</exception>
    public static byte[] Write<T>(ApiJson<T> json, T value)
    {
        try
        {
            return WriteBytes(json, value);
        }
        catch (InvalidBodyException exception)
        {
            throw exception.Describe();
        }
    }

    /// <summary>Writes a value as text that becomes a part of another value.</summary>
    /// <exception cref="InvalidBodyException">The value cannot be sent.</exception>
    public static string WriteInside<T>(ApiJson<T> json, T value) => Encoding.UTF8.GetString(WriteBytes(json, value));

    /// <summary>Checks a parameter or a form field, and writes it as text.</summary>
    /// <param name="json">Its contract.</param>
    /// <param name="value">Its value.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="ArgumentException">The value cannot be sent.</exception>
    public static string WriteParameter<T>(ApiJson<T> json, T value, string name)
    {
        JsonCheck.Body(json, value, name);
        try
        {
            return WriteInside(json, value);
        }
        catch (InvalidBodyException exception)
        {
            exception.Under(name);
            throw exception.Describe();
        }
    }

    /// <summary>Writes a value that is a part of another value.</summary>
    /// <exception cref="InvalidBodyException">The value cannot be sent.</exception>
    public static byte[] WriteInsideBytes<T>(ApiJson<T> json, T value) => WriteBytes(json, value);

    private static byte[] WriteBytes<T>(ApiJson<T> json, T value)
    {
        // A contract can write other values while it writes this one.
        var state = t_state ??= new State();
        if (state.IsInUse)
            state = new State();
        state.IsInUse = true;
        try
        {
            json.Write(state.Writer, value);
            state.Writer.Flush();
            return state.Buffer.ToArray();
        }
        finally
        {
            state.Reset();
        }
    }

    private sealed class State
    {
        public State() => Writer = new Utf8JsonWriter(Buffer, new JsonWriterOptions { Encoder = Encoder });

        public ReusableBuffer Buffer { get; } = new();

        public Utf8JsonWriter Writer { get; }

        public bool IsInUse { get; set; }

        public void Reset()
        {
            IsInUse = false;
            Buffer.Clear();
            Writer.Reset();
        }
    }
}
