using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Decides from the section whether a path without an id at its end means one resource or several.</summary>
internal static class Plurality
{
    // Words that end with 's' but are singular: 'access', 'status', 'analysis'.
    private static readonly string[] SingularEndings = ["ss", "us", "is"];

    /// <summary>The request or response body decides. If it is a schema or not documented, the last word of the path decides.</summary>
    public static bool IsMany(SectionDeclaration section, string word)
    {
        var response = section.Response
            ?? section.Statuses.Rows.FirstOrDefault(static row => row is { FirstCode: >= 200 and < 300, Response: not null })?.Response;
        if (section.Paging is not null || OfBody(section.Body) == true)
            return true;
        return OfBody(response) ?? IsPlural(word);
    }

    private static bool? OfBody(BodyDeclaration? body) => body?.Kind switch
    {
        BodyKind.Members => body.Members.Any(static row => IsListOfTables(row)),
        BodyKind.Type => OfType(body.Type!),
        _ => null,
    };

    // A generic schema is an envelope, such as Page<Task>. Any other schema can be an envelope too, so it does not decide.
    private static bool? OfType(TypeReference type) => type.Kind switch
    {
        TypeKind.Nullable => OfType(type.Arguments[0]),
        TypeKind.List => true,
        TypeKind.Named => type.Arguments.Count > 0 ? true : null,
        TypeKind.Union or TypeKind.Any or TypeKind.Map => null,
        _ => false,
    };

    // A list of strings is only a property of a resource. A list of tables is the purpose of its table.
    private static bool IsListOfTables(RowDeclaration row)
    {
        var type = row.Type.Kind == TypeKind.Nullable ? row.Type.Arguments[0] : row.Type;
        if (type.Kind != TypeKind.List)
            return false;
        var item = type.Arguments[0].Kind == TypeKind.Nullable ? type.Arguments[0].Arguments[0] : type.Arguments[0];
        return item.Kind is TypeKind.Named or TypeKind.Object or TypeKind.Tuple or TypeKind.Union;
    }

    // A single letter is a placeholder for any word, as in an invented path, and does not decide.
    private static bool IsPlural(string word)
        => word.Length == 1
            || (word.EndsWith("s", StringComparison.OrdinalIgnoreCase)
                && !SingularEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
