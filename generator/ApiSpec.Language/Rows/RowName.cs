using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>
/// The key of a row: a name in requests and responses, and its suffixes: <c>steps[1..10]?</c>. A name in quotation marks, as in <c>"activated?"</c>, is sent
/// unchanged.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="IsOptional">Whether it is optional.</param>
/// <param name="Counts">The text in each pair of brackets, the outermost list first; empty for any number of items.</param>
internal readonly record struct RowName(string Name, bool IsOptional, IReadOnlyList<string> Counts)
{
    // No page prints a list of lists that is nested deeper.
    private const int MaximumLists = 4;

    /// <summary>Whether the name is in quotation marks, so that its last characters are not suffixes.</summary>
    public bool IsQuoted { get; init; }

    public static RowName Parse(string key)
    {
        var isOptional = false;
        var counts = new List<string>();
        while (true)
        {
            if (!isOptional && key.EndsWith("?", StringComparison.Ordinal))
            {
                isOptional = true;
                key = key.Substring(0, key.Length - 1);
            }
            else if (counts.Count < MaximumLists && CountOf(key) is { } count)
            {
                counts.Add(count);
                key = key.Substring(0, key.Length - count.Length - 2);
            }
            else
            {
                var isQuoted = key.Length > 2 && key[0] == '"' && key[key.Length - 1] == '"';
                return new RowName(isQuoted ? key.Substring(1, key.Length - 2) : key, isOptional, counts) { IsQuoted = isQuoted };
            }
        }
    }

    /// <summary>The name before its suffixes.</summary>
    public string Written => IsQuoted ? "\"" + Name + "\"" : Name;

    /// <summary>The number of items of the row's list; null: any number, or it is not a list.</summary>
    public ValueRange? Count => Counts.Count > 0 && Counts[0].Length > 0 ? RangeText.Parse(Counts[0], new TypeReference { Kind = TypeKind.List }, out _) : null;

    /// <summary>Returns the type of the row: a list for each pair of brackets. The number of items of the outermost list is the range of the row.</summary>
    public TypeReference Wrap(TypeReference type)
    {
        for (var i = Counts.Count - 1; i >= 0; i--)
        {
            type = new TypeReference { Kind = TypeKind.List, Arguments = [type], Start = type.Start, Length = type.Length };
            if (i > 0 && Counts[i].Length > 0)
                type = type with { Range = RangeText.Parse(Counts[i], type, out _) };
        }

        return type;
    }

    // 'a[]' and 'a[1..5]' are lists; 'a[1]' is an ordinary name.
    private static string? CountOf(string key)
    {
        if (!key.EndsWith("]", StringComparison.Ordinal))
            return null;
        var open = key.LastIndexOf('[');
        var count = open < 0 ? "-" : key.Substring(open + 1, key.Length - open - 2);
        return count.Length == 0 || (count.IndexOf("..", StringComparison.Ordinal) is >= 0 && count.All(static c => c is '.' or >= '0' and <= '9'))
            ? count
            : null;
    }
}
