using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Pages;

/// <content>Parts that a browser opens with a click: details with a request, and tabs.</content>
internal sealed partial class HtmlPage
{
    private const int LowestLevel = 6;
    private const int MostClasses = 16;
    private const int LongestTitle = 120;

    // The elements of details in which a request is searched.
    private const int MostElements = 32;

    private const string CanBeRequest = "h1, h2, h3, h4, h5, h6, p, pre, code";

    // For each list of tabs, all elements next to it are searched.
    private const int MostTabLists = 64;

    // The elements whose content is read as a whole, or not at all.
    private const string ReadWhole = "table, dl, pre, nav, summary, script, style, noscript, template, svg, button, select, textarea, iframe, object";

    private static readonly string[] s_methods = ["get", "post", "put", "patch", "delete"];

    private readonly Dictionary<INode, (string Title, int Line)> _panels = [];

    // The tabs whose titles are headings of their panels.
    private readonly HashSet<INode> _tabs = [];

    private int _tabLists;

    // The elements of the page by their ids, if a list of tabs needs them.
    private Dictionary<string, IElement>? _byId;

    // The level of the last heading.
    private int _level;

    private int LevelBelow => Math.Min(_level + 1, LowestLevel);

    // 'post', '/racks' and an icon are the heading of the operation under them.
    private bool AddRequest(IElement summary)
    {
        var frame = summary;
        while (frame is { ChildElementCount: 1, FirstElementChild: { } inner } && HtmlText.Of(inner).Length == HtmlText.Of(frame).Length && frame != inner)
            frame = inner;
        // An icon without a gap is not part of the address.
        var words = frame.ChildNodes.SelectMany(static node => (node is IElement part ? HtmlText.Of(part) : PageText.Of(node.TextContent)).Split(' '))
            .Where(static word => word.Length > 0).ToList();
        var at = words.FindIndex(static word => HttpMethods.IsKnown(word.ToUpperInvariant()));
        if (at is < 0 or > 1 || at + 1 >= words.Count || words[at + 1] is not ['/' or '{', ..])
            return false;
        var end = at + 2;
        while (end < words.Count && words[end] is ['/' or '{' or ':' or '<', ..])
            end++;
        var method = words[at].ToUpperInvariant();
        _lines.Add(new PageLine
        {
            Number = _line, Text = method + " " + string.Concat(words[(at + 1)..end]), Kind = LineKind.Heading, Level = LevelBelow, Method = method,
        });
        foreach (var rest in new[] { words[..at], words[end..] }.Where(static rest => rest.Count > 0))
            _lines.Add(new PageLine { Number = _line, Text = string.Join(' ', rest) });
        return true;
    }

    // '201 Created' and '400 Bad Request', or 'Request' and 'Response', above the panels with their content, or between them.
    private void FindPanels(IElement element)
    {
        if (!IsTabList(element) || _tabLists++ >= MostTabLists)
            return;
        var tabs = element.QuerySelectorAll("[role=tab]").ToList();
        if (tabs.Count == 0)
            tabs = [.. element.Children];
        var titles = tabs.ConvertAll(static tab => HtmlText.Of(tab));
        if (tabs.Count == 0 || tabs.Count > PageLimits.Columns || titles.Exists(static title => title.Length == 0)
            || (PanelsByName(element, tabs) ?? PanelsOf(element, tabs.Count, titles.TrueForAll(Status().IsMatch))) is not { } panels)
            return;
        // A title is only written with a block after the list, once, and not inside of a table.
        if (!panels.TrueForAll(HtmlText.IsBlock) || panels.Exists(_panels.ContainsKey) || tabs.Exists(tab => panels.Exists(tab.Contains))
            || !element.CompareDocumentPosition(panels[0]).HasFlag(DocumentPositions.Following)
            || element.ParentElement!.Closest(ReadWhole) is var around && panels.Exists(panel => panel.ParentElement!.Closest(ReadWhole) != around))
            return;
        for (var i = 0; i < tabs.Count; i++)
        {
            _panels[panels[i]] = (titles[i], LineOf(tabs[i]) ?? _line);
            _tabs.Add(tabs[i]);
        }
    }

    // The links of tabs are the titles of their panels.
    private bool IsContents(IElement element)
        => HtmlContents.Is(element, () => ById(element.Owner!)) && !IsTabList(element) && !element.QuerySelectorAll("ul, ol, div, [role]").Any(IsTabList);

    private static bool IsTabList(IElement element)
        => element.GetAttribute("role") == "tablist"
            || (element.ClassName is { Length: > 0 } && element.ClassList.Length <= MostClasses && element.ClassList.Any(TabsClass().IsMatch));

    // Each tab names its panel: <a href="#request">.
    private List<IElement>? PanelsByName(IElement element, List<IElement> tabs)
    {
        var panels = new List<IElement>();
        foreach (var tab in tabs)
        {
            var link = tab.HasAttribute("href") || tab.HasAttribute("aria-controls") ? tab : tab.QuerySelector("[href^='#'], [aria-controls]");
            var name = link?.GetAttribute("aria-controls") ?? link?.GetAttribute("href")?.TrimStart('#');
            if (name is not { Length: > 0 } || !ById(element.Owner!).TryGetValue(name, out var panel) || panels.Contains(panel))
                return null;
            panels.Add(panel);
        }

        return panels;
    }

    private Dictionary<string, IElement> ById(IDocument document)
    {
        if (_byId is { } known)
            return known;
        _byId = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in document.All.Where(static element => element.Id is { Length: > 0 }))
            _byId.TryAdd(element.Id!, element);
        return _byId;
    }

    // Without names and roles, only statuses show that the elements after the list are panels.
    private static List<IElement>? PanelsOf(IElement tabs, int count, bool areStatuses)
    {
        var panels = tabs.ParentElement!.QuerySelectorAll("[role=tabpanel]").ToList();
        if (panels.Count == count)
            return panels;
        var after = tabs.ParentElement.Children.SkipWhile(other => other != tabs).Skip(1).Take(count + 1).ToList();
        return areStatuses && after.Count == count ? after : after is [{ } frame, ..] && frame.ChildElementCount == count ? [.. frame.Children] : null;
    }

    private void AddTitleOf(IElement element)
    {
        if (_panels.Count > 0 && _panels.TryGetValue(element, out var panel))
        {
            // Other titles can be the names of languages, which start no part.
            var isStatus = Status().IsMatch(panel.Title);
            _lines.Add(new PageLine
            {
                Number = panel.Line, Text = panel.Title, Kind = isStatus ? LineKind.Heading : LineKind.Text, Level = isStatus ? LevelBelow : 0,
            });
        }
    }

    private static bool IsNested(IElement details) => details.ParentElement?.Closest("details")?.ParentElement?.Closest("details") is not null;

    // 'Add a rack' and, inside, the request of an operation. Other details belong to the part around them.
    private static bool IsTitle(IElement summary)
        => HtmlText.Of(summary).Length is > 0 and <= LongestTitle && summary.ParentElement is { LocalName: "details" } details
            && details.Children.First(static child => child.LocalName == "summary") == summary && !IsNested(details)
            && details.QuerySelectorAll(CanBeRequest).Where(element => !summary.Contains(element)).Take(MostElements).Any(static element
                => Request().IsMatch(element.TextContent.Trim()));

    // <div class="endpoint post">/racks</div>
    private static string? MethodOf(IElement element)
    {
        if (element.ClassName is not { Length: > 0 } || element.ClassList.Length > MostClasses || element.Children.Any(HtmlText.IsBlock)
            || element.TextContent.Trim() is not ['/', ..])
            return null;
        var methods = element.ClassList.SelectMany(static name => name.Split('-')).Select(static name => name.ToLowerInvariant())
            .Where(s_methods.Contains).Distinct().ToList();
        return methods is [{ } only] ? only.ToUpperInvariant() : null;
    }

    [GeneratedRegex("^[1-5][0-9]{2}($|[^0-9A-Za-z.])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex("^(tabs?|nav-tabs|tab-?list|tab-?nav|tabs-(nav|list|labels|header)|tabbed-labels)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TabsClass();

    [GeneratedRegex("^(GET|POST|PUT|PATCH|DELETE)\\s+(https?://|/|\\{)\\S*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Request();
}
