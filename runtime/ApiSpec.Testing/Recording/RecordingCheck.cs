using System.Globalization;
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
                yield return new SpecDiagnostic(diagnostic.Rule, SpanOf(diagnostic, exchange), diagnostic.Arguments);
            if (found.Diagnostics.Skip(MostOfAnExchange).ToList() is not { Count: > 0 } more)
                continue;
            var rule = SpecRules.TooManyDiagnostics with { Severity = more.Max(static diagnostic => diagnostic.Rule.Severity) };
            yield return new SpecDiagnostic(rule, SpanOf(more[0], exchange), [more.Count.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    private static SpecSpan SpanOf(ElementDiagnostic diagnostic, Exchange exchange)
    {
        var line = diagnostic.Pointer.StartsWith("/request", StringComparison.Ordinal) ? exchange.RequestLine : exchange.ResponseLine;
        return new SpecSpan(0, 0, line, 0, line, 0);
    }
}
