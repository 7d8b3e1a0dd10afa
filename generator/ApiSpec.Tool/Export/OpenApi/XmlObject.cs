using ApiSpec.Xml;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Describes how members are written in XML (OpenAPI 3.1, section 4.8.26).</summary>
internal static class XmlObject
{
    /// <summary>Returns how a member is written; null: as an element with the name of the member.</summary>
    public static OpenApiXml? OfMember(string name)
        => name == XmlNames.Text ? new OpenApiXml { NodeType = OpenApiXmlNodeType.Text }
            : XmlNames.IsName(name) && (name[0] == '@' || name.Contains(':', StringComparison.Ordinal)) ? Of(name) : null;

    /// <summary>Returns how an element is written, or an attribute if the name starts with <c>@</c>.</summary>
    public static OpenApiXml Of(string name)
    {
        var isAttribute = name[0] == '@';
        var written = isAttribute ? name[1..] : name;
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return new OpenApiXml
        {
            Name = written[(colon + 1)..],
            Prefix = colon < 0 ? null : written[..colon],
            NodeType = isAttribute ? OpenApiXmlNodeType.Attribute : null,
        };
    }
}
