using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>Recognises what site generators put around the text: side bars, search boxes, links to other pages, and footers. It is known by the role of its
/// element, or by the classes that Sphinx, MkDocs, Docusaurus, GitBook and Antora give it.</summary>
internal sealed partial class HtmlFurniture
{
    private const int MostClasses = 32;

    // Of text that is no link, such as 'previous' and signs between links.
    private const int MostLetters = 40;

    private static readonly HashSet<string> s_roles = new(StringComparer.OrdinalIgnoreCase) { "navigation", "search", "contentinfo" };

    private static readonly HashSet<string> s_classes = new(StringComparer.Ordinal)
    {
        // Sphinx and its themes.
        "sphinxsidebar", "sphinxsidebarwrapper", "headerlink", "wy-nav-side", "wy-nav-top", "wy-breadcrumbs", "rst-footer-buttons",
        "rst-versions", "bd-sidebar-primary", "bd-sidebar-secondary", "bd-header", "bd-footer", "prev-next-footer", "prev-next-area", "searchbox",
        "sidebar-drawer", "toc-drawer", "related-pages", "bottom-of-page",

        // MkDocs.
        "md-header", "md-tabs", "md-sidebar", "md-footer", "md-search", "md-source-file", "md-content__button", "md-skip", "md-top",

        // Docusaurus.
        "theme-doc-sidebar-container", "theme-doc-breadcrumbs", "theme-doc-toc-mobile", "theme-doc-toc-desktop", "theme-doc-footer",
        "theme-doc-version-badge", "pagination-nav", "hash-link", "theme-edit-this-page",

        // GitBook.
        "book-summary", "book-header", "book-search-input", "navigation-prev", "navigation-next",

        // Antora.
        "nav-container", "nav-panel-menu", "nav-panel-explore", "page-versions", "edit-this-page", "toc-menu",
    };

    // Names that an author can give to a part of the text as well. Nearly all of what these contain has to be links.
    private static readonly HashSet<string> s_shared = new(StringComparer.Ordinal)
    {
        "breadcrumbs", "footer", "navbar", "pagination", "related", "table-of-contents", "toolbar",
    };

    private readonly Dictionary<INode, HtmlContent> _contents;

    private HtmlFurniture(Dictionary<INode, HtmlContent> contents) => _contents = contents;

    /// <summary>Looks through a page once, so that elements inside of each other are not searched again for each of them.</summary>
    public static HtmlFurniture Of(INode body)
    {
        var contents = new Dictionary<INode, HtmlContent>();
        // In this order, each element comes after all that it contains.
        foreach (var node in body.Descendants().Append(body).Reverse())
        {
            var content = contents.GetValueOrDefault(node) ?? new HtmlContent();
            content.Add(node, static text => Request().IsMatch(text));
            if (node is IElement)
                contents[node] = content;
            if (node != body && node.Parent is { } parent)
            {
                if (!contents.TryGetValue(parent, out var above))
                    contents.Add(parent, above = new HtmlContent());
                above.Add(content, isLink: node is IElement { LocalName: "a" });
            }
        }

        return new HtmlFurniture(contents);
    }

    /// <summary>Whether an element can be around the text of the page. Its content decides.</summary>
    public static bool IsCandidate(IElement element)
        => HasRole(element) || HasClass(element, s_classes) || HasClass(element, s_shared) || IsFooter(element);

    /// <summary>Whether a candidate is around the text of the page. One with a table, code or a request outside of links is not.</summary>
    public bool Is(IElement element)
        => _contents.GetValueOrDefault(element) is { HasFacts: false, HasRequest: false } content
            && (HasRole(element) || HasClass(element, s_classes) || IsFooter(element) || content is { HasLink: true, Letters: <= MostLetters });

    /// <summary>Whether a text is a method and an address.</summary>
    public static bool IsRequest(string text) => WholeRequest().IsMatch(text);

    private static bool HasRole(IElement element)
        => element.GetAttribute("role") is { Length: > 0 } role && s_roles.Contains(role);

    private static bool HasClass(IElement element, HashSet<string> names)
        => element.ClassName is { Length: > 0 } && element.ClassList.Length <= MostClasses && element.ClassList.Any(names.Contains);

    // HTML: a footer outside of an article or a section is that of the page.
    private static bool IsFooter(IElement element) => element.LocalName == "footer" && element.Closest("article, aside, main, section") is null;

    [GeneratedRegex(@"^\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S*/\S*\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WholeRequest();

    [GeneratedRegex(@"(^|\s)(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(https?:/|\{?\w*\}?)/", RegexOptions.CultureInvariant)]
    private static partial Regex Request();
}
