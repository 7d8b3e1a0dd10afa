using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Caches the indexes of tables. Checks of many bodies share them, because the cost of an index grows with its table.</summary>
internal sealed class RowIndexes
{
    private readonly Dictionary<EquatableArray<RowDeclaration>, RowIndex> _indexes = new(ReferenceComparer<EquatableArray<RowDeclaration>>.Instance);

    /// <summary>Returns the index of a table.</summary>
    public RowIndex Of(EquatableArray<RowDeclaration> rows)
    {
        if (!_indexes.TryGetValue(rows, out var index))
            _indexes.Add(rows, index = new RowIndex(rows));
        return index;
    }
}
