using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>Hands generated text to the compiler. The encoding is given, without which the compiler cannot write debug information for it.</summary>
internal static class SourceOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Add(this SourceProductionContext output, string hintName, string text) => output.AddSource(hintName, SourceText.From(text, Utf8));
}
