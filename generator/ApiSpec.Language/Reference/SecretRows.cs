using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>Finds out whether a body or a parameter can contain a value that a spec marks as secret.</summary>
internal static class SecretRows
{
    /// <summary>Whether a value in the body of a section, or in its parts, is secret.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    public static bool AreInBody(IApiReference api, SectionDeclaration section)
        => AreIn(api, BodyReference.Resolve(api, section.Body, isRequest: true));

    /// <summary>Whether a value in a body, or in its parts, is secret.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="body">The body, with <c>same as</c> followed; null: there is none.</param>
    public static bool AreIn(IApiReference api, BodyDeclaration? body)
        => AreIn(api, body is null ? [] : [body]);

    /// <summary>Whether a value in one of several bodies, or in their parts, is secret.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="bodies">The bodies, with <c>same as</c> followed.</param>
    public static bool AreIn(IApiReference api, IReadOnlyList<BodyDeclaration> bodies)
    {
        var rows = new ReachableRows(api);
        foreach (var body in bodies)
            rows.Add(body);
        return AreIn(rows);
    }

    /// <summary>Whether the value of a row, or a value inside it, is secret.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="row">The row of a parameter, header or field.</param>
    public static bool AreIn(IApiReference api, RowDeclaration row)
    {
        if (row.IsSecret)
            return true;
        var rows = new ReachableRows(api);
        rows.AddInside(row);
        return AreIn(rows);
    }

    private static bool AreIn(ReachableRows rows) => rows.Visit().Any(static row => row.IsSecret);
}
