using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Project;

/// <summary>A spec file of the project, read.</summary>
internal sealed record ParsedSpecFile(string Path, ParsedSpec Spec);

/// <summary>Takes spec files from the compiler.</summary>
internal static class SpecText
{
    public static bool IsSpec(string path)
        => path.EndsWith(".apispec.yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".apispec.yml", StringComparison.OrdinalIgnoreCase);

    public static ParsedSpecFile Parse(AdditionalText text, CancellationToken cancellationToken)
    {
        // Null when the file was deleted or locked between the build's look at the folder and now.
        if (text.GetText(cancellationToken) is not { } source)
            return Failed(text.Path, SpecRules.UnreadableFile, FileNameOf(text.Path));

        try
        {
            return new ParsedSpecFile(text.Path, SpecReader.Read(text.Path, source.ToString(), cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One exception would take every generated file of the project with it.
            return Failed(text.Path, SpecRules.InternalError, exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static ParsedSpecFile Failed(string path, SpecRule rule, string argument)
        => new(path, new ParsedSpec(null, [new SpecDiagnostic(rule, default, [argument])], new SpecLocations([])));

    private static string FileNameOf(string path) => Binding.FileName.Of(path);
}
