using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Finds the row of each of many names: the row that has exactly this name, or else the first row whose pattern it matches.</summary>
internal sealed class RowLookup
{
    private readonly Dictionary<string, RowDeclaration> _rows;
    private readonly List<RowDeclaration> _patterns = [];
    private readonly StringComparison _comparison;

    /// <summary>Prepares the lookup.</summary>
    /// <param name="rows">The rows, with the aliases of their types resolved.</param>
    /// <param name="comparison">How names are compared; those of headers ignore case.</param>
    public RowLookup(IEnumerable<RowDeclaration> rows, StringComparison comparison = StringComparison.Ordinal)
    {
        _comparison = comparison;
        _rows = new(comparison == StringComparison.Ordinal ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(static row => !row.IsRest))
        {
            if (row.IsPattern)
            {
                _patterns.Add(row);
                continue;
            }

            foreach (var name in RowNames.Sent(row))
            {
                if (!_rows.ContainsKey(name))
                    _rows.Add(name, row);
            }
        }
    }

    /// <summary>Returns the row of a name in a request or response; null: there is none.</summary>
    public RowDeclaration? Find(string name)
        => _rows.TryGetValue(name, out var row) ? row : _patterns.Find(pattern => NamePattern.Matches(pattern.Name, name, _comparison));
}
