using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Layouts of sites for developers, wikis and generated references.</summary>
public sealed class PublicLayoutTests
{
    [Fact]
    public void A_definition_list_with_one_list_of_values_is_a_table()
    {
        var draft = Html("<h2>Query parameters</h2><dl><dt>size</dt><dd>In cm.</dd><dt>sort</dt><dd><ul><li>asc</li><li>desc</li></ul></dd>"
            + "<dt>name</dt><dd>The name.</dd></dl>");

        foreach (var row in new[] { "size", "sort", "name" })
            Has(draft, "\n  " + row + ": ");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_definition_list_with_tables_is_a_layout()
    {
        var page = "<html><body><h1>Get a shelf</h1><dl><dt>Description</dt><dd>Reads a shelf.</dd><dt>Method</dt><dd>GET</dd>"
            + "<dt>URL</dt><dd>/shelves/{id}</dd><dt>Permissions</dt><dd>Admin</dd><dt>Notes</dt><dd>Shelves are heavy.</dd>"
            + "<dt>Path parameters</dt><dd>" + Table("Name,Type,Description", "id,string,The shelf.") + "</dd>"
            + "<dt>Response</dt><dd>" + Table("Name,Type,Description", "size,integer,In cm.") + "</dd></dl></body></html>";

        var draft = Support.Drafting.Draft(page, "base", "page.html");

        Has(draft, "request: GET /shelves/{id}\n");
        Has(draft, "path:\n  id: string - The shelf.\n");
        Has(draft, "response:\n  size: int - In cm.\n");
    }

    [Fact]
    public void A_definition_list_with_an_operation_is_a_layout()
    {
        const string Page = "<html><body><h1>Shelves<a class=\"headerlink\" href=\"#x\">\u00B6</a></h1><dl><dt>GET /shelves/{id}<a href=\"#y\">\u00B6</a></dt>"
            + "<dd><p>Reads a shelf.</p><dl><dt>Parameters:</dt><dd><ul><li><p><strong>id</strong> \u2013 The shelf</p></li></ul></dd>"
            + "<dt>Response fields:</dt><dd><ul><li><p><strong>name</strong> (<em>string</em>) \u2013 Its name</p></li>"
            + "<li><p><strong>size.width</strong> (<em>integer</em>) \u2013 In cm</p></li></ul></dd>"
            + "<dt>Status codes:</dt><dd><ul><li><p>200 OK \u2013 Done</p></li><li><p>404 Not Found \u2013 No such shelf</p></li></ul></dd></dl></dd></dl>";

        var draft = Draft(Page, "page.html");

        Has(draft, "title: Shelves\n");
        Has(draft, "function: Reads a shelf.\nrequest: GET /shelves/{id}\n\npath:\n  id: unknown - The shelf\n");
        Has(draft, "status:\n  200 OK: Done\n  404 Not Found: No such shelf\n");
        Has(draft, "response:\n  name: string - Its name\n  size:  # from the names of its members\n    width: int - In cm\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("<div class=\"admonition note\"><p>Note</p><p>Shelves are heavy.</p></div>")]
    [InlineData("<aside>Shelves are heavy.</aside>")]
    public void A_box_next_to_the_text_is_not_the_function(string box)
    {
        var draft = Draft("<html><body><h1>Get a shelf</h1>" + box + "<p>Reads a shelf.</p><h2>Request</h2><p>GET /shelves</p>", "page.html");

        Has(draft, "function: Reads a shelf.\n");
        Assert.Contains("Shelves are heavy.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_note_in_plain_text_is_not_the_function()
    {
        var draft = Draft("Get a shelf\n\nReads a shelf.\n\nNote\n\nShelves are heavy.\n\nRequest\n\nGET /shelves\n\nStatus codes\n\n200 OK\n");

        Has(draft, "function: Reads a shelf.\n");
        Assert.Equal(["Note", "Shelves are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Rows_with_bars_need_no_line_under_the_titles()
    {
        var draft = Draft("Set a shelf\nRequest\nPUT /shelves\nQuery parameters\nName | Required | Type | Description |\n"
            + "name | Yes | String | The name. |\n"
            + "width | No | Int | In cm.\n|\nStatus codes\n200 OK\n");

        Has(draft, "query:\n  name: string - The name.\n  width?: int - In cm.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Cells_with_bars_can_be_on_lines_of_their_own()
    {
        var draft = Draft("List shelves\nRequest\nGET /shelves\nQuery parameters\n| name |\ntype |\nrequired |\ndescription |\n| name |\n"
            + "String |\n|\nThe name |\n"
            + "| width |\ninteger |\nno |\nIn centi-\nmetres |\nStatus codes\n200 OK\n");

        Has(draft, "query:\n  name: string required not stated - The name\n  width?: int - In centi- metres\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("get /shelves/{id}", "GET /shelves/{id}\n")]
    [InlineData("get /API/shelves/{id}", "GET /API/shelves/{id}\n")]
    [InlineData("GET /API/shelves", "GET /API/shelves\n")]
    [InlineData("GET / POST /shelves", "GET /shelves  # check: the page has other methods\n")]
    [InlineData("GET/POST /shelves", "GET /shelves  # check: the page has other methods\n")]
    [InlineData("GET, POST /shelves", "GET /shelves  # check: the page has other methods\n")]
    [InlineData("POST/shelves", "POST /shelves  # check: where the method ends\n")]
    [InlineData("GET /shelves    # All shelves", "GET /shelves\n")]
    public void The_method_of_a_request_is_printed_in_several_forms(string printed, string request)
        => Has(Draft("Shelves\n\nRequest\n\n" + printed + "\n\nStatus codes\n\n200 OK\n"), "request: " + request);

    [Fact]
    public void A_comment_after_the_request_is_listed()
        => Assert.Equal(
            ["Needs the role Admin"],
            Draft("Shelves\n\nRequest\n\nGET /shelves  # Needs the role Admin\n\nStatus codes\n\n200 OK\n").Draft.Unread.Select(static line => line.Text));

    [Fact]
    public void Cells_of_a_request_can_follow_their_titles_without_a_colon()
    {
        var draft = Draft("Get all shelves\n\nURI /shelves\nMethod GET\nStatus code 200 OK\n404 There is no shelf of this name\n\n"
            + "Response body\n\n[ { \"a\": 1 } ]\n");

        Has(draft, "request: GET /shelves\n");
        Has(draft, "status:\n  200 OK:\n  404 There is no shelf of this name:  # check: where the message ends\n");
    }

    [Fact]
    public void The_title_is_the_one_above_the_request()
    {
        var draft = Draft("Shelves API\nThis page is about shelves.\nList shelves\nLists all shelves.\nhttp\nGET /shelves\nResponse\njson\n"
            + "[ { \"id\": 1 } ]\n");

        Has(draft, "title: List shelves  # check: which line is the title\n");
        Has(draft, "function: Lists all shelves.\nrequest: GET /shelves\n");
        Assert.Equal(["Shelves API", "This page is about shelves."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Another_request_line_after_headings_starts_a_section_of_a_text()
    {
        const string Page = "GET /shelves\nLists shelves.\nResponse body\n[ { \"id\": 1 } ]\nPOST /shelves/clear\nClears the shelves.\n"
            + "Status codes\n201 Created\n";

        var draft = Support.Drafting.Draft(Support.Drafting.Read(Page), Profiles.ShippedProfiles.Find("base")!, section: "POST /shelves/clear");

        Has(draft, "request: POST /shelves/clear\n");
        Has(draft, "status:\n  201 Created:\n");
        Assert.DoesNotContain("response:", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Optional query parameters", "name?: unknown - The name\n")]
    [InlineData("Required query parameters", "name: unknown - The name\n")]
    [InlineData("Query parameters", "name: unknown required not stated - The name\n")]
    public void A_heading_can_say_that_its_rows_are_required(string heading, string row)
        => Has(Html($"<h2>{heading}</h2><ul><li><code>name</code> - The name</li></ul>"), "query:\n  " + row);

    [Fact]
    public void A_list_under_a_table_is_not_a_row()
    {
        var draft = Html("<h2>Query parameters</h2>" + Table("Name,Type", "sort,string") + "<ul><li>asc - Upwards</li></ul>");

        Assert.DoesNotContain("asc", draft.Written.Text.Split("# not read")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Status_tables_are_read_under_any_heading()
    {
        var draft = Html("<h2>Response codes</h2><h4>Success</h4>" + Table("Code,Reason", "<code>202 - Accepted</code>,It will be done.")
            + "<h4>Error</h4>" + Table("Code,Reason", "<code>404 - Not Found</code>,No such rack."));

        Has(draft, "status:\n  202 Accepted: It will be done.\n  404 Not Found: No such rack.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Rows_go_under_the_member_that_the_example_has()
    {
        var page = "<html><body><h1>Create a shelf</h1><h2>Request</h2><p>POST /shelves</p>" + Table("Name,In,Type", "name (Optional),body,string")
            + "<h2>Request example</h2><pre>{ \"shelf\": { \"name\": \"a\" } }</pre><h2>Response parameters</h2>" + Table("Name,In,Type", "id,body,string",
            "name,body,string") + "<h2>Response example</h2><pre>{ \"shelf\": { \"id\": \"1\", \"name\": \"a\" } }</pre>";

        var draft = Draft(page, "page.html");

        Has(draft, "body:  # check: the body\n  shelf:  # from the example\n    name?: string\n");
        Has(draft, "response:\n  shelf:  # from the example\n    id: string\n    name: string\n");
        Has(draft, "- request body: |");
    }

    [Fact]
    public void Notes_between_rows_of_words_belong_to_the_row_above()
    {
        var draft = Draft("Add a shelf\n\nRequest\n\nPOST /shelves?x=1\n\nQuery parameters\n\nParameter Required Type Description\nname Yes String The name.\n"
            + "Note:\n  \u2022 The maximum character length is 7.\nwidth No Integer In cm.\n\nStatus codes\n\n200 OK\n");

        Has(draft, "  name: \"string ..7 - The name. Note:\"\n  width?: int - In cm.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("Rows per page (default: 25; max: 100)", "int ..100 required not stated default 25 - Rows per page")]
    [InlineData("The quorum (default is set by the server)", "int required not stated - The quorum (default is set by the server)")]
    [InlineData("<p>The kind.</p><p>New in version 2.5</p>", "int required not stated since 2.5 - The kind.")]
    public void Remarks_in_parentheses_are_read(string description, string row)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "size,integer," + description)), "query:\n  size: " + row + "\n");

    [Theory]
    [InlineData("<code>asc</code><code>desc</code>")]
    [InlineData("<code>asc</code><br><code>desc</code>")]
    [InlineData("<ul><li>asc</li>\n<li>desc</li></ul>")]
    public void Values_in_elements_of_their_own_are_apart(string cell)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Values", "sort,string," + cell)), "query:\n  sort: enum asc|desc required not stated\n");

    [Theory]
    [InlineData("See <code>size</code><code>name</code>.", "See size name.")]
    [InlineData("Call <code>/racks/</code><code>{id}</code> first.", "Call /racks/{id} first.")]
    [InlineData("Send <code>size:</code><code>3</code>", "Send size:3")]
    [InlineData("<ul><li>size</li><li>name</li></ul>", "size, name")]
    public void Elements_without_a_gap_get_no_comma(string cell, string description)
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "sort,string," + cell)), " - " + description + "\n");

    [Fact]
    public void Values_without_a_gap_are_read_after_their_introduction()
        => Has(Html("<h2>Query parameters</h2>" + Table("Name,Type,Description", "sort,string,The order. Possible values: <code>asc</code><code>desc</code>")),
            "query:\n  sort: enum asc|desc required not stated - The order.\n");

    [Fact]
    public void A_column_of_types_can_say_where_a_parameter_is_sent()
    {
        var draft = Draft("<html><body><h1>Get a shelf</h1><h2>Request</h2><p>GET /shelves/{id}</p><h2>Parameters</h2>"
            + Table("Type,Name,Schema", "path,id required,string", "query,deep required,boolean"), "page.html");

        Has(draft, "path:\n  id: string\n\nquery:\n  deep: boolean\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Names_of_members_that_are_values_are_not_members()
    {
        var draft = Html("<h2>Response body</h2><pre>{ \"found\": { \"00112233445566778899aabbccddeeff\": [ \"a\" ] } }</pre>");

        Has(draft, "response:\n  found: map<string[]>  # check: the names are values\n");
    }

    [Fact]
    public void A_command_ends_before_the_text_after_it()
    {
        var draft = Draft("List shelves\n\nRequest\n\nGET /shelves\n\nExample request\n\ncurl -X GET \\\n  'https://host/shelves'\n\n"
            + "Answers\n\nThe server answers.\n");

        Has(draft, "  - request header: |\n      curl -X GET \\\n        'https://host/shelves'\n");
        Assert.Equal(["Answers", "The server answers."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_response_can_follow_a_command_in_a_block_of_its_own()
    {
        var draft = Draft("<html><body><h1>List shelves</h1><p>GET /shelves</p><pre>curl -X GET \\\n  -H 'A: b' \\\n  https://host/shelves\n</pre>"
            + "<pre>{ \"ids\": [ 1 ] }</pre>", "page.html");

        Has(draft, "        https://host/shelves\n    response body: |\n      { \"ids\": [ 1 ] }\n");
        Has(draft, "response:  # from the example\n  ids: int[]");
    }

    [Fact]
    public void A_cell_alone_in_its_row_is_a_heading_of_the_rows_below()
    {
        var draft = Draft("Set a shelf\nRequest\nPUT /shelves\nQuery parameters |\nName | Required | Type |\nname | Yes | String |\nRequest body |\n"
            + "Name | Required | Type |\n"
            + "width | No | int |\n");

        Has(draft, "query:\n  name: string\n");
        Has(draft, "body:\n  width?: int\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void The_request_can_be_at_the_start_of_the_title()
        => Has(Draft("<html><body><h1>GET /shelves - Manual of shelves</h1><h2>Status codes</h2><p>200 OK</p>", "page.html"),
            "request: GET /shelves  # from the title\n");

    [Fact]
    public void Words_of_the_navigation_are_no_title()
    {
        var draft = Draft("Get a shelf\nShelves are heavy.\nContents\nGET /shelves\nReads a shelf.\nStatus codes\n200\nOK\n404\nNot Found\n");

        Has(draft, "title: Get a shelf\n");
        Has(draft, "status:\n  200 OK:\n  404 Not Found:\n");
    }

    [Fact]
    public void A_description_can_start_with_facts()
    {
        var draft = Draft("<html><body><h1>Set a shelf</h1><h2>Request</h2><p>PUT /shelves</p><h2>Parameters</h2>"
            + Table("Name,Description", "width,<p>Location: query</p><p>Type: integer (int64)</p><p>In cm.</p>", "name,Type: of any kind"), "page.html");

        Has(draft, "query:\n  width: long required not stated - In cm.\n");
        Has(draft, "  name: \"unknown required not stated - Type: of any kind\"\n");
    }

    [Fact]
    public void Text_under_a_body_is_not_part_of_it()
    {
        var draft = Html("<h2>Example response body</h2><pre>{ \"a\": 1 }</pre><p>Shelves are heavy.</p>");

        Has(draft, "- response body: |\n      { \"a\": 1 }\n");
        Assert.Equal(["Shelves are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_value_that_the_example_shares_with_the_sample_is_marked()
        => Has(Html("<h2>Response body</h2><pre>{ \"kind\": \"shelf\", \"name\": \"...\" }</pre><h2>Example response body</h2>"
            + "<pre>{ \"kind\": \"shelf\", \"name\": \"a\" }</pre>"), "response:\n  kind: string always shelf  # from the example\n");

    [Theory]
    [InlineData("Name | Type | Description |\n---|---|---|\nname |\nstring | The name. |\nwidth | int |\nIn cm.\n|\n")]
    [InlineData("Name | Type | Description |\n---|---|---|\nname | string | The name.\n|\nwidth | int | In cm. |\n")]
    [InlineData("| Name | Type | Description |\n|---|---|---|\nname |\nstring | The name. |\nwidth | int | In cm. |\n")]
    public void Rows_with_bars_can_be_broken_anywhere(string table)
    {
        var draft = Draft("Get a shelf\nRequest\nGET /shelves\nQuery parameters\n" + table + "Status codes\n200 OK\n");

        Has(draft, "query:\n  name: string required not stated - The name.\n  width: int required not stated - In cm.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_line_that_says_that_there_is_no_body_is_no_heading()
        => Assert.DoesNotContain(
            "body:", Draft("Stop a shelf\n\nRequest\n\nPOST /shelves/stop\n\nRequest body\n\nNo request body\n\nStatus codes\n\n200 OK\n").Written.Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_sentence_is_a_doubtful_title()
        => Has(Draft("Reads a shelf.\n\nRequest\n\nGET /shelves\n\nStatus codes\n\n200 OK\n"), "title: Reads a shelf.  # check: which line is the title\n");

    [Fact]
    public void A_row_can_have_the_braces_of_its_placeholder()
    {
        var draft = Draft("<html><body><h1>Get a shelf</h1><h2>Request</h2><p>GET /shelves/{id}</p><h2>Parameters</h2>"
            + Table("Name,Type", "{id},string"), "page.html");

        Has(draft, "path:\n  id: string\n");
    }

    [Theory]
    [InlineData("GET /status", "GET /{status}  # check: whether 'status' is a placeholder")]
    [InlineData("GET /status/{id}", "GET /status/{id}")]
    public void A_word_of_the_path_that_is_also_a_parameter_is_a_doubtful_placeholder(string printed, string request)
        => Has(Draft($"<html><body><h1>Get</h1><h2>Request</h2><p>{printed}</p><h2>Query parameters</h2>" + Table("Name,Type", "status,string"), "page.html"),
            "request: " + request + "\n");

    [Fact]
    public void A_pattern_of_gaps_alone_needs_a_known_type()
    {
        const string Text = "profile: mine\nextends: base\nrows: [\"{name} {type}\"]\n";
        var profile = Profiles.ProfileReader.Read(Text, Profiles.ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = Support.Drafting.Read("Get a shelf\n\nRequest\n\nGET /shelves\n\nQuery parameters\n\nname string\nShelves are heavy\n");

        var draft = Support.Drafting.Draft(page, profile);

        Has(draft, "query:\n  name: string required not stated\n");
        Assert.Equal(["Shelves are heavy"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_method_above_its_address_can_be_in_small_letters()
        => Has(Draft("Stop a shelf\n\nPost\n/shelves/{id}/stop\n\nStops it.\n\nStatus codes\n\n200 OK\n"), "request: POST /shelves/{id}/stop\n");

    [Fact]
    public void A_code_alone_is_part_of_the_row_with_its_message()
    {
        var draft = Html("<h2>Error response</h2><p>Status code: 404</p>" + Table("Name,Type", "code,string") + "<h2>Status codes</h2>"
            + Table("Status code,Description", "200,OK", "404,Not Found"));

        Has(draft, "status:\n  200 OK:\n  404 Not Found:\n\n");
    }

    [Fact]
    public void A_heading_can_have_the_status_of_its_body()
    {
        var draft = Html("<h2>Success (200 OK)</h2><pre>{ \"id\": 1 }</pre><h2>Error response (404 Not Found)</h2><pre>{ \"code\": \"a\" }</pre>");

        Has(draft, "status:\n  200 OK:\n  404 Not Found:\n");
        Has(draft, "error:\n  code: string  # from the sample\n");
    }

    [Theory]
    [InlineData("<h1>Get a rack</h1><h2>Before you call</h2><p>Log in.</p><h2>Request</h2><p>GET /racks</p>", "Get a rack")]
    [InlineData("<h1>Racks</h1><h2>Get a rack</h2><h3>Request</h3><p>GET /racks</p>", "Get a rack")]
    [InlineData("<h1>Racks</h1><h2>Get a rack</h2><p>GET /racks</p><h2>Response</h2><pre>{ }</pre>", "Get a rack")]
    public void An_unknown_heading_next_to_a_known_one_is_no_title(string page, string title)
        => Has(Draft("<html><body>" + page, "page.html"), "title: " + title + "\n");

    private static Checking.CheckedDraft Draft(string page, string name = "page.txt") => Support.Drafting.Draft(page, "base", name);
}
