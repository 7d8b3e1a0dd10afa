using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Statuses without a table: in one sentence, as paragraphs, as items, and as terms with their definitions.</summary>
public sealed class StatusClauseTests
{
    private const string Marked = "  204: on success  # check: from the text\n  404: if there is no such rack  # check: from the text\n"
        + "  409: if it is locked  # check: from the text\n";

    private const string Printed = "status:\n  204: The rack is gone.\n  404: There is no such rack.\n";

    [Theory]
    [InlineData("<h2>Response</h2><p>Returns 204 on success, 404 if there is no such rack and 409 if it is locked.</p>")]
    [InlineData("<h2>Response</h2><p>Responds with status <code>204</code> on success, <code>404</code> if there is no such rack, or <code>409</code> if it is "
        + "locked.</p>")]
    [InlineData("<h2>Status codes</h2><p>Success is 204 on success, and 404 if there is no such rack or 409 if it is locked</p>")]
    public void Each_status_of_a_sentence_has_its_own_words(string part) => Has(Html(part), "status:\n" + Marked);

    [Theory]
    [InlineData("Returns status 200 and no content upon success, or status 500 Store Broken if the store is down.",
        "  200: no content upon success{0}  500 Store Broken: if the store is down{0}")]
    [InlineData("If there is no such rack, 404 is returned, and if it is full, 409.", "  404: If there is no such rack{0}  409: if it is full{0}")]
    [InlineData("Returns 204 on success, 401 or 403 if it is not allowed.",
        "  204: on success{0}  401: if it is not allowed{0}  403: if it is not allowed{0}")]
    [InlineData("It responds with <code>404 Rack Not There</code> for an unknown rack or <code>409</code> for a full one.",
        "  404 Rack Not There: for an unknown rack{0}  409: for a full one{0}")]
    [InlineData("If the rack is locked, it returns 409 or 423.",
        "  409: If the rack is locked, it returns 409 or 423.{0}  423: If the rack is locked, it returns 409 or 423.{0}")]
    [InlineData("A 404 response will be returned. It returns 409 if it is full.",
        "  404: A 404 response will be returned.{0}  409: It returns 409 if it is full.{0}")]
    [InlineData("This endpoint will return <code>201 Created</code> with the rack.",
        "  201 Created: This endpoint will return 201 Created with the rack.{0}")]
    [InlineData("It returns 404 if there is no rack. In this case, check the room. It returns 409 if it is full.",
        "  404: It returns 404 if there is no rack. In this case, check the room.{0}  409: It returns 409 if it is full.{0}")]
    public void Each_row_has_only_the_words_that_belong_to_it(string sentences, string rows)
    {
        var draft = Html("<h2>Response</h2><p>" + sentences + "</p>");

        Has(draft, rows.Replace("{0}", "  # check: from the text\n", StringComparison.Ordinal));
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_status_in_the_text_below_the_title_is_added_to_the_table()
        => Has(
            Support.Drafting.Draft("<html><body><h1>Delete a rack</h1><p>DELETE /racks</p><p>Deletes it. A 409 response is returned if it is full.</p>"
                + "<h2>Status codes</h2><table><tr><th>Code</th><th>Description</th></tr><tr><td>204</td><td>Gone.</td></tr></table></body></html>",
                "base", "page.html"),
            "status:\n  204: Gone.\n  409: A 409 response is returned if it is full.  # check: from the text\n");

    [Fact]
    public void Words_before_a_status_are_about_it_as_well()
        => Has(
            Html("<h2>Response</h2><p>If there is no such rack, 404 is returned.</p>"),
            "  404: If there is no such rack, 404 is returned.  # check: from the text\n");

    [Fact]
    public void Other_sentences_of_the_line_are_listed()
    {
        var draft = Html("<h2>Response</h2><p>The rack goes first. Returns 204 on success, 404 if there is no such rack.</p>");

        Has(draft, "  204: on success  # check: from the text\n");
        Assert.Equal(["The rack goes first."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Without_a_part_for_statuses_the_function_can_name_them()
    {
        var draft = Html("").Written.Text;
        Assert.DoesNotContain("status:", draft, StringComparison.Ordinal);

        var drafted = Support.Drafting.Draft(
            "<html><body><h1>Delete a rack</h1><p>DELETE /racks/{id}</p><p>Deletes a rack. It returns 204 on success, and 404 if there is no such rack.</p>"
                + "</body></html>", "base", "page.html");
        Has(drafted, "function: Deletes a rack. It returns 204 on success, and 404 if there is no such rack.\n");
        Has(drafted, "status:\n  204: on success  # check: from the text\n  404: if there is no such rack  # check: from the text\n");
    }

    [Theory]
    [InlineData("Returns 200 racks, or 404 slots.")]
    [InlineData("The limit is 100 if nothing is given, and at most 500.")]
    [InlineData("Each page has 200 items.")]
    public void Other_numbers_are_no_statuses(string sentence)
        => Assert.DoesNotContain(
            "status:", Support.Drafting.Draft("List racks\n\nGET /racks\n\n" + sentence + "\n\nResponse\n\nName\tType\nsize\tinteger\n", "base").Written.Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<h2>Responses</h2><p>204: The rack is gone.</p><p>404: There is no such rack.</p>")]
    [InlineData("<h2>Response</h2><p><b>204</b></p><p>The rack is gone.</p><p><b>404</b></p><p>There is no such rack.</p>")]
    [InlineData("<h2>Returns</h2><dl><dt>204</dt><dd>The rack is gone.</dd><dt>404</dt><dd>There is no such rack.</dd></dl>")]
    [InlineData("<h2>Returns</h2><ul><li><b>204</b>: The rack is gone.</li><li><code>404</code>: There is no such rack.</li></ul>")]
    [InlineData("<h2>Errors and results</h2><ul><li>204: The rack is gone.</li><li>404: There is no such rack.</li></ul>")]
    public void Lines_with_statuses_are_a_status_table(string part)
    {
        var draft = Html(part);

        Has(draft, Printed);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Statuses_under_another_heading_are_marked()
        => Has(
            Html("<h2>Numbers</h2><ul><li>204: The rack is gone.</li><li>404: There is no such rack.</li></ul>"),
            "  404: There is no such rack.  # check: whether these are statuses\n");

    [Fact]
    public void A_line_can_list_all_statuses()
        => Has(
            Html("<h2>Response status</h2><p>204 (rack removed), 404 (Not Found), 409 if the rack is in use</p>"),
            "status:\n  204: rack removed\n  404 Not Found:\n  409: if the rack is in use\n");

    [Fact]
    public void A_condition_is_no_message()
        => Has(
            Html("<h2>Status codes</h2><ul><li>404 if there is no such rack</li><li>409 when it is locked</li></ul>"),
            "  404: if there is no such rack\n  409: when it is locked\n");

    [Fact]
    public void Several_codes_can_have_one_description()
        => Has(
            Html("<h2>Status codes</h2><ul><li>204: Done.</li><li>401, 403: not allowed</li></ul>"),
            "  401: not allowed  # check: where the message ends\n  403: not allowed  # check: where the message ends\n");

    [Fact]
    public void Statuses_above_their_samples_stay_with_them()
    {
        var draft = Html("<h2>Response</h2><p>200 OK</p><pre>{ \"size\": 4 }</pre><p>404 Not Found</p><pre>{ \"fault\": \"none\" }</pre>");

        Has(draft, "  200 OK:\n");
        Has(draft, "  size: ");
    }
}
