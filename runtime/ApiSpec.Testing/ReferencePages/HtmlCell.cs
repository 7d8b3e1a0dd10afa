namespace ApiSpec.Testing.ReferencePages;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text; null: none.</param>
/// <param name="Operation">The operation of the page that it links to; null: none.</param>
internal readonly record struct HtmlCell(string? Text, string? Operation = null)
{
    public static implicit operator HtmlCell(string? text) => new(text);
}
