namespace ApiSpec.Generator.Model;

/// <summary>A shared table of which a section says what must be given: its rows, with that said at each.</summary>
internal static class RequiredMembers
{
    /// <summary>The body as a table of its own; the body itself, where it does not say what of its table must be given.</summary>
    /// <param name="body">The body, <c>same as</c> followed.</param>
    /// <param name="required">What the section says.</param>
    /// <param name="findSchema">Finds a schema by its name.</param>
    public static BodyDeclaration? Apply(BodyDeclaration? body, EquatableArray<string> required, Func<string, SchemaDeclaration?> findSchema)
    {
        if (required.Count == 0 || body is null)
            return body;
        var type = body.Type;
        // As many steps as names are likely to follow each other.
        for (var steps = 0; steps < 8 && type is { Kind: TypeKind.Named, Arguments.Count: 0 } && findSchema(type.Name!) is { } schema; steps++)
        {
            if (schema.Type is null)
                return Of(body, schema.Members, required);
            type = schema.Type;
        }

        return body.Kind == BodyKind.Members ? Of(body, body.Members, required) : body;
    }

    private static BodyDeclaration Of(BodyDeclaration body, EquatableArray<RowDeclaration> rows, EquatableArray<string> required)
        => new()
        {
            Kind = BodyKind.Members,
            Members = rows
                .Select(row => required.Contains(row.Name) ? row with { IsOptional = false, When = null, Editions = EditionRange.All } : row with { IsOptional = true })
                .ToEquatableArray(),
            Pointer = body.Pointer,
        };
}
