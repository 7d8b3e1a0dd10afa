using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Headings that are a status, above what the response with this status has.</summary>
public sealed class StatusHeadingTests
{
    private static readonly string s_rack = Table("Name,Type", "size,integer");
    private static readonly string s_error = Table("Name,Type", "text,string");

    [Theory]
    [InlineData("200 OK", "404 Not Found")]
    [InlineData("200: OK", "404: Not Found")]
    [InlineData("HTTP 200 OK", "HTTP 404 Not Found")]
    [InlineData("Status 200 (OK)", "Status 404 (Not Found)")]
    [InlineData("Response 200 OK", "Response 404 Not Found")]
    public void A_status_is_the_heading_of_its_body(string success, string failure)
    {
        var draft = Html("<h3>" + success + "</h3><p>Returns the rack.</p>" + s_rack + "<h3>" + failure + "</h3><p>There is no such rack.</p>" + s_error);

        Has(draft, "status:\n  200 OK: Returns the rack.\n  404 Not Found: There is no such rack.\n");
        Has(draft, "response:\n  size: int\n");
        Has(draft, "error:\n  text: string\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Below_a_heading_of_errors_the_word_after_the_code_need_not_be_its_standard_message()
    {
        var draft = Html("<h2>Status codes</h2><p>200 OK</p><h2>Error responses</h2><h4>400 rackIsFull</h4><p>No room is left in it</p>" + s_error
            + "<h4>402 notPaid</h4><p>Pay first.</p>" + s_error);

        Has(draft, "status:\n  200 OK:\n  400 rackIsFull: No room is left in it\n  402 notPaid: Pay first.\n");
        Has(draft, "error:\n  text: string\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_pattern_of_a_profile_can_be_the_heading()
    {
        const string Text = "profile: mine\nextends: base\nheadings:\n  error: [\"409 *\"]\n";
        var profile = Profiles.ProfileReader.Read(Text, Profiles.ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        const string Parts = "<h2>Status codes</h2><p>200 OK</p><h2>Error responses</h2><h3>409 rackIsFull</h3>";
        var page = Support.Drafting.Read(Top + Parts + s_error + "</body></html>", "page.html");

        var draft = Support.Drafting.Draft(page, profile);

        Has(draft, "  409 rackIsFull:\n");
        Has(draft, "error:\n  text: string\n");
    }

    [Fact]
    public void A_heading_that_only_starts_with_a_number_is_no_status()
    {
        var draft = Html("<h3>404 racks and more</h3><p>Racks are heavy.</p>");

        Assert.DoesNotContain("status:", draft.Written.Text, StringComparison.Ordinal);
        Assert.Equal(["404 racks and more", "Racks are heavy."], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_sentence_about_the_rows_below_it_is_no_description_of_the_status()
    {
        var draft = Html("<h3>200 OK</h3><p>The rack has these members:</p>" + s_rack);

        Has(draft, "status:\n  200 OK:\n");
        Has(draft, "response:\n  size: int\n");
        Assert.Equal(["The rack has these members:"], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void A_status_below_the_heading_of_examples_is_that_of_the_message()
    {
        var draft = Html("<h2>Response</h2>" + s_rack + "<h2>Example responses</h2><h3>200 OK</h3><pre>{ \"size\": 4 }</pre>"
            + "<h3>404 Not Found</h3><pre>{ \"text\": \"Gone\" }</pre>");

        Has(draft, "status:\n  200 OK:\n  404 Not Found:\n");
        Has(draft, "  - response header: |  # from the status\n      HTTP/1.1 200 OK\n    response body: |\n      { \"size\": 4 }\n");
        Has(draft, "  - response header: |  # from the status\n      HTTP/1.1 404 Not Found\n    response body: |\n      { \"text\": \"Gone\" }\n");
        Has(draft, "response:\n  size: int\n");
    }

    [Theory]
    [InlineData("Example response 200", "Example response 404")]
    [InlineData("Response example success 200", "Response example failure 404")]
    [InlineData("Sample response (200)", "Sample response (404 Not Found)")]
    [InlineData("Example response: 200 OK", "Example response: HTTP 404")]
    public void The_words_before_a_status_say_what_it_is_the_status_of(string success, string failure)
    {
        const string Page = "List racks\n\nGET /racks\n\nStatus codes\n\n200 OK\n\n404 Not Found\n\n{0}\n\n{ \"size\": 4 }\n\n{1}\n\n"
            + "{ \"text\": \"Gone\" }\n";

        var draft = Support.Drafting.Draft(
            Page.Replace("{0}", success, StringComparison.Ordinal).Replace("{1}", failure, StringComparison.Ordinal), "base");

        Has(draft, "response:  # from the example\n  size: long  # from the sample\n");
        Has(draft, "    response body: |\n      { \"size\": 4 }\n");
        Assert.Matches(
            "response header: [|]  # from the status\n      HTTP/1.1 404( Not Found)?\n    response body: [|]\n      { \"text\": \"Gone\" }\n",
            draft.Written.Text);
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_response_with_a_failure_is_the_body_of_the_error()
    {
        var draft = Html("<h2>Response (200 OK)</h2>" + s_rack + "<h2>Response: 404</h2>" + s_error);

        Has(draft, "response:\n  size: int\n");
        Has(draft, "error:\n  text: string\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_status_without_content_has_no_body()
    {
        var draft = Html("<h2>Responses</h2><h3>204 No Content</h3>");

        Has(draft, "status:\n  204 No Content:\n");
        Assert.DoesNotContain("response:", draft.Written.Text, StringComparison.Ordinal);
    }
}
