namespace ApiSpec.Testing.Recording;

/// <summary>A name or a value within a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Kind">How it is written.</param>
internal readonly record struct Leaf(int Start, int End, LeafKind Kind)
{
    /// <summary>Whether it is masked whatever it is.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The text in place of the value.</summary>
    public string Placeholder => Kind switch
    {
        LeafKind.JsonValue => "\"" + Redaction.Placeholder + "\"",
        LeafKind.XmlText => "&lt;secret&gt;",
        LeafKind.Url or LeafKind.Form => Uri.EscapeDataString(Redaction.Placeholder),
        _ => Redaction.Placeholder,
    };

    public DecodedText Decode(string source)
    {
        var text = source[Start..End];
        return Kind switch
        {
            LeafKind.JsonString or LeafKind.JsonName => DecodedText.OfJson(text),
            LeafKind.XmlText => DecodedText.OfXml(text),
            LeafKind.Url => DecodedText.OfPercent(text, plusIsSpace: false),
            LeafKind.Form => DecodedText.OfPercent(text, plusIsSpace: true),
            _ => DecodedText.OfPlain(text),
        };
    }
}

internal enum LeafKind
{
    /// <summary>Without any escapes, such as a comment in XML.</summary>
    Plain,

    /// <summary>A string in JSON, without its quotation marks.</summary>
    JsonString,

    /// <summary>The name of a member, without its quotation marks.</summary>
    JsonName,

    /// <summary>A number or a Boolean in JSON.</summary>
    JsonValue,

    /// <summary>Text or the value of an attribute.</summary>
    XmlText,

    /// <summary>The name of an element or attribute.</summary>
    XmlName,

    /// <summary>A part of a URL.</summary>
    Url,

    /// <summary>A name or a value of a form or a query, in which a plus can be a space.</summary>
    Form,
}
