using System.Text;
using System.Xml;

namespace ApiSpec.Xml;

/// <summary>Reads XML to the same tree as JSON of the same rows. DTDs are refused, and therefore custom entities.</summary>
/// <param name="shape">The JSON values of elements and attributes.</param>
/// <param name="maxDepth">How deeply elements can be nested.</param>
/// <param name="count">Called for each element and attribute, so that the caller can stop.</param>
internal sealed class XmlTreeReader(XmlShape shape, int maxDepth, Action count)
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlMember Anything = new("", XmlKind.Any);

    // The declared prefixes at the position of the reader, and whether they belong to XML Schema.
    private readonly Dictionary<string, bool> _prefixes = new(StringComparer.Ordinal);

    /// <summary>Reads XML text.</summary>
    /// <exception cref="XmlException">The text is not XML, has a DTD, or is nested too deeply.</exception>
    public TreeValue Read(string text)
    {
        using var characters = new StringReader(text);
        // The reader loads no other files, and expands no entities. It accepts undeclared prefixes, which some servers send and other readers refuse.
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
                AddElement(reader, document, 0, new Dictionary<string, (int, string)>(StringComparer.Ordinal), 1);
        }

        return document;
    }

    private void AddElement(XmlTextReader reader, TreeValue parent, int table, Dictionary<string, (int Place, string Printed)> places, int depth)
    {
        var printed = reader.Name;
        var member = shape.Find(table, printed, XmlNames.Local(printed));
        var name = member is null || member.Name == "*" ? printed : member.Name;
        // Elements of two namespaces can have one local name. The row belongs to the element with the printed name, otherwise to the first one.
        if (places.TryGetValue(name, out var taken) && taken.Printed != printed)
        {
            if (name == printed)
            {
                parent.Rename(taken.Place, taken.Printed);
                places.Remove(name);
                places[taken.Printed] = taken;
            }
            else
            {
                (name, member) = (printed, null);
            }
        }

        var position = PositionOf(reader);
        var value = ReadElement(reader, member ?? Anything, depth);
        if (places.TryGetValue(name, out var place))
        {
            parent.AddAgain(place.Place, value);
            return;
        }

        places.Add(name, (parent.Members.Count, printed));
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
        var outer = reader.HasAttributes ? Declare(reader) : null;
        var isNil = reader.HasAttributes && ReadAttributes(reader, result, table);
        var text = new StringBuilder();
        var textStart = start;
        var hasElements = false;
        if (!reader.IsEmptyElement)
        {
            Dictionary<string, (int, string)>? places = null;
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                RefuseEntity(reader);
                if (reader.NodeType == XmlNodeType.Element)
                {
                    hasElements = true;
                    AddElement(reader, result, table, places ??= new Dictionary<string, (int, string)>(StringComparer.Ordinal), depth + 1);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    if (text.Length == 0)
                        textStart = PositionOf(reader);
                    text.Append(reader.Value);
                }
            }
        }

        if (outer is not null)
            Restore(outer);
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

    // Attributes can come before the declaration of their prefix.
    private List<(string Prefix, bool? Outer)>? Declare(XmlTextReader reader)
    {
        List<(string, bool?)>? outer = null;
        while (reader.MoveToNextAttribute())
        {
            if (!reader.Name.StartsWith("xmlns:", StringComparison.Ordinal))
                continue;
            var prefix = reader.Name.Substring("xmlns:".Length);
            (outer ??= []).Add((prefix, _prefixes.TryGetValue(prefix, out var known) ? known : null));
            _prefixes[prefix] = reader.Value.Trim() == SchemaInstance;
        }

        reader.MoveToElement();
        return outer;
    }

    private void Restore(List<(string Prefix, bool? Outer)> declared)
    {
        foreach (var (prefix, outer) in declared)
        {
            if (outer is { } known)
                _prefixes[prefix] = known;
            else
                _prefixes.Remove(prefix);
        }
    }

    // Without a declaration, 'xsi' has its usual meaning.
    private bool IsOfSchema(string name)
        => name.IndexOf(':') is > 0 and var colon && name.Substring(0, colon) is var prefix
            && (_prefixes.TryGetValue(prefix, out var isSchema) ? isSchema : prefix == "xsi");

    // Namespace declarations and attributes of XML Schema are not members, unless the reference prints them.
    private bool ReadAttributes(XmlTextReader reader, TreeValue element, int table)
    {
        var isNil = false;
        // Attributes of two namespaces can have one local name. The row belongs to the attribute with the printed name, otherwise to the first one.
        var places = reader.AttributeCount > 1 ? new Dictionary<string, (int Place, string Printed)>(StringComparer.Ordinal) : null;
        while (reader.MoveToNextAttribute())
        {
            var printed = "@" + reader.Name;
            var isOfSchema = IsOfSchema(reader.Name);
            var value = reader.Value;
            var position = PositionOf(reader);
            while (reader.ReadAttributeValue())
                RefuseEntity(reader);
            var member = shape.Find(table, printed, XmlNames.Local(printed));
            if (isOfSchema || printed is "@xmlns" || printed.StartsWith("@xmlns:", StringComparison.Ordinal))
            {
                isNil |= isOfSchema && printed.EndsWith(":nil", StringComparison.Ordinal) && value.Trim() is "true" or "1";
                // A row needs the whole name: '@type' is not 'xsi:type'.
                if (member is null || member.Name != printed)
                    continue;
            }

            var name = member?.Name ?? printed;
            if (places is not null && places.TryGetValue(name, out var taken))
            {
                if (name == printed)
                    element.Rename(taken.Place, taken.Printed);
                else
                    (name, member) = (printed, null);
            }

            if (places is not null)
                places[name] = (element.Members.Count, printed);
            count();
            element.Add(name, Scalar(member ?? Anything, value, position), position);
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

    // XML has no empty lists, only missing elements.
    private void AddEmptyLists(TreeValue element, int table)
    {
        var required = shape.RequiredLists(table);
        if (required.Count == 0)
            return;
        var present = new HashSet<string>(
            element.Members.Select(found => shape.Find(table, found.Name, found.Name)?.FirstName ?? found.Name), StringComparer.Ordinal);
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

    // XML Schema, part 2, sections 3.2.3.1 and 3.2.5.1: numbers can have a plus sign, leading zeros, and no digit before or after the point. JSON (RFC 8259,
    // section 6) does not allow any of these. Returns null if the text is not a number.
    private static string? NumberOf(string text)
    {
        var position = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var sign = position == 1 && text[0] == '-' ? "-" : "";
        var whole = Digits(text, ref position);
        var fraction = "";
        if (position < text.Length && text[position] == '.')
        {
            position++;
            fraction = Digits(text, ref position);
        }

        if (whole.Length + fraction.Length == 0)
            return null;
        var exponent = position;
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-')
                position++;
            if (Digits(text, ref position).Length == 0)
                return null;
        }

        if (position != text.Length)
            return null;
        whole = whole.TrimStart('0');
        var power = text.Substring(exponent);
        return sign + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + power;
    }

    private static string Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] is >= '0' and <= '9')
            position++;
        return text.Substring(start, position - start);
    }

    private static TreePosition PositionOf(XmlTextReader reader) => new(reader.LineNumber, reader.LinePosition);
}
