using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Decides whether a path without an id at its end means several resources or one, from the section itself.</summary>
internal static class Plurality
{
    // Words that end in 's' and are no plural: 'access', 'status', 'analysis'.
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

    // A generic schema is an envelope, such as Page<Task>; any other may be one.
    private static bool? OfType(TypeReference type) => type.Kind switch
    {
        TypeKind.Nullable => OfType(type.Arguments[0]),
        TypeKind.List => true,
        TypeKind.Named => type.Arguments.Count > 0 ? true : null,
        TypeKind.Union or TypeKind.Any or TypeKind.Map => null,
        _ => false,
    };

    // A list of texts is one more property of a resource; a list of tables is what the table is there for.
    private static bool IsListOfTables(RowDeclaration row)
    {
        var type = row.Type.Kind == TypeKind.Nullable ? row.Type.Arguments[0] : row.Type;
        if (type.Kind != TypeKind.List)
            return false;
        var item = type.Arguments[0].Kind == TypeKind.Nullable ? type.Arguments[0].Arguments[0] : type.Arguments[0];
        return item.Kind is TypeKind.Named or TypeKind.Object or TypeKind.Union;
    }

    // A single letter stands for any word, as in a made-up address, and tells nothing.
    private static bool IsPlural(string word)
        => word.Length == 1
            || (word.EndsWith("s", StringComparison.OrdinalIgnoreCase)
                && !SingularEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
