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
