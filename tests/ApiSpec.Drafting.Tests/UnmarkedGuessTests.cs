using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages on which a wrong place, object or presence of a row would look like a printed one.</summary>
public sealed class UnmarkedGuessTests
{
    private const string Profile = "profile: mine\nextends: base\nunstated:\n  body: required\ntables:\n  parameters:\n    parent: [Object]\n";

    [Theory]
    [InlineData("<html><body><h1>Lock a rack</h1><h2>Request</h2><p>POST /racks/(id)/lock</p><h2>Parameters</h2>"
        + "<table><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>string</td></tr><tr><td>lock</td><td>string</td></tr></table>")]
    [InlineData("Lock a rack\n\nRequest\n\nPOST /racks/(id)/lock\n\nParameters\n\nName\n\nType\n\nid\n\nstring\n\nlock\n\nstring\n")]
    [InlineData("Lock a rack\n\nRequest\n\nPOST /racks/(id)/lock\n\nParameters\n\n| Name | Type |\n| --- | --- |\n| id | string |\n| lock | string |\n")]
    public void Words_in_round_brackets_are_placeholders_and_others_are_not(string page)
    {
        var draft = Base(page);

        Has(draft, "request: POST /racks/{id}/lock\n");
        Has(draft, "path:\n  id: string\n");
        Has(draft, "  lock: string required not stated\n");
        Assert.DoesNotContain("query:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body><h1>Get a rack</h1><p>GET /racks/:rack_id</p>"
        + "<table><tr><th>Name</th><th>Description</th></tr><tr><td>:rack_id</td><td>The rack.</td></tr></table>")]
    [InlineData("Get a rack\n\nGET /racks/:rack_id\n\nName\n\nDescription\n\n:rack_id\n\nThe rack.\n")]
    [InlineData("Get a rack\n\nGET /racks/:rack_id\n\n| Name | Description |\n| --- | --- |\n| :rack_id | The rack. |\n")]
    public void A_row_can_have_the_colon_of_its_placeholder(string page)
    {
        var draft = Base(page);

        Has(draft, "path:\n  rack_id: unknown - The rack.");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("GET /Racks(id)/slots", "GET /Racks(id)/slots")]
    [InlineData("GET /racks/(id)", "GET /racks/{id}")]
    [InlineData("GET /racks/(id)?deep=1", "GET /racks/{id}?deep=1")]
    public void Brackets_are_placeholders_if_they_are_a_whole_segment(string printed, string written)
        => Assert.Contains("request: " + written, Base("<html><body><h1>Get a rack</h1><h2>Request</h2><p>" + printed + "</p>").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_placeholder_that_only_has_the_name_of_a_row_is_marked_in_both_places()
    {
        var draft = Base("<html><body><h1>Lock a rack</h1><h2>Request</h2><p>POST /racks/lock</p><h2>Parameters</h2>" + Table("Name,Type", "lock,string"));

        Has(draft, "request: POST /racks/{lock}  # check: whether 'lock' is a placeholder\n");
        Has(draft, "path:\n  lock: string  # check: whether it is a placeholder\n");
    }

    [Theory]
    [InlineData("<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p><pre>{ \"level\": 4, \"owner\": { \"name\": \"a\" } }</pre>"
        + "<table><tr><th>Name</th><th>Type</th></tr><tr><td>level</td><td>integer</td></tr><tr><td>name</td><td>string</td></tr></table>")]
    [InlineData("Add a rack\n\nRequest\n\nPOST /racks\n\n{ \"level\": 4, \"owner\": { \"name\": \"a\" } }\n\n"
        + "Name\n\nType\n\nlevel\n\ninteger\n\nname\n\nstring\n")]
    [InlineData("Add a rack\n\nRequest\n\nPOST /racks\n\n{ \"level\": 4, \"owner\": { \"name\": \"a\" } }\n\n"
        + "| Name | Type |\n| --- | --- |\n| level | integer |\n| name | string |\n")]
    public void Rows_below_a_sample_of_the_request_describe_its_members(string page)
    {
        var draft = Base(page);

        Has(draft, "body:  # check: the body\n  level: int required not stated\n  owner:\n    name: string required not stated\n");
        Assert.DoesNotContain("query:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_row_that_the_sample_lacks_is_marked()
        => Has(Base("<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p><pre>{ \"level\": 4 }</pre>"
            + Table("Name,Type", "level,integer", "deep,boolean")),
            "body:  # check: the body\n  level: int required not stated\n"
            + "  deep: boolean required not stated  # check: the sample of the body does not have it\n");

    [Theory]
    [InlineData("<h2>Request body</h2><p>Rows without a default are required.</p><table><tr><th>Name</th><th>Type</th><th>Default</th></tr>"
        + "<tr><td>size</td><td>integer</td><td>4</td></tr><tr><td>name</td><td>string</td><td></td></tr></table>")]
    [InlineData("<h2>Request body</h2><p>Rows without a default are required.</p><table><tr><th>Name</th><th>Type</th><th>Description</th></tr>"
        + "<tr><td>size</td><td>integer</td><td>Default: 4</td></tr><tr><td>name</td><td>string</td><td></td></tr></table>")]
    public void A_row_with_a_default_is_not_required_because_of_the_rule_for_rows_that_say_nothing(string rest)
        => Has(Mine(rest), "  size?: int default 4  # from the default\n  name: string\n");

    [Fact]
    public void A_row_of_a_response_can_have_a_default()
        => Has(Mine("<h2>Response</h2>" + Table("Name,Type,Default", "size,integer,4")), "response:\n  size: int default 4\n");

    [Theory]
    [InlineData("<html><body><h1>Get a rack</h1><h2>Endpoint</h2><p>racks by id</p>"
        + "<table><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>string</td></tr></table>")]
    [InlineData("<html><body><h1>Get a rack</h1><h2>Parameters</h2><table><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>string</td></tr></table>")]
    [InlineData("Get a rack\n\nEndpoint\n\nracks by id\n\n| Name | Type |\n| --- | --- |\n| id | string |\n")]
    public void Rows_are_marked_if_the_request_line_is_not_known(string page)
        => Has(Base(page), "query:\n  id: string required not stated  # check: the request line is not known\n");

    [Fact]
    public void Rows_under_a_heading_of_the_query_need_no_request_line()
        => Has(Base("<html><body><h1>Get racks</h1><h2>Query parameters</h2>" + Table("Name,Type", "size,integer")),
            "query:\n  size: int required not stated\n");

    [Theory]
    [InlineData("<h2>Response</h2>{0}<h2>Example response</h2><pre>{{ \"state\": \"ok\", \"response\": {{ \"size\": 4, \"name\": \"a\" }} }}</pre>")]
    [InlineData("<h2>Response</h2><pre>{{ \"response\": {{ \"size\": 4, \"name\": \"a\" }}, \"state\": \"ok\" }}</pre>{0}")]
    public void A_column_names_an_object_that_only_JSON_shows(string rest)
    {
        var table = Table("Name,Object,Type", "size,response,integer", "name,response,string", "state,,string");

        var draft = Mine(string.Format(System.Globalization.CultureInfo.InvariantCulture, rest, table));

        Has(draft, "  response:");
        Has(draft, "    size: int\n    name: string\n");
        Has(draft, "\n  state: string\n");
    }

    [Fact]
    public void The_object_can_be_inside_another_one_and_a_list()
        => Has(Mine("<h2>Response</h2>" + Table("Name,Object,Type", "size,slots,integer")
            + "<h2>Example response</h2><pre>{ \"rack\": { \"slots\": [ { \"size\": 4 } ] } }</pre>"),
            "response:\n  rack:  # from the example\n    slots[]:  # from the example\n      size: int\n");

    [Theory]
    [InlineData("Status code\n\nReason\n\nRetry\n\nDescription\n\n")]
    [InlineData("Status code\nReason\nRetry\nDescription\n")]
    public void A_code_on_a_line_begins_a_row_of_a_status_table(string titles)
    {
        var profile = "profile: mine\nextends: base\ntables:\n  status:\n    skip: [Retry]\n";
        var draft = Support.Drafting.Draft(
            Support.Drafting.Read("Get a rack\n\nRequest\n\nGET /racks\n\nStatus codes\n\n" + titles
                + "200\n\nOK\n\nNo\n\nThe rack.\n\n400\n\nBad request\n\n401\n\nUnauthorized\n\nNo\n\n503\n\nUnavailable\n\nYes\n\nThe server is busy.\n"),
            ProfileReader.Read(profile, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!);

        Has(draft, "  200 OK: The rack.\n  400 Bad request:");
        Has(draft, "\n  401 Unauthorized:");
        Has(draft, "\n  503 Unavailable: The server is busy.\n");
    }

    private static Checking.CheckedDraft Base(string page) => Support.Drafting.Draft(page, "base", page[0] == '<' ? "page.html" : "page.txt");

    private static Checking.CheckedDraft Mine(string rest)
        => Support.Drafting.Draft(
            Support.Drafting.Read("<html><body><h1>Add a rack</h1><h2>Request</h2><p>POST /racks</p>" + rest, "page.html"),
            ProfileReader.Read(Profile, ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!);
}
