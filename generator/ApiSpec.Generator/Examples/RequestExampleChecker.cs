using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Examples;

/// <summary>Holds the request line and headers of an example against the section.</summary>
internal sealed class RequestExampleChecker(ExampleSession session, ExampleReport report)
{
    public void Check(HttpHead head)
    {
        var line = head.StartLine;
        var space = line.Text.IndexOf(' ');
        if (space < 0)
        {
            report.Add(SpecRules.ExampleUnreadable, line, "A request line is 'METHOD path HTTP/1.1'");
            return;
        }

        var method = line.Slice(0, space);
        if (!string.Equals(method.Text, session.Section.HttpMethod, StringComparison.Ordinal))
            report.Add(SpecRules.ExampleMethod, method, method.Text, session.Section.HttpMethod);

        var rest = line.Slice(space + 1).Trim();
        var version = rest.Text.LastIndexOf(" HTTP/", StringComparison.Ordinal);
        var target = PrintedPath.WithoutAuthority((version < 0 ? rest : rest.Slice(0, version)).Trim());
        var question = target.Text.IndexOf('?');
        CheckPath(question < 0 ? target : target.Slice(0, question));
        CheckQuery(question < 0 ? null : target.Slice(question + 1), target);
        CheckHeaders(head);
    }

    private void CheckPath(PastedPart path)
    {
        if (PrintedPath.Match(session.Section, path) is not { } values)
        {
            report.Add(SpecRules.ExamplePath, path, session.Section.Path.ToString());
            return;
        }

        foreach (var (row, value) in values)
            CheckValue(row, value);
    }

    private void CheckQuery(PastedPart? query, PastedPart target)
    {
        var rows = session.QueryRows;
        var index = session.IndexOf(rows);
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in query is { } text ? Split(text, '&') : [])
        {
            var equals = pair.Text.IndexOf('=');
            var name = equals < 0 ? pair : pair.Slice(0, equals);
            var decoded = Decode(name.Text);
            if (decoded.Length == 0)
                continue;
            // A name that the page misprints is sent all the same, under its right one.
            decoded = session.CorrectionOf(decoded) ?? decoded;
            if (decoded.EndsWith("[]", StringComparison.Ordinal) && index.Find(decoded.Substring(0, decoded.Length - 2)) is { } list && rows[list].Type.Kind == TypeKind.Brackets)
                decoded = decoded.Substring(0, decoded.Length - 2);
            sent.Add(decoded);
            if (index.Find(decoded) is { } position)
                CheckValue(rows[position], equals < 0 ? pair.Slice(pair.Length) : pair.Slice(equals + 1));
            else
                report.Add(SpecRules.ExampleUnknownParameter, name, "query parameter", decoded, report.Hint(decoded, rows.Select(static row => row.Name)));
        }

        if (!session.Spend(rows.Count))
            return;
        foreach (var row in rows)
        {
            if (row is { IsOptional: false, Type.Kind: not TypeKind.Flag } && !sent.Contains(row.Name) && !session.IsChosen(row.Name))
                report.AddMissing(SpecRules.ExampleMissingParameter, target, row.Name, "query parameter", row.Name);
        }
    }

    private void CheckHeaders(HttpHead head)
    {
        if (!session.Spend(session.Section.HeaderRows.Count))
            return;
        var headers = head.Headers.ToLookup(static header => header.Name.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var row in session.Section.HeaderRows)
        {
            if (headers[row.Name].FirstOrDefault() is { Name.Text: not null } header)
                CheckValue(row, header.Value);
            else if (!row.IsOptional)
                report.AddMissing(SpecRules.ExampleMissingParameter, head.StartLine, row.Name, "header", row.Name);
        }
    }

    private void CheckValue(RowDeclaration row, PastedPart value)
    {
        var text = Decode(value.Text);
        var type = row.Type.Kind == TypeKind.Nullable ? row.Type.Arguments[0] : row.Type;
        if (type.Kind is TypeKind.Flag or TypeKind.Object)
            return;
        if (row.Constant is { } constant && !string.Equals(constant, text, StringComparison.Ordinal))
        {
            report.Add(SpecRules.ExampleValue, value, text, row.Name, "the section says that it is always '" + constant + "'");
            return;
        }

        var isList = type.Kind is TypeKind.Comma or TypeKind.Space or TypeKind.Repeat or TypeKind.Pipe or TypeKind.Brackets or TypeKind.List or TypeKind.Csv;
        if (!isList && session.Mismatch(type, text) is { } mismatch)
            report.Add(type.Kind == TypeKind.Enum ? SpecRules.ExampleEnumValue : SpecRules.ExampleValue, value, text, row.Name, type.Kind == TypeKind.Enum ? "" : mismatch);
    }

    private static IEnumerable<PastedPart> Split(PastedPart text, char separator)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.Text.IndexOf(separator, start);
            if (end < 0)
                end = text.Length;
            yield return text.Slice(start, end - start);
            start = end + 1;
        }
    }

    // Manuals print dates with a bare '+' for the zone, which a form would read as a space.
    private static string Decode(string text) => Uri.UnescapeDataString(text);
}
