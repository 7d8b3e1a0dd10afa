using System.Xml;

namespace ApiSpec.Testing.Recording;

/// <summary>Finds the values of elements and attributes in XML (XML 1.0). A document with a DTD is not read, because an entity can be anything.</summary>
internal static class XmlLeaves
{
    private const string Comment = "<!--";
    private const string CharacterData = "<![CDATA[";

    /// <summary>Whether a text can be XML.</summary>
    public static bool AreLikelyIn(string text) => text.AsSpan().TrimStart() is ['<', ..];

    /// <summary>The values and names, in their order; null: it is not well-formed XML without a DTD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names of secrets.</param>
    public static List<Leaf>? Find(string text, SecretNames names) => IsWellFormed(text) ? new Scanner(text, names).Scan() : null;

    private static bool IsWellFormed(string text)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    // The text is well-formed, so every part has its end.
    private sealed class Scanner(string text, SecretNames names)
    {
        private readonly List<Leaf> _leaves = [];
        private readonly Stack<(bool IsSecret, bool HidesText)> _elements = new();

        public List<Leaf> Scan()
        {
            for (var i = 0; i < text.Length;)
            {
                if (text[i] != '<')
                    i = AddText(i, text.IndexOf('<', i) is >= 0 and var next ? next : text.Length, LeafKind.XmlText);
                else if (StartsWith(i, Comment))
                    i = AddUnknown(i + Comment.Length, "-->");
                else if (StartsWith(i, CharacterData))
                    i = AddText(i + CharacterData.Length, text.IndexOf("]]>", i, StringComparison.Ordinal), LeafKind.Plain) + "]]>".Length;
                else if (StartsWith(i, "<?xml ") || StartsWith(i, "<?xml\t") || StartsWith(i, "<?xml\r") || StartsWith(i, "<?xml\n"))
                    i = text.IndexOf("?>", i, StringComparison.Ordinal) + "?>".Length;
                else if (StartsWith(i, "<?"))
                    i = AddUnknown(i + "<?".Length, "?>");
                else if (StartsWith(i, "</"))
                    i = AddEndTag(i + "</".Length);
                else
                    i = AddStartTag(i + 1);
            }

            return _leaves;
        }

        private bool StartsWith(int i, string mark) => string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0;

        private int AddText(int start, int end, LeafKind kind)
        {
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                var isSecret = _elements.TryPeek(out var element) && (element.IsSecret || element.HidesText);
                _leaves.Add(new Leaf(start, end, kind) { IsSecret = isSecret });
            }

            return end;
        }

        // Comments and instructions have no names: what they hold may be an element that has been commented out.
        private int AddUnknown(int start, string mark)
        {
            var end = text.IndexOf(mark, start, StringComparison.Ordinal);
            _leaves.Add(new Leaf(start, end, LeafKind.Plain) { IsSecret = names.AreInApi });
            return end + mark.Length;
        }

        private int AddEndTag(int start)
        {
            var end = EndOfName(start);
            _leaves.Add(new Leaf(start, end, LeafKind.XmlName));
            _elements.Pop();
            return text.IndexOf('>', end) + 1;
        }

        private int AddStartTag(int start)
        {
            var end = EndOfName(start);
            var name = text[start..end];
            _leaves.Add(new Leaf(start, end, LeafKind.XmlName));
            var isSecret = (_elements.TryPeek(out var outer) && outer.IsSecret) || names.Contains(name);
            for (var i = SkipSpace(end); ; i = SkipSpace(i))
            {
                if (text[i] == '/')
                    return text.IndexOf('>', i) + 1;
                if (text[i] == '>')
                {
                    _elements.Push((isSecret, names.HidesText(name)));
                    return i + 1;
                }

                var endOfName = EndOfName(i);
                var attribute = text[i..endOfName];
                var quote = SkipSpace(SkipSpace(endOfName) + 1);
                var endOfValue = text.IndexOf(text[quote], quote + 1);
                _leaves.Add(new Leaf(i, endOfName, LeafKind.XmlName));
                // The name of a namespace is no value.
                var isNamespace = attribute == "xmlns" || attribute.StartsWith("xmlns:", StringComparison.Ordinal);
                _leaves.Add(new Leaf(quote + 1, endOfValue, LeafKind.XmlText) { IsSecret = !isNamespace && (isSecret || names.Contains("@" + attribute)) });
                i = endOfValue + 1;
            }
        }

        private int EndOfName(int start)
        {
            while (text[start] is not (' ' or '\t' or '\r' or '\n' or '/' or '>' or '='))
                start++;
            return start;
        }

        private int SkipSpace(int start)
        {
            while (text[start] is ' ' or '\t' or '\r' or '\n')
                start++;
            return start;
        }
    }
}
