using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>The least that a generator of so many sources for each text can do: what is left is the compiler's driver.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class EmptyGenerator(int sources) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.AdditionalTextsProvider.Select(static (text, cancellationToken) => (Name: Path.GetFileNameWithoutExtension(text.Path), text.GetText(cancellationToken)!.Length));
        for (var i = 0; i < sources; i++)
        {
            var ending = "." + i + ".g.cs";
            context.RegisterSourceOutput(names, (output, name) => output.AddSource(name.Name + ending, SourceText.From("// " + name.Length, Encoding.UTF8)));
        }
    }
}
