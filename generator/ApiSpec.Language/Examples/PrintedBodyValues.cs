using ApiSpec.Language.Reference;
using ApiSpec.Xml;

namespace ApiSpec.Language.Examples;

/// <summary>Reads the bodies that a page prints, in whatever format it prints them.</summary>
internal static class PrintedBodyValues
{
    /// <summary>The values of a body; null: it cannot be read.</summary>
    /// <param name="shape">What elements and attributes become; null: the reference does not describe XML.</param>
    /// <param name="text">The text.</param>
    public static JsonText? Of(XmlShape? shape, string text)
        => shape is not null && PastedFormat.OfOther(text) == PastedFormat.Xml
            ? XmlBody.Read(text, shape, Elision.Is, out _)
            : JsonTextParser.Parse(text, out _);
}
