namespace ApiSpec.Generated;

/// <summary>The name of a query parameter in a message.</summary>
internal static class QueryName
{
    private const string Brackets = "[]";

    /// <summary>Returns the name as the reference prints it: not escaped, and without the brackets after the name of a list.</summary>
    /// <param name="escapedName">The name, ready for a URI.</param>
    public static string Printed(string escapedName)
    {
        var name = Uri.UnescapeDataString(escapedName);
        return name.EndsWith(Brackets, StringComparison.Ordinal) ? name.Substring(0, name.Length - Brackets.Length) : name;
    }
}
