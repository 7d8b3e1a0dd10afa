namespace ApiSpec.Xml;

internal enum TreeKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A value of a body in any format: an object, an array or a scalar.</summary>
/// <remarks>The client, the check of printed examples and the testing kit read XML to the same tree. All of them compile this file.</remarks>
internal sealed class TreeValue(TreeKind kind, string text = "")
{
    private List<TreeMember>? _members;
    private List<TreeValue>? _items;

    public TreeKind Kind { get; } = kind;

    /// <summary>The text of a string or a number.</summary>
    public string Text { get; } = text;

    public IReadOnlyList<TreeMember> Members => (IReadOnlyList<TreeMember>?)_members ?? [];

    public IReadOnlyList<TreeValue> Items => (IReadOnlyList<TreeValue>?)_items ?? [];

    /// <summary>The start of the value in its text.</summary>
    public TreePosition Position { get; set; }

    public void Add(string name, TreeValue value, TreePosition position = default) => (_members ??= []).Add(new TreeMember(name, value, position));

    public void Add(TreeValue item) => (_items ??= []).Add(item);

    /// <summary>Renames a member.</summary>
    public void Rename(int member, string name) => _members![member] = _members[member] with { Name = name };

    /// <summary>Converts the value of a member to a list, and adds another value.</summary>
    public void AddAgain(int member, TreeValue value)
    {
        var (name, first, position) = _members![member];
        if (first.Kind != TreeKind.Array)
        {
            var list = new TreeValue(TreeKind.Array) { Position = first.Position };
            list.Add(first);
            _members[member] = new TreeMember(name, first = list, position);
        }

        first.Add(value);
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The name, with <c>@</c> before the name of an attribute.</param>
/// <param name="Value">The value.</param>
/// <param name="Position">The position of the name.</param>
internal readonly record struct TreeMember(string Name, TreeValue Value, TreePosition Position);

/// <summary>A position in the text: line and column, from 1; 0: unknown.</summary>
internal readonly record struct TreePosition(int Line, int Column);
