using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;

namespace ApiSpec.Testing.Recording;

/// <summary>Compares a recording with the specs, as the build compares printed examples.</summary>
internal static class RecordingCheck
{
    // More of them have one cause.
    private const int MostOfAnExchange = 20;

    /// <summary>What contradicts the specs, in the order of the file.</summary>
    /// <param name="catalog">The specs.</param>
    /// <param name="path">The recording.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="FormatException">The file is not an HTTP Archive.</exception>
    public static IEnumerable<SpecDiagnostic> Find(ExampleCatalog catalog, string path)
    {
        foreach (var (exchange, operation, example) in RecordedExamples.Of(catalog.Apis, HarFile.Read(path)))
        {
            var found = new DiagnosticList();
            ExampleChecker.Check(operation.Api, path, operation.Declaration with { Examples = [example] }, found);
            foreach (var diagnostic in found.Diagnostics.Take(MostOfAnExchange))
            {
                var line = diagnostic.Pointer.StartsWith("/request", StringComparison.Ordinal) ? exchange.RequestLine : exchange.ResponseLine;
                yield return new SpecDiagnostic(diagnostic.Rule, new SpecSpan(0, 0, line, 0, line, 0), diagnostic.Arguments);
            }
        }
    }
}
