using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>What site generators put around the text of a page. The pages have their structures.</summary>
public sealed class FurnitureTests
{
    private const string Title = "List boats";
    private const string Section = "<p>GET /boats</p><h2>Query parameters</h2>"
        + "<table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>limit</td><td>integer</td><td>The number.</td></tr></table>";

    private const string Sphinx = "<div class=\"related\" role=\"navigation\"><h3>Navigation</h3><ul><li><a href=\"i\">index</a></li><li>next |</li></ul></div>"
        + "<div class=\"body\" role=\"main\"><section><h1>List boats<a class=\"headerlink\" href=\"#l\">\u00B6</a></h1>" + Section + "</section></div>"
        + "<div class=\"sphinxsidebar\"><h3>Table of Contents</h3><ul><li><a href=\"#a\">GET /boats</a></li></ul>"
        + "<h3>Quick search</h3><form><input></form></div>"
        + "<div class=\"footer\" role=\"contentinfo\">Copyright, the boats. Created using a generator.</div>";

    private const string MkDocs = "<header class=\"md-header\"><div class=\"md-search\">Initializing search</div></header>"
        + "<main><div class=\"md-sidebar\"><ul><li>Overview</li></ul></div><article><a class=\"md-content__button\" href=\"e\">Edit this page</a>"
        + "<h1>List boats</h1>" + Section + "<aside class=\"md-source-file\">May 1</aside></article></main>"
        + "<footer class=\"md-footer\"><a href=\"p\">Previous</a><div>Made with a theme</div></footer>";

    private const string Docusaurus = "<div class=\"navbar\"><a href=\"h\">Home</a></div>"
        + "<aside class=\"theme-doc-sidebar-container\"><ul><li>One</li></ul></aside>"
        + "<main><article><h1>List boats</h1>" + Section + "<footer class=\"theme-doc-footer\">Last updated on May 1</footer></article>"
        + "<div class=\"pagination-nav\">Next</div></main><footer class=\"footer\"><div>Docs</div><div>Copyright, the boats</div></footer>";

    private const string GitBook = "<div class=\"book\"><div class=\"book-summary\"><input><ul><li class=\"chapter\"><a href=\"x\">1. First</a></li></ul></div>"
        + "<section><h1>List boats</h1>" + Section + "</section><a href=\"y\" class=\"navigation navigation-next\">Next page</a></div>";

    private const string Antora = "<div class=\"nav-container\"><ul><li>A</li></ul></div><main><div class=\"toolbar\" role=\"navigation\">"
        + "<div class=\"edit-this-page\"><a href=\"x\">Edit this Page</a></div></div><aside><div class=\"toc-menu\"><h3>Contents</h3></div></aside>"
        + "<article><h1>List boats</h1>" + Section + "</article></main><footer class=\"footer\"><p>This page was built with the default UI.</p></footer>";

    [Theory]
    [InlineData(Sphinx)]
    [InlineData(MkDocs)]
    [InlineData(Docusaurus)]
    [InlineData(GitBook)]
    [InlineData(Antora)]
    public void Side_bars_search_boxes_and_footers_are_no_text(string body)
    {
        var draft = Draft(body);

        Has(draft, "title: " + Title + "\n");
        Has(draft, "query:\n  limit: int required not stated - The number.\n");
        Assert.Empty(draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("<div class=\"related\"><p>Required role: Admin</p></div>", "Required role: Admin")]
    [InlineData("<div class=\"toolbar\">Needs the licence Large, and a second account for each harbour.</div>",
        "Needs the licence Large, and a second account for each harbour.")]
    [InlineData("<div role=\"navigation\"><p>DELETE /boats removes all boats.</p></div>", "DELETE /boats removes all boats.")]
    [InlineData("<footer><pre>X-Trace: 1</pre></footer>", "X-Trace: 1")]
    public void Text_with_facts_is_kept_in_elements_that_look_alike(string element, string text)
    {
        var page = Support.Drafting.Read("<html><body><h1>List boats</h1>" + Section + element + "</body></html>", "page.html");

        Assert.Contains(text, page.Lines.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("role=\"navigation\"")]
    [InlineData("class=\"related\"")]
    [InlineData("class=\"sphinxsidebar\"")]
    public void Elements_inside_of_each_other_are_searched_once(string attribute)
    {
        Assert.InRange(BytesOf(attribute), 1, 2 * BytesOf("class=\"other\""));

        static long BytesOf(string attribute)
        {
            var open = string.Concat(Enumerable.Repeat("<div " + attribute + ">", 150));
            var text = open + string.Concat(Enumerable.Repeat("<p><b>Long</b> text about <i>boats</i>.</p>", 2_000)) + "<pre>X-Trace: 1</pre>";
            var before = GC.GetAllocatedBytesForCurrentThread();

            Support.Drafting.Read("<html><body><h1>List boats</h1>" + text, "page.html");

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void The_title_inside_of_a_header_is_kept()
        => Has(Draft("<div class=\"book-header\" role=\"navigation\"><h1>List boats</h1></div>" + Section), "title: " + Title + "\n");

    private static Checking.CheckedDraft Draft(string body) => Support.Drafting.Draft("<html><body>" + body + "</body></html>", "base", "page.html");
}
