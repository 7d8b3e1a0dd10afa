using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of response headers, which a spec has under the status of the response.</summary>
public sealed class ResponseHeaderTests
{
    private static readonly string s_table = Table("Name,Description,Type", "Location,Where the rack is.,string", "X-Slots,Free slots.,integer");

    [Fact]
    public void The_headers_under_a_status_belong_to_it()
    {
        var draft = Html("<h2>Response</h2><p>Status: 201, Created</p><h3>Headers</h3>" + s_table);

        Has(draft, "status:\n  201 Created:\n    headers:\n      Location: string - Where the rack is.\n      X-Slots: int - Free slots.\n");
        Assert.Empty(draft.Draft.Unread);
        Assert.Equal(0, draft.Written.Marked);
    }

    [Fact]
    public void Each_status_has_the_headers_under_it()
    {
        var draft = Html("<h2>Response</h2><p>Status: 201, Created</p><h3>Response headers</h3>" + Table("Name,Type", "Location,string")
            + "<p>Status: 202, Accepted</p><h3>Response headers</h3>" + Table("Name,Type", "Retry-After,integer"));

        Has(draft, "  201 Created:\n    headers:\n      Location: string\n  202 Accepted:\n    headers:\n      Retry-After: int\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("200,OK,Done.", "  200 OK:\n    description: Done.\n    headers:\n")]
    [InlineData("200,OK,Done.;404,Not found,No such rack.", "  200 OK:\n    description: Done.\n    headers:  # from the only success\n")]
    public void The_headers_of_the_only_success_belong_to_it(string statuses, string rows)
    {
        var draft = Html("<h2>Status codes</h2>" + Table("Code,Message,Description", statuses.Split(';')) + "<h2>Response headers</h2>" + s_table);

        Has(draft, "status:\n" + rows + "      Location: string - Where the rack is.\n      X-Slots: int - Free slots.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<h2>Status codes</h2><ul><li>200 OK</li><li>202 Accepted</li></ul>")]
    [InlineData("")]
    public void Headers_whose_status_the_page_does_not_print_are_listed(string statuses)
    {
        var draft = Html(statuses + "<h2>Response headers</h2>" + Table("Name,Type", "Location,string"));

        Assert.DoesNotContain("headers:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Response headers", "Name Type", "Location string"], draft.Draft.Unread.Select(static line => line.Text));
        Has(draft, "# The page has response headers near line 1, and does not say which status has them.\n");
    }

    [Fact]
    public void The_headers_of_an_example_are_a_message_and_the_table_next_to_it_is_not()
    {
        var draft = Html("<h2>Status codes</h2><ul><li>200 OK</li></ul><h2>Example</h2><h3>Response headers</h3><pre>HTTP/1.1 200 OK\nX-Slots: 4</pre>"
            + "<h3>Response headers</h3>" + Table("Name,Type", "X-Slots,integer"));

        Has(draft, "  200 OK:\n    headers:\n      X-Slots: int\n");
        Has(draft, "    response header: |\n      HTTP/1.1 200 OK\n      X-Slots: 4\n".TrimStart());
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Headers_of_responses_are_read_from_copied_text()
    {
        var draft = Support.Drafting.Draft(
            "Create a rack\n\nPOST /racks\n\nResponse\n\nStatus: 201, Created\n\nHeaders\n\nName\tDescription\tType\nLocation\tWhere the rack is.\tstring\n"
            + "\nError\n\nStatus: 400, Bad Request\n", "base");

        Has(draft, "  201 Created:\n    headers:\n      Location: string - Where the rack is.\n");
        Assert.DoesNotContain("response:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_under_the_next_headings_of_copied_text_have_no_headers()
    {
        var draft = Support.Drafting.Draft(
            "Create a rack\n\nPOST /racks\n\nStatus codes\n\n201 Created\n\nResponse headers\n\nName\tType\nLocation\tstring\n\nPerson\n\nName\tType\n"
                + "id\tinteger\n",
            "base");

        Has(draft, "  201 Created:\n    headers:\n      Location: string\n\n");
        Assert.Contains(draft.Draft.Unread, static line => line.Text == "id integer");
    }

    [Fact]
    public void A_profile_names_the_heading_and_the_columns()
    {
        const string Text = "profile: mine\nextends: base\nheadings:\n  response headers: [Comes on top]\ntables:\n  response headers:\n    name: [Slot]\n"
            + "unstated:\n  response headers: optional\n";
        var (profile, diagnostics) = ProfileReader.Read(Text, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        var page = Support.Drafting.Read(
            Top + "<h2>Status codes</h2><ul><li>200 OK</li></ul><h2>Comes on top</h2>" + Table("Slot,Type", "X-Size,integer") + "</body></html>", "page.html");

        Assert.Empty(diagnostics);
        Has(Support.Drafting.Draft(page, profile!), "    headers:\n      X-Size?: int\n");
    }

    [Fact]
    public void A_page_without_headers_of_its_spec_differs_from_it()
    {
        const string Page = "<h2>Response</h2><p>Status: 201, Created</p>";
        var spec = Html(Page + "<h3>Headers</h3>" + Table("Name,Type", "Location,string")).Written.Text;

        var differences = SpecDifferences.Of(Html(Page), spec, TestContext.Current.CancellationToken);

        Assert.Equal(["the page does not have status 201 header Location: string"], differences.Select(static difference => difference.Text));
    }
}
