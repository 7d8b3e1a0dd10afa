namespace ApiSpec.Testing;

/// <summary>The text of a spec file that does not come from disk.</summary>
/// <param name="FileName">The name of the file in diagnostics.</param>
/// <param name="Text">The YAML text.</param>
public sealed record SpecDocument(string FileName, string Text);
