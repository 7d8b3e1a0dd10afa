using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Parameters that only sentences name.</summary>
public sealed class ProseParameterTests
{
    private const string Marked = "  # check: from the text\n";

    [Theory]
    [InlineData("Takes the optional parameters `owner` (text), `label` (text) and `wait` (integer).",
        "  owner?: string" + Marked + "  label?: string" + Marked + "  wait?: int" + Marked)]
    [InlineData("The call takes one mandatory `owner` parameter and two optional ones, `label` and `wait`.",
        "  owner: unknown" + Marked + "  label?: unknown" + Marked + "  wait?: unknown" + Marked)]
    [InlineData("The parameters `owner` and `label` are optional.", "  owner?: unknown" + Marked + "  label?: unknown" + Marked)]
    [InlineData("It accepts the integer parameter `limit`, which restricts the number of racks, and `offset`, which skips some.",
        "  limit: int required not stated - restricts the number of racks" + Marked + "  offset: unknown required not stated - skips some" + Marked)]
    [InlineData("You can pass `limit` to restrict the number of racks.",
        "  limit: unknown required not stated - You can pass limit to restrict the number of racks." + Marked)]
    [InlineData("Use the query parameter `limit` (integer, default 10) for shorter lists.",
        "  limit: int required not stated default 10 - Use the query parameter limit (integer, default 10) for shorter lists." + Marked)]
    [InlineData("The `label` parameter is required.", "  label: unknown" + Marked)]
    [InlineData("The `label` parameter must be short.", "  label: unknown required not stated - The label parameter must be short." + Marked)]
    public void Sentences_name_parameters(string sentence, string rows)
    {
        Has(Draft("GET", "Lists the racks of a room.\n\n" + sentence), "query:\n" + rows);
        Has(Draft("GET", "Lists the racks of a room.\n\n## Parameters\n\n" + sentence), "query:\n" + rows);
    }

    [Theory]
    [InlineData("Returns the `label` of each rack.")]
    [InlineData("The response has the fields `label` and `owner`.")]
    [InlineData("Use `GET` to read them.")]
    [InlineData("The `rack` object has a label.")]
    [InlineData("See `racks.list` for more.")]
    [InlineData("The `Operator` role is required.")]
    [InlineData("The rack of the room `id` is listed as well.")]
    public void Other_names_are_no_parameters(string sentence)
        => Assert.DoesNotContain("query:", Draft("GET", "Lists the racks of a room.\n\n" + sentence).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_value_is_no_parameter()
        => Has(Draft("GET", "Lists the racks.\n\nSet `order` to `asc` or `desc` to sort them."),
            "query:\n  order: unknown required not stated - Set order to asc or desc to sort them." + Marked);

    [Fact]
    public void A_header_and_a_field_of_a_form_have_their_places()
    {
        Has(Draft("GET", "Lists the racks.\n\nSend the room in the `X-Room` header."), "headers:\n  X-Room: ");
        Has(Draft("POST", "Adds a rack.\n\n## Request body\n\nAn additional parameter (form-field) can be passed in the request body with name `room`."),
            "body form:\n  room: ");
    }

    [Fact]
    public void The_place_in_a_request_with_a_body_is_marked()
        => Has(Draft("POST", "Adds a rack.\n\nPass `label` to name the rack."),
            "  label: unknown required not stated - Pass label to name the rack.  # check: from the text; where it is sent\n");

    [Fact]
    public void An_example_shows_the_place_in_a_request_with_a_body()
        => Has(Draft("POST", "Adds a rack.\n\nPass `label` to name the rack.\n\n## Example request\n\n```\nPOST /racks?label=a HTTP/1.1\n```"),
            "query:\n  label: unknown required not stated - Pass label to name the rack.  # check: from the text\n");

    [Fact]
    public void A_name_of_the_path_is_no_other_parameter()
        => Has(Draft("GET", "Lists the racks.\n\nPass `id` to choose the room.", "/rooms/{id}/racks"), "path:\n  id: unknown  # check: the type of 'id'\n");

    [Fact]
    public void The_members_of_an_example_are_no_other_parameters()
    {
        var draft = Draft("POST", "Adds a rack.\n\nThe `label` parameter is required.\n\n## Example request\n\n```\nPOST /racks HTTP/1.1\n\n"
            + "{ \"label\": \"a\", \"size\": 4 }\n```").Written.Text;

        Assert.Contains("  size: long", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("query:", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_can_state_that_a_row_is_required()
        => Has(
            Draft("GET", "Lists the racks.\n\nThe `label` parameter is required.\n\n## Parameters\n\n| Name | Type | Description |\n| --- | --- | --- |\n"
                + "| label | string | The label. |\n| size | integer | In cm. |"),
            "query:\n  label: string - The label." + Marked + "  size: int required not stated - In cm.\n");

    [Fact]
    public void A_paragraph_about_parameters_is_no_function()
    {
        var draft = Draft("GET", "Lists the racks of a room.\n\nTakes the optional parameters `owner` and `label`.");

        Has(draft, "function: Lists the racks of a room.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Other_sentences_of_a_part_for_parameters_are_listed()
        => Assert.Equal(
            ["The list is short."],
            Draft("GET", "Lists the racks.\n\n## Parameters\n\nPass `limit` to restrict it. The list is short.").Draft.Unread
                .Select(static line => line.Text));

    [Theory]
    [InlineData("Use `page` (and `size`) to page.", "page", "size")]
    [InlineData("Pass `size` (or `limit`) to limit the racks.", "size", "limit")]
    public void A_name_can_be_in_the_parentheses_of_another(string sentence, string first, string second)
    {
        var draft = Draft("GET", "Lists the racks.\n\n" + sentence).Written.Text;

        Assert.Contains("\n  " + first + ": unknown required not stated", draft, StringComparison.Ordinal);
        Assert.Contains("\n  " + second + ": unknown required not stated", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_behind_a_name_are_kept()
        => Has(
            Draft("GET", "Lists the racks.\n\n## Parameters\n\nTakes the parameters `size`, at most 50, and `label`, the name of the rack."),
            "  size: int ..50 required not stated - at most 50  # check: from the text; the range\n"
                + "  label: unknown required not stated - the name of the rack" + Marked);

    [Fact]
    public void A_sentence_of_which_only_a_part_is_used_is_listed()
    {
        const string Sentence = "Takes the parameters size (integer, required) and label (text).";

        var draft = Draft("GET", "Lists the racks.\n\n## Parameters\n\nTakes the parameters `size` (integer, required) and `label` (text).", "/racks?size=5");

        Has(draft, "  label: string required not stated" + Marked);
        Assert.Contains(Sentence, draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Facts_of_a_row_that_a_sentence_repeats_are_listed()
        => Assert.Contains(
            Draft("GET", "Lists the racks.\n\n## Parameters\n\nPass `size` (number, default 25, optional) to limit.\n\n"
                + "| Name | Type | Description |\n| --- | --- | --- |\n| size | integer | In cm. |").Draft.Unread,
            static line => line.Text.Contains("default 25", StringComparison.Ordinal));

    private static CheckedDraft Draft(string method, string text, string path = "/racks")
        => Support.Drafting.Draft("# List racks\n\n`" + method + " " + path + "`\n\n" + text + "\n", "base", "page.md");
}
