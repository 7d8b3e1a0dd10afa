using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Tests of hostile text rely on this: the compiler is only asked about files that differ in more than text.</summary>
public sealed class TextDifferenceTests
{
    private const string Code = """
        /// <summary>Words of <paramref name="a"/>.</summary>
        [global::System.Obsolete("Words")]
        class C { string M(string a) { /* Words */ var b = "Words"; return a switch { "words" => b, _ => "Words" + N }; } const string N = "Name"; }
        """;

    [Theory]
    [InlineData("Words", "More \\\" words")]
    [InlineData("Words", "//")]
    [InlineData("Words of", "Words\n///   and &lt;more&gt; of")]
    public void Words_and_strings_are_text(string words, string others)
    {
        var changed = Code.Replace(words, others, StringComparison.Ordinal);
        Assert.NotEqual(Code, changed);
        Assert.True(IsOnlyText(changed));
    }

    [Theory]
    [InlineData("\"words\"", "\"others\"")]
    [InlineData("\"Name\"", "\"Other\"")]
    [InlineData("Obsolete(\"Words\")", "Obsolete(\"Words\", true)")]
    [InlineData("System.Obsolete", "System.Other")]
    [InlineData("name=\"a\"", "name=\"b\"")]
    [InlineData("Words of", "Words <c>of</c>")]
    [InlineData("Words of", "Words < of")]
    [InlineData("var b = \"Words\"", "var b = \"Words")]
    [InlineData("var b = \"Words\"", "var b = \"\"\"Words\"\"\"")]
    [InlineData("var b", "\n#line 1\nvar b")]
    [InlineData("/* Words */", "/* Words */ class D { } /* */")]
    [InlineData("string N", "string O")]
    public void All_else_is_not_text(string code, string other)
    {
        var changed = Code.Replace(code, other, StringComparison.Ordinal);
        Assert.NotEqual(Code, changed);
        Assert.False(IsOnlyText(changed));
    }

    private static bool IsOnlyText(string changed)
    {
        var options = Consumer.Net100.ParseOptions;
        return TextDifference.IsOnlyText(CSharpSyntaxTree.ParseText(changed, options), CSharpSyntaxTree.ParseText(Code, options));
    }
}
