namespace ApiSpec.Language.Yaml;

/// <summary>A YAML value and its position. The tree only exists while its file is read.</summary>
internal abstract class YamlNode(int start, int end)
{
    /// <summary>The position of the first character.</summary>
    public int Start { get; } = start;

    /// <summary>The position after the last character.</summary>
    public int End { get; set; } = end;

    /// <summary>Whether the value has already been reported, so that readers do not report it again.</summary>
    public bool IsBroken { get; set; }
}

internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

internal sealed class YamlScalar(string value, ScalarStyle style, int start, int end) : YamlNode(start, end)
{
    public string Value { get; private set; } = value;

    public ScalarStyle Style { get; } = style;

    /// <summary>The position found last. A caller reads a long list item by item, and must not search from the start each time.</summary>
    public (int Offset, int Position)? LastPosition { get; set; }

    /// <summary>Whether the value differs in length from its text in the file, so that positions in one do not apply to the other.</summary>
    public bool IsRewritten { get; private set; }

    /// <summary>Replaces a value that has stray characters with the intended one.</summary>
    public void Rewrite(string meant)
    {
        IsRewritten |= meant.Length != Value.Length;
        Value = meant;
    }

    /// <summary>Whether the value is missing, or one of the YAML words for null. A value in quotes is never missing, even if it is empty.</summary>
    public bool IsMissing => Style == ScalarStyle.Plain && (Value is "" or "~" or "null" or "Null" or "NULL");
}

internal sealed class YamlSequence(bool isFlow, int start, int end) : YamlNode(start, end)
{
    public bool IsFlow { get; } = isFlow;

    public List<YamlNode> Items { get; } = [];
}

internal sealed class YamlMapping(bool isFlow, int start, int end) : YamlNode(start, end)
{
    private readonly Dictionary<string, YamlEntry> _byKey = new(StringComparer.Ordinal);

    public bool IsFlow { get; } = isFlow;

    public List<YamlEntry> Entries { get; } = [];

    public YamlEntry? Find(string key) => _byKey.TryGetValue(key, out var entry) ? entry : null;

    public void Add(YamlEntry entry)
    {
        _byKey.Add(entry.Name, entry);
        Entries.Add(entry);
    }

    /// <summary>Replaces entries with others.</summary>
    public void Replace(int index, int count, List<YamlEntry> entries)
    {
        for (var i = index; i < index + count; i++)
            _byKey.Remove(Entries[i].Name);
        Entries.RemoveRange(index, count);
        Entries.InsertRange(index, entries);
        foreach (var entry in entries)
            _byKey[entry.Name] = entry;
    }

    /// <summary>Replaces a key with the intended one.</summary>
    public void Rename(YamlEntry entry, string meant)
    {
        _byKey.Remove(entry.Name);
        entry.Key.Rewrite(meant);
        _byKey[meant] = entry;
    }
}

/// <summary>A key and its value.</summary>
internal sealed class YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public string Name => Key.Value;

    public YamlNode Value { get; } = value;
}
