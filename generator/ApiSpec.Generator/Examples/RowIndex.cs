using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Examples;

/// <summary>Finds the rows of one table by the names that servers send.</summary>
internal sealed class RowIndex
{
    private readonly Dictionary<string, RowDeclaration> _rows = new(StringComparer.Ordinal);
    private readonly List<RowDeclaration> _patterns = [];

    public RowIndex(EquatableArray<RowDeclaration> rows)
    {
        foreach (var row in rows)
        {
            if (row.IsPattern)
                _patterns.Add(row);
            Add(row.Name, row);
            foreach (var alias in row.Aliases)
                Add(alias, row);
        }
    }

    /// <summary>How much a lookup costs at most.</summary>
    public int Cost => 1 + _patterns.Count;

    public RowDeclaration? Find(string name)
        => _rows.TryGetValue(name, out var row) ? row : _patterns.Find(pattern => Matches(pattern.Name, name));

    private void Add(string name, RowDeclaration row)
    {
        if (!_rows.ContainsKey(name))
            _rows.Add(name, row);
    }

    private static bool Matches(string pattern, string name)
    {
        var star = pattern.IndexOf('*');
        return name.Length >= pattern.Length - 1
            && name.StartsWith(pattern.Substring(0, star), StringComparison.Ordinal)
            && name.EndsWith(pattern.Substring(star + 1), StringComparison.Ordinal);
    }
}
