using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Examples;

/// <summary>Finds the rows of one table by the names that servers send.</summary>
internal sealed class RowIndex
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, int Position)> _patterns = [];

    public RowIndex(EquatableArray<RowDeclaration> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.IsPattern)
                _patterns.Add((row.Name, i));
            Add(row.Name, i);
            foreach (var alias in row.Aliases)
                Add(alias, i);
        }
    }

    /// <summary>How much a lookup costs at most.</summary>
    public int Cost => 1 + _patterns.Count;

    /// <summary>The position of the row in its table; null when the table has no such row.</summary>
    public int? Find(string name)
    {
        if (_rows.TryGetValue(name, out var position))
            return position;
        foreach (var (pattern, matching) in _patterns)
        {
            if (Matches(pattern, name))
                return matching;
        }

        return null;
    }

    private void Add(string name, int position)
    {
        if (!_rows.ContainsKey(name))
            _rows.Add(name, position);
    }

    private static bool Matches(string pattern, string name)
    {
        var star = pattern.IndexOf('*');
        return name.Length >= pattern.Length - 1
            && string.CompareOrdinal(name, 0, pattern, 0, star) == 0
            && string.CompareOrdinal(name, name.Length - (pattern.Length - star - 1), pattern, star + 1, pattern.Length - star - 1) == 0;
    }
}
