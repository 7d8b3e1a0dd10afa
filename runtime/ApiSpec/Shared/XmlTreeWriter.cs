using System.Text;

namespace ApiSpec.Xml;

/// <summary>Writes a tree as XML: attributes first, then text and elements in the order of the tree, with names as the reference prints them.</summary>
/// <remarks>
/// A prefix is written as printed, whether or not a row such as <c>@xmlns:soap</c> declares it. XmlWriter is not used, because it needs the namespace of each
/// prefix, which pages do not print.
/// </remarks>
internal sealed class XmlTreeWriter
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string Nil = " xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>";

    private readonly StringBuilder _text = new();
    private string? _problem;

    /// <summary>Writes a document.</summary>
    /// <param name="document">An object whose one member is the root.</param>
    /// <param name="problem">The reason why the value cannot be XML, as a sentence, or null.</param>
    /// <returns>The XML, or an empty string if there is a problem.</returns>
    public static string Write(TreeValue document, out string? problem)
    {
        var writer = new XmlTreeWriter();
        writer._text.Append(Declaration);
        if (document is { Kind: TreeKind.Object, Members: [var root] } && root.Value.Kind != TreeKind.Array)
            writer.WriteElement(root.Name, root.Value);
        else
            writer._problem = "An XML document has one root element.";
        problem = writer._problem;
        return problem is null ? writer._text.ToString() : "";
    }

    private void WriteElement(string name, TreeValue value)
    {
        if (value.Kind == TreeKind.Array)
        {
            foreach (var item in value.Items)
                WriteElement(name, item);
            return;
        }

        if (name.Length == 0 || name[0] == '@' || !XmlNames.IsName(name))
        {
            Refuse(name, "is not the name of an XML element");
            return;
        }

        _text.Append('<').Append(name);
        switch (value.Kind)
        {
            case TreeKind.Null:
                _text.Append(Nil);
                break;
            case TreeKind.Object:
                WriteMembers(name, value);
                break;
            default:
                _text.Append('>');
                WriteText(name, TextOf(value), isAttribute: false);
                _text.Append("</").Append(name).Append('>');
                break;
        }
    }

    private void WriteMembers(string name, TreeValue element)
    {
        foreach (var member in element.Members)
        {
            if (member.Name.Length > 0 && member.Name[0] == '@' && member.Value.Kind != TreeKind.Null)
                WriteAttribute(member.Name, member.Value);
        }

        _text.Append('>');
        foreach (var member in element.Members)
        {
            if (member.Name == XmlNames.Text)
                WriteContent(member.Value);
            else if (member.Name.Length == 0 || member.Name[0] != '@')
                WriteElement(member.Name, member.Value);
        }

        _text.Append("</").Append(name).Append('>');
    }

    private void WriteAttribute(string name, TreeValue value)
    {
        if (!XmlNames.IsName(name))
            Refuse(name, "is not the name of an XML attribute");
        else if (value.Kind is TreeKind.Object or TreeKind.Array)
            Refuse(name, "is more than one value, and an XML attribute holds one");
        else
        {
            _text.Append(' ').Append(name, 1, name.Length - 1).Append("=\"");
            WriteText(name, TextOf(value), isAttribute: true);
            _text.Append('"');
        }
    }

    private void WriteContent(TreeValue value)
    {
        if (value.Kind is TreeKind.Object or TreeKind.Array)
            Refuse(XmlNames.Text, "is more than one value");
        else if (value.Kind != TreeKind.Null)
            WriteText(XmlNames.Text, TextOf(value), isAttribute: false);
    }

    // Characters that a reader would change are escaped: line breaks in text, and all white space in attributes (XML 1.0, sections 2.11 and 3.3.3).
    private void WriteText(string name, string text, bool isAttribute)
    {
        if (XmlNames.IndexOfForbidden(text) >= 0)
        {
            Refuse(name, "contains a character that XML does not allow");
            return;
        }

        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' when isAttribute => _text.Append("&quot;"),
                '\r' => _text.Append("&#xD;"),
                '\n' when isAttribute => _text.Append("&#xA;"),
                '\t' when isAttribute => _text.Append("&#x9;"),
                _ => _text.Append(c),
            };
        }
    }

    private void Refuse(string name, string reason) => _problem ??= "'" + name + "' " + reason + ".";

    private static string TextOf(TreeValue value) => value.Kind switch
    {
        TreeKind.True => "true",
        TreeKind.False => "false",
        _ => value.Text,
    };
}
