using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>The parameters of one request, for the conditions that name them.</summary>
/// <param name="api">The files of the API.</param>
internal sealed class ParameterValues(IApiReference api)
{
    private readonly Dictionary<string, JsonText> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Place, string Name), JsonText> _lists = [];
    private readonly TypeResolver _types = new(api);

    /// <summary>Reads a value that is JSON; returns null if it is not. If not set, the value is a string.</summary>
    public Func<string, JsonText?>? ReadJson { get; init; }

    /// <summary>An object with an object for each part of the request.</summary>
    public JsonText Json { get; } = new(JsonTextKind.Object, 0);

    /// <summary>Returns the parameters of one part.</summary>
    /// <param name="place">The part, as <see cref="RequestTables"/> names it.</param>
    public JsonText In(string place)
    {
        if (!_places.TryGetValue(place, out var json))
        {
            _places.Add(place, json = new JsonText(JsonTextKind.Object, 0));
            Json.Add(new JsonMember(place, 0, 0, json));
        }

        return json;
    }

    /// <summary>Adds a parameter, or further values of a repeated one.</summary>
    /// <param name="place">The part of the request.</param>
    /// <param name="row">Its row.</param>
    /// <param name="texts">Its decoded values; empty: the parameter is missing.</param>
    /// <param name="isElided">Whether the page prints a placeholder instead of the value.</param>
    public void Add(string place, RowDeclaration row, IReadOnlyCollection<string> texts, bool isElided = false)
    {
        if (texts.Count == 0)
            return;
        var type = api.Resolve(row.Type);
        if (IsJson(place, row, type) && ReadJson?.Invoke(texts.First()) is { } json)
        {
            In(place).Add(new JsonMember(row.Name, 0, 0, json));
            return;
        }

        if (_lists.TryGetValue((place, row.Name), out var list))
        {
            AddItems(list, texts, isElided);
            return;
        }

        var value = new JsonText(ParameterCheck.IsRepeatable(type) ? JsonTextKind.Array : JsonTextKind.String, 0) { IsElided = isElided };
        if (value.Kind == JsonTextKind.Array)
        {
            AddItems(value, texts, isElided);
            _lists.Add((place, row.Name), value);
        }
        else
        {
            // A flag has no value in the request. Conditions compare the values of a list, without the characters around them.
            var text = texts.First();
            value.Text = text.Length == 0 && type.Kind == TypeKind.Flag ? "true" : ListForm.Contents(type, text) ?? text;
        }

        In(place).Add(new JsonMember(row.Name, 0, 0, value));
    }

    private bool IsJson(string place, RowDeclaration row, TypeReference type)
        => type.Kind == TypeKind.Embedded || (place == RequestTables.Form && FormFields.IsJson(_types, row));

    private static void AddItems(JsonText list, IEnumerable<string> texts, bool isElided)
    {
        foreach (var text in texts)
            list.Add(new JsonText(JsonTextKind.String, 0) { Text = text, IsElided = isElided });
    }
}
