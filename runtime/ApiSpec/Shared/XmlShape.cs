using System.Globalization;
using System.Text;

namespace ApiSpec.Xml;

/// <summary>The JSON value of an element or attribute.</summary>
internal enum XmlKind
{
    /// <summary>A string, with all white space.</summary>
    Text,

    /// <summary>A string without the white space around it.</summary>
    Token,
    Number,
    Boolean,

    /// <summary>An element with members.</summary>
    Table,

    /// <summary>Any value, because the reference does not document it.</summary>
    Any,
}

/// <summary>An element, an attribute (<c>@name</c>) or the text next to attributes (<c>#text</c>).</summary>
/// <param name="Name">The name as the reference prints it; <c>*</c>: any name, in a map.</param>
/// <param name="Kind">The kind of JSON value.</param>
/// <param name="Table">The table of its members, if it has one.</param>
internal sealed record XmlMember(string Name, XmlKind Kind, int Table = 0)
{
    /// <summary>The first name of the row, if this is another one; null: this is the first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Whether the element is repeated.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the list is required. Without elements, it is empty.</summary>
    public bool IsRequiredList { get; init; }

    /// <summary>Whether the list can be null. A single element that is null is then not an item.</summary>
    public bool IsNullableList { get; init; }

    /// <summary>Whether an element without text is null.</summary>
    public bool EmptyIsNull { get; init; }

    /// <summary>Returns the same member under another name.</summary>
    /// <param name="name">The name.</param>
    public XmlMember Under(string name) => this with { Name = name, FirstName = Name, IsRequiredList = false };
}

/// <summary>
/// The JSON values of the elements and attributes of a body, which XML itself does not define: lists, numbers, strings. Generated code has it as text: a line
/// for each table, the document first, with members such as <c>jobIds=2</c>.
/// </summary>
/// <remarks>
/// After the equals sign is the number of a table, <c>n</c> for a number, <c>b</c> for a Boolean, <c>t</c> for a string without white space around it, <c>a</c>
/// for any value, or nothing for text. Then <c>*</c> follows for a list, <c>!</c> for a required list, <c>~</c> for a list that can be null, and <c>?</c> if an
/// empty element is null. Another name of a row has <c>^</c> and the first name: <c>ids=^jobIds</c>.
/// </remarks>
internal sealed class XmlShape
{
    private const string AnyName = "*";
    private const char OtherName = '^';

    private readonly Dictionary<string, XmlMember>[] _byName;
    private readonly string[][] _requiredLists;

    public XmlShape(IReadOnlyList<IReadOnlyList<XmlMember>> tables)
    {
        Tables = tables;
        _byName = [.. tables.Select(Index)];
        _requiredLists = [.. tables.Select(static table => table.Where(static member => member.IsRequiredList).Select(static member => member.Name).ToArray())];
    }

    /// <summary>Returns the required lists of a table, which are empty without elements.</summary>
    /// <param name="table">The table; negative: unknown.</param>
    public IReadOnlyList<string> RequiredLists(int table) => table < 0 ? [] : _requiredLists[table];

    /// <summary>The members of each table, in the order of the reference; the first is the document.</summary>
    public IReadOnlyList<IReadOnlyList<XmlMember>> Tables { get; }

    public static XmlShape Parse(string text) => new([.. text.Split('\n').Select(ParseTable)]);

    /// <summary>The member of a table for an element, or for an attribute with <c>@</c> before its name, or null if it is undocumented.</summary>
    /// <param name="table">The table; negative: unknown.</param>
    /// <param name="name">The name with its prefix.</param>
    /// <param name="localName">The name without a prefix.</param>
    public XmlMember? Find(int table, string name, string localName)
    {
        if (table < 0)
            return null;
        var members = _byName[table];
        return members.TryGetValue(name, out var member) || members.TryGetValue(localName, out member)
            || (name[0] != '@' && members.TryGetValue(AnyName, out member)) ? member : null;
    }

    public override string ToString() => string.Join("\n", Tables.Select(static table => string.Join(" ", table.Select(Write))));

    // A prefix alone has no meaning, so elements are also found without it. A printed name takes precedence over a name that is only equal without its prefix.
    private static Dictionary<string, XmlMember> Index(IReadOnlyList<XmlMember> members)
    {
        var index = new Dictionary<string, XmlMember>(StringComparer.Ordinal);
        foreach (var member in members)
            index[member.Name] = member;
        foreach (var member in members)
        {
            var local = XmlNames.Local(member.Name);
            if (!index.TryGetValue(local, out _))
                index[local] = member;
        }

        return index;
    }

    private static string Write(XmlMember member)
    {
        var text = new StringBuilder(member.Name).Append('=');
        if (member.FirstName is { } first)
            return text.Append(OtherName).Append(first).ToString();
        text.Append(member.Kind switch
        {
            XmlKind.Token => "t",
            XmlKind.Number => "n",
            XmlKind.Boolean => "b",
            XmlKind.Any => "a",
            XmlKind.Table => member.Table.ToString(CultureInfo.InvariantCulture),
            _ => "",
        });
        text.Append(member.IsRequiredList ? "!" : member.IsList ? "*" : "").Append(member.IsNullableList ? "~" : "").Append(member.EmptyIsNull ? "?" : "");
        if (text[text.Length - 1] == '=')
            text.Length--;
        return text.ToString();
    }

    // The first name of a row precedes its other names.
    private static IReadOnlyList<XmlMember> ParseTable(string line)
    {
        var members = new List<XmlMember>();
        var byName = new Dictionary<string, XmlMember>(StringComparer.Ordinal);
        foreach (var text in line.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var end = text.IndexOf('=');
            var isOther = end > 0 && end + 1 < text.Length && text[end + 1] == OtherName;
            var member = isOther && byName.TryGetValue(text.Substring(end + 2), out var first) ? first.Under(text.Substring(0, end)) : ParseMember(text);
            members.Add(member);
            byName[member.Name] = member;
        }

        return members;
    }

    private static XmlMember ParseMember(string text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0)
            return new XmlMember(text, XmlKind.Text);
        var marks = text.Substring(equals + 1);
        var kind = marks.Length == 0 ? XmlKind.Text : marks[0] switch
        {
            't' => XmlKind.Token,
            'n' => XmlKind.Number,
            'b' => XmlKind.Boolean,
            'a' => XmlKind.Any,
            >= '0' and <= '9' => XmlKind.Table,
            _ => XmlKind.Text,
        };
        var table = kind == XmlKind.Table ? int.Parse(marks.TrimEnd('*', '!', '~', '?'), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return new XmlMember(text.Substring(0, equals), kind, table)
        {
            IsList = marks.Contains('*') || marks.Contains('!'),
            IsRequiredList = marks.Contains('!'),
            IsNullableList = marks.Contains('~'),
            EmptyIsNull = marks.Contains('?'),
        };
    }
}
