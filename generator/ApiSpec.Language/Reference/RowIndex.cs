using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Finds the rows of one table by the names in a body.</summary>
internal sealed class RowIndex
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, int Position)> _patterns = [];
    private readonly int[]?[] _required = new int[2][];
    private readonly EquatableArray<RowDeclaration> _table;
    private bool? _hasConditions;

    public RowIndex(EquatableArray<RowDeclaration> rows)
    {
        _table = rows;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.IsRest)
            {
                IsOpen = true;
                continue;
            }

            if (row.IsPattern)
            {
                _patterns.Add((row.Name, i));
                continue;
            }

            foreach (var name in row.Names)
                Add(name, i);
        }
    }

    /// <summary>Whether the page does not show all rows, so that a name without a row is not a violation.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether a row has a condition for when it is required, or for when it applies.</summary>
    public bool HasConditions => _hasConditions ??= _table.Any(static row => row.RequiredWhen is { IsChecked: true } || row.OnlyWhen is { IsChecked: true });

    /// <summary>The maximum cost of a lookup.</summary>
    public int Cost => 1 + _patterns.Count;

    /// <summary>Returns the positions of the rows that every body must have.</summary>
    /// <param name="isRequest">Whether the body is sent.</param>
    public IReadOnlyList<int> Required(bool isRequest)
        => _required[isRequest ? 1 : 0] ??= [.. Enumerable.Range(0, _table.Count).Where(position => !Presence.MayBeAbsent(_table[position], isRequest))];

    /// <summary>Returns the position of the row in its table; null if the table has no such row.</summary>
    public int? Find(string name)
    {
        if (_rows.TryGetValue(name, out var position))
            return position;
        foreach (var (pattern, matching) in _patterns)
        {
            if (NamePattern.Matches(pattern, name))
                return matching;
        }

        return null;
    }

    /// <summary>Whether a row has exactly this name, so that the page says what the name means.</summary>
    public bool Names(string name) => _rows.ContainsKey(name);

    private void Add(string name, int position)
    {
        if (!_rows.TryGetValue(name, out _))
            _rows.Add(name, position);
    }
}
