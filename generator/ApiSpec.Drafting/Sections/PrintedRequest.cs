using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>Recognizes request lines: <c>GET /tasks/:id</c>.</summary>
internal static partial class PrintedRequest
{
    private const int LongestLead = 300;

    /// <summary>Returns the text of a line without a bullet and quotation marks, and with its method in the usual form.</summary>
    public static string TextOf(PageLine line)
    {
        var text = Comment().Replace(PlainText.Plain(Folding.WithoutBullet(line.Text)), "").Trim('`', '|', ' ');
        text = TypedName().Replace(text, "{${name}}");
        // '/racks (GET)' in a list links to the section.
        return !line.IsItem && MethodBehind().Match(text) is { Success: true } match && HttpMethods.IsKnown(match.Groups["method"].Value)
            ? match.Groups["method"].Value + " " + match.Groups["address"].Value
            : WithMethod(text, out _);
    }

    /// <summary>Returns the request in a heading: <c>GET /racks</c>, <c>/racks (GET)</c>, <c>GET /racks - All racks</c>; null: none.</summary>
    public static string? OfHeading(PageLine line)
        => line.Kind != LineKind.Heading ? null : Is(line) ? TextOf(line) : AtStartOf(line.Text);

    /// <summary>Returns the placeholders that a request line prints with their types: <c>/racks/(int: id)</c>.</summary>
    public static IEnumerable<(string Name, string Type)> TypedNames(string text)
        => TypedName().Matches(text).Select(static match => (match.Groups["name"].Value, match.Groups["type"].Value));

    /// <summary>Returns the comment after a request line: <c>Needs the role Admin</c>; null: none.</summary>
    public static string? CommentOf(PageLine line)
        => Comment().Match(PlainText.Plain(Folding.WithoutBullet(line.Text))) is { Success: true } match ? match.Groups["text"].Value : null;

    /// <summary>Writes the method in capitals, with a space after it: <c>get /racks</c>, <c>POST/racks</c>. Of several methods, it keeps the first.</summary>
    /// <param name="text">The text of a line.</param>
    /// <param name="doubt">The doubt about the method; null: none.</param>
    public static string WithMethod(string text, out string? doubt)
    {
        doubt = null;
        if (Methods().Match(text) is not { Success: true } match)
            return text;
        var method = match.Groups["method"].Value.ToUpperInvariant();
        if (!HttpMethods.IsKnown(method))
            return text;
        // 'POST/API/shelves' has one method. The words after it are the path.
        var end = match.Groups["method"].Length;
        foreach (Capture other in match.Groups["other"].Captures)
        {
            if (!HttpMethods.IsKnown(other.Value))
                break;
            end = other.Index + other.Length;
            doubt = "the page has other methods";
        }

        var address = text[end..].TrimStart();
        if (!address.StartsWith('/') && !address.StartsWith('{') && !address.StartsWith("http", StringComparison.Ordinal))
            return text;
        if (doubt is null && address.Length == text.Length - end)
        {
            // 'post/7' is a path.
            if (method != match.Groups["method"].Value)
                return text;
            doubt = "where the method ends";
        }

        return method + " " + address;
    }

    /// <summary>Returns the method and the address at the start of a string: <c>GET /racks - Manual of racks</c>; null: none there.</summary>
    public static string? AtStartOf(string text)
        => text.Split(' ', 3) is [var method, ['/', ..] and var address, ..] && HttpMethods.IsKnown(method) ? method + " " + address : null;

    /// <summary>Returns the request in a sentence: <c>Send a GET request to /racks.</c>; null: none, or several.</summary>
    public static string? InSentence(PageLine line)
    {
        if (line.Kind != LineKind.Text || !line.Text.Contains('/', StringComparison.Ordinal) || PrintedCommand.Is(line)
            || PrintedCommand.OfHttpie(line) is not null)
            return null;
        var found = Spoken().Matches(line.Text).Select(static match => match.Groups["method"].Value + " " + match.Groups["address"].Value.TrimEnd('.'))
            .Distinct().Take(2).ToList();
        return found is [var only] && only.Length < line.Text.Length && line.Text.Split(' ').Select(static word => word.Trim('`', '"', ',', '.'))
            .Where(HttpMethods.IsKnown).Distinct().Skip(1).FirstOrDefault() is null ? only : null;
    }

    /// <summary>Returns the address in a sentence without a method: <c>The URL is /racks</c>; null: none, or several.</summary>
    public static string? AddressInSentence(PageLine line)
    {
        if (line.Kind != LineKind.Text || !line.Text.Contains('/', StringComparison.Ordinal))
            return null;
        var found = SpokenAddress().Matches(line.Text).Select(static match => match.Groups["address"].Value.TrimEnd('.', ':'))
            .Concat(line.Codes.Where(static code => code is ['/', not '/', ..] && IsAddress(code))).Where(static address => !File().IsMatch(address))
            .Distinct().Take(2).ToList();
        return found is [var only] ? only : null;
    }

    /// <summary>Returns the address that is all of a line, with or without a server: <c>https://host/racks</c>; null: the line has more or other text. The
    /// address of a server alone has no path.</summary>
    public static string? AddressAlone(PageLine line)
        => line.Kind is LineKind.Text or LineKind.Code && line.Text.Trim('`') is var text && IsAddress(text) && WholeAddress().IsMatch(text)
            && !File().IsMatch(text) ? text : null;

    /// <summary>Returns the request of an address alone, and of the method in the sentence above it: <c>Submit a POST request to the following endpoint:</c>;
    /// null: the lines have no such request.</summary>
    public static string? UnderSentence(IReadOnlyList<PageLine> lines, int index)
    {
        if (AddressAlone(lines[index]) is not { } address)
            return null;
        var above = index - 1;
        while (above >= 0 && lines[above].IsBlank)
            above--;
        if (above < 0 || lines[above] is not { Kind: LineKind.Text, IsAside: false, Text: { Length: <= LongestLead } text }
            || text is not [.., ':' or '\uFF1A'] || !text.Contains(' ', StringComparison.Ordinal)
            || Negation().IsMatch(text))
            return null;
        var methods = text.Split(' ').Select(static word => word.Trim('`', '"', ',', '.', ':')).Where(HttpMethods.IsKnown).Distinct().Take(2).ToList();
        return methods is [var only] ? only + " " + address : null;
    }

    /// <summary>Whether a line is a method and an address, and nothing else.</summary>
    public static bool Is(PageLine line)
    {
        var text = TextOf(line);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && HttpMethods.IsKnown(text[..space]) && IsAddress(text[(space + 1)..].TrimStart());
    }

    /// <summary>Returns the request of a method and an address on two lines: <c>post</c>, <c>/racks</c>; null: the lines have no such request.</summary>
    public static string? OnTwoLines(IReadOnlyList<PageLine> lines, int index)
    {
        var method = Folding.WithoutBullet(lines[index].Text).ToUpperInvariant();
        var next = index + 1;
        while (next < lines.Count && lines[next].IsBlank)
            next++;
        return HttpMethods.IsKnown(method) && next < lines.Count && lines[next].Text is ['/', ..] && IsAddress(lines[next].Text)
            ? method + " " + lines[next].Text : null;
    }

    /// <summary>Whether a request line has placeholders.</summary>
    public static bool IsTemplate(PageLine line)
        => Is(line) && (line.Text.AsSpan().IndexOfAny('{', '<') >= 0 || line.Text.Contains("/:", StringComparison.Ordinal)
            || RoundBrackets().IsMatch(line.Text));

    /// <summary>Returns the first request line of a section outside its examples; null: none.</summary>
    public static string? FirstIn(PageSection section)
        => section.Parts.Where(static part => part.Key is null or "request" or ProfileKeys.Group).SelectMany(static part => part.Visible).Where(Is)
            .Select(TextOf).FirstOrDefault();

    /// <summary>Returns the method of a section; null: its lines do not show it.</summary>
    public static string? MethodOf(PageSection section)
        => section.Of("method").Concat(section.Of("request")).Concat(section.Of(ProfileKeys.Group)).SelectMany(static part => part.Visible)
            .SelectMany(static line => line.Text.Split(' ')).FirstOrDefault(HttpMethods.IsKnown);

    /// <summary>Whether a string can be the address of a request.</summary>
    public static bool IsAddress(string text)
        => text.Length > 0 && !text.Contains(' ', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal);

    /// <summary>Returns the method and the address in a row of a table with the columns 'Method' and 'URL'; null: the row does not have both.</summary>
    public static (string Text, IEnumerable<string> Others)? InRow(PageLine line)
    {
        if (line.Kind != LineKind.Row)
            return null;
        var method = line.Cells.FirstOrDefault(static cell => HttpMethods.IsKnown(cell.Text)).Text;
        var address = line.Cells.FirstOrDefault(static cell => IsAddress(cell.Text) && !cell.Text.StartsWith('{')).Text;
        return method is null || address is null
            ? null
            : (method + " " + address, line.Cells.Select(static cell => cell.Text).Where(text => text.Length > 0 && text != method && text != address));
    }

    /// <summary>Whether a request line is another one with values in place of its placeholders.</summary>
    /// <param name="line">The request line with placeholders.</param>
    /// <param name="call">The other one.</param>
    /// <param name="canBeLonger">Whether the path of the call can have more segments at its start.</param>
    public static bool IsCall(RequestLine line, RequestLine call, bool canBeLonger = false)
        => line.HttpMethod == call.HttpMethod && line.Pieces.Any(static piece => piece.IsPlaceholder)
            && call.Pieces.Count - line.Pieces.Count is var more && (more == 0 || (canBeLonger && more > 0))
            && line.Pieces.Zip(call.Pieces.Skip(more)).All(static pair => pair.First.IsPlaceholder || pair.First.Name == pair.Second.Name);

    /// <summary>Writes placeholders in braces that the format reads in no other form: <c>/token/[ID]</c>, <c>/token/(ID)</c>, <c>/messages/:_id</c>,
    /// <c>/racks/$id</c>, <c>/racks/%id%</c>.</summary>
    public static string WithBraces(string text)
        => Signs().Replace(
            ColonBeforeMark().Replace(RoundBrackets().Replace(SquareBrackets().Replace(text, "{${name}}"), "{${name}}"), "{${name}}"), "{${name}}");

    /// <summary>Numbers placeholders whose name the request line prints again: <c>/channels/:id/contacts/:id</c>.</summary>
    /// <param name="text">The request line.</param>
    /// <param name="repeated">The names that it prints again.</param>
    public static string WithDistinctNames(string text, out IReadOnlyList<string> repeated)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var again = new List<string>();
        repeated = again;
        return NamedPlaceholder().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            names[name] = names.GetValueOrDefault(name) + 1;
            if (names[name] == 1)
                return match.Value;
            again.Add(name);
            return "{" + name + names[name].ToString(System.Globalization.CultureInfo.InvariantCulture) + "}";
        });
    }

    /// <summary>Whether a line continues the request line before it. A path with the same start is another one: <c>/v1/racks</c>, <c>/v1/racks/{id}</c>.
    /// </summary>
    public static bool IsContinuation(string text, PageLine next)
        => next.Kind is LineKind.Text or LineKind.Code && !next.Text.Contains(' ', StringComparison.Ordinal) && text.Length < RequestLine.MaximumLength
            && !(next.Text[0] == '/' && FirstSegmentOf(text) is { Length: > 0 } first && first == FirstSegmentOf(next.Text))
            && (next.Text[0] is '/' or '?' or '&' || (text[^1] is '/' or '-' or '_' or '=' or '&' && !next.Text.EndsWith(':')));

    /// <summary>Whether a line that continues a request line can be the path of another one: <c>/sites/{site}/racks</c> below <c>/racks/{id}</c>.</summary>
    public static bool CanBeOther(PageLine next) => next.Text is ['/', ..] && next.Text.TrimEnd('/').AsSpan(1).Contains('/');

    private static string FirstSegmentOf(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme
            ? scheme + "://".Length : text.IndexOf(' ', StringComparison.Ordinal) + 1;
        var slash = text.IndexOf('/', start);
        var end = slash < 0 ? -1 : text.IndexOfAny(['/', '?'], slash + 1);
        return slash < 0 ? "" : end < 0 ? text[(slash + 1)..] : text[(slash + 1)..end];
    }

    /// <summary>Whether a word of a path looks like a value: <c>Tasks/id</c>, <c>sites/site</c>, <c>entries/entryName</c>.</summary>
    public static bool IsLikeValue(string word, string before)
        => word.Equals("id", StringComparison.OrdinalIgnoreCase) || word.EndsWith("Id", StringComparison.Ordinal)
            || word.EndsWith("ID", StringComparison.Ordinal) || word.EndsWith("Name", StringComparison.Ordinal)
            || (word.Length > 2 && before.Length >= word.Length && before.StartsWith(word[..3], StringComparison.OrdinalIgnoreCase) && before != word);

    [GeneratedRegex(@"^(?<address>/\S*) ?[(\[](?<method>[A-Z]{3,7})[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex MethodBehind();

    [GeneratedRegex(@"^(?<method>[A-Z]{3,7}|[a-z]{3,7})(( ?[,|] ?|/| / )(?<other>[A-Z]{3,7}))* *(?=/|https?://|\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Methods();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?<method>GET|POST|PUT|PATCH|DELETE)[`""'\u2019\u201D]?([ -](HTTP |API |REST )?([Rr]equests?|[Cc]alls?|[Mm]ethod|on|to|at|against"
            + @"|with|for)[^./{;]{0,60}?)? [`""'\u2018\u201C]?(?<address>(https?://|/)[^\s`""'\u2019\u201D),;]+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex(
        @"\b(URL|URI|address|endpoint|path|route|resource)\b[^./{;:]{0,30}:? [`""'\u2018\u201C]?"
            + @"(?<address>(https?://[^\s/`""'),;]+)?/[^\s`""'\u2019\u201D),;]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpokenAddress();

    [GeneratedRegex(@"\.(html?|pdf|txt|log|conf|cfg|ini|png|md)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex File();

    [GeneratedRegex(@"^(https?://[^/\s?#]+)?/[^/\s][^\s]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WholeAddress();

    // 'GET /racks    # All racks'.
    [GeneratedRegex(@"(?<=/\S*) +(#|//) (?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\$?\{(?<name>[A-Za-z][A-Za-z0-9_-]*)\}|<(?<name>[A-Za-z][A-Za-z0-9_-]*)>|(?<=/):(?<name>[A-Za-z][A-Za-z0-9_-]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedPlaceholder();

    // Bold and italics can have spaces around them: '/racks/ (int: id) / (int: place)'.
    [GeneratedRegex(
        @"(?<=/) ?[({<](?<type>[A-Za-z][A-Za-z0-9]{0,20}): ?(?<name>[A-Za-z_][A-Za-z0-9_-]{0,60})[)}>] ?(?=/|\?|$)", RegexOptions.CultureInvariant)]
    private static partial Regex TypedName();

    // Not 'http[s]://'.
    [GeneratedRegex(@"(?<=/)\[(?<name>[A-Za-z][A-Za-z0-9 _-]{0,60})\](?=/|\?|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SquareBrackets();

    // Not '/Racks(id)', which is part of a segment, and not '/racks(/{id})', which is optional.
    [GeneratedRegex(@"(?<=/)\((?<name>[A-Za-z][A-Za-z0-9 _-]{0,60})\)(?=/|\?|$)", RegexOptions.CultureInvariant)]
    private static partial Regex RoundBrackets();

    // Not '/$metadata', which is a word of OData.
    [GeneratedRegex(
        @"(?<=/)(\$(?!(metadata|batch|count|value|ref|links|entity|all|crossjoin)(/|\?|$))(?<name>[A-Za-z_][A-Za-z0-9_-]{0,60})"
            + "|%(?<name>[A-Za-z_][A-Za-z0-9_-]{0,60})%|#(?<name>[A-Za-z_][A-Za-z0-9_-]{0,60})#)(?=/|\\?|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();

    [GeneratedRegex(@"(?<=/):(?<name>_[A-Za-z0-9_-]{1,60})(?=/|\?|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ColonBeforeMark();

    // 'Do not use POST here; call:'.
    [GeneratedRegex("\\b(not|never|cannot|without|unlike|instead of|rather than|no longer)\\b|n['\u2019]t\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Negation();
}
