using System.Globalization;
using System.Text;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>Prints the section of a spec as a manual would, and lists what its page determines.</summary>
internal sealed class SpecPrinter
{
    private readonly SectionDeclaration _section;
    private readonly ApiDeclaration? _api;
    private readonly SpecTables _tables;
    private readonly Wording _wording;
    private readonly List<PrintedBlock> _blocks = [];

    private SpecPrinter(SpecFile file, IReadOnlyList<SpecFile> files, Wording wording)
    {
        _section = file.Section!;
        _api = files.Select(static other => other.Api).FirstOrDefault(static api => api is not null);
        _tables = new SpecTables([file, .. files]);
        _wording = wording;
    }

    public static IReadOnlyList<PrintedBlock> Print(SpecFile file, IReadOnlyList<SpecFile> files, Wording wording)
    {
        var printer = new SpecPrinter(file, files, wording);
        printer.PrintAll();
        return printer._blocks;
    }

    private void PrintAll()
    {
        foreach (var line in _wording.Top)
            _blocks.Add(new PrintedText(line));
        _blocks.Add(new PrintedHeading(_wording.IsNumbered ? _section.Section + " " + _section.Title : _section.Title ?? "", 1));
        Text("function", _section.Function);
        Text("roles", _section.Roles.Count == 0 ? null : string.Join(", ", _section.Roles.Select(_wording.Role)));
        Text("since", _section.Editions.Since);
        if (_section.RequestText.Contains("{version}", StringComparison.Ordinal))
            Text("version", _section.Version);
        Text("request", _wording.HasBareWords
            ? _section.RequestText.Replace("{", "\u0001", StringComparison.Ordinal).Replace("}", "\u0001", StringComparison.Ordinal)
            : _section.RequestText);
        if (!_wording.HasBareWords)
            Table("path", _tables.Of(_section.PathRows));
        Table("query", _tables.Of(_section.QueryRows));
        Table("headers", _tables.Of(_section.HeaderRows));
        Body("body", _section.Body, _section.Body?.Values ?? []);
        PrintStatus();
        Body("response", _section.Response, _section.ResponseValues);
        Body("error", _section.Error, []);
        PrintExamples();
    }

    private void PrintStatus()
    {
        var rows = _section.Statuses.Rows.Select(row => StatusOf(row, _api)).ToList();
        if (rows.Count == 0)
            return;
        Heading("status", 2);
        var isSplit = _wording.StatusTitles.Length == 3;
        var table = rows.Select(row => (0, (IReadOnlyList<string>)(isSplit
            ? [row.Code, Shown(row.Message), Shown(row.Description)]
            : [(row.Code + " " + row.Message).Trim(), Shown(row.Description)]))).ToList();
        _blocks.Add(
            new PrintedTable(_wording.StatusTitles, table, [.. rows.Select(row => (0, (row.Code + " " + row.Message).Trim(), Shown(row.Description)))]));
    }

    /// <summary>Returns a row of the status table, with the wording of the API file if the section has none.</summary>
    public static (string Code, string Message, string Description) StatusOf(StatusDeclaration row, ApiDeclaration? api)
    {
        var shared = api?.Statuses.FirstOrDefault(other => other.Code == row.Code);
        return (StatusDeclaration.TextOf(row.Code), row.Message ?? shared?.Message ?? "", row.Description ?? shared?.Description ?? "");
    }

    private void PrintExamples()
    {
        foreach (var example in _section.Examples)
        {
            Heading("example", 2);
            if (example.Title is { } title)
                _blocks.Add(new PrintedText(_wording.Lead.Length == 0 ? title : _wording.Lead + char.ToLowerInvariant(title[0]) + title[1..]));
            foreach (var (key, text) in new[]
            {
                ("request header", example.RequestHeader),
                ("request body", example.RequestBody),
                ("response header", example.ResponseHeader),
                ("response body", example.ResponseBody),
            })
            {
                if (text is null)
                    continue;
                Heading(key, 3);
                _blocks.Add(new PrintedCode(text.TrimEnd('\n')));
            }
        }
    }

    private void Body(string key, BodyDeclaration? body, IEnumerable<MemberValue> values)
    {
        if (body is { Kind: BodyKind.Media })
        {
            Text(key, body.MediaType);
            return;
        }

        if (body is { Kind: BodyKind.Form })
        {
            Table(BodyFormats.RequestKeyOf(body.Format), _tables.Of(body.Members));
            return;
        }

        if (_tables.Of(body, values) is not { } member)
            return;
        Heading(key, 2);
        var json = new StringBuilder();
        Sample(json, member, 0);
        _blocks.Add(new PrintedCode(json.ToString()));
        if (member.Children.Count > 0)
            Table(null, member.Children);
    }

    private static void Sample(StringBuilder json, PrintedMember member, int indent)
    {
        json.Append(string.Concat(Enumerable.Repeat("[ ", member.Lists)));
        if (member.Children.Count == 0)
        {
            json.Append(member.Form is not null and not "string" || member.Values.Count > 0 ? "\"" + (member.Constant ?? "a-value") + "\"" : ValueOf(member));
        }
        else
        {
            var margin = new string(' ', indent + 2);
            json.Append("{\n");
            for (var i = 0; i < member.Children.Count; i++)
            {
                json.Append(margin).Append('"').Append(member.Children[i].Name).Append("\" : ");
                Sample(json, member.Children[i], indent + 2);
                json.Append(i + 1 < member.Children.Count ? ",\n" : "\n");
            }

            json.Append(' ', indent).Append('}');
        }

        json.Append(string.Concat(Enumerable.Repeat(" ]", member.Lists)));
    }

    private static string ValueOf(PrintedMember member) => member.Type switch
    {
        "int" or "long" when member.Form is null => member.Constant ?? "12",
        "double" or "float" or "decimal" => "1.5",
        "boolean" when member.Form is null => member.Constant ?? "true",
        "date-time" => "\"2014-12-09T18:50:30.500+0900\"",
        "date" => "\"2014-12-09\"",
        "url" => "\"http://host:port/some/place\"",
        "object" or "map<any>" => "{ }",
        "any" or "unknown" => "\"...\"",
        _ => "\"" + (member.Constant ?? "a-value") + "\"",
    };

    private void Table(string? key, List<PrintedMember> members)
    {
        if (members.Count == 0)
            return;
        if (key is not null)
            Heading(key, 2);
        var rows = new List<(int, IReadOnlyList<string>)>();
        var entries = new List<(int, string, string)>();
        var filters = _wording.Columns.Contains("filter") && key is null;
        var columns = _wording.Columns.Where(column => column != "filter" || filters).ToList();
        AddRows(members, 0, columns, rows, entries);
        _blocks.Add(new PrintedTable([.. columns.Select(column => _wording.Titles[column])], rows, entries));
    }

    private void AddRows(
        List<PrintedMember> members, int depth, List<string> columns, List<(int, IReadOnlyList<string>)> rows, List<(int, string, string)> entries)
    {
        foreach (var member in members)
        {
            var type = member.Children.Count > 0 ? "object"
                : member.Values.Count > 0 ? "string"
                : _wording.Type(member.Type.Length == 0 ? "string" : member.Type);
            for (var i = 0; i < member.Lists; i++)
                type = _wording.List(type);
            var presence = member.IsPresenceUnknown ? _wording.Nothing : member.IsOptional ? _wording.No : _wording.Yes;
            var hasDefault = columns.Contains("default");
            rows.Add((depth, [.. columns.Select(column => column switch
            {
                "name" => member.Name,
                "type" => type,
                "required" => presence,
                "default" => Shown(member.Default ?? ""),
                "filter" => member.Flags.Contains("filter") ? _wording.Yes : _wording.No,
                _ => Shown(DescriptionOf(member, hasDefault, !columns.Contains("filter"))),
            })]));
            entries.Add((depth, $"{member.Name} ({type}, {presence.ToLowerInvariant()})", Shown(DescriptionOf(member, hasDefault: false, hasFlags: true))));
            AddRows(member.Children, depth + 1, columns, rows, entries);
        }
    }

    private string DescriptionOf(PrintedMember member, bool hasDefault, bool hasFlags)
    {
        var sentences = new List<string>();
        if (member.Description is { } description)
            sentences.Add(description.EndsWith('.')
                || member is { Values.Count: 0, Range: null, Constant: null, Default: null, IsNullable: false, Form: null, ItemRange: "", Since: null }
                    && (!hasFlags || member.Flags.Count == 0)
                ? description
                : description + ".");
        if (member.Form is { } form)
            sentences.Add(form switch { "comma" => "Comma-separated.", "space"
                => "Separated by spaces.", "pipe" => "Separated by vertical bars.", "repeat" => "Can be repeated.", "string" => "As a string.", _ => "" });
        if (member.Values.Count > 0)
            sentences.Add(_wording.OneOf(member.Values));
        if (member.Range is { } range)
            sentences.Add(RangeOf(range, member.Type is "" or "string"));
        if (member.ItemRange is { Length: > 0 } items)
            sentences.Add(items.StartsWith("..", StringComparison.Ordinal) ? "Up to " + items[2..] + " items."
                : items.EndsWith("..", StringComparison.Ordinal) ? "At least " + items[..^2] + " items."
                : items.Replace("..", " to ", StringComparison.Ordinal) + " items.");
        if (member.Constant is { } constant)
            sentences.Add(_wording.Fixed(constant));
        if (member.Default is { } standard && !hasDefault)
            sentences.Add(_wording.Default(standard));
        if (member.IsNullable)
            sentences.Add(_wording.Null);
        if (member.Since is { } since)
            sentences.Add("Version " + since + " or later.");
        foreach (var flag in member.Flags.Where(_ => hasFlags))
            sentences.Add(flag switch { "filter" => "Can be used in filters.", "read-only" => "Read-only.", _ => "Write-only." });
        return string.Join(' ', sentences.Where(static sentence => sentence.Length > 0));
    }

    private string RangeOf(string range, bool isText)
    {
        var unit = range.EndsWith(" bytes", StringComparison.Ordinal) ? "bytes" : "";
        var bounds = (unit.Length > 0 ? range[..^6] : range).Split("..");
        if (unit.Length > 0)
            return bounds[0] + " to " + bounds[1] + " bytes.";
        if (isText)
            return bounds[0].Length == 0 ? "Up to " + bounds[1] + " characters."
                : bounds[1].Length == 0 ? "At least " + bounds[0] + " characters."
                : _wording.Length(bounds[0], bounds[1]);
        return bounds[0].Length == 0 ? "At most " + bounds[1] + "."
            : bounds[1].Length == 0 ? "At least " + bounds[0] + "."
            : _wording.Between(bounds[0], bounds[1]);
    }

    private void Text(string key, string? text)
    {
        if (text is null)
            return;
        Heading(key, 2);
        _blocks.Add(new PrintedText(text));
    }

    private void Heading(string key, int level) => _blocks.Add(new PrintedHeading(_wording.Headings[key], level));

    private string Shown(string text) => text.Length == 0 ? _wording.Nothing : text;

    /// <summary>Numbers of lines and the like, in the invariant culture.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
