using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>Completes the address of a request line, and marks its placeholders.</content>
internal sealed partial class RequestDrafter
{
    private const int MostValues = 16;

    // A PDF reader can lose the bracket at the end of a line: '/storages/ id'.
    private string WithClosedBrackets(string text)
    {
        var open = text.LastIndexOf('<');
        if (open <= 0 || text.IndexOf('>', open) >= 0 || text[open - 1] != '/' || text.AsSpan(open).Contains('/'))
            return text;
        Mark = Mark.And(Mark.Check("the bracket at the end"));
        return text + ">";
    }

    // A spec cannot have two placeholders of one name.
    private string WithDistinctNames(string text)
    {
        var distinct = PrintedRequest.WithDistinctNames(text, out var repeated);
        foreach (var name in repeated)
            Mark = Mark.And(Mark.Check("'" + name + "' is printed twice"));
        return distinct;
    }

    // '{tenant}/tasks' would be read as a host and a path, and 'tasks/{id}' is not a path. A first name that belongs to a server is left.
    private string WithSlash(string text)
    {
        var start = text.IndexOf(' ', StringComparison.Ordinal) + 1;
        var address = text[start..];
        var name = FirstSegment().Match(address).Groups["name"].Value;
        if (start == 0 || name.Length == 0 || s_servers.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return text;
        Mark = Mark.And(Mark.Check("whether the path begins with '" + name + "'"));
        return text[..start] + "/" + address;
    }

    // From the end, because an example can leave out the start of the path.
    private string WithPlaceholders(string text, IReadOnlyList<DraftRow> pathRows, IReadOnlyList<DraftRow> otherRows)
    {
        text = WithoutValues(WithoutStandIns(text, pathRows));
        if (RequestLine.Parse(text, null, [], null, out _) is not { } request)
            return text;
        var italics = Lines.SelectMany(static line => line.Italics).ToHashSet(StringComparer.Ordinal);
        var pieces = request.Pieces;
        // A line that marks its placeholders has no others.
        var hasMarks = pieces.Any(static piece => piece.IsPlaceholder && piece.Name != Version);
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            var piece = pieces[i];
            var fromEnd = pieces.Count - i;
            var shown = fromEnd <= _exampleSegments.Count && IsAligned(pieces) ? _exampleSegments[^fromEnd] : null;
            if (piece.IsPlaceholder)
            {
                Remember(piece.Name, shown);
                continue;
            }

            // 'ID.json' is a placeholder and the form of the response.
            var name = StemOf(piece.Name);
            var extension = piece.Name[name.Length..];
            shown = shown?.EndsWith(extension, StringComparison.Ordinal) == true ? shown[..^extension.Length] : extension.Length > 0 ? null : shown;

            // If the path repeats a word, one occurrence is replaced: the one that differs in the example, or else the first.
            if (shown is null && Enumerable.Range(0, i).Any(other => pieces[other].Name == piece.Name)
                || (shown == name && Enumerable.Range(0, pieces.Count).Count(other => pieces[other].Name == piece.Name) > 1))
                continue;
            var isPrinted = italics.Contains(name) || pathRows.Any(row => row.Name == name) || _context.Profile.Placeholders.Contains(name)
                || _context.Profile.Placeholders.Contains(piece.Name);
            var isRow = !isPrinted && !hasMarks && otherRows.Any(row => row.Name == name);
            var isOther = !hasMarks && shown is not null && shown != name && !NearestName.IsOneSlip(shown, name)
                && name.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_')
                // Two files such as 'a.json' and 'b.json' are different operations.
                && (extension.Length == 0 || StandIn().IsMatch(name) || shown.All(char.IsAsciiDigit));
            if ((!isPrinted && !isRow && !isOther) || (shown == name && !italics.Contains(name)))
                continue;
            if (isRow && !isOther)
            {
                Mark = Mark.And(Mark.Check("whether '" + name + "' is a placeholder"));
                _named.Add(name);
            }

            Remember(name, shown);
            text = text[..piece.Offset] + "{" + name + "}" + extension + text[(piece.Offset + piece.Length)..];
        }

        return text;
    }

    // '/racks/7.json', where the text has 'the rack with an ID of 7'. A number after the name of a list is the value of an item as well.
    private string WithoutValues(string text)
    {
        var pieces = RequestLine.Parse(text, null, [], null, out _)?.Pieces ?? [];
        if (pieces.Any(static piece => piece.IsPlaceholder))
            return text;
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Each value is searched in the whole text.
        for (var (i, rest) = (pieces.Count - 1, MostValues); i > 0 && rest > 0; i--)
        {
            var (piece, before) = (pieces[i], pieces[i - 1].Name);
            var value = StemOf(piece.Name);
            if (value.Length == 0 || !value.All(char.IsAsciiDigit) || piece.Offset + piece.Length > text.Length)
                continue;
            rest--;
            var name = new[] { NameInText(value), IsPlural(before) ? NameAfter(before) : null }.FirstOrDefault(name => name is not null && named.Add(name));
            if (name is null)
                continue;
            Mark = Mark.And(Mark.Check("the page has '" + value + "' in place of '" + name + "'"));
            Remember(name, value);
            text = text[..piece.Offset] + "{" + name + "}" + text[(piece.Offset + value.Length)..];
        }

        return text;
    }

    // Not 'status', 'address' and 'axis'.
    private static bool IsPlural(string word)
        => word.Length > 2 && word.All(char.IsAsciiLetter) && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');

    // 'with an ID of 7'.
    private string? NameInText(string value)
    {
        foreach (var line in _context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request")
            .SelectMany(static part => part.Visible))
        {
            if (line.Text.Contains(value, StringComparison.Ordinal)
                && NamedValue().Matches(line.Text).FirstOrDefault(match => match.Groups["value"].Value == value) is { } match)
                return match.Groups["name"].Value.ToLowerInvariant();
        }

        return null;
    }

    private static string StemOf(string name) => FileEnding().Match(name) is { Success: true } match ? name[..match.Index] : name;

    [GeneratedRegex(@"(?<=.)\.(json|xml|ya?ml|csv|txt|html?)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileEnding();

    [GeneratedRegex(
        @"\b(?<name>id|key|number|name|code|uuid|slug)( (of|is|equals|equal to)| ?[=:])? ?[`""'\u2018\u201C]?(?<value>[0-9]{1,20})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedValue();

    // '/racks/ID' and '/racks/xxx', if the table of the path has as many other names.
    private string WithoutStandIns(string text, IReadOnlyList<DraftRow> pathRows)
    {
        var pieces = RequestLine.Parse(text, null, [], null, out _)?.Pieces ?? [];
        var standIns = pieces.Where(static piece => !piece.IsPlaceholder && StandIn().IsMatch(StemOf(piece.Name))).ToList();
        var rows = pathRows.Select(static row => row.Name).Where(name => !pieces.Any(piece => piece.Name == name)).Distinct(StringComparer.Ordinal).ToList();
        if (standIns.Count == 0 || standIns.Count != rows.Count || pieces.Any(static piece => piece.IsPlaceholder)
            || !pieces.Any(static piece => piece.Name.Any(char.IsLower) && !StandIn().IsMatch(StemOf(piece.Name))))
            return text;
        // 'ID' is 'id', wherever its row is.
        var names = standIns.ConvertAll(piece => rows.FindIndex(name => name.Equals(StemOf(piece.Name), StringComparison.OrdinalIgnoreCase)) is >= 0 and var at
            ? Take(at) : null);
        for (var i = standIns.Count - 1; i >= 0; i--)
        {
            var (piece, name) = (standIns[i], names[i] ?? Take(rows.Count - 1));
            if (!StemOf(piece.Name).Equals(name, StringComparison.OrdinalIgnoreCase))
                Mark = Mark.And(Mark.Check("whether '" + piece.Name + "' is '" + name + "'"));
            text = text[..piece.Offset] + "{" + name + "}" + piece.Name[StemOf(piece.Name).Length..] + text[(piece.Offset + piece.Length)..];
        }

        return text;

        string Take(int at)
        {
            var name = rows[at];
            rows.RemoveAt(at);
            return name;
        }
    }

    private void Remember(string name, string? shown)
    {
        if (shown is not null)
            _exampleValues.TryAdd(name, Uri.UnescapeDataString(shown));
    }

    // Most segments of both paths must be the same, or they belong to different operations.
    private bool IsAligned(IReadOnlyList<RequestLine.Piece> pieces)
    {
        if (_exampleSegments.Count == 0 || Math.Abs(_exampleSegments.Count - pieces.Count) > 2)
            return false;
        var length = Math.Min(pieces.Count, _exampleSegments.Count);
        var same = Enumerable.Range(1, length).Count(index => pieces[^index].Name == _exampleSegments[^index] || pieces[^index].IsPlaceholder);
        return pieces.Any(static piece => piece.IsPlaceholder && piece.Name != Version) ? same == length : same * 2 >= length;
    }

    [GeneratedRegex(@"^([A-Z][A-Z0-9_]*[A-Z]|[xX]{2,}|[nN]{2,})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StandIn();

    // 'app.php/racks' has the name of a program, and 'example.com/racks' that of a server.
    [GeneratedRegex(
        @"^([{:](?<name>[A-Za-z][A-Za-z0-9_-]*)\}?|(?<name>[A-Za-z][A-Za-z0-9_-]*(\.(php|cgi|fcgi|pl|py|asp|aspx|ashx|jsp|dll|json|xml|html?))?))/",
        RegexOptions.CultureInvariant)]
    private static partial Regex FirstSegment();
}
