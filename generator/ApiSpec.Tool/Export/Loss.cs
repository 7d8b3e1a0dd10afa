namespace ApiSpec.Tool.Export;

/// <summary>A fact in a spec that the exported format cannot express.</summary>
/// <param name="Path">The spec file.</param>
/// <param name="Line">Its line; the first is 1.</param>
/// <param name="Text">The lost fact, and the replacement in the document.</param>
internal sealed record Loss(string Path, int Line, string Text);
