using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the request line, and finds its placeholders.</summary>
internal sealed partial class RequestDrafter
{
    private const string Version = "version";
    private const string OtherMethods = "the page has other methods";

    private static readonly string[] s_betweenMethods = [",", " or ", " and ", "/", "|"];

    private static readonly string[] s_servers =
        ["host", "server", "url", "uri", "base", "root", "ip", "address", "domain", "endpoint", "port", "scheme", "protocol", "prefix"];

    private readonly DraftingContext _context;
    private readonly ExampleDrafter _examples;
    private readonly IReadOnlyList<string> _exampleSegments;
    private readonly Dictionary<string, string> _exampleValues = new(StringComparer.Ordinal);

    // The types that the request line prints with its placeholders.
    private readonly Dictionary<string, string> _printedTypes = new(StringComparer.Ordinal);

    // The placeholders that only have the name of a row.
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <param name="context">The section.</param>
    /// <param name="examples">Its examples.</param>
    /// <param name="pathRows">The rows of its table of path parameters.</param>
    /// <param name="otherRows">The rows of tables that can have path parameters as well.</param>
    public RequestDrafter(DraftingContext context, ExampleDrafter examples, IReadOnlyList<DraftRow> pathRows, IReadOnlyList<DraftRow> otherRows)
    {
        _context = context;
        _examples = examples;
        _exampleSegments = SegmentsOf(examples.RequestHead);
        FindLine();
        ChooseLine(pathRows.Concat(otherRows).Select(static row => row.Name).ToHashSet(StringComparer.Ordinal));
        Query = Text is null ? [] : PrintedQuery.In(Text);
        Text = Text is null ? null : PrintedQuery.WithoutTemplate(Text);
        LeaveOutExamplesOfOthers();
        _exampleSegments = SegmentsOf(examples.RequestHead);
        if (Text is not null)
            Text = WithPlaceholders(Text, pathRows, otherRows);
    }

    /// <summary>The request line; null: the page does not show it.</summary>
    public string? Text { get; private set; }

    /// <summary>The lines of the request line.</summary>
    public List<PageLine> Lines { get; } = [];

    /// <summary>The other lines under its heading: tables of parameters, and other text.</summary>
    public List<PageLine> Rest { get; } = [];

    /// <summary>The parsed request line; null: it cannot be read.</summary>
    public RequestLine? Request => Text is null ? null : RequestLine.Parse(Text, null, [], null, out _);

    /// <summary>Whether segments of the path look like values, but nothing on the page shows which ones are placeholders.</summary>
    public bool HasLostPlaceholders
    {
        get
        {
            var pieces = Request?.Pieces ?? [];
            return _exampleSegments.Count == 0 && _context.Profile.Placeholders.Count > 0 && Lines.TrueForAll(static line => line.Italics.Count == 0)
                && Enumerable.Range(1, Math.Max(0, pieces.Count - 1))
                    .Any(index => !pieces[index].IsPlaceholder && PrintedRequest.IsLikeValue(pieces[index].Name, pieces[index - 1].Name));
        }
    }

    /// <summary>The parameters in its query. A spec has them in its table of the query.</summary>
    public IReadOnlyList<PrintedQuery> Query { get; }

    /// <summary>The parameters in the query of its first example.</summary>
    public IReadOnlyList<PrintedQuery> QueryOfExample
        => _examples.RequestHead is { Target: { } target } head
            ? [.. PrintedQuery.In(target.Text), .. head.Queries.SelectMany(static query => PrintedQuery.In("?" + query.Text))]
            : [];

    /// <summary>The certainty of the line.</summary>
    public Mark Mark { get; private set; } = Mark.Printed;

    /// <summary>The replacement for <c>{version}</c>; null: none.</summary>
    public string? VersionText { get; set; }

    public string Method => Request?.HttpMethod ?? "GET";

    /// <summary>Whether requests of the method usually have a body.</summary>
    public bool HasBody => (Request?.HttpMethod ?? PrintedRequest.MethodOf(_context.Section)) is "POST" or "PUT" or "PATCH";

    /// <summary>Whether the example shows that the request has a body. On a page with several methods, it can be that of another one.</summary>
    public bool CanHaveBody => Request is null || Method is not ("GET" or "HEAD") || _examples.RequestHead?.Method?.Text.ToUpperInvariant() == Method;

    /// <summary>The names of the placeholders, in their order.</summary>
    public IEnumerable<string> Placeholders => Request?.Pieces.Where(static piece => piece.IsPlaceholder).Select(static piece => piece.Name).Distinct() ?? [];

    /// <summary>The value of the version in the example; null: there is no such placeholder or example.</summary>
    public string? VersionOfExample => _exampleValues.GetValueOrDefault(Version);

    /// <summary>Whether only the name of a row shows that a word of the path is a placeholder.</summary>
    public bool IsDoubtful(string name) => _named.Contains(name);

    /// <summary>Returns the row of a placeholder that no table lists.</summary>
    public DraftRow RowOf(string name)
    {
        var row = new DraftRow(name) { Type = TypeParser.Unknown };
        row.Lines.AddRange(Lines);
        var path = PathTo(name);
        if (_printedTypes.TryGetValue(name, out var printed))
        {
            var (type, mark) = _context.Types.Of(printed);
            row.Type = type;
            row.Doubt(mark);
        }
        else if (_context.Known.FindPathRow(path, name) is { } known)
        {
            row.Type = RowWriter.Write(known.Type, known.Range);
            row.Description = known.Description;
            row.Doubt(Mark.From("the other specs"));
        }
        else if (_exampleValues.TryGetValue(name, out var value) && !Elision.Is(value))
        {
            row.Type = TypeOf(value);
            row.Description = MeaningOf(value);
            row.Doubt(Mark.FromExample);
        }
        else
        {
            row.Doubt(Mark.Check("the type of '" + name + "'"));
        }

        return row;
    }

    /// <summary>Returns the type that a value in a URL shows.</summary>
    public static string TypeOf(string value)
        => value.Length > 0 && value.All(char.IsAsciiDigit) && value.Length <= 18 ? "long" : UuidForm().IsMatch(value) ? "uuid" : "string";

    /// <summary>Returns the operation of a URL; null: the URL cannot be read.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">The URL as printed.</param>
    public (string Name, Mark Mark)? OperationAt(string method, string address)
    {
        if (!HttpMethods.IsKnown(method) || RequestLine.Parse(method + " " + WithSameWords(address.Trim()), VersionText, [], null, out _) is not { } request)
            return null;
        if (_context.Known.Find(method, request.Path.ToString()) is { } known)
            return (known.Id, Mark.Printed);
        var section = new SectionDeclaration { Group = "", Method = "", HttpMethod = method, Path = request.Path, Statuses = new StatusTable(true, []) };
        return OperationName.Derive(section) is { } name ? (name.ToString(), Mark.From("the address")) : null;
    }

    /// <summary>Renames a placeholder to the name in its table.</summary>
    /// <returns>Whether the line has the placeholder and is valid with the new name.</returns>
    public bool Rename(string name, string other)
    {
        var text = Text?.Replace("{" + name + "}", "{" + other + "}", StringComparison.Ordinal)
            .Replace("<" + name + ">", "{" + other + "}", StringComparison.Ordinal);
        if (text is null || text == Text || RequestLine.Parse(text, null, [], null, out _) is not { } request
            || !request.Pieces.Any(piece => piece.IsPlaceholder && piece.Name == other))
            return false;
        Text = text;
        Mark = Mark.And(Mark.Check("the name of '" + name + "'"));
        if (_exampleValues.Remove(name, out var value))
            _exampleValues.TryAdd(other, value);
        return true;
    }

    private void FindLine()
    {
        var methods = _context.Section.Of("method").SelectMany(static part => part.Visible).SelectMany(MethodsOf).Where(HttpMethods.IsKnown)
            .Distinct().ToList();
        var method = methods.FirstOrDefault();
        if (methods.Count > 1)
            Mark = Mark.And(Mark.Check(OtherMethods));
        foreach (var part in _context.Section.Of("method"))
        {
            _context.UseHeading(part);
            foreach (var printed in part.Visible.Where(other => method is not null && MethodsOf(other).FirstOrDefault() == method))
            {
                Lines.Add(printed);
                // A note has the other methods of the line.
                if (MethodsOf(printed).Take(2).Count() < 2 && Folding.WithoutBullet(printed.Text).Contains(' ', StringComparison.Ordinal))
                    _context.Ledger.Leave(printed, printed.Text);
            }
        }

        var bases = BaseAddresses.In(_context.Section, _context.Profile);
        // The line under the title can have placeholders, and the one under its own heading their values.
        var own = _context.Section.Of("request").ToList();
        var group = _context.Section.Of(ProfileKeys.Group).ToList();
        var isTemplate = group.Exists(static part => part.Visible.Any(PrintedRequest.IsTemplate))
            && !own.Exists(static part => part.Visible.Any(PrintedRequest.IsTemplate));
        foreach (var part in isTemplate ? group.Concat(own) : own.Concat(group))
        {
            if (part.Key == "request")
                _context.UseHeading(part);
            var lines = part.Visible.Where(line => !_examples.IsInCommand(line)).ToList();
            lines.RemoveAll(bases.Contains);
            for (var i = 0; i < lines.Count; i++)
            {
                var isAddress = part.Key == "request" || lines[i].Method is not null;
                if (Text is null && (Joined(lines, ref i, method) ?? (isAddress ? WithMethodOfTitle(lines, ref i) : null)) is { } text)
                    Text = text;
                else if (part.Key == "request")
                    AddRest(lines[i]);
                else
                    AddOther(lines[i]);
            }
        }

        // 'HTTP method: GET', and the address below it.
        foreach (var address in method is null || Text is not null ? []
            : _context.Section.Of("method").SelectMany(static part => part.Visible).Where(static line => PrintedRequest.AddressAlone(line) is not null).Take(1))
        {
            var index = 0;
            Text = Joined([address], ref index, method);
        }

        // The title can be the request line itself.
        if (Text is null && _context.Section is { Title: { } title, TitleLine: { } line })
        {
            var index = 0;
            var request = PrintedRequest.AtStartOf(title);
            // '/racks', and the method under a heading of its own.
            var isAddress = method is not null && title.StartsWith('/') && PrintedRequest.IsAddress(title);
            Text = Joined([line with { Text = request ?? title }], ref index, isAddress ? method : null);
            if (isAddress || (request is not null && request.Length < title.Length))
                Mark = Mark.And(Mark.From("the title"));
        }

        Text ??= FindUnderSentence() ?? FindUnderUnknownHeading() ?? FindBesideExample()
            ?? FindInSentence() ?? FindInExample() ?? FindInHeadings() ?? FindAddressInText();
        _context.Ledger.Use(Lines);
        NoteMethods(methods);
        // The headings above the method, with its address.
        if (Lines.Exists(static line => line.CompletedBy is not null))
            _context.Ledger.Use(_context.Section.Preamble.Where(line => MethodHeadings.AddressIn(line.Text) is { } address
                && Text!.Contains(address, StringComparison.Ordinal)));
        // A part with a heading that the profile does not know can repeat it: 'API specification' above '/racks (GET)'.
        if (Text is not null)
            _context.Ledger.Use(_context.Section.Parts.Where(static part => part.Key is null).SelectMany(static part => part.Visible)
                .Where(line => line.Kind != LineKind.Code && PrintedRequest.Is(line) && PrintedRequest.TextOf(line) == Text));
    }

    // 'POST, DELETE' has several.
    private static IEnumerable<string> MethodsOf(PageLine line)
        => Folding.WithoutBullet(line.Text).Split(s_betweenMethods, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            is { Length: > 1 } words && Array.TrueForAll(words, static word => HttpMethods.IsKnown(word.ToUpperInvariant()))
            ? words.Select(static word => word.ToUpperInvariant()) : [MethodOf(line)];

    // '- POST', '`POST`', 'Post' and 'POST - Adds a rack'.
    private static string MethodOf(PageLine line)
    {
        var text = Folding.WithoutBullet(line.Text).Trim('`', ' ');
        return text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && HttpMethods.IsKnown(text[..space].TrimEnd(':'))
            && Folding.WithoutSeparator(text[space..]).Length < text.Length - space - 1 ? text[..space].TrimEnd(':') : text.ToUpperInvariant();
    }

    // A narrow column can break a request line, which continues on the next line.
    private string? Joined(List<PageLine> lines, ref int index, string? method)
    {
        if (PrintedRequest.InRow(lines[index]) is { } row)
        {
            Lines.Add(lines[index]);
            foreach (var cell in row.Others)
                _context.Ledger.Leave(lines[index], cell);
            return WithDistinctNames(WithSlash(PrintedRequest.WithBraces(row.Text)));
        }

        var text = PrintedRequest.TextOf(lines[index]);
        PrintedRequest.WithMethod(lines[index].Text, out var doubt);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = (space < 0 ? text : text[..space]).TrimEnd(':');
        // 'Post' alone, above the address.
        if (space < 0 && HttpMethods.IsKnown(first.ToUpperInvariant()) && index + 1 < lines.Count && PrintedRequest.IsAddress(lines[index + 1].Text))
            first = first.ToUpperInvariant();
        if (HttpMethods.IsKnown(first) && space < 0 && index + 1 < lines.Count && PrintedRequest.IsAddress(lines[index + 1].Text))
        {
            Lines.Add(lines[index++]);
            text = first + " " + PlainText.Plain(lines[index].Text);
        }
        else if (HttpMethods.IsKnown(first) && space > 0 && text.AsSpan(space).IndexOfAny('/', '{', '<') >= 0)
        {
            text = first + HttpVersion().Replace(text[space..], "");
        }
        else if (method is not null && PrintedRequest.IsAddress(text))
        {
            text = method + " " + text;
        }
        else
        {
            return null;
        }

        if (doubt is not null)
            Mark = Mark.And(Mark.Check(doubt));
        if (lines[index].CompletedBy is { } source)
            Mark = Mark.And(Mark.From(source));
        Lines.Add(lines[index]);
        while (index + 1 < lines.Count && PrintedRequest.IsContinuation(text, lines[index + 1]))
        {
            Lines.Add(lines[++index]);
            if (PrintedRequest.CanBeOther(lines[index]))
                Mark = Mark.And(Mark.Check("whether '" + lines[index].Text + "' is another path"));
            text += PlainText.Plain(lines[index].Text);
        }

        // '/racks/{id}' with the type of the placeholder: '/racks/(int: id)'.
        foreach (var (name, type) in PrintedRequest.TypedNames(lines[index].Text))
            _printedTypes.TryAdd(name, type);
        return WithDistinctNames(WithSlash(WithClosedBrackets(WithoutOptionalParts(PrintedRequest.WithBraces(text), lines[index]))));
    }

    // Placeholders in this path are also placeholders in the other one.
    private string WithSameWords(string address)
    {
        foreach (var name in Placeholders)
            address = Regex.Replace(
                address, "(?<=/)" + Regex.Escape(name) + "(?=/|\\?|$)", ("{" + name + "}").Replace("$", "$$", StringComparison.Ordinal),
                RegexOptions.CultureInvariant);
        return address;
    }

    private string PathTo(string name)
    {
        var path = Text is null ? "" : RequestLine.Parse(Text, VersionText, [], null, out _)?.Path.ToString() ?? "";
        var at = path.IndexOf("{" + name + "}", StringComparison.Ordinal);
        return at < 0 ? path : path[..at];
    }

    // 'the task whose instanceID is 2026'.
    private string? MeaningOf(string value)
    {
        foreach (var title in _examples.Titles)
        {
            if (Meaning().Match(title.Replace(value, "\u0001", StringComparison.Ordinal)) is { Success: true } match)
                return match.Groups["name"].Value + " of the " + match.Groups["what"].Value.Trim();
        }

        return null;
    }

    private static IReadOnlyList<string> SegmentsOf(HttpHead? head) => PrintedCall.Of(head)?.Segments ?? [];

    [GeneratedRegex(
        "(the|a|an) (?<what>[a-z][a-z -]{1,40}?) (whose|with the|that has the) (?<name>[A-Za-z][A-Za-z0-9_-]*) (is )?[\"']?\u0001",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Meaning();

    [GeneratedRegex(" HTTP/[0-9](\\.[0-9])?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HttpVersion();

    [GeneratedRegex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UuidForm();
}
