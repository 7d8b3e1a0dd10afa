using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>A generator that only adds one source per file, so that mostly the compiler's driver is measured.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.AdditionalTextsProvider.Select(
            static (text, cancellationToken) => (Name: Path.GetFileNameWithoutExtension(text.Path), text.GetText(cancellationToken)!.Length));
        context.RegisterSourceOutput(
            names, static (output, name) => output.AddSource(name.Name + ".g.cs", SourceText.From("// " + name.Length, Encoding.UTF8)));
    }
}
