using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>A table of rows: the members of an object, or the parameters in one part of a request.</summary>
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
    public ValueTable? TableOf(RowDeclaration row)
    {
        _tables ??= new Dictionary<RowDeclaration, ValueTable?>(ReferenceComparer<RowDeclaration>.Instance);
        if (!_tables.TryGetValue(row, out var table))
        {
            var forms = Types.Resolve(row.Type, Scope, row.Members).Forms;
            _tables.Add(row, table = forms is [{ Kind: TypeKind.Object, Rows: { } rows } form] ? new ValueTable(rows, form.Scope, Types) : null);
        }

        return table;
    }

    /// <summary>Whether a row allows any value.</summary>
    public bool IsAny(RowDeclaration row) => Types.Resolve(row.Type, Scope, row.Members).IsAny;
}
