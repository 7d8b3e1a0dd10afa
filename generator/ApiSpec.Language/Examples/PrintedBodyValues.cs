using ApiSpec.Language.Reference;
using ApiSpec.Xml;

namespace ApiSpec.Language.Examples;

/// <summary>Reads the bodies that a page prints, in any format.</summary>
internal static class PrintedBodyValues
{
    /// <summary>Returns the object in a body that can say that a call failed; null: the body says nothing, or cannot be read.</summary>
    /// <param name="outcomes">What bodies say.</param>
    /// <param name="shape">The JSON values of elements and attributes; null: the reference does not describe XML.</param>
    /// <param name="text">The text.</param>
    public static JsonText? Of(BodyOutcomes outcomes, XmlShape? shape, string text)
        => outcomes.IsText ? outcomes.ValuesOf(text, static json => JsonTextParser.Parse(json, out _) is not null)
            : Of(shape, text) is { } body ? outcomes.StatementIn(body) : null;

    /// <summary>Returns the values of a body; null: it cannot be read.</summary>
    /// <param name="shape">The JSON values of elements and attributes; null: the reference does not describe XML.</param>
    /// <param name="text">The text.</param>
    public static JsonText? Of(XmlShape? shape, string text)
        => shape is not null && PastedFormat.OfOther(text) == PastedFormat.Xml
            ? XmlBody.Read(text, shape, Elision.Is, out _)
            : JsonTextParser.Parse(text, out _);
}
