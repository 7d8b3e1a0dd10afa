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
        var rows = new ReachableRows(api);
        rows.Add(BodyReference.Resolve(api, section.Body, isRequest: true));
        foreach (var row in rows.Visit())
        {
            if (row.IsSecret)
                return true;
        }

        return false;
    }
}
