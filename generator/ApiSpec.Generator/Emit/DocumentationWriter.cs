using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes XML documentation comments, and the attribute of what is deprecated.</summary>
internal static class DocumentationWriter
{
    public static void WriteDocumentation(this CodeWriter writer, Documentation documentation, string fallback)
    {
        writer.WriteSummary(documentation.Summary ?? fallback);
        writer.WriteRemarks(documentation.Remarks);
    }

    /// <summary>Writes the attribute with the page's words about a deprecation.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="deprecated">What to use instead, empty if the page does not say; null: it is not deprecated, and nothing is written.</param>
    public static void WriteObsolete(this CodeWriter writer, string? deprecated)
    {
        if (deprecated is not null)
            writer.Write($"[global::System.Obsolete({(deprecated.Length == 0 ? "" : SafeText.Literal(deprecated))})]");
    }

    public static void WriteSummary(this CodeWriter writer, string text) => writer.WriteElement("summary", "", text);

    public static void WriteRemarks(this CodeWriter writer, EquatableArray<string> paragraphs)
    {
        if (paragraphs.Count == 0)
            return;
        if (paragraphs.Count == 1)
        {
            writer.WriteElement("remarks", "", paragraphs[0]);
            return;
        }

        writer.Write("/// <remarks>");
        foreach (var paragraph in paragraphs)
            writer.WriteElement("para", "", paragraph);
        writer.Write("/// </remarks>");
    }

    public static void WriteParameter(this CodeWriter writer, string name, Documentation documentation)
    {
        var text = string.Join(" ", new[] { documentation.Summary }.Concat(documentation.Remarks).Where(static part => !string.IsNullOrEmpty(part))
            .Select(static part => EndSentence(part!)));
        writer.WriteElement("param", $" name=\"{name.TrimStart('@')}\"", text.Length == 0 ? "As the reference describes it." : text);
    }

    /// <summary>Writes an element of plain text. If the text has several lines, the tags are on separate lines.</summary>
    public static void WriteElement(this CodeWriter writer, string element, string attributes, string text)
    {
        if (writer.OmitsDocumentation)
            return;
        var lines = SafeText.DocumentationLines(text);
        if (lines.Count <= 1)
        {
            writer.Write($"/// <{element}{attributes}>{(lines.Count == 0 ? "" : lines[0])}</{element}>");
            return;
        }

        writer.Write($"/// <{element}{attributes}>");
        foreach (var line in lines)
            writer.Write($"/// {line}");
        writer.Write($"/// </{element}>");
    }

    private static string EndSentence(string text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.Length == 0 || ".!?。".IndexOf(trimmed[trimmed.Length - 1]) >= 0 ? trimmed : $"{trimmed}.";
    }
}
