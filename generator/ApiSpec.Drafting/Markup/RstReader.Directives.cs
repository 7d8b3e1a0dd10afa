using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <content>Directives and the other parts that start with two dots.</content>
internal sealed partial class RstReader
{
    // Settings of the document, which have no text.
    private static readonly HashSet<string> s_settings = new(StringComparer.Ordinal)
    {
        "codeauthor", "contents", "currentmodule", "default-domain", "default-role", "footer", "header", "highlight", "highlightlang", "index", "meta",
            "module",
        "py:currentmodule", "py:module", "role", "sectionauthor", "sectnum", "tabularcolumns", "target-notes", "title",
    };

    private static readonly HashSet<string> s_code = new(StringComparer.Ordinal) { "code", "code-block", "parsed-literal", "prompt", "sourcecode" };

    private static readonly HashSet<string> s_asides = new(StringComparer.Ordinal)
    {
        "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "sidebar", "tip", "todo", "topic", "warning", "admonition",
    };

    // Frames around other blocks, with a title that a reader clicks or none.
    private static readonly HashSet<string> s_frames = new(StringComparer.Ordinal)
    {
        "card", "class", "code-tab", "collapse", "compound", "container", "cssclass", "details", "dropdown", "example", "glossary", "grid", "grid-item",
            "group-tab",
        "hlist", "only", "rst-class", "tab", "tab-item", "tab-set", "tabs", "toggle",
    };

    private static readonly HashSet<string> s_titled = new(StringComparer.Ordinal)
    {
        "card", "collapse", "details", "dropdown", "group-tab", "tab", "tab-item", "toggle", "example",
    };

    private static readonly Dictionary<string, string> s_versions = new(StringComparer.Ordinal)
    {
        ["deprecated"] = "Deprecated since version", ["versionadded"] = "New in version", ["versionchanged"] = "Changed in version",
        ["versionremoved"] = "Removed in version",
    };

    // Returns the index after the block.
    private int AddExplicit(IReadOnlyList<SourceLine> lines, int index)
    {
        // An empty comment has nothing inside. It ends a list before an indented block.
        if (lines[index].Text == ".." && (index + 1 == lines.Count || lines[index + 1].IsBlank))
            return index + 1;
        var end = SourceLine.EndOfIndented(lines, index + 1, 1);
        if (RstDirective.At(lines, index, end) is { } directive)
        {
            if (!AddDirective(directive))
                _writer.Leave(lines.Skip(index).Take(end - index));
        }
        else if (Footnote().Match(lines[index].Text) is { Success: true } footnote)
        {
            var text = string.Join(' ', lines.Skip(index + 1).Take(end - index - 1).Select(static line
                => line.Text.Trim()).Prepend(footnote.Groups["text"].Value));
            _writer.WriteElement("aside", MarkupWriter.Encode(footnote.Groups["mark"].Value) + " " + _inline.Write(text.Trim()), lines[index].Number);
        }
        else if (Substitution().Match(lines[index].Text) is { Success: true } substitution && substitution.Groups["name"].Value is not "replace")
        {
            // A picture, or a character by its number.
            _writer.Leave(lines.Skip(index).Take(end - index));
        }

        // A target has no text, and a comment is not shown.
        return end;
    }

    // Returns whether the directive is known.
    private bool AddDirective(RstDirective directive)
    {
        if (_http.MethodOf(directive) is { } method)
        {
            AddOperation(directive, method);
            return true;
        }

        if (s_settings.Contains(directive.Name))
            return true;
        if (s_code.Contains(directive.Name))
        {
            AddCaption(directive.Options.GetValueOrDefault("caption"), directive.Line);
            _writer.WriteCode(directive.Content);
            return true;
        }

        if (s_asides.Contains(directive.Name))
        {
            AddFramed("aside", directive.Name is "sidebar" or "topic" or "admonition" ? directive.Argument : null,
                directive.Name is "sidebar" or "topic" or "admonition" ? directive.Content : directive.Whole, directive.Line);
            return true;
        }

        if (s_frames.Contains(directive.Name))
        {
            var title = s_titled.Contains(directive.Name) ? directive.Options.GetValueOrDefault("title", directive.Argument) : null;
            if (directive.Name == "code-tab")
            {
                // '.. code-tab:: json Response'.
                AddCaption(directive.Argument.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? directive.Argument[space..].Trim() : null,
                    directive.Line);
                _writer.WriteCode(directive.Content);
            }
            else
            {
                AddFramed("div", title, directive.Content, directive.Line);
            }

            return true;
        }

        if (s_versions.TryGetValue(directive.Name, out var words))
        {
            AddVersion(directive, words);
            return true;
        }

        return AddOther(directive);
    }

    private bool AddOther(RstDirective directive)
    {
        switch (directive.Name)
        {
            case "rubric":
                _writer.WriteElement("p", "<strong>" + _inline.Write(directive.Argument) + "</strong>", directive.Line);
                return true;
            case "table":
                AddCaption(directive.Argument, directive.Line);
                AddBlocks(directive.Content);
                return true;
            case "list-table" when RstListTable.Read(directive) is { } table:
                AddTable(table, CaptionOf(directive));
                return true;
            // Rows in another file are not read.
            case "csv-table" when !directive.Options.ContainsKey("file") && !directive.Options.ContainsKey("url"):
                AddTable(RstCsvTable.Read(directive), CaptionOf(directive));
                return true;
            case "epigraph" or "highlights" or "pull-quote" or "centered":
                AddBlocks(directive.Whole);
                return true;
            case "math":
                _writer.WriteCode(directive.Whole);
                return true;
            default:
                return false;
        }
    }

    private string? CaptionOf(RstDirective directive) => directive.Argument.Length == 0 ? null : _inline.Write(directive.Argument);

    private void AddCaption(string? text, int line)
    {
        if (text is { Length: > 0 })
            _writer.WriteElement("p", _inline.Write(text), line);
    }

    private void AddFramed(string name, string? title, IReadOnlyList<SourceLine> content, int line)
    {
        _writer.MoveTo(line);
        _writer.WriteHtml("<" + name + ">");
        if (title is { Length: > 0 })
            _writer.WriteElement("p", _inline.Write(title), line);
        AddBlocks(content);
        _writer.WriteHtml("</" + name + ">");
    }

    // '.. versionadded:: 2.1 The text'.
    private void AddVersion(RstDirective directive, string words)
    {
        var space = directive.Argument.IndexOf(' ', StringComparison.Ordinal);
        var version = space < 0 ? directive.Argument : directive.Argument[..space];
        var text = string.Join(' ', directive.Content.Select(static line => line.Text).Prepend(space < 0 ? "" : directive.Argument[space..])).Trim();
        _writer.WriteElement("p", words + " " + _inline.Write(version) + (text.Length == 0 ? "." : ": " + _inline.Write(text)), directive.Line);
    }

    [GeneratedRegex(@"^\.\. (?<mark>\[[^\[\]]{1,60}\])( (?<text>.*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^\.\. \|[^|]{1,100}\| (?<name>[a-z]+)::", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Substitution();
}
