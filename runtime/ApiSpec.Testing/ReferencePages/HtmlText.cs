using System.Text;
using System.Text.Encodings.Web;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>Builds HTML. One encoder encodes all text and attributes, so that they cannot become markup.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup from this program.</summary>
    public HtmlText Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public HtmlText Text(string? text)
    {
        _html.Append(HtmlEncoder.Default.Encode(text ?? ""));
        return this;
    }

    public HtmlText Attribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"").Append(HtmlEncoder.Default.Encode(value)).Append('"');
        return this;
    }

    /// <summary>An element with text.</summary>
    public HtmlText Element(string name, string? text, string? className = null)
    {
        _html.Append('<').Append(name);
        if (className is not null)
            Attribute("class", className);
        _html.Append('>');
        Text(text);
        _html.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>A link to an operation of this page.</summary>
    public HtmlText LinkTo(string operation)
        => Raw("<a").Attribute("href", "#" + operation).Raw(">").Text(operation).Raw("</a>");

    /// <summary>A table, with its heading, or nothing if there are no rows.</summary>
    public HtmlText Table(string heading, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<HtmlCell>> rows)
    {
        if (rows.Count == 0)
            return this;
        // Wide tables scroll, also with the keyboard.
        Element("h3", heading).Raw("\n<div class=\"table\" role=\"region\" tabindex=\"0\"").Attribute("aria-label", heading).Raw(">\n<table>\n<thead><tr>");
        foreach (var column in columns)
            Raw("<th scope=\"col\">").Text(column).Raw("</th>");
        Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Raw("<tr>");
            foreach (var cell in row)
            {
                Raw("<td>").Text(cell.Text);
                if (cell.Operation is { } operation)
                    Raw(cell.Text is { Length: > 0 } ? " " : "").Raw("→ ").LinkTo(operation);
                Raw("</td>");
            }

            Raw("</tr>\n");
        }

        return Raw("</tbody>\n</table>\n</div>\n");
    }

    public override string ToString() => _html.ToString();
}
