using System.ComponentModel;
using System.Text.Json;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>The values of one request that conditions refer to, with a separate object for each part of the request. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConditionValues
{
    private readonly Dictionary<string, List<Action<Utf8JsonWriter>>> _places = new(StringComparer.Ordinal);
    private readonly List<Action<Utf8JsonWriter>> _bodies = [];

    /// <summary>Adds a part of the request, which may stay empty.</summary>
    /// <param name="place">The part.</param>
    /// <returns>The same object.</returns>
    public ApiConditionValues In(string place)
    {
        MembersOf(place);
        return this;
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="place">The part of the request.</param>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text as sent; null: it is not given.</param>
    public void Add(string place, string name, string? text)
    {
        if (text is not null)
            MembersOf(place).Add(writer => writer.WriteString(name, text));
    }

    /// <summary>Adds a parameter that is a list.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="place">The part of the request.</param>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; null or empty: it is not given.</param>
    /// <param name="toText">The text of a value as sent.</param>
    public void AddList<T>(string place, string name, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null || values.Count == 0)
            return;
        MembersOf(place).Add(writer =>
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
                writer.WriteStringValue(toText(value));
            writer.WriteEndArray();
        });
    }

    /// <summary>Adds a part of a form that is JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="place">The part of the request.</param>
    /// <param name="name">Its name.</param>
    /// <param name="json">Its contract.</param>
    /// <param name="value">Its value; null: it is not given.</param>
    public void AddJson<T>(string place, string name, ApiJson<T> json, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
            return;
        MembersOf(place).Add(writer =>
        {
            writer.WritePropertyName(name);
            json.Write(writer, value);
        });
    }

    /// <summary>Adds the body.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="place">The name of the body in conditions.</param>
    /// <param name="json">Its contract.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentNullException">The body is null.</exception>
    public void AddBody<T>(string place, ApiJson<T> json, T body)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (body is null)
            throw new ArgumentNullException(nameof(body));
        _bodies.Add(writer =>
        {
            writer.WritePropertyName(place);
            json.Write(writer, body);
        });
    }

    /// <exception cref="InvalidBodyException">A value cannot be sent.</exception>
    internal JsonDocument ToDocument()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JsonOutput.Encoder }))
        {
            writer.WriteStartObject();
            foreach (var place in _places)
            {
                writer.WriteStartObject(place.Key);
                foreach (var write in place.Value)
                    write(writer);
                writer.WriteEndObject();
            }

            foreach (var write in _bodies)
                write(writer);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = ConnectionSettings.LargestJsonDepth });
    }

    private List<Action<Utf8JsonWriter>> MembersOf(string place)
    {
        if (!_places.TryGetValue(place, out var members))
            _places.Add(place, members = []);
        return members;
    }
}
