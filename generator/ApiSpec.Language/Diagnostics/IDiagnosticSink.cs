namespace ApiSpec.Language.Diagnostics;

/// <summary>Collects the diagnostics of checks that compare elements with each other.</summary>
internal interface IDiagnosticSink
{
    /// <summary>Adds a diagnostic. The same diagnostic is kept once.</summary>
    void Add(ElementDiagnostic diagnostic);

    /// <summary>The end of a message about an unknown name: the nearest right one, or nothing.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="candidates">The names that are known there.</param>
    string Hint(string name, IEnumerable<string> candidates);
}
