using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The part of an operation's name that follows from the constants of its requests.</summary>
internal static class ConstantWords
{
    // A longer text is a sentence and not a name.
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

    // A number needs the name of its row, and 'true' says nothing. A text without letters is the version of a protocol, which all operations have:
    // 'jsonrpc: string = 2.0'. The address of an XML namespace is none of either.
    private static void Add(string name, string? constant, bool isNumber, List<string> words)
    {
        if (words.Count < MostWords && constant is { Length: > 0 and <= LongestValue }
            && (isNumber || (constant.Any(char.IsLetter) && constant is not ("true" or "false"))))
            words.Add(CSharpName.Pascal(isNumber ? name + "_" + constant : constant).TrimStart('_'));
    }
}
