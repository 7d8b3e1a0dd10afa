using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>A spec file as the compiler passes it.</summary>
internal sealed class SpecFile(string path, string? text) : AdditionalText
{
    public override string Path => path;

    /// <summary>The text; null: the file was deleted or locked.</summary>
    public string? Text => text;

    public SpecFile With(string newText) => new(path, newText);

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text, Encoding.UTF8);
}
