using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>A table of rows: the members of an object, the positions of an array, or the parameters in one part of a request.</summary>
/// <param name="rows">Its rows.</param>
/// <param name="scope">The meaning of type parameters in them.</param>
/// <param name="types">Resolves names in them.</param>
internal sealed class ValueTable(EquatableArray<RowDeclaration> rows, TypeScope scope, TypeResolver types)
{
    private Dictionary<string, RowDeclaration>? _byName;
    private Dictionary<RowDeclaration, ValueTable?>? _tables;

    public EquatableArray<RowDeclaration> Rows { get; } = rows;

    public TypeScope Scope { get; } = scope;

    public TypeResolver Types { get; } = types;

    /// <summary>Whether each row is a position of an array.</summary>
    public bool IsTuple { get; init; }

    /// <summary>Returns the row with a name, or null.</summary>
    public RowDeclaration? Find(string name)
    {
        if (_byName is null)
        {
            _byName = new Dictionary<string, RowDeclaration>(StringComparer.Ordinal);
            foreach (var row in Rows)
            {
                if (!row.IsRest && !_byName.ContainsKey(row.Name))
                    _byName.Add(row.Name, row);
            }
        }

        return _byName.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>Returns the table of the objects in a row; null: it holds no objects, or several kinds.</summary>
    public ValueTable? TableOf(RowDeclaration row) => TableOrTupleOf(row) is { IsTuple: false } table ? table : null;

    /// <summary>Returns the table of the objects or of the arrays with positions in a row; null: it holds neither, or several kinds.</summary>
    public ValueTable? TableOrTupleOf(RowDeclaration row)
    {
        _tables ??= new Dictionary<RowDeclaration, ValueTable?>(ReferenceComparer<RowDeclaration>.Instance);
        if (!_tables.TryGetValue(row, out var table))
        {
            _tables.Add(row, table = Of(Types.Resolve(row.Type, Scope, row.Members).Forms, Types));
        }

        return table;
    }

    /// <summary>Returns the table of the only form of a value; null: it is neither an object nor an array with positions, or has several forms.</summary>
    public static ValueTable? Of(IReadOnlyList<ValueForm> forms, TypeResolver types)
        => forms is [{ Kind: TypeKind.Object or TypeKind.Tuple, Rows: { } rows } form]
            ? new ValueTable(rows, form.Scope, types) { IsTuple = form.Kind == TypeKind.Tuple } : null;

    /// <summary>Whether a row allows any value.</summary>
    public bool IsAny(RowDeclaration row) => Types.Resolve(row.Type, Scope, row.Members).IsAny;
}
