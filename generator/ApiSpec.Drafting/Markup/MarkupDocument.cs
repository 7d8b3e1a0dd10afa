namespace ApiSpec.Drafting.Markup;

/// <summary>A document that was converted to HTML.</summary>
/// <param name="Html">The HTML. Each block starts on the line of its source.</param>
/// <param name="Unread">The lines of the source that the HTML does not have: unknown directives, and files that the document includes.</param>
internal sealed record MarkupDocument(string Html, IReadOnlyList<SourceLine> Unread);
