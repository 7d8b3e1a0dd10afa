using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Forms in which manuals print tables. A cell is read, marked, or listed as not read.</summary>
public sealed class TableFormTests
{
    [Theory]
    [InlineData("Owner")]
    [InlineData("owner:")]
    [InlineData("The owner object")]
    [InlineData("`owner` fields")]
    public void A_line_with_the_name_of_a_row_is_above_its_members(string line)
        => Assert.Contains("  owner:\n    name: string\n",
            Support.Drafting.Draft("Get a rack\n\nGET /racks\n\nResponse\n\n| Name | Type |\n|---|---|\n| size | integer |\n| owner | object |\n\n" + line
                + "\n\n| Name | Type |\n|---|---|\n| name | string |\n", "base").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_title_can_have_the_ending_of_the_plural()
        => Assert.Contains("  400: Bad.\n",
            Html("<h2>Status code(s)</h2>" + Table("HTTP status code(s),Description", "200,Done.", "400,Bad.")).Written.Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>Parameters in the <b>owner</b> field</p>", "")]
    [InlineData("<p>The owner object has these:</p>", "")]
    [InlineData("<p>The rack shows its owner as a link, and these fields belong to it</p>", "  # check: which row the table belongs to")]
    public void A_table_that_names_a_member_is_below_it(string above, string mark)
    {
        var draft = Html("<h2>Response body</h2>" + Table("Name,Type,Description", "owner,object,The owner.", "name,string,The name.") + above
            + Table("Name,Type,Description", "name,string,Of the owner."));

        Has(draft, "  owner:" + mark + "\n    type: object\n    members:\n      name: string - Of the owner.\n");
        Has(draft, "\n  name: string - The name.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("application/json", "kind: string required not stated - application/json\n")]
    [InlineData("text/plain; text/html", "kind: enum text/plain|text/html required not stated\n")]
    [InlineData("audio/video", "kind: enum audio|video required not stated\n")]
    [InlineData("asc/desc", "kind: enum asc|desc required not stated\n")]
    [InlineData("<p>Specify one</p><p>See above</p>", "kind: enum \"Specify one\"|\"See above\" required not stated  # check: the values\n")]
    public void Values_in_a_column_are_words(string cell, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Values", "kind,string," + cell)), "  " + row);

    [Fact]
    public void A_table_under_a_heading_of_an_example_is_no_message()
    {
        var draft = Html("<h2>Response header:</h2>" + Table("Header,Meaning of it", "ETag,The version."));

        Assert.DoesNotContain("examples:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("ETag The version.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("Response body", "{1}")]
    [InlineData("Request body", "[{")]
    [InlineData("Parameters", "{")]
    public void A_cell_that_starts_with_a_brace_is_no_sample(string heading, string cell)
    {
        var draft = Html("<h2>" + heading + "</h2>" + Table("Object,Kind,Meaning", cell + ",object,The rack."));

        Assert.Contains(cell + " object The rack.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_caption_belongs_to_the_member_that_has_no_table_yet()
    {
        var draft = Html("<h2>Response body</h2>" + Table("Name,Type,Description", "parts,object,Parts.", "jobs,object[],Jobs.")
            + "<p>Parameters in the parts field</p>" + Table("Name,Type,Description", "size,int,Of parts.")
            + "<p>Parameters in the jobs field</p>" + Table("Name,Type,Description", "parts,object,Parts of a job.")
            + "<p>Parameters in the parts field</p>" + Table("Name,Type,Description", "size,int,Of parts of a job."));

        Has(draft, "type: object[]\n    members:\n      parts:\n        type: object\n        members:\n          size: int - Of parts of a job.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Another_table_that_names_nothing_is_marked()
    {
        var draft = Html("<h2>Response body</h2>" + Table("Name,Type,Description", "name,string,The name.") + "<p>Page 12</p>"
            + Table("Name,Type,Description", "age,int,The age.", "name,int,Another."));

        Assert.Contains("  age: int - The age.  # check: another table under this heading\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Contains("  name: string - The name.  # check: the page has another row of this name\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["Page 12", "name int Another."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_cell_below_an_unknown_title_is_listed()
    {
        var draft = Html("<h2>Query parameters</h2>" + Table("Name,Type,Unit,Description", "age,int,days,The age."));

        Assert.Equal(["Unit: days"], draft.Draft.Unread.Select(static line => line.Text));
        Assert.False(draft.IsComplete);
    }

    [Fact]
    public void A_column_may_say_where_a_parameter_is_sent()
    {
        var rows = new[] { "id,string,path,True,The rack.", "X-Trace,string,header,False,A trace.", "deep,boolean,query,False,All levels." };
        var draft = Html("<h2>Parameters</h2>" + Table("Name,Type,In,Required,Description", rows));

        Has(draft, "path:\n  id: string - The rack.\n");
        Has(draft, "query:\n  deep?: boolean - All levels.\n");
        Has(draft, "headers:\n  X-Trace?: string - A trace.\n");
    }

    [Theory]
    [InlineData("Name Type Description")]
    [InlineData("Name\tType\tDescription")]
    [InlineData("Name | Type | Description |\n---|---|---|", " |")]
    [InlineData("Attribute\n\nDescription", "", "  # check: the title of a column is missing")]
    public void Cells_on_lines_of_their_own_are_read(string titles, string bar = "", string mark = "")
    {
        var gap = bar.Length == 0 ? "\n\n" : "\n";
        var cells = string.Join(gap, new[] { "name", "string", "The name.", "units", "int", "How many units." }.Select(cell => cell + bar));

        var draft = Support.Drafting.Draft("Get a rack\n\nRequest\n\nGET /racks\n\nResponse body\n\n" + titles + gap + cells + "\n", "base");

        Assert.Contains($"response:\n  name: string - The name.{mark}\n  units: int - How many units.{mark}\n", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\nunits\n\nint\n\nHow many units.")]
    public void Items_of_a_list_belong_to_the_last_cell(string below)
    {
        const string Rows = "timeout\n\nint\n\nSeconds to wait.\n\n  \u2022 Default: 1\n\n  \u2022 Range: 0 to 120";

        const string Top = "Get a rack\n\nRequest\n\nGET /racks\n\nQuery parameters\n\nName Type Description\n\n";

        var draft = Support.Drafting.Draft(Top + Rows + below + "\n\nStatus codes\n\n200 OK\n", "base");

        Has(draft, "query:\n  timeout: int 0..120 required not stated default 1 - Seconds to wait.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_placeholder_gets_the_name_that_its_table_has()
    {
        const string Page = "Deleting it\n\nRequest line\n\nDELETE base-URL/v1/objects/storages/object-ID\n\nRequest message\n\nObject ID\n\n"
            + "Attribute\n\nType\n\nDescription\n\nstorageDeviceId\n\nstring\n\n(Required) The device\n";

        var draft = Support.Drafting.Draft(Page, "ops-center");

        Has(draft, "/storages/{storageDeviceId}  # check: the name of 'object-ID'\n");
        Has(draft, "  storageDeviceId: string - The device  # check: the request line has 'object-ID'\n");
    }

    [Fact]
    public void A_status_may_be_a_line_of_the_response()
    {
        var response = "<h2>Response</h2><p>Status: 200, Ok</p>" + Table("Name,Type,Description", "job,job_link,");
        var draft = Html(response + "<h2>Definitions</h2><h3>job_link</h3>" + Table("Name,Type,Description", "uuid,string,The UUID."));

        Has(draft, "status:\n  200 Ok:\n");
        Has(draft, "response:\n  job: job_link\n");
        Has(draft, "schemas:\n  job_link:\n    uuid: string - The UUID.\n");
    }

    [Fact]
    public void A_code_block_may_be_the_status_alone()
    {
        const string Page = "<html><body><h3>Delete a token</h3><p>Request:</p><pre>DELETE /token/[ID]</pre>"
            + "<p>Response:</p><pre>204 No Content</pre></body></html>";

        var draft = Support.Drafting.Draft(Page, "base", "page.html");

        Has(draft, "request: DELETE /token/{ID}\n");
        Has(draft, "status:\n  204 No Content:\n");
        Assert.DoesNotContain("response", draft.Written.Text, StringComparison.Ordinal);
    }
}
