using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>Passes generated code to the compiler, with its encoding. Without an encoding, the compiler cannot write debug information.</summary>
internal static class SourceOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Add(this SourceProductionContext output, string hintName, string text) => output.AddSource(hintName, TextOf(text));

    public static SourceText TextOf(string text) => SourceText.From(text, Utf8);
}
