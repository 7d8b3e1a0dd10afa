using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Derives a part of an operation's name from the constants of its requests.</summary>
internal static class ConstantWords
{
    // Longer text is a sentence, not a name.
    private const int LongestValue = 40;
    private const int MostWords = 8;

    /// <summary>Names the constants of the query, the form and the body of the section itself: <c>Login</c>, <c>Cmd1</c>. It can be empty.</summary>
    public static string Of(SectionDeclaration section)
    {
        var words = new List<string>();
        Add(section.QueryRows, words);
        if (section.Body is { } body)
        {
            Add(body.Members, words);
            foreach (var value in body.Values)
                Add(value.Name, value.Constant, isNumber: false, words);
        }

        return string.Concat(words);
    }

    private static void Add(IEnumerable<RowDeclaration> rows, List<string> words)
    {
        foreach (var row in rows.Where(static row => row is { IsOptional: false, IsSecret: false } && !row.Name.StartsWith("@xmlns", StringComparison.Ordinal)))
        {
            if (row.Constant is { } constant)
                Add(row.Name, constant, row.Type.Kind is TypeKind.Int or TypeKind.Long, words);
            else
                Add(row.Members, words);
        }
    }

    // A number is preceded by the name of its row, and 'true' is not used. A string without letters is a protocol version that all operations have, as in
    // 'jsonrpc: string = 2.0', and is not used either. Nor is the URL of an XML namespace.
    private static void Add(string name, string? constant, bool isNumber, List<string> words)
    {
        if (words.Count < MostWords && constant is { Length: > 0 and <= LongestValue }
            && (isNumber || (constant.Any(char.IsLetter) && constant is not ("true" or "false"))))
            words.Add(CSharpName.Pascal(isNumber ? name + "_" + constant : constant).TrimStart('_'));
    }
}
