using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Requests at the start of a sentence or an item, and values in their place of a placeholder.</summary>
public sealed class OpeningRequestTests
{
    private const string Function = "function: Changes the rack with an ID of 7.\n";
    private const string Request = "request: PUT /racks/{id}.json  # check: the page has '7' in place of 'id'\n";

    [Theory]
    [InlineData("page.md", "Change a rack\n-------------\n\n* `PUT /racks/7.json` changes the rack with an ID of `7`.\n\n## Request headers\n\nNone.\n")]
    [InlineData("page.md", "# Change a rack\n\n`PUT /racks/7.json` changes the rack with an ID of `7`.\n")]
    [InlineData("page.html", "<h1>Change a rack</h1><ul><li><code>PUT /racks/7.json</code> changes the rack with an ID of <code>7</code>.</li></ul>")]
    [InlineData("page.rst", "Change a rack\n=============\n\n* ``PUT /racks/7.json`` changes the rack with an ID of ``7``.\n")]
    [InlineData("page.adoc", "= Change a rack\n\n* `PUT /racks/7.json` changes the rack with an ID of `7`.\n")]
    public void A_request_can_start_a_sentence(string name, string page)
    {
        var draft = Support.Drafting.Draft(page, "base", name);
        Has(draft, Function + Request);
        Has(draft, "path:\n  id: long");
        Assert.DoesNotContain("not read", draft.Written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_style_the_request_is_marked()
        => Has(Support.Drafting.Draft("Change a rack\n\nPUT /racks/{id} changes the rack.\n", "base"),
            "function: Changes the rack.\nrequest: PUT /racks/{id}  # from the text\n");

    [Fact]
    public void A_separator_can_follow_the_request()
        => Has(Support.Drafting.Draft("# Racks\n\n- `GET /racks` - Lists all racks of a room.\n", "base", "page.md"),
            "function: Lists all racks of a room.\nrequest: GET /racks\n");

    [Fact]
    public void A_second_request_is_another_operation()
    {
        var draft = Support.Drafting.Draft("# Racks\n\n* `GET /racks` lists all racks.\n* `POST /racks` adds a rack.\n", "base", "page.md");
        Has(draft, "function: Lists all racks.\nrequest: GET /racks\n");
        Has(draft, "# The page has another request line: 'POST /racks' (line 4). Write another spec for it.\n");
    }

    [Theory]
    [InlineData("`GET /racks` and `POST /racks` are open to all.")]
    [InlineData("`GET /racks` or nothing.")]
    public void Two_requests_in_a_sentence_are_not_divided(string text)
        => Assert.DoesNotContain("function: And", Support.Drafting.Draft(
            "# Racks\n\n" + text + "\n\n## Query parameters\n\n* `size` (integer) - The size.\n", "base", "page.md").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_request_on_its_own_line_comes_first()
    {
        var text = Support.Drafting.Draft("# Racks\n\n`GET /racks/{id}`\n\n* `POST /racks` adds a rack.\n", "base", "page.md").Written.Text;
        Assert.Contains("request: GET /racks/{id}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("function: Adds", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /racks/7/pumps/3", "GET /racks/{rackId}/pumps/{pumpId}")]
    [InlineData("GET /racks/7", "GET /racks/{rackId}")]
    [InlineData("GET /api/2/racks", "GET /api/2/racks")]
    [InlineData("GET /status/200", "GET /status/200")]
    [InlineData("GET /racks/", "GET /racks/")]
    [InlineData("GET /racks/{id}/levels/2", "GET /racks/{id}/levels/2")]
    public void A_number_after_the_name_of_a_list_is_a_value(string printed, string drafted)
        => Has(Support.Drafting.Draft("# Get a rack\n\n`" + printed + "`\n", "base", "page.md"), "request: " + drafted);

    [Theory]
    [InlineData("ID")]
    [InlineData("ID.json")]
    public void A_placeholder_can_have_the_ending_of_a_file(string word)
    {
        var profile = ProfileOf("placeholders: [" + word + "]\n");
        Has(PageDraft("# Get a rack\n\n`GET /racks/ID.json`\n", "page.md", profile), "request: GET /racks/{ID}.json\n");
    }

    [Fact]
    public void Methods_of_one_line_need_separate_specs()
    {
        var profile = ProfileOf("title: first\nheadings:\n  request: [Address]\n  method: [Method of the call]\n");
        var draft = PageDraft("Change a pump\n\nAddress\nhttp://host/api/pumps/{id}\nMethod of the call\nPOST, DELETE\n", "page.txt", profile);
        Has(draft, "request: POST http://host/api/pumps/{id}  # check: the page has other methods\n");
        Has(draft, "# The page has another request line: 'DELETE http://host/api/pumps/{id}' (line 6). Write another spec for it.\n");
        Assert.DoesNotContain("not read", draft.Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Call method=\"POST\">/racks</Call>", "POST /racks\n")]
    [InlineData("<Call verb=\"PATCH\">/racks/[\\{rackId\\}](/docs/racks#rack)</Call>", "PATCH /racks/{rackId}\n")]
    [InlineData("<Endpoint type=\"get\" path=\"/racks/{id}\" />", "GET /racks/{id}\n")]
    public void A_component_with_the_method_is_a_request(string element, string request)
        => Has(Support.Drafting.Draft("## Change rack\n\n" + element + "\n\nChanges a rack.\n\n### Request headers\n\nNone.\n", "base", "page.md"),
            "function: Changes a rack.\nrequest: " + request);

    [Theory]
    [InlineData("<Call method=\"POST\">see above</Call>")]
    [InlineData("<Form method=\"fast\">/racks</Form>")]
    [InlineData("<form method=\"post\" action=\"/login\"></form>")]
    [InlineData("<Card title=\"Search\" href=\"/docs/search\" />")]
    [InlineData("<Card title=\"Search\" page=\"/docs/search\" />")]
    [InlineData("<Entry type=\"link\" page=\"/docs/search\" />")]
    [InlineData("<img alt=\"GET\" src=\"/img/get.svg\" />")]
    public void Other_components_are_no_requests(string element)
    {
        var text = Support.Drafting.Draft(
            "## Pumps\n\n`GET /pumps`\n\n" + element + "\n\n### Request headers\n\nNone.\n", "base", "page.md").Written.Text;

        Assert.Contains("request: GET /pumps\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("another request line", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_component_are_kept()
        => Has(Support.Drafting.Draft(
            "## List racks\n\n<Call method=\"GET\" path=\"/racks\" summary=\"Lists all racks\" />\n\n### Request headers\n\nNone.\n", "base", "page.md"),
            "function: Lists all racks\nrequest: GET /racks\n");

    [Theory]
    [InlineData("`DELETE /racks/{id}` is not supported.")]
    [InlineData("`DELETE /racks/{id}` was removed in 2.0.")]
    [InlineData("`DELETE /racks/{id}` isn't there any more.")]
    [InlineData("`DELETE /racks/{id}` can no longer be called.")]
    public void A_sentence_that_denies_a_request_is_no_request(string sentence)
        => Assert.DoesNotContain("request: DELETE", Support.Drafting.Draft(
            "# Racks\n\n" + sentence + "\n\n## Request headers\n\nNone.\n", "base", "page.md").Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_sentence_that_starts_with_the_printed_request_is_not_lost()
    {
        var draft = Support.Drafting.Draft("# List racks\n\n`GET /racks`\n\nGET /racks returns all racks.\n", "base", "page.md").Written.Text;

        Assert.Contains("returns all racks", draft, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Do not use POST here; call:")]
    [InlineData("Unlike GET, this changes data:")]
    [InlineData("Instead of PUT, call:")]
    public void A_sentence_that_denies_a_method_does_not_choose_it(string sentence)
        => Assert.DoesNotContain("from the sentence above", Support.Drafting.Draft(
            "# Open a rack\n\n" + sentence + "\n\n```\nhttp://host/racks\n```\n\n## Request headers\n\nNone.\n", "base", "page.md").Written.Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("To open a rack, submit a `POST` request to the following endpoint:", "POST http://host/rooms/{room}/racks  # from the sentence above\n")]
    [InlineData("Send a DELETE request to:", "DELETE http://host/rooms/{room}/racks  # from the sentence above\n")]
    public void A_sentence_can_have_the_method_of_the_address_under_it(string sentence, string request)
        => Has(Support.Drafting.Draft("# Open a rack\n\n" + sentence + "\n\n```\nhttp://host/rooms/{room}/racks\n```\n\n## Request headers\n\nNone.\n",
            "base", "page.md"), "request: " + request);

    [Theory]
    [InlineData("Open a rack", "request: POST http://<host>:<port>/rooms/<roomName>/racks  # from the sentence above\n")]
    [InlineData("Close a rack", "request: DELETE http://<host>:<port>/rooms/<roomName>/racks/<rackName>  # from the sentence above\n")]
    public void Such_sentences_divide_a_page(string title, string request)
        => Has(Support.Drafting.Draft("# Rooms\n\n## Open a rack\n\nTo open a rack, submit a `POST` request to the following endpoint:\n\n```\n"
            + "http://<host>:<port>/rooms/<roomName>/racks\n```\n\n## Close a rack\n\nTo close a rack, submit a `DELETE` request to this endpoint:\n\n```\n"
            + "http://<host>:<port>/rooms/<roomName>/racks/<rackName>\n```\n", "base", "page.md", section: title), request);

    [Fact]
    public void Two_methods_above_an_address_are_not_chosen_from()
        => Assert.DoesNotContain("from the sentence above", Support.Drafting.Draft("# Open a rack\n\nUse GET or POST with this address:\n\n```\n"
            + "http://host/racks\n```\n\n## Request headers\n\nNone.\n", "base", "page.md").Written.Text, StringComparison.Ordinal);

    private static Profiles.Profile ProfileOf(string keys)
        => Profiles.ProfileReader.Read("profile: racks\nextends: base\n" + keys, Profiles.ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;

    private static Checking.CheckedDraft PageDraft(string text, string name, Profiles.Profile profile)
        => Support.Drafting.Draft(Support.Drafting.Read(text, name), profile);
}
