namespace ApiSpec.Tool.Export;

/// <summary>Something that a spec says and the exported format cannot.</summary>
/// <param name="Path">The spec file.</param>
/// <param name="Line">Its line; the first is 1.</param>
/// <param name="Text">What is lost, and what is written in its place.</param>
internal sealed record Loss(string Path, int Line, string Text);
