using System.Xml;
using ApiSpec.Xml;

namespace ApiSpec.Language.Reference;

/// <summary>Reads XML into the values that JSON with the same rows would have, and writes it.</summary>
internal static class XmlBody
{
    /// <summary>The error of a text with a DTD, which neither client nor fake reads.</summary>
    public const string HasDoctype = "it has a DOCTYPE";

    private const string Doctype = "<!D";
    private const int MaxDepth = 64;

    // No real page reaches the limit. A hostile text would otherwise stop the build.
    private const int MaxValues = 500_000;

    /// <summary>Reads XML.</summary>
    /// <param name="text">The XML.</param>
    /// <param name="shape">The JSON values of its elements and attributes.</param>
    /// <param name="isElided">Whether a string is a placeholder for a value that the page does not print; null: no string is.</param>
    /// <param name="problem">The error in the text and its position; null: no error.</param>
    /// <returns>Null: the text cannot be read.</returns>
    public static JsonText? Read(string text, XmlShape shape, Func<string, bool>? isElided, out (string Message, int Offset)? problem)
    {
        problem = null;
        var lines = new TextPlaces(text);
        var values = 0;
        try
        {
            return ToJson(new XmlTreeReader(shape, MaxDepth, Count).Read(text), lines, isElided);
        }
        // A DTD is refused where it starts, before any value has been read.
        catch (XmlException exception) when (exception.LineNumber == 0 && values == 0 && text.IndexOf(Doctype, StringComparison.Ordinal) is >= 0 and var start)
        {
            problem = (HasDoctype, start);
            return null;
        }
        catch (XmlException exception)
        {
            problem = (
                exception.LineNumber == 0 ? exception.Message
                    : "it has no root element, is cut off, or has a tag, a name or a character that XML does not allow here",
                lines.OffsetOf(new TreePosition(exception.LineNumber, exception.LinePosition)));
            return null;
        }

        void Count()
        {
            if (++values > MaxValues)
                throw new XmlException("it has more elements than are read");
        }
    }

    /// <summary>Writes values as XML.</summary>
    /// <param name="json">An object whose one member is the root.</param>
    /// <param name="problem">Why the values cannot be written as XML, as a sentence; null: they can.</param>
    public static string Write(JsonText json, out string? problem) => XmlTreeWriter.Write(ToTree(json), out problem);

    private static TreeValue ToTree(JsonText json)
    {
        var value = json.Kind switch
        {
            JsonTextKind.Object => new TreeValue(TreeKind.Object),
            JsonTextKind.Array => new TreeValue(TreeKind.Array),
            JsonTextKind.Number => new TreeValue(TreeKind.Number, json.Text),
            JsonTextKind.True => new TreeValue(TreeKind.True),
            JsonTextKind.False => new TreeValue(TreeKind.False),
            JsonTextKind.Null => new TreeValue(TreeKind.Null),
            _ => new TreeValue(TreeKind.String, json.Text),
        };
        foreach (var member in json.Members)
            value.Add(member.Name, ToTree(member.Value));
        foreach (var item in json.Items)
            value.Add(ToTree(item));
        return value;
    }

    private static JsonText ToJson(TreeValue value, TextPlaces places, Func<string, bool>? isElided)
    {
        var (start, end) = places.ValueAt(value.Position);
        var kind = value.Kind switch
        {
            TreeKind.Object => JsonTextKind.Object,
            TreeKind.Array => JsonTextKind.Array,
            TreeKind.Number => JsonTextKind.Number,
            TreeKind.True => JsonTextKind.True,
            TreeKind.False => JsonTextKind.False,
            TreeKind.Null => JsonTextKind.Null,
            _ => JsonTextKind.String,
        };
        var leavesOut = kind == JsonTextKind.String && isElided?.Invoke(value.Text.Trim()) == true;
        var json = new JsonText(kind, start) { Text = value.Text, End = end, IsElided = leavesOut };
        foreach (var member in value.Members)
        {
            var (name, nameEnd) = places.NameAt(member.Position);
            json.Add(new JsonMember(member.Name, name, nameEnd - name, ToJson(member.Value, places, isElided)));
        }

        foreach (var item in value.Items)
            json.Add(ToJson(item, places, isElided));
        return json;
    }

    /// <summary>Converts line and column of the XML reader to the positions of names and values in the text.</summary>
    private sealed class TextPlaces
    {
        private readonly string _text;
        private readonly List<int> _lines = [0];
        private TreePosition _named;
        private TreePosition _valued;
        private (int Start, int End) _name;
        private (int Start, int End) _value;

        public TextPlaces(string text)
        {
            _text = text;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                    _lines.Add(i + 1);
            }
        }

        public (int Start, int End) NameAt(TreePosition position)
        {
            // Lists without an element have the position of their table.
            if (position != _named)
            {
                var start = OffsetOf(position);
                (_named, _name) = (position, (start, End(start, static c => c is '=' or '<' or '>' or '/' || char.IsWhiteSpace(c))));
            }

            return _name;
        }

        // An attribute has the position of its name. Its value follows in quotation marks.
        public (int Start, int End) ValueAt(TreePosition position)
        {
            if (position != _valued)
                (_valued, _value) = (position, FindValue(position));
            return _value;
        }

        private (int Start, int End) FindValue(TreePosition position)
        {
            var (start, end) = NameAt(position);
            var equals = End(end, static c => !char.IsWhiteSpace(c));
            if (equals > start && equals < _text.Length && _text[equals] == '=')
            {
                var open = End(equals + 1, static c => !char.IsWhiteSpace(c));
                if (open < _text.Length && _text[open] is '"' or '\'')
                {
                    var quote = _text[open];
                    return (open + 1, End(open + 1, c => c == quote));
                }
            }

            return (start, End(start, static c => c is '<' or '>' or '\r' or '\n'));
        }

        public int OffsetOf(TreePosition position)
            => position.Line < 1 || position.Line > _lines.Count ? 0
                : Math.Min(_lines[position.Line - 1] + Math.Max(0, position.Column - 1), Math.Max(0, _text.Length - 1));

        private int End(int start, Func<char, bool> ends)
        {
            var end = start;
            while (end < _text.Length && !ends(_text[end]))
                end++;
            return end;
        }
    }
}
