using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>Completes headings that only have a method, with the address of the heading above them: <c>/racks</c>, and <c>GET</c> on a lower level.</summary>
internal sealed partial class MethodHeadings
{
    private const string Source = "the headings";

    private const int MostWords = 8;

    // Each method of an address gets a copy of the parts that they share.
    private const int MostMethods = 16;

    private readonly HeadingFinder _headings;
    private readonly IReadOnlyList<PageLine> _lines;
    private readonly List<PageLine> _result;

    // The methods that a heading can also print in lower case. 'Search' and 'Options' are words.
    private static readonly string[] s_common = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    // The headings around the next line: their level, their address, and their index in the result. Without an address, a heading only hides others.
    private readonly Stack<(int Level, string? Address, int Index, bool IsCompleted)> _around = [];

    // In copied text, the address above the next line.
    private (string Address, int Index)? _above;

    private readonly Dictionary<int, (int First, int Count)> _first = [];

    private MethodHeadings(IReadOnlyList<PageLine> lines, HeadingFinder headings)
    {
        (_lines, _headings) = (lines, headings);
        _result = new List<PageLine>(lines.Count);
    }

    /// <summary>The lines of the page with the completed headings.</summary>
    public List<PageLine> Lines => _result;

    /// <summary>The headings that are only a method, without an address above them.</summary>
    public HashSet<int> Methods { get; } = [];

    /// <summary>By the index of a completed heading: the index of the heading with its address, and the first heading that it completes. The parts between
    /// them belong to all of its methods.</summary>
    public Dictionary<int, (int Address, int First)> Completed { get; } = [];

    /// <summary>Completes the headings of a page.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="headings">The headings of the profile.</param>
    public static MethodHeadings Of(IReadOnlyList<PageLine> lines, HeadingFinder headings)
    {
        var completed = new MethodHeadings(lines, headings);
        for (var i = 0; i < lines.Count; i++)
            completed.Add(i);
        return completed;
    }

    private void Add(int index)
    {
        var line = _lines[index];
        if (line.Kind == LineKind.Heading)
            AddHeading(line);
        else if (line is { Kind: LineKind.Text, IsBlank: false, IsItem: false })
            AddText(index);
        else
            _result.Add(line);
    }

    private void AddHeading(PageLine line)
    {
        _above = null;
        while (_around.TryPeek(out var outer) && outer.Level >= line.Level)
            _around.Pop();
        var isWhole = PrintedRequest.OfHeading(line) is not null;
        // '[GET]' is under '[/racks]', and '[GET /racks]' has both.
        if (!isWhole && Bracketed().Match(line.Text) is { Success: true } whole && HttpMethods.IsKnown(whole.Groups["method"].Value))
        {
            AddCompleted(line, whole.Groups["title"].Value, whole.Groups["method"].Value + " " + whole.Groups["address"].Value, null);
            return;
        }

        // A heading under 'GET' belongs to this method, and 'Query' is the heading of a part.
        var isPart = (_around.TryPeek(out var around) && around.IsCompleted) || _headings.IsKnown(line.Text);
        if (!isWhole && !isPart && _around.Count > 0 && MethodIn(line.Text) is (var method, var title))
        {
            if (around.Address is { } address)
            {
                AddCompleted(line, title, method + " " + address, around.Index);
                _around.Push((line.Level, null, _result.Count - 1, true));
                return;
            }

            // 'lamps', and 'GET' under it: the example can show the address.
            if (title.Length == 0 && HttpMethods.IsKnown(line.Text.Trim('`')) && !_headings.IsKnown(_result[around.Index].Text))
                Complete(around.Index);
        }

        if (!isWhole && !isPart && HttpMethods.IsKnown(line.Text.Trim('`')))
            Methods.Add(_result.Count);
        _around.Push((line.Level, AddressIn(line.Text) is { } own ? Below(own) : null, _result.Count, false));
        _result.Add(line);
    }

    // '/racks', and under it 'GET' in its own line, but not the two values of headings such as 'URL' and 'Method', and not 'GET' above '/racks'.
    private void AddText(int index)
    {
        var line = _lines[index];
        var above = Visible(index, -1);
        if (line.Text is ['/', ..] && PrintedRequest.IsAddress(line.Text) && above is null or { Kind: not LineKind.Heading } && !IsMethod(above)
            && (above is null || !_headings.IsKnown(above.Text)) && IsMethod(Visible(index, 1)))
        {
            _above = (line.Text, _result.Count);
        }
        else if (_above is (var address, var of) && HttpMethods.IsKnown(line.Text) && Visible(index, 1) is not { Text: ['/', ..] }
            && (above is null || !_headings.IsKnown(above.Text)))
        {
            Complete(of);
            _result.Add(line with { Text = line.Text + " " + address, CompletedBy = Source });
            return;
        }

        _result.Add(line);
    }

    private void AddCompleted(PageLine line, string title, string request, int? of)
    {
        if (of is { } address)
            Complete(address);
        if (title.Length == 0)
        {
            var method = request[..request.IndexOf(' ', StringComparison.Ordinal)];
            _result.Add(line with { Text = request, Method = method, CompletedBy = of is null ? null : Source });
            return;
        }

        _result.Add(line with { Text = title });
        _result.Add(new PageLine { Number = line.Number, Page = line.Page, Text = request, CompletedBy = of is null ? null : Source });
    }

    private void Complete(int address)
    {
        var (first, count) = _first.TryGetValue(address, out var known) ? known : (_result.Count, 0);
        _first[address] = (first, count + 1);
        Completed.Add(_result.Count, (address, count < MostMethods ? first : address + 1));
    }

    // An address that starts with a placeholder continues the one around it.
    private string Below(string address)
        => address.Length > 1 && address[1] is '{' or ':' or '<' && _around.FirstOrDefault(static outer => outer.Address is not null).Address is { } outer
            ? outer.TrimEnd('/') + address : address;

    private PageLine? Visible(int index, int step)
    {
        for (var i = index + step; i >= 0 && i < _lines.Count; i += step)
        {
            if (!_lines[i].IsBlank)
                return _lines[i];
        }

        return null;
    }

    private static bool IsMethod(PageLine? line) => line is { Kind: LineKind.Text } && HttpMethods.IsKnown(line.Text);

    /// <summary>Returns the address at the end of a heading: <c>/racks</c>, <c>Racks /racks</c>, <c>Racks (/racks)</c>; null: it does not have one.</summary>
    public static string? AddressIn(string text)
    {
        var last = text[(text.LastIndexOf(' ') + 1)..].Trim('`', '(', ')', '[', ']');
        return last is ['/', _, ..] && PrintedRequest.IsAddress(last) && text.Count(static c => c == ' ') < MostWords
            && !HttpMethods.IsKnown(text.Split(' ')[0].ToUpperInvariant()) ? last : null;
    }

    // 'GET', 'GET - All racks', 'All racks [GET]'.
    private static (string Method, string Title)? MethodIn(string text)
    {
        var plain = text.Trim('`', ' ', ':');
        if (HttpMethods.IsKnown(plain))
            return (plain, "");
        if (s_common.Contains(plain, StringComparer.OrdinalIgnoreCase))
            return (plain.ToUpperInvariant(), "");
        if (Behind().Match(plain) is { Success: true } behind && HttpMethods.IsKnown(behind.Groups["method"].Value))
            return (behind.Groups["method"].Value, behind.Groups["title"].Value);
        return Before().Match(plain) is { Success: true } before && HttpMethods.IsKnown(before.Groups["method"].Value)
            ? (before.Groups["method"].Value, before.Groups["title"].Value) : null;
    }

    [GeneratedRegex(@"^(?<title>.*?) ?[\[(](?<method>[A-Z]{3,7}) (?<address>/[^\s\]()]*(\([^\s()]*\)[^\s\]()]*)*)[\])]$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<title>.*?) ?[\[(](?<method>[A-Z]{3,7})[\])]$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^`?(?<method>[A-Z]{3,7})`?( (?i:request|method))?($|( [-\u2013\u2014|]|:) (?<title>\S.*)$)", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
