namespace ApiSpec.Testing.ReferencePages;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text, or null.</param>
/// <param name="Operation">The operation of the page that it links to, or null.</param>
internal readonly record struct HtmlCell(string? Text, string? Operation = null)
{
    public static implicit operator HtmlCell(string? text) => new(text);
}
