namespace ApiSpec.Language.Declarations;

/// <summary>Where a file was transcribed from: <c>V12 2.4.6 AOCR0066</c>.</summary>
/// <param name="Manual">The key of <c>manuals:</c>, or the first word.</param>
/// <param name="Section">The section, if given.</param>
/// <param name="Page">The page, if given.</param>
/// <param name="Text">The whole line.</param>
internal sealed record SourceCitation(string Manual, string? Section, string? Page, string Text);

/// <summary>What the page prints wrongly, and what stands in the file instead.</summary>
/// <param name="Printed">What the page prints; null: its examples leave out what should be there.</param>
/// <param name="Here">What stands in the file.</param>
internal sealed record Erratum(string? Printed, string Here);
