namespace ApiSpec.Language.Rows;

/// <summary>Returns whether a string can be a name in C#.</summary>
/// <remarks>Keywords are valid, because generated code writes them with <c>@</c>.</remarks>
internal static class CSharpNames
{
    /// <summary>The maximum length of a name, for example of a row. Derived names are longer, and compilers accept about a thousand characters.</summary>
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

    public const string TooLong = "a name can have at most 200 characters";

    /// <summary>Returns the reason why the string is not a name.</summary>
    public static string Explain(string text)
        => text.Length == 0 ? "it is empty"
            : text.Length > MaximumLength ? TooLong
            : char.IsDigit(text[0]) ? "a name must start with a letter"
            : "a name can only have letters, digits and '_'";
}
