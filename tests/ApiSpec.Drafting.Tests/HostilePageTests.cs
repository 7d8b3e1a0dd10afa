using System.Globalization;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Tests.Printing;
using ApiSpec.Language.Reading;
using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages are untrusted input.</summary>
public sealed class HostilePageTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("\u0000\u0001\u0007")]
    [InlineData("\uD800 half a character")]
    [InlineData("key: value\n  - [ { ] } \" ' # & * ! | > % @ `")]
    [InlineData("--- \n...\n%YAML 1.2")]
    [InlineData("# comment\nrequest: GET /other")]
    [InlineData("text\u2028other: key\u2029more\u0085end")]
    public void Text_of_a_page_is_text_of_the_spec(string hostile)
    {
        foreach (var place in new[] { "Specifies a task", "Processing has been", "The user does not", "Precondition failed", "useragent1", "rerunStart" })
        {
            var page = Support.Drafting.PageOf("jp1ao-9.6.8.txt").Replace(place, place + " " + hostile, StringComparison.Ordinal);
            var draft = Support.Drafting.Draft(page);

            // The draft is read back as one section, and the page did not add any key to it.
            var read = SpecReader.Read("draft.apispec.yaml", draft.Written.Text, TestContext.Current.CancellationToken);
            Assert.NotNull(read.File?.Section);
            Assert.DoesNotContain(read.Diagnostics, static diagnostic => diagnostic.Rule.Id is "APISPEC0005" or "APISPEC0009" or "APISPEC0100");
        }
    }

    [Fact]
    public async Task Deep_wide_and_endless_pages_end_soon()
    {
        var longRow = "<tr><td>a" + string.Concat(Enumerable.Repeat("(1)", 4_000)) + "<td>" + string.Concat(Enumerable.Repeat("a, default b, ", 1_400));
        string[] pages =
        [
            "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 50_000)) + "text",
            "<html><body>" + string.Concat(Enumerable.Repeat("<div class=\"related\">", 200)) + string.Concat(Enumerable.Repeat("<p>GET / <a>b</a>", 5_000)),
            "# A\n\n## B\n\n" + string.Concat(Enumerable.Repeat("> ```\n> {{< a\n", 10_000)) + string.Concat(Enumerable.Repeat("{{< b \"", 20_000)),
            "# A\n\n## B\n\n| a | b | c |\n|---|---|---|\n" + string.Concat(Enumerable.Repeat("| a | b | ```\n", 10_000)),
            "<html><body><h1>T</h1><h2>Response</h2><table><tr><th>Name<th>Type<th>Description" + string.Concat(Enumerable.Repeat(
                "<tr><td>a<td>integer<td>" + string.Concat(Enumerable.Repeat("1 = a, ", 140)), 500)) + "</table>",
            "# A\n\n## B\n\n```\ncurl http://h/a " + string.Concat(Enumerable.Repeat("-d a=[b|", 10_000)) + "\n```\n",
            "<html><body><table><tr><td rowspan=\"65534\" colspan=\"1000\">x</td></tr>" + string.Concat(Enumerable.Repeat("<tr><td>x</td></tr>", 2_000))
                + "</table>",
            "<html><body>" + string.Concat(Enumerable.Repeat("<dl><dt>a<dd>", 5_000)),
            "1.2 Title\nResponse schema\n" + new string('{', 100_000),
            "1.2 Title\nResponse schema\n" + string.Concat(Enumerable.Repeat("{ \"a\" :\n", 2_000)),
            "1.2 Title\nStatus code\nStatus code\nMessage\nDescription\n" + string.Concat(Enumerable.Repeat("200\nOK\n", 5_000)),
            "1.2 Title\nRequest format\nGET /a" + string.Concat(Enumerable.Repeat("\n/b", 5_000)),
            string.Concat(Enumerable.Repeat("Function\n", 20_000)),
            string.Concat(Enumerable.Repeat("|\na |\n", 10_000)),
            new string('a', 1_000_000),
            "1.2 Title\nExample response\n" + string.Concat(Enumerable.Repeat("{\n\n", 20_000)),
            string.Concat(Enumerable.Repeat("1.2 Title\n" + string.Concat(Enumerable.Repeat("Request: {", 1_500)) + "\n", 50)),
            "<html><body><h1>T</h1><h2>Query parameters</h2><table><tr><th>Name<th>Description" + string.Concat(Enumerable.Repeat(longRow, 20)) + "</table>",
            "<html><body><h1>T</h1><h2>Response</h2>" + string.Concat(Enumerable.Repeat(
                "<p>Members of a</p><table><tr><th>Name<th>Type<tr><td>a<td>object<tr><td>b<td>object</table>", 1_000)),
            "<html><body><h1>T</h1><h2>Request</h2><p>POST /a</p>" + string.Concat(Enumerable.Repeat("<h2>Example</h2><p>a</p>", 10_000)),
            "<html><body><h1>1.1 T</h1><p>GET /a</p>" + string.Concat(
                Enumerable.Range(0, 10_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"<h2>1.2 t</h2><p>GET /{number}</p>"))),
            "<html><body><h1>T</h1><h2>Response</h2>"
                + string.Concat(Enumerable.Repeat("<h3>error</h3><table><tr><th>Name<th>Type<tr><td>a<td>error</table>", 1_000)),
            "<html><body><h1>T</h1><table><tr><td>a<td>" + string.Concat(Enumerable.Repeat("<code>a</code>", 200_000)) + "</table>",
            "<html><body><h1>T</h1><table><tr><td rowspan=\"1000\">" + string.Concat(Enumerable.Repeat("<code>a</code>", 100_000))
                + string.Concat(Enumerable.Repeat("<tr><td>x</td></tr>", 1_000)) + "</table>",
            "<html><body><h1>T</h1><p>GET /a</p><h2>Example response</h2>" + string.Concat(Enumerable.Repeat("<p>Status 400 - Bad.</p>", 10_000)),
            "<html><body><h1>T</h1><p>GET /a</p><h2>Permissions</h2><table><tr><th>Role<th>Allowed" + string.Concat(
                Enumerable.Range(0, 10_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"<tr><td>R{number}<td>Yes"))) + "</table>",
            "<html><body><h1>T</h1><p>GET /a</p><h2>Response</h2><table><tr><th>Name<th>Type<th>Parent" + string.Concat(
                Enumerable.Range(0, 2_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"<tr><td>a<td>string<td>p{number}")))
                + "</table><pre>{" + string.Join(',', Enumerable.Range(0, 2_000)
                    .Select(static number => string.Create(CultureInfo.InvariantCulture, $"\"p{number}\":{{\"a\":\"\"}}"))) + "}</pre>",
            "# Images in a paragraph without an end\n\nGET /a\n\n"
                + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("![", 900)) + "\n", 200)),
            "# Comments in a paragraph without an end\n\nGET /a\n\n"
                + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("<!--", 500)) + "\n", 200)),
            "<html><body><h1>T</h1><p>GET /a</p><h3>[GET /" + string.Concat(Enumerable.Repeat("((a)", 40)) + " x</h3>",
            "<html><body><h1>T</h1><p>GET /a</p><pre>" + string.Concat(Enumerable.Repeat("{\n", 16_000)) + "</pre>",
            "<html><body><h1>T</h1><p>GET /a</p><h2>Example</h2><pre>" + string.Concat(Enumerable.Repeat("https://host/racks/1\n", 16_000)) + "</pre>",
            "<html><body><h1>T</h1><p>GET /a</p><details>" + string.Concat(Enumerable.Repeat("<summary>a</summary>", 8_000)) + "</details>",
            "<html><body><h1>T</h1><p>GET /a</p><h2>Response</h2><pre>{" + string.Join(',', Enumerable.Range(0, 3_000)
                .Select(static number => string.Create(CultureInfo.InvariantCulture, $"\"p{number}\":1"))) + "}</pre>"
                + string.Concat(Enumerable.Repeat("<p>or</p><pre>{\"p2999\":1}</pre>", 3_000)),
        ];
        foreach (var page in pages)
        {
            var failure = await Record.ExceptionAsync(() => ProcessorTime.LimitAsync(s_soon, () => DraftOrRefuse(page)));
            Assert.True(failure is null, page[..40] + ": " + failure);
        }
    }

    private static void DraftOrRefuse(string page)
    {
        try
        {
            Support.Drafting.Draft(page, name: page[0] switch { '<' => "page.html", '#' => "page.md", _ => "page.txt" });
        }
        catch (PageException exception)
        {
            Assert.DoesNotContain('\n', exception.Message);
        }
    }

    [Theory]
    [InlineData("empty.txt", "   \n\n", "empty.txt: the page has no text.")]
    [InlineData("scan.pdf", "%PDF-1.7\n", "scan.pdf: the PDF cannot be read: ")]
    [InlineData("page.doc", "a\u0001\u0002\u0000b", "page.doc: the file is not text in UTF-8; save the page as HTML or PDF, or copy the section as text.")]
    public void A_page_that_cannot_be_read_is_named_with_the_reason(string name, string text, string message)
    {
        var exception = Assert.Throws<PageException>(() => Support.Drafting.Read(text, name));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Lines_of_a_long_page_that_are_not_read_are_counted()
    {
        var page = "Get a\n\nRequest\n\nGET /a\n\n" + string.Concat(Enumerable.Repeat(new string('x', 200) + "\n", 24_000));

        var draft = Support.Drafting.Draft(page, "base");

        Assert.Contains("# not read, line 2007 to line 24006: 22000 lines\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(24_000, draft.Draft.Unread.Count);
        Assert.NotNull(draft.Spec.File?.Section);
    }

    [Fact]
    public void Headings_of_a_long_page_that_are_left_out_are_counted()
    {
        var page = "<html><body><h1>Get a</h1>\n<p>GET /a</p>\n<h2>See also</h2>\n" + string.Concat(Enumerable.Repeat("<h3>More racks</h3>\n", 2_100));

        var draft = Support.Drafting.Draft(page, "base", "page.html");

        Assert.Contains("# left out, line 2004 to line 2103: 100 lines\n", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lost_characters_are_noted()
        => Assert.Equal(
            ["The encoding of the page does not have some of its characters; save the page as UTF-8."],
            Support.Drafting.Draft("Get a\n\nFunction\n\n\uFFFD reads.\n\nRequest\n\nGET /a\n", "base").Draft.Notes);

    [Fact]
    public void A_damaged_pdf_is_an_error_of_its_page()
    {
        var content = PdfShape.Write([new PrintedHeading("9.6.8 Title", 1), new PrintedText("Some text")]);
        for (var at = 20; at < content.Length; at += Math.Max(1, content.Length / 60))
        {
            var damaged = content.ToArray();
            Array.Fill(damaged, (byte)'x', at, Math.Min(40, damaged.Length - at));
            try
            {
                PageReader.Read("manual.pdf", damaged, TestContext.Current.CancellationToken);
            }
            catch (PageException exception)
            {
                Assert.StartsWith("manual.pdf:", exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', exception.Message);
            }
        }
    }

    [Fact]
    public void A_page_of_an_unknown_manual_is_not_guessed_at()
    {
        const string Page =
            "Turning the pump on\n\nWhat it does\n\nTurns the pump on at once.\n\nHow to call it\n\nPOST /pumps/{pump}/on\n\nMind the pressure\n";

        var draft = Support.Drafting.Draft(Page, "base");

        // A line that can only be a request is read. Nothing identifies the other lines.
        Assert.Contains("request: POST /pumps/{pump}/on\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("function:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("# not read, line 11: Mind the pressure\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(
            Page.Split('\n').Count(static line => line.Length > 0),
            draft.Draft.Unread.Count + draft.Written.Lines.SelectMany(static line => line.Lines).Distinct().Count(line => !draft.Draft.Unread.Contains(line)));
    }

    [Fact]
    public void Nothing_that_a_page_names_is_loaded_or_run()
    {
        const string Page =
            "<html><head><script>throw 1</script><link rel=stylesheet href='http://127.0.0.1:9/x.css'></head><body><h1>9.6.8 Title</h1><img src='http://"
            + "127.0.0.1:9/x.png'><iframe src='http://127.0.0.1:9/'></iframe><h2>Function</h2><p>Reads <script>document.write('bad')</script>it.</p></body></"
            + "html>";

        var draft = Support.Drafting.Draft(Page, name: "page.html");

        Assert.Contains("function: Reads it.\n", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_with_several_sections_asks_which()
    {
        const string Page = "2.1 One\nFunction\nReads one.\nRequest format\nGET /one\n2.2 Two\nFunction\nReads two.\nRequest format\nGET /two\n";

        var exception = Assert.Throws<PageException>(() => Support.Drafting.Draft(Page));

        Assert.Equal("page.txt: the page has 2 sections; choose one with --section: '2.1', '2.2'.", exception.Message);
        Assert.Contains("request: GET /two\n", Support.Drafting.Draft(Page, section: "2.2").Written.Text, StringComparison.Ordinal);
        Assert.Contains("title: One\n", Support.Drafting.Draft(Page, section: "one").Written.Text, StringComparison.Ordinal);
    }
}
