using System.Text;
using System.Text.Encodings.Web;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>Builds HTML. Text and attributes go through one encoder, so that nothing in them can become markup.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own.</summary>
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

    /// <summary>An element that holds a text.</summary>
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

    /// <summary>A table, with its heading, or nothing where there are no rows.</summary>
    public HtmlText Table(string heading, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        if (rows.Count == 0)
            return this;
        Element("h4", heading).Raw("\n<table>\n<thead><tr>");
        foreach (var column in columns)
            Element("th", column);
        Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Raw("<tr>");
            foreach (var cell in row)
                Element("td", cell);
            Raw("</tr>\n");
        }

        return Raw("</tbody>\n</table>\n");
    }

    public override string ToString() => _html.ToString();
}
