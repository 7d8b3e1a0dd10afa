using System.Text;
using System.Xml;

namespace ApiSpec.Xml;

/// <summary>Reads XML to the tree that JSON of the same rows would be. A DTD, and so every entity of its own, is refused.</summary>
/// <param name="shape">What elements and attributes become.</param>
/// <param name="maxDepth">How deeply elements may be nested.</param>
/// <param name="count">Called for each element and attribute, so that somebody may stop.</param>
internal sealed class XmlTreeReader(XmlShape shape, int maxDepth, Action count)
{
    private static readonly XmlMember Anything = new("", XmlKind.Any);

    /// <summary>Reads a text.</summary>
    /// <exception cref="XmlException">The text is not XML, has a DTD, or is nested too deeply.</exception>
    public TreeValue Read(string text)
    {
        using var characters = new StringReader(text);
        // What a body says is in the body alone: nothing is fetched, and nothing is expanded. Prefixes mean nothing here, and servers send some that they do
        // not declare, which only this reader takes.
        using var reader = new XmlTextReader(characters)
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            Namespaces = false,
            Normalization = true,
            WhitespaceHandling = WhitespaceHandling.All,
        };
        return ReadDocument(reader);
    }

    private TreeValue ReadDocument(XmlTextReader reader)
    {
        var document = new TreeValue(TreeKind.Object) { Position = new TreePosition(1, 1) };
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                AddElement(reader, document, 0, new Dictionary<string, int>(StringComparer.Ordinal), 1);
        }

        return document;
    }

    private void AddElement(XmlTextReader reader, TreeValue parent, int table, Dictionary<string, int> places, int depth)
    {
        var member = shape.Find(table, reader.Name, XmlNames.Local(reader.Name));
        var name = member is null || member.Name == "*" ? reader.Name : member.Name;
        var position = PositionOf(reader);
        var value = ReadElement(reader, member ?? Anything, depth);
        if (places.TryGetValue(name, out var place))
        {
            parent.AddAgain(place, value);
            return;
        }

        places.Add(name, parent.Members.Count);
        if (member is not { IsList: true } || (member.IsNullableList && value.Kind == TreeKind.Null))
        {
            parent.Add(name, value, position);
            return;
        }

        var list = new TreeValue(TreeKind.Array) { Position = position };
        list.Add(value);
        parent.Add(name, list, position);
    }

    private TreeValue ReadElement(XmlTextReader reader, XmlMember member, int depth)
    {
        if (depth > maxDepth)
            throw new XmlException("it is nested deeper than " + maxDepth.ToString(System.Globalization.CultureInfo.InvariantCulture) + " levels");
        count();
        var start = PositionOf(reader);
        var table = member.Kind == XmlKind.Table ? member.Table : -1;
        var result = new TreeValue(TreeKind.Object) { Position = start };
        var isNil = ReadAttributes(reader, result, table);
        var text = new StringBuilder();
        var textStart = start;
        var hasElements = false;
        if (!reader.IsEmptyElement)
        {
            Dictionary<string, int>? places = null;
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                RefuseEntity(reader);
                if (reader.NodeType == XmlNodeType.Element)
                {
                    hasElements = true;
                    AddElement(reader, result, table, places ??= new Dictionary<string, int>(StringComparer.Ordinal), depth + 1);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    if (text.Length == 0)
                        textStart = PositionOf(reader);
                    text.Append(reader.Value);
                }
            }
        }

        if (isNil && !hasElements && text.Length == 0)
            return new TreeValue(TreeKind.Null) { Position = start };
        if (member is { Kind: XmlKind.Table, EmptyIsNull: true } && !hasElements && result.Members.Count == 0 && string.IsNullOrWhiteSpace(text.ToString()))
            return new TreeValue(TreeKind.Null) { Position = start };
        if (member.Kind is not (XmlKind.Table or XmlKind.Any) && !hasElements)
            return Scalar(member, text.ToString(), textStart);
        if (member.Kind == XmlKind.Any && !hasElements && result.Members.Count == 0)
            return new TreeValue(TreeKind.String, text.ToString()) { Position = textStart };
        AddText(result, table, text.ToString(), textStart);
        AddEmptyLists(result, table);
        return result;
    }

    // Declarations of namespaces and what XML Schema says of an element are no members, unless the reference prints them.
    private bool ReadAttributes(XmlTextReader reader, TreeValue element, int table)
    {
        var isNil = false;
        while (reader.MoveToNextAttribute())
        {
            var name = "@" + reader.Name;
            var value = reader.Value;
            var position = PositionOf(reader);
            while (reader.ReadAttributeValue())
                RefuseEntity(reader);
            var member = shape.Find(table, name, XmlNames.Local(name));
            if (name is "@xmlns" || name.StartsWith("@xmlns:", StringComparison.Ordinal) || name.StartsWith("@xsi:", StringComparison.Ordinal))
            {
                isNil |= name == "@xsi:nil" && value.Trim() is "true" or "1";
                // A printed row is for the whole name: '@type' is not 'xsi:type'.
                if (member is null || member.Name != name)
                    continue;
            }

            count();
            element.Add(member?.Name ?? name, Scalar(member ?? Anything, value, position), position);
        }

        reader.MoveToElement();
        return isNil;
    }

    private static void RefuseEntity(XmlTextReader reader)
    {
        if (reader.NodeType == XmlNodeType.EntityReference)
            throw new XmlException("it has an entity, which only a DTD can declare");
    }

    private void AddText(TreeValue element, int table, string text, TreePosition position)
    {
        var member = shape.Find(table, XmlNames.Text, XmlNames.Text);
        if (member is null or { Name: "*" } ? string.IsNullOrWhiteSpace(text) : text.Length == 0 && member.Kind != XmlKind.Text)
            return;
        element.Add(XmlNames.Text, Scalar(member is { Name: XmlNames.Text } ? member : Anything, text, position), position);
    }

    // XML has no empty lists: a list is its element again and again, and here it is not there once.
    private void AddEmptyLists(TreeValue element, int table)
    {
        var required = shape.RequiredLists(table);
        if (required.Count == 0)
            return;
        var present = new HashSet<string>(element.Members.Select(static found => found.Name), StringComparer.Ordinal);
        foreach (var name in required)
        {
            count();
            if (present.Add(name))
                element.Add(name, new TreeValue(TreeKind.Array) { Position = element.Position }, element.Position);
        }
    }

    private static TreeValue Scalar(XmlMember member, string text, TreePosition position)
    {
        var trimmed = text.Trim();
        var kind = TreeKind.String;
        if (trimmed.Length == 0 && member.EmptyIsNull)
            kind = TreeKind.Null;
        else if (member.Kind == XmlKind.Number && NumberOf(trimmed) is { } number)
            (kind, text) = (TreeKind.Number, number);
        else if (member.Kind == XmlKind.Boolean && BooleanOf(trimmed) is { } boolean)
            kind = boolean;
        else if (member.Kind is not (XmlKind.Text or XmlKind.Any))
            text = trimmed;
        return new TreeValue(kind, text) { Position = position };
    }

    // XML Schema, part 2, section 3.2.2.1.
    private static TreeKind? BooleanOf(string text)
        => text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase) ? TreeKind.True
            : text == "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? TreeKind.False
            : null;

    // XML writes numbers that JSON does not, with a plus sign or zeros before them; null: it is no number.
    private static string? NumberOf(string text)
    {
        var position = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var isNegative = position == 1 && text[0] == '-';
        while (position + 1 < text.Length && text[position] == '0' && char.IsDigit(text[position + 1]))
            position++;
        var digits = text.Substring(position);
        var number = isNegative ? "-" + digits : digits;
        return IsNumber(number) ? number : null;
    }

    // RFC 8259, section 6.
    private static bool IsNumber(string text)
    {
        var position = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (!SkipDigits(text, ref position))
            return false;
        if (position < text.Length && text[position] == '.')
        {
            position++;
            if (!SkipDigits(text, ref position))
                return false;
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-')
                position++;
            if (!SkipDigits(text, ref position))
                return false;
        }

        return position == text.Length;
    }

    private static bool SkipDigits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] is >= '0' and <= '9')
            position++;
        return position > start;
    }

    private static TreePosition PositionOf(XmlTextReader reader) => new(reader.LineNumber, reader.LinePosition);
}
