namespace ApiSpec.Drafting.Markup;

/// <content>Operations of the HTTP domain.</content>
internal sealed partial class RstReader
{
    private const int LowestOperation = 5;

    // Options that have no text. Others are fields that the directive of an operation cannot tell from options.
    private static readonly HashSet<string> s_operationOptions = new(StringComparer.Ordinal)
    {
        "class", "deprecated", "name", "no-contents-entry", "no-index", "no-index-entry", "no-typesetting", "nocontentsentry", "noindex", "noindexentry",
        "notypesetting", "synopsis",
    };

    // An operation is written as most manuals print one: its request line, its text, and a table for each kind of field.
    private void AddOperation(RstDirective directive, string method)
    {
        var level = Math.Min(_level + 1, LowestOperation);
        var request = MarkupWriter.Encode(method + " " + directive.Argument.Replace("\\", "", StringComparison.Ordinal));
        if (_http.IsAlone(directive))
            _writer.WriteElement("p", "<code>" + request + "</code>", directive.Line);
        else
            _writer.WriteHeading(request, level, directive.Line);
        _writer.Leave(directive.OptionLines.Where(static option => !s_operationOptions.Contains(option.Name)).SelectMany(static option => option.Lines));
        if (directive.Options.TryGetValue("synopsis", out var synopsis) && synopsis.Length > 0)
            _writer.WriteElement("p", _inline.Write(synopsis), directive.Line);
        if (directive.Options.ContainsKey("deprecated"))
            _writer.WriteElement("p", "Deprecated.", directive.Line);
        var content = directive.Content;
        for (var i = 0; i < content.Count;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (content[i].IsBlank || RstField.At(content[i]) is null)
            {
                var end = i;
                while (end < content.Count && (content[end].IsBlank || RstField.At(content[end]) is null))
                    end++;
                AddBlocks([.. content.Skip(i).Take(end - i)]);
                i = end;
                continue;
            }

            AddFieldTables(RstField.Read(content, i, out i), directive.Argument, level + 1);
        }
    }

    private void AddFieldTables(List<RstField> fields, string address, int level)
    {
        var tables = RstHttpDomain.TablesOf(fields, address, out var others);
        // Text after an example would be part of it.
        _writer.Leave(others.SelectMany(static field => field.Lines.Skip(field.IsOnOneLine ? 1 : 0).Prepend(new SourceLine(field.Line, field.FirstLine))));
        foreach (var table in tables)
        {
            var isStatus = table.Heading == RstHttpDomain.StatusCodes;
            var hasTypes = table.Rows.Exists(static row => row.Type.Length > 0);
            _writer.WriteHeading(table.Heading, level, table.Rows[0].Field.Line);
            _writer.WriteHtml("<table><tr><th>" + (isStatus ? "Status code" : "Name") + "</th>" + (hasTypes ? "<th>Type</th>" : "")
                + "<th>Description</th></tr>");
            foreach (var (name, type, field) in table.Rows)
            {
                _writer.MoveTo(field.Line);
                _writer.WriteHtml("<tr><td>" + MarkupWriter.Encode(name.Replace("\\", "", StringComparison.Ordinal)) + "</td>"
                    + (hasTypes ? "<td>" + _inline.Write(type) + "</td>" : "") + "<td>");
                AddItem([.. field.Lines]);
                _writer.WriteHtml("</td></tr>");
            }

            _writer.WriteHtml("</table>");
        }
    }
}
