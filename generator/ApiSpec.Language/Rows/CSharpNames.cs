namespace ApiSpec.Language.Rows;

/// <summary>Tells whether a text can be a name in C#.</summary>
/// <remarks>Keywords are names too: generated code writes them with <c>@</c>.</remarks>
internal static class CSharpNames
{
    /// <summary>The longest name, as that of a row; what is made of it gets longer, and compilers take no more than some thousand.</summary>
    public const int MaximumLength = 200;

    public static bool IsIdentifier(string text)
    {
        if (text.Length is 0 or > MaximumLength || !(char.IsLetter(text[0]) || text[0] == '_'))
            return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }

    public static bool IsDotted(string text) => text.Length <= MaximumLength && text.Split('.').All(IsIdentifier);

    public const string TooLong = "a name has at most 200 characters";

    /// <summary>Why the text is no name.</summary>
    public static string Explain(string text)
        => text.Length == 0 ? "it is empty"
            : text.Length > MaximumLength ? TooLong
            : char.IsDigit(text[0]) ? "a name begins with a letter"
            : "a name has only letters, digits and '_'";
}
