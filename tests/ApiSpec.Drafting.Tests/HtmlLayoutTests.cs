using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Layouts that only the styles and scripts of a page show: cells in spans, tabs, and details.</summary>
public sealed class HtmlLayoutTests
{
    [Theory]
    [InlineData("<div class=\"row\"><div><span class=\"name\">size</span><span class=\"type\">integer</span><span class=\"must\">required</span></div>"
        + "<p>The height of the rack.</p></div>"
        + "<div class=\"row\"><div><span class=\"name\">label</span><span class=\"type\">string</span><span class=\"may\">optional</span></div>"
        + "<p>The words on it.</p></div>")]
    [InlineData("<p><code class=\"n\">size</code><em class=\"t\">integer</em><b class=\"r\">required</b></p><p>The height of the rack.</p>"
        + "<p><code class=\"n\">label</code><em class=\"t\">string</em><b class=\"o\">optional</b></p><p>The words on it.</p>")]
    [InlineData("<ul><li class=\"h\"><span class=\"name\">size</span><span class=\"type\">integer</span><span class=\"must\">required</span></li></ul>"
        + "<p>The height of the rack.</p>"
        + "<ul><li class=\"h\"><span class=\"name\">label</span><span class=\"type\">string</span><span class=\"may\">optional</span></li></ul>"
        + "<p>The words on it.</p>")]
    public void Elements_without_a_gap_are_cells(string rows)
    {
        var draft = Page("POST /racks", "<h2>Request body</h2>" + rows);

        Has(draft, "body:\n  size: int - The height of the rack.\n  label?: string - The words on it.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<p><span class=\"a\">/racks/</span><span class=\"b\">{id}</span></p>", "/racks/{id}")]
    [InlineData("<p><span class=\"a\">R</span><span class=\"b\">acks of this room</span></p>", "Racks of this room")]
    [InlineData("<p><span class=\"a\">rack</span><span class=\"a\">room</span></p>", "rackroom")]
    [InlineData("<p>The <span class=\"a\">rack</span><span class=\"b\">room</span></p>", "The rackroom")]
    [InlineData("<p><span class=\"a\">rack</span><span class=\"b\">room</span></p>", "rack room")]
    [InlineData("<table><tr><td><span class=\"a\">rack</span><span class=\"b\">room</span></td><td>b</td></tr></table>", "rack room b")]
    public void Parts_of_a_word_stay_together(string html, string text)
        => Assert.Contains(
            text, Support.Drafting.Read("<html><body>" + html, "page.html").Lines.Select(static line
                => line.Cells.Count == 0 ? line.Text : string.Join(' ', line.Cells.Select(static cell => cell.Text))));

    [Theory]
    [InlineData("<summary><div>post</div><code>/racks</code><i>+</i></summary>", "<summary><div>get</div><code>/racks/{id}</code><i>+</i></summary>")]
    [InlineData("<summary><span class=\"m\">POST</span><span class=\"p\">/racks</span></summary>",
        "<summary><span class=\"m\">GET</span><span class=\"p\">/racks/{id}</span></summary>")]
    [InlineData("<summary><b>+</b> POST /racks</summary>", "<summary><b>+</b> GET /racks/{id}</summary>")]
    public void Details_with_a_request_are_sections(string post, string get)
    {
        var page = "<html><body><h1>Racks</h1><details>" + post + "<p>Adds a rack.</p><h4>Request body</h4>" + Table("Name,Type", "size,integer")
            + "</details><details>" + get + "<p>Returns a rack.</p></details></body></html>";

        var added = Support.Drafting.Draft(page, "base", "page.html", section: "/racks");
        var read = Support.Drafting.Draft(page, "base", "page.html", section: "/racks/{id}");

        Has(added, "title: POST /racks\n");
        Has(added, "function: Adds a rack.\n");
        Has(added, "request: POST /racks\n");
        Has(added, "body:\n  size: int required not stated\n");
        Has(read, "function: Returns a rack.\n");
        Has(read, "request: GET /racks/{id}\n");
    }

    [Theory]
    [InlineData("post\n/racks\n+\nAdds a rack to the room.\n\nRequest body\n\nName\n\nType\n\nlevel\n\ninteger\n")]
    [InlineData("POST\n\n/racks\n\nexpand_more\n\nAdds a rack to the room.\n\nRequest body\n\n| Name | Type |\n| --- | --- |\n| level | integer |\n")]
    [InlineData("<html><body><div>post</div><div>/racks</div><div>+</div><p>Adds a rack to the room.</p><p>Request body</p>"
        + "<table><tr><th>Name</th><th>Type</th></tr><tr><td>level</td><td>integer</td></tr></table>")]
    public void Copied_details_start_with_the_method_and_the_address(string page)
    {
        var draft = Support.Drafting.Draft(page, "base", page[0] == '<' ? "page.html" : "page.txt");

        Has(draft, "title: POST /racks\n");
        Has(draft, "function: Adds a rack to the room.\n");
        Has(draft, "request: POST /racks\n");
        Has(draft, "body:\n  level: int required not stated\n");
    }

    [Fact]
    public void Details_without_a_request_are_text()
        => Has(Page("GET /racks", "<details><summary>More</summary><h2>Status codes</h2><p>200 OK</p></details>"), "status:\n  200 OK:\n");

    [Theory]
    [InlineData("<div class=\"endpoint post\">/racks/{id}/lock</div>")]
    [InlineData("<p><code class=\"method-post\">/racks/{id}/lock</code></p>")]
    [InlineData("<pre class=\"http-POST\">/racks/{id}/lock</pre>")]
    public void A_class_can_have_the_method(string address)
        => Has(Support.Drafting.Draft("<html><body><h1>Lock a rack</h1><h2>Request</h2>" + address, "base", "page.html"),
            "request: POST /racks/{id}/lock  # from the class of the element\n");

    [Fact]
    public void Two_methods_in_a_class_say_nothing()
        => Has(Support.Drafting.Draft("<html><body><h1>Lock</h1><h2>Request</h2><div class=\"get post\">/racks/lock</div>", "base", "page.html"),
            "request: unknown");

    [Theory]
    [InlineData("<div><ul role=\"tablist\"><li>201 Created</li><li>400 Bad Request</li></ul>"
        + "<div role=\"tabpanel\">{0}</div><div role=\"tabpanel\">{1}</div></div>")]
    [InlineData("<div><div role=\"tablist\"><a role=\"tab\">201 Created</a><a role=\"tab\">400 Bad Request</a></div>"
        + "<div><div>{0}</div><div>{1}</div></div></div>")]
    [InlineData("<div><ul role=\"tablist\"><li><a href=\"#a\">201 Created</a></li><li><a href=\"#b\">400 Bad Request</a></li></ul>{0}{1}</div>")]
    public void Tabs_with_statuses_are_headings_of_their_panels(string tabs)
    {
        var draft = Page("POST /racks", "<h2>Responses</h2>" + string.Format(
            System.Globalization.CultureInfo.InvariantCulture, tabs, "<pre>{ \"id\": \"a\" }</pre>", "<pre>{ \"reason\": \"full\" }</pre>"));

        Has(draft, "status:\n  201 Created:\n  400 Bad Request:\n");
        Has(draft, "response:\n  id: string  # from the sample\n");
        Has(draft, "error:\n  reason: string  # from the sample\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<div role=\"tablist\"><h3 role=\"tab\">201 Created</h3><div role=\"tabpanel\">{0}</div><h3 role=\"tab\">400 Bad Request</h3>"
        + "<div role=\"tabpanel\">{1}</div></div>")]
    [InlineData("<div role=\"tablist\"><div><a role=\"tab\">201 Created</a><div role=\"tabpanel\">{0}</div></div>"
        + "<div><a role=\"tab\">400 Bad Request</a><div role=\"tabpanel\">{1}</div></div></div>")]
    public void Panels_can_be_inside_of_their_list_of_tabs(string tabs)
    {
        var draft = Page("POST /racks", "<h2>Responses</h2>" + tabs.Replace("{0}", "<pre>{ \"id\": \"a\" }</pre>", StringComparison.Ordinal)
            .Replace("{1}", "<pre>{ \"reason\": \"full\" }</pre>", StringComparison.Ordinal));

        Has(draft, "status:\n  201 Created:\n  400 Bad Request:\n");
        Has(draft, "response:\n  id: string  # from the sample\n");
        Has(draft, "error:\n  reason: string  # from the sample\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<div role=\"tablist\"><span>Racks only.</span><a role=\"tab\">201 Created</a><a role=\"tab\">400 Bad Request</a></div>"
        + "<div role=\"tabpanel\">One.</div><div role=\"tabpanel\">Two.</div>")]
    [InlineData("<ul role=\"tablist\"><li role=\"tab\">201 Created</li><li role=\"tab\">400 Bad Request</li></ul>Racks only."
        + "<tab-panel role=\"tabpanel\">One.</tab-panel><tab-panel role=\"tabpanel\">Two.</tab-panel>")]
    [InlineData("<div role=\"tabpanel\">One.</div><div role=\"tabpanel\">Two.</div>Racks only."
        + "<ul role=\"tablist\"><li role=\"tab\">201 Created</li><li role=\"tab\">400 Bad Request</li></ul>")]
    [InlineData("<ul role=\"tablist\"><li role=\"tab\">201 Created<div role=\"tabpanel\">One.</div></li>"
        + "<li role=\"tab\">400 Bad Request<div role=\"tabpanel\">Two.</div></li></ul>Racks only.")]
    [InlineData("<ul role=\"tablist\"><li role=\"tab\">201 Created</li><li role=\"tab\">400 Bad Request</li></ul>Racks only."
        + "<table><tr><td><div role=\"tabpanel\">One.</div></td><td><div role=\"tabpanel\">Two.</div></td></tr></table>")]
    public void No_text_of_tabs_is_lost(string tabs)
    {
        var text = string.Join(' ', Support.Drafting.Read("<html><body><h1>Racks</h1>" + tabs, "page.html").Lines.Select(static line => line.Text));

        foreach (var part in new[] { "Racks only.", "201 Created", "400 Bad Request", "One.", "Two." })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    private static Checking.CheckedDraft Page(string request, string rest)
        => Support.Drafting.Draft("<html><body><h1>Racks</h1><h2>Request</h2><p>" + request + "</p>" + rest + "</body></html>", "base", "page.html");
}
