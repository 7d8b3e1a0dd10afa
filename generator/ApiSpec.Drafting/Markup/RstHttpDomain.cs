namespace ApiSpec.Drafting.Markup;

/// <summary>The directives that describe an operation: <c>.. http:get:: /racks/(int:id)</c>, and their fields.</summary>
internal sealed class RstHttpDomain
{
    private static readonly string[] s_methods = ["get", "post", "put", "patch", "delete", "head", "options", "any"];

    // The names of the fields of each kind, and the heading that most manuals have for it.
    private static readonly (string Heading, string[] Names, string[] Types)[] s_kinds =
    [
        (PathParameters, ["param", "parameter", "arg", "argument"], ["type", "paramtype"]),
        ("Query parameters", ["query", "queryparameter", "queryparam", "qparam"], ["querytype", "queryparamtype", "qparamtype", "paramtype", "type"]),
        ("Form parameters", ["form", "formparameter", "formparam", "fparam"], ["formtype", "formparamtype", "fparamtype", "paramtype", "type"]),
        ("Request headers", ["reqheader", "requestheader", "<header"], []),
        ("Request body", ["<json", "reqjson", "reqjsonobj", "json", "jsonparam", "jsonparameter"],
            ["<jsontype", "reqjsontype", "jsontype", "paramtype", "type"]),
        ("Request JSON array of objects", ["<jsonarr", "reqjsonarr"], ["<jsonarrtype", "reqjsonarrtype", "paramtype", "type"]),
        (StatusCodes, ["statuscode", "status", "code"], []),
        ("Response headers", ["resheader", "responseheader", ">header"], []),
        ("Response body", [">json", "resjson", "resjsonobj"], [">jsontype", "resjsontype", "paramtype", "type"]),
        ("Response JSON array of objects", [">jsonarr", "resjsonarr"], [">jsonarrtype", "resjsonarrtype", "paramtype", "type"]),
    ];

    public const string PathParameters = "Path parameters";
    public const string StatusCodes = "Status codes";

    private const int LongestPath = 2_000;

    private readonly bool _isDefault;
    private readonly HashSet<int> _alone = [];

    /// <param name="lines">The document.</param>
    /// <param name="isDefault">Whether the names of the directives have no prefix.</param>
    public RstHttpDomain(IReadOnlyList<SourceLine> lines, bool isDefault)
    {
        _isDefault = isDefault;
        var (first, count, hasTitle) = (0, 0, false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (RstTitle.At(lines, i) is { } title)
            {
                Close();
                hasTitle = true;
                i += title.Lines - 1;
            }
            else if (lines[i].Text.StartsWith(".. ", StringComparison.Ordinal) && RstDirective.At(lines, i, i + 1) is { } directive
                && MethodOf(directive) is not null)
            {
                first = count++ == 0 ? lines[i].Number : first;
            }
        }

        Close();

        void Close()
        {
            if (count == 1 && hasTitle)
                _alone.Add(first);
            count = 0;
        }
    }

    /// <summary>Whether an operation is the only one under its title, so that the title is its name.</summary>
    public bool IsAlone(RstDirective directive) => _alone.Contains(directive.Line);

    /// <summary>Returns the HTTP method of a directive; null: it describes no operation.</summary>
    public string? MethodOf(RstDirective directive)
        => directive.Argument.Length == 0 ? null
            : directive.Name.StartsWith("http:", StringComparison.Ordinal) ? MethodOf(directive.Name["http:".Length..])
            : _isDefault ? MethodOf(directive.Name) : null;

    /// <summary>Returns the HTTP method with a name; null: not found. <c>any</c> stands for several, so it is written unchanged.</summary>
    public static string? MethodOf(string name) => Array.IndexOf(s_methods, name) >= 0 ? name.ToUpperInvariant() : null;

    /// <summary>Puts fields into the tables of their kinds.</summary>
    /// <param name="fields">The fields of an operation.</param>
    /// <param name="address">Its address.</param>
    /// <param name="others">The fields of other kinds.</param>
    public static List<RstFieldTable> TablesOf(IReadOnlyList<RstField> fields, string address, out List<RstField> others)
    {
        var tables = new List<RstFieldTable>();
        var path = address[..Math.Min(address.Length, LongestPath)];
        others = [];
        var types = new Dictionary<(string Kind, string Name), RstField>();
        foreach (var field in fields)
        {
            if (Words(field) is [var type, var name])
                types.TryAdd((type, name), field);
        }

        var ofTypes = new List<RstField>();
        var named = new HashSet<(string Heading, string Name)>();
        foreach (var field in fields)
        {
            var words = Words(field);
            var known = words.Length < 2 ? default : Array.Find(s_kinds, other => Array.IndexOf(other.Names, words[0]) >= 0);
            if (known.Names is null)
            {
                (words.Length == 2 && Array.Exists(s_kinds, other => Array.IndexOf(other.Types, words[0]) >= 0) ? ofTypes : others).Add(field);
                continue;
            }

            var name = words[^1];
            named.Add((known.Heading, name));
            var heading = known.Heading == PathParameters && !IsPlaceholder(path, name) ? "Parameters" : known.Heading;
            if (tables.Find(table => table.Heading == heading) is not { } rows)
                tables.Add(rows = new RstFieldTable(heading, []));
            // '200 OK' is a status. Before other names is their type.
            var isType = heading != StatusCodes && words.Length > 2;
            var type = isType ? string.Join(' ', words[1..^1])
                : known.Types.Select(type => types.GetValueOrDefault((type, name))).FirstOrDefault(static other => other is not null)?.Text ?? "";
            rows.Rows.Add((isType ? name : string.Join(' ', words[1..]), type, field));
        }

        // The type of another field is in the row of that field.
        others.AddRange(ofTypes.Where(field => Words(field) is var words
            && !Array.Exists(s_kinds, kind => Array.IndexOf(kind.Types, words[0]) >= 0 && named.Contains((kind.Heading, words[1])))));
        return tables;

        static string[] Words(RstField field) => field.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsPlaceholder(string address, string name)
    {
        for (var at = address.IndexOf(name, StringComparison.Ordinal); at > 0; at = address.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (address[at - 1] is '(' or ':' or ' ' or '{' or '<' && (at + name.Length == address.Length
                || address[at + name.Length] is ')' or '}' or '>' or '/'))
                return true;
        }

        return false;
    }
}

/// <summary>The fields of an operation of one kind.</summary>
/// <param name="Heading">The heading of the kind.</param>
/// <param name="Rows">The name, the type or an empty string, and the field.</param>
internal sealed record RstFieldTable(string Heading, List<(string Name, string Type, RstField Field)> Rows);
