using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>
/// Differences between generated files that are only in text: in comments, and in the content of strings. If both files are valid C#, the compiler
/// says the same about both, because no name, type or rule of the language depends on such text.
/// </summary>
internal static class TextDifference
{
    // The compiler does not look at the text of these attributes.
    private static readonly HashSet<string> s_attributes =
    [
        "global::ApiSpec.ApiRoles", "global::System.CodeDom.Compiler.GeneratedCode", "global::System.Obsolete",
        "global::System.Text.Json.Serialization.JsonPropertyName",
    ];

    /// <summary>Returns whether all files of two runs are the same but for text, and whether they are valid C#.</summary>
    public static bool IsOnlyText(GeneratorRun run, GeneratorRun other)
        => run.Result.GeneratedSources.Length == other.Result.GeneratedSources.Length
            && run.Result.GeneratedSources.Zip(other.Result.GeneratedSources).All(static pair => pair.First.HintName == pair.Second.HintName
                && (pair.First.SourceText.ContentEquals(pair.Second.SourceText) || IsOnlyText(pair.First.SyntaxTree, pair.Second.SyntaxTree)));

    /// <summary>Returns whether a file is the same as another but for text, and whether it is valid C#.</summary>
    public static bool IsOnlyText(SyntaxTree tree, SyntaxTree other)
    {
        if (tree.GetDiagnostics().Any())
            return false;
        using var tokens = Tokens(tree).GetEnumerator();
        using var others = Tokens(other).GetEnumerator();
        while (true)
        {
            var hasMore = tokens.MoveNext();
            if (hasMore != others.MoveNext())
                return false;
            if (!hasMore)
                return true;
            if (!IsSame(tokens.Current, others.Current))
                return false;
        }
    }

    // The words of a documentation comment are not compared. Its elements, their attributes and its references are.
    private static IEnumerable<SyntaxToken> Tokens(SyntaxTree tree)
        => tree.GetRoot().DescendantTokens(static node => node is not XmlTextSyntax, descendIntoTrivia: true);

    private static bool IsSame(SyntaxToken one, SyntaxToken other)
        => one.RawKind == other.RawKind && (one.Text == other.Text || (one.IsKind(SyntaxKind.StringLiteralToken) && IsFree(one) && IsFree(other)));

    /// <summary>Returns whether the content of a string has no meaning to the compiler.</summary>
    private static bool IsFree(SyntaxToken literal)
    {
        foreach (var node in literal.Parent!.Ancestors())
        {
            switch (node)
            {
                case AttributeSyntax attribute:
                    return s_attributes.Contains(attribute.Name.ToString());
                // The compiler compares cases with each other, and constants can be cases.
                case SwitchLabelSyntax or PatternSyntax or ParameterSyntax:
                    return false;
                case LocalDeclarationStatementSyntax local when local.IsConst:
                    return false;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    return false;
                case MemberDeclarationSyntax:
                    return true;
            }
        }

        return false;
    }
}
