using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables of parameters around a heading of the body.</summary>
public sealed class ParameterPlaceTests
{
    private const string Post = "<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks/{id}</p>";
    private static readonly string s_rows = Table("Name,Type", "size,integer");

    [Theory]
    [InlineData("<h2>Request body</h2><p>The rack to add.</p><h2>Parameters</h2>")]
    [InlineData("<h2>Request body</h2><p>application/json</p><h2>Parameters</h2>")]
    [InlineData("<h2>Request body</h2><p>RackRequest</p><h2>Parameters</h2>")]
    [InlineData("<h2>Request body</h2><h3>Parameters</h3>")]
    [InlineData("<h2>Parameters</h2>")]
    public void A_table_under_a_body_without_a_table_is_its_members(string headings)
    {
        var draft = Draft(Post + headings + s_rows);

        Has(draft, "\nbody:  # check: the body\n  size: int required not stated\n");
        Assert.DoesNotContain("query:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_under_a_sample_describes_the_members_of_the_sample()
    {
        var draft = Draft(Post + "<h2>Request body</h2><pre>{ \"size\": 1, \"name\": \"a\" }</pre><h2>Parameters</h2>" + Table("Name,Type,Description",
            "size,integer,In cm."));

        Has(draft, "\nbody:  # check: the body\n  size: int required not stated - In cm.\n  name: string  # from the sample\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_placeholder_in_the_table_stays_in_the_path()
    {
        var draft = Draft(Post + "<h2>Request body</h2><p>The rack.</p><h2>Parameters</h2>" + Table("Name,Type", "id,string", "size,integer"));

        Has(draft, "path:\n  id: string\n\nbody:  # check: the body\n  size: int required not stated\n");
    }

    [Fact]
    public void A_placeholder_in_the_table_of_the_query_is_marked()
        => Has(Draft(Post + "<h2>Query parameters</h2>" + Table("Name,Type", "id,string", "deep,boolean")),
            "path:\n  id: string  # check: the page lists it with the query\n\nquery:\n  deep: boolean required not stated\n");

    [Fact]
    public void A_placeholder_in_a_column_for_the_query_is_marked()
        => Has(Draft(Post + "<h2>Parameters</h2>" + Table("Name,Type,In", "id,string,query")),
            "path:\n  id: string  # check: the page lists it with the query\n");

    [Theory]
    [InlineData("URL parameters")]
    [InlineData("Path parameters")]
    public void A_row_of_the_path_without_a_placeholder_is_in_the_query(string heading)
    {
        var draft = Draft("<html><body><h1>Get racks</h1><h2>Request</h2><p>GET /racks/{room}</p><h2>" + heading + "</h2>"
            + Table("Name,Type", "room,string", "size,integer"));

        Has(draft, "path:\n  room: string\n\nquery:\n  size: int required not stated  # check: the page lists it with the path\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_placeholder_that_the_table_of_the_path_lacks_is_marked()
        => Has(Draft("<html><body><h1>Get a slot</h1><h2>Request</h2><p>GET /racks/{rack}/slots/{slot}</p><h2>Path parameters</h2>"
                + Table("Name,Type", "rack,string") + "<h2>Example request</h2><pre>GET /racks/a/slots/7</pre>"),
            "path:\n  rack: string\n  slot: long  # check: the table of the path does not list it\n");

    [Fact]
    public void Placeholders_are_found_by_names_that_differ_in_case_or_hyphens()
    {
        var draft = Draft("<html><body><h1>Get a slot</h1><h2>Request</h2><p>GET /racks/{rackId}/slots/{slotId}</p><h2>Path parameters</h2>"
            + Table("Name,Type", "slot-id,integer", "rackID,string"));

        Has(draft, "request: GET /racks/{rackID}/slots/{slot-id}  # check: the name of 'slotId'; the name of 'rackId'\n");
        Has(draft, "  rackID: string  # check: the request line has 'rackId'\n  slot-id: int  # check: the request line has 'slotId'\n");
    }

    [Theory]
    [InlineData("<h2>Request body</h2><p>None</p><h2>Parameters</h2>", "")]
    [InlineData("<h2>Parameters</h2>", "<h2>Request body</h2><p>The rack to add.</p>")]
    [InlineData("<h2>Request body</h2><pre>{ \"name\": \"a\" }</pre><h2>Parameters</h2>", "")]
    public void A_table_that_is_not_of_the_body_is_the_query(string headings, string after)
    {
        var draft = Draft(Post + headings + s_rows + after);

        Has(draft, "query:\n  size: int required not stated\n");
    }

    private static Checking.CheckedDraft Draft(string page) => Support.Drafting.Draft(page, "base", "page.html");
}
