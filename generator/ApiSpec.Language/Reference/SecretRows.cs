using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Finds out whether a request body can contain a value that a spec marks as secret.</summary>
internal static class SecretRows
{
    /// <summary>Whether a value in the body of a section, or in its parts, is secret.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    public static bool AreInBody(IApiReference api, SectionDeclaration section)
    {
        if (BodyReference.Resolve(api, section.Body, isRequest: true) is not { } body)
            return false;
        var walk = new Walk(api);
        walk.Add(body.Members, []);
        if (body.Type is { } type)
            walk.Add(type, []);
        return walk.FindsSecret();
    }

    /// <summary>
    /// Visits each table once. The arguments of a generic table are visited at each use, so the walk also ends for a table that keeps creating new types from
    /// itself. The result is the same, because a table can only reach its own rows and its arguments.
    /// </summary>
    private sealed class Walk(IApiReference api)
    {
        private readonly HashSet<object> _seen = new(ReferenceComparer<object>.Instance);
        private readonly Stack<(TypeReference Type, EquatableArray<string> Parameters)> _types = new();
        private readonly Stack<(EquatableArray<RowDeclaration> Rows, EquatableArray<string> Parameters)> _tables = new();

        /// <param name="rows">The rows of a table.</param>
        /// <param name="parameters">The type parameters of the schema that the rows are in.</param>
        public void Add(EquatableArray<RowDeclaration> rows, EquatableArray<string> parameters)
        {
            if (rows.Count > 0)
                _tables.Push((rows, parameters));
        }

        /// <param name="type">A type.</param>
        /// <param name="parameters">The type parameters of the schema that contains the type.</param>
        public void Add(TypeReference type, EquatableArray<string> parameters)
        {
            // Most rows of a table have a simple type, and a table can have thousands of rows.
            if (type.Kind == TypeKind.Named || type.Arguments.Count > 0)
                _types.Push((type, parameters));
        }

        public bool FindsSecret()
        {
            while (_tables.Count > 0 || _types.Count > 0)
            {
                if (_types.Count > 0)
                    Follow(_types.Pop());
                else if (HasSecret(_tables.Pop()))
                    return true;
            }

            return false;
        }

        private bool HasSecret((EquatableArray<RowDeclaration> Rows, EquatableArray<string> Parameters) table)
        {
            foreach (var row in table.Rows)
            {
                if (row.IsSecret)
                    return true;
                Add(row.Members, table.Parameters);
                Add(row.Type, table.Parameters);
            }

            return false;
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
}
