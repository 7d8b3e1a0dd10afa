using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>All rows that bodies and parameters can have, at any depth.</summary>
/// <remarks>
/// Visits each table once. The arguments of a generic table are visited at each use, so the walk also ends for a table that keeps creating new types from
/// itself. The result is the same, because a table can only reach its own rows and its arguments.
/// </remarks>
internal sealed class ReachableRows(IApiReference api)
{
    private readonly HashSet<object> _seen = new(ReferenceComparer<object>.Instance);
    private readonly Stack<(TypeReference Type, EquatableArray<string> Parameters)> _types = new();
    private readonly Stack<(EquatableArray<RowDeclaration> Rows, EquatableArray<string> Parameters)> _tables = new();

    /// <summary>Adds a body, <c>same as</c> followed; null: there is none.</summary>
    public void Add(BodyDeclaration? body)
    {
        if (body is null)
            return;
        Add(body.Members, []);
        if (body.Type is { } type)
            Add(type, []);
    }

    /// <summary>Adds the rows inside the values of a row, but not the row itself.</summary>
    public void AddInside(RowDeclaration row)
    {
        Add(row.Members, []);
        Add(row.Type, []);
    }

    /// <summary>Visits what has been added and not visited yet.</summary>
    public IEnumerable<RowDeclaration> Visit()
    {
        while (_tables.Count > 0 || _types.Count > 0)
        {
            if (_types.Count > 0)
            {
                Follow(_types.Pop());
                continue;
            }

            var (rows, parameters) = _tables.Pop();
            foreach (var row in rows)
            {
                yield return row;
                Add(row.Members, parameters);
                Add(row.Type, parameters);
            }
        }
    }

    /// <param name="rows">The rows of a table.</param>
    /// <param name="parameters">The type parameters of the schema that the rows are in.</param>
    private void Add(EquatableArray<RowDeclaration> rows, EquatableArray<string> parameters)
    {
        if (rows.Count > 0)
            _tables.Push((rows, parameters));
    }

    /// <param name="type">A type.</param>
    /// <param name="parameters">The type parameters of the schema that contains the type.</param>
    private void Add(TypeReference type, EquatableArray<string> parameters)
    {
        // Most rows of a table have a simple type, and a table can have thousands of rows.
        if (type.Kind == TypeKind.Named || type.Arguments.Count > 0)
            _types.Push((type, parameters));
    }

    private void Follow((TypeReference Type, EquatableArray<string> Parameters) written)
    {
        foreach (var argument in written.Type.Arguments)
            Add(argument, written.Parameters);
        // The name of a parameter hides a schema of the same name.
        if (written.Type.Kind != TypeKind.Named || written.Parameters.Contains(written.Type.Name!))
            return;
        if (api.FindAlias(written.Type.Name!) is { } alias)
        {
            if (_seen.Add(alias))
                Add(alias, []);
        }
        else if (api.FindSchema(written.Type.Name!) is { } schema && _seen.Add(schema))
        {
            Add(schema.Members, schema.TypeParameters);
            if (schema.Type is { } other)
                Add(other, schema.TypeParameters);
        }
    }
}
