namespace ApiSpec.Language.Reference;

internal enum JsonTextKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,

    /// <summary>A usage example leaves something out here, with an ellipsis.</summary>
    Elided,
}

/// <summary>A JSON value: of a usage example, with its place in the text, or of a request.</summary>
internal sealed class JsonText(JsonTextKind kind, int start)
{
    // Most values are texts and numbers, and have neither.
    private List<JsonMember>? _members;
    private List<JsonText>? _items;

    public JsonTextKind Kind { get; } = kind;

    /// <summary>Where it starts in the text that it was read from.</summary>
    public int Start { get; } = start;

    /// <summary>Where it ends there.</summary>
    public int End { get; set; }

    /// <summary>A string without its quotes and escapes, or a number as written.</summary>
    public string Text { get; set; } = "";

    public IReadOnlyList<JsonMember> Members => (IReadOnlyList<JsonMember>?)_members ?? [];

    public IReadOnlyList<JsonText> Items => (IReadOnlyList<JsonText>?)_items ?? [];

    /// <summary>
    /// Something of this object, array or string is left out: a string such as <c>"&lt;token&gt;"</c> stands for a value that the page does not show.
    /// </summary>
    public bool IsElided { get; set; }

    /// <summary>Whether the page prints something in the place of a value, so that it fits every type.</summary>
    public bool StandsForAny => Kind == JsonTextKind.Elided || (Kind == JsonTextKind.String && IsElided);

    /// <summary>The value of a string, number or Boolean as text; null for all others.</summary>
    public string? Scalar => Kind switch
    {
        JsonTextKind.String or JsonTextKind.Number => Text,
        JsonTextKind.True => "true",
        JsonTextKind.False => "false",
        _ => null,
    };

    public void Add(JsonMember member) => (_members ??= []).Add(member);

    public void Add(JsonText item) => (_items ??= []).Add(item);

    public string Describe() => Kind switch
    {
        JsonTextKind.Object => "an object",
        JsonTextKind.Array => "a list",
        JsonTextKind.String => "a string",
        JsonTextKind.Number => "a number",
        JsonTextKind.Null => "null",
        _ => "a boolean",
    };
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">The name without its quotes and escapes.</param>
/// <param name="Start">Where the name starts in the text, quotes included.</param>
/// <param name="Length">How many characters it takes there.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonMember(string Name, int Start, int Length, JsonText Value);
