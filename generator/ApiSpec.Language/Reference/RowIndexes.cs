using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The indexes of tables, each made once. Checks of many bodies share them: making one costs as much as the table is long.</summary>
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
