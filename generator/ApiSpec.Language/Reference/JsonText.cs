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

/// <summary>A JSON value: of a usage example, with its position in the text, or of a request.</summary>
internal sealed class JsonText(JsonTextKind kind, int start)
{
    // Most values are strings and numbers, which have neither members nor items.
    private List<JsonMember>? _members;
    private List<JsonText>? _items;

    public JsonTextKind Kind { get; } = kind;

    /// <summary>The position of its first character in the source text.</summary>
    public int Start { get; } = start;

    /// <summary>The position after its last character.</summary>
    public int End { get; set; }

    /// <summary>A string without its quotation marks and escapes, or a number as written.</summary>
    public string Text { get; set; } = "";

    public IReadOnlyList<JsonMember> Members => (IReadOnlyList<JsonMember>?)_members ?? [];

    public IReadOnlyList<JsonText> Items => (IReadOnlyList<JsonText>?)_items ?? [];

    /// <summary>
    /// Whether the page leaves out something of this object, array or string. A string such as <c>"&lt;token&gt;"</c> replaces a value that the page does not
    /// show.
    /// </summary>
    public bool IsElided { get; set; }

    /// <summary>Whether the page prints a placeholder instead of a value, so that it fits every type.</summary>
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
/// <param name="Name">The name without its quotation marks and escapes.</param>
/// <param name="Start">The position of the name in the text, including its quotation mark.</param>
/// <param name="Length">The length of the name in the text.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonMember(string Name, int Start, int Length, JsonText Value);
