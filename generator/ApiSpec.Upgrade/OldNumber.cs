using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Upgrade;

/// <summary>The type <c>float</c> of version 0.1. It is now an ordinary name, which <c>types:</c> can define.</summary>
internal static class OldNumber
{
    private const string Name = "float";

    /// <summary>Returns a row or a type with <c>double</c> instead of <c>float</c>.</summary>
    public static string Replace(string text)
    {
        if (!text.Contains(Name, StringComparison.Ordinal) || TypeParser.ParseAt(text, 0, withSuffixes: false).Type is not { } type)
            return text;
        foreach (var start in Starts(type).OrderDescending())
            text = string.Concat(text.AsSpan(0, start), TypeParser.NameOf(TypeKind.Double), text.AsSpan(start + Name.Length));
        return text;
    }

    private static IEnumerable<int> Starts(TypeReference type)
        => type is { Kind: TypeKind.Named, Name: Name, Arguments.Count: 0 } ? [type.Start] : type.Arguments.SelectMany(Starts);
}
