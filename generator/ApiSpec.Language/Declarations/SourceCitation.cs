namespace ApiSpec.Language.Declarations;

/// <summary>A citation: <c>V12 2.4.6 AOCR0066</c>.</summary>
/// <param name="Manual">The key of <c>manuals:</c>, or the first word.</param>
/// <param name="Section">The section, if given.</param>
/// <param name="Page">The page, if given.</param>
/// <param name="Text">The whole line.</param>
internal sealed record SourceCitation(string Manual, string? Section, string? Page, string Text);

/// <summary>A misprint of the page, and its correction in the file.</summary>
/// <param name="Printed">The printed text; null: the examples leave out a required value.</param>
/// <param name="Here">The text in the file.</param>
internal sealed record Erratum(string? Printed, string Here)
{
    public required string Pointer { get; init; }
}
