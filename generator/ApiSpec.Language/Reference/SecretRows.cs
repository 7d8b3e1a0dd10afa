using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Finds out whether a body that is sent can hold a value that the reference or its transcript calls secret.</summary>
internal static class SecretRows
{
    // No reference comes near. What is larger is treated as secret.
    private const int MostTypes = 5_000;

    /// <summary>Whether a value in the body of a section, or in its parts, is secret.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    public static bool AreInBody(IApiReference api, SectionDeclaration section)
    {
        var body = BodyReference.Resolve(api, section.Body, isRequest: true);
        var types = new TypeResolver(api);
        var pending = new Stack<(TypeReference Type, TypeScope Scope, EquatableArray<RowDeclaration>? Rows)>();
        var seen = new HashSet<RowDeclaration>(ReferenceComparer<RowDeclaration>.Instance);
        if (body?.Type is { } type)
            pending.Push((type, TypeScope.Empty, null));
        if (body is not null && AddRows(body.Members, TypeScope.Empty, pending, seen))
            return true;
        for (var steps = 0; pending.Count > 0; steps++)
        {
            if (steps == MostTypes)
                return true;
            var (next, scope, rows) = pending.Pop();
            foreach (var form in types.Resolve(next, scope, rows).Forms)
            {
                if (form.Rows is { } table && AddRows(table, form.Scope, pending, seen))
                    return true;
                // The items of a list or the values of a map.
                if (form.Schema is null && form.Type.Arguments.Count > 0 && form.Rows is null)
                    pending.Push((form.Type.Arguments[0], form.Scope, null));
            }
        }

        return false;
    }

    // Most rows of a table are single values, and a table can have thousands.
    private static bool MayLeadToRows(RowDeclaration row) => row.Members.Count > 0 || row.Type.Kind == TypeKind.Named || row.Type.Arguments.Count > 0;

    private static bool AddRows(
        EquatableArray<RowDeclaration> rows, TypeScope scope, Stack<(TypeReference Type, TypeScope Scope, EquatableArray<RowDeclaration>? Rows)> pending,
        HashSet<RowDeclaration> seen)
    {
        foreach (var row in rows)
        {
            if (row.IsSecret)
                return true;
            if (!row.IsRest && MayLeadToRows(row) && seen.Add(row))
                pending.Push((row.Type, scope, row.Members.Count > 0 ? row.Members : default(EquatableArray<RowDeclaration>?)));
        }

        return false;
    }
}
