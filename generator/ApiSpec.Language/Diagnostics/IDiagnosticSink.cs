namespace ApiSpec.Language.Diagnostics;

/// <summary>Collects the diagnostics of checks that compare elements with each other.</summary>
internal interface IDiagnosticSink
{
    /// <summary>Adds a diagnostic. Equal diagnostics are kept once.</summary>
    void Add(ElementDiagnostic diagnostic);

    /// <summary>Returns the end of a message about an unknown name: the nearest known name, or an empty string.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="candidates">The names that are known there.</param>
    string Hint(string name, IEnumerable<string> candidates);
}
