namespace ApiSpec.Drafting.Markup;

/// <summary>The attributes above a block: <c>[source,json]</c>, <c>[cols="1,2",options="header"]</c>, <c>[%header]</c>.</summary>
internal sealed class AsciiDocBlockAttributes
{
    /// <summary>The first word; an empty string: there are no words.</summary>
    public string Style { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Named => _named;

    public IReadOnlySet<string> Options => _options;

    /// <summary>The title above the block, and its line; null: it does not have one.</summary>
    public SourceLine? Title { get; set; }

    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _options = new(StringComparer.Ordinal);

    /// <summary>Whether a line has attributes of the block under it.</summary>
    public static bool Is(string line) => line is ['[', .., ']'] && !line.StartsWith("[[", StringComparison.Ordinal)
        && (line.Length == 2 || line[1] is '.' or '#' or '%' or '"' or ',' || char.IsLetter(line[1]));

    /// <summary>Adds the attributes of a line.</summary>
    public void Add(string line)
    {
        var isFirst = true;
        foreach (var part in Split(line[1..^1]))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).IndexOfAnyExceptInRange('a', 'z') < 0)
            {
                var value = part[(equals + 1)..].Trim().Trim('"', '\'');
                _named[part[..equals]] = value;
                if (part[..equals] is "options" or "opts")
                    _options.UnionWith(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
            else if (isFirst)
            {
                var end = part.AsSpan().IndexOfAny('.', '#', '%') is >= 0 and var sign ? sign : part.Length;
                if (end > 0)
                    Style = part[..end];
                // '%header%autowidth'.
                _options.UnionWith(part.Split('%').Skip(1).Select(static option => option.Split('.', '#')[0]));
            }

            isFirst = false;
        }
    }

    // A comma inside quotation marks belongs to the value.
    private static IEnumerable<string> Split(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                isQuoted = !isQuoted;
            if (i < text.Length && (text[i] != ',' || isQuoted))
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
    }
}
