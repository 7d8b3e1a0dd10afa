namespace ApiSpec.Testing;

/// <summary>The text of a spec file that does not come from disk.</summary>
/// <param name="FileName">What violations are reported under.</param>
/// <param name="Text">The YAML text.</param>
public sealed record SpecDocument(string FileName, string Text);
