namespace ApiSpec.Generator.Parsing;

/// <summary>Tells whether a text can be a name in C#.</summary>
/// <remarks>Keywords are names too: generated code writes them with <c>@</c>.</remarks>
internal static class CSharpNames
{
    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || !(char.IsLetter(text[0]) || text[0] == '_'))
            return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }

    public static bool IsDotted(string text) => text.Split('.').All(IsIdentifier);

    /// <summary>Why the text is no name.</summary>
    public static string Explain(string text)
        => text.Length == 0 ? "it is empty"
            : char.IsDigit(text[0]) ? "a name begins with a letter"
            : "a name has only letters, digits and '_'";
}
