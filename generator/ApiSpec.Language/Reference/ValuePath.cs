using System.Globalization;
using System.Text;

namespace ApiSpec.Language.Reference;

/// <summary>The position of a value inside a body. The string is only created on request.</summary>
internal sealed class ValuePath
{
    private readonly ValuePath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private ValuePath(ValuePath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    /// <summary>The body itself: <c>$</c>.</summary>
    public static ValuePath Body { get; } = new(null, null, -1);

    public bool IsBody => _parent is null;

    public ValuePath Member(string name) => new(this, name, -1);

    public ValuePath Item(int index) => new(this, null, index);

    /// <summary>Whether a member that contains the value, or is the value, has one of the names.</summary>
    /// <param name="isNamed">Whether a name is one of them.</param>
    public bool IsWithin(Func<string, bool> isNamed)
    {
        for (var path = this; path is not null; path = path._parent)
        {
            if (path._name is { } name && isNamed(name))
                return true;
        }

        return false;
    }

    /// <summary>The path: <c>$.tasks[0].name</c>.</summary>
    public override string ToString()
    {
        var parts = new Stack<ValuePath>();
        for (var path = this; path._parent is not null; path = path._parent)
            parts.Push(path);
        var text = new StringBuilder("$");
        foreach (var part in parts)
        {
            if (part._name is not null)
                text.Append('.').Append(part._name);
            else
                text.Append('[').Append(part._index.ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        return text.ToString();
    }
}
