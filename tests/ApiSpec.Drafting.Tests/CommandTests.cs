using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Requests that only a command or a block of code shows.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("curl https://host/racks", "GET /racks")]
    [InlineData("curl -X PUT \"https://host/racks\"", "PUT /racks")]
    [InlineData("curl --request PATCH 'https://host/racks'", "PATCH /racks")]
    [InlineData("curl --location --request DELETE '${HOST}/racks'", "DELETE /racks")]
    [InlineData("curl -G $HOST/racks -d sort=name", "GET /racks")]
    [InlineData("curl https://host/racks \\\n  -H 'Accept: application/json' \\\n  -d '{ \"size\": 1 }'", "POST /racks")]
    [InlineData("$ curl -X POST 'https://host:8443/v1/racks?x=1'", "POST /v1/racks")]
    [InlineData("curl https://host/racks/$RACK_ID/slots", "GET /racks/{RACK_ID}/slots")]
    public void A_curl_command_can_be_all_that_shows_the_request(string command, string request)
    {
        foreach (var heading in new[] { "Call", "Example request", "Request" })
        {
            var page = $"<html><body><h1>Racks</h1><p>About racks.</p><h2>{heading}</h2><pre>{command}</pre><h2>Status codes</h2><p>200 OK</p>";
            Has(Draft(page, "page.html"), "request: " + request + "  # from the example\n");
        }
    }

    [Fact]
    public void Values_in_a_command_are_doubtful_placeholders()
    {
        var draft = Draft("Get a slot\n\nReads a slot.\n\ncurl https://host/racks/42/slots/7a1c52d9-1111-4222-8333-0123456789ab\n\nStatus codes\n\n200 OK\n");

        Has(draft, "request: GET /racks/{rackId}/slots/{slotId}  # check: the example shows '42'; the example shows '7a1c52d9-1111-4222-8333-0123456789ab'\n");
        Has(draft, "path:\n  rackId: long  # from the example\n  slotId: uuid  # from the example\n");
        Assert.Empty(draft.Spec.Diagnostics);
    }

    [Fact]
    public void A_command_in_a_part_of_the_request_is_an_example_with_its_response()
    {
        var draft = Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Request parameters</h2>" + Table("Name,Type", "size,integer")
            + "<pre>curl -X POST https://host/racks \\\n  -d '{ \"size\": 1 }'</pre><pre>{ \"id\": 7 }</pre>", "page.html");

        Has(draft, "body:  # check: the body\n  size: int");
        Has(draft, "response:  # from the example\n  id: long  # ");
        Has(draft, "  - request header: |\n      curl -X POST https://host/racks \\\n        -d '{ \"size\": 1 }'\n"
            + "    response body: |\n      { \"id\": 7 }\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("http host/racks", "GET /racks", "")]
    [InlineData("http POST https://host/racks name=A", "POST /racks", "name=A")]
    [InlineData("http :8080/racks name=A size:=1", "POST /racks", "name=A size:=1")]
    [InlineData("https host/racks sort==name", "GET /racks", "sort==name")]
    public void An_HTTPie_command_can_show_the_request(string command, string request, string left)
    {
        var draft = Draft("Racks\n\nAbout racks.\n\n```bash\n" + command + "\n```\n\nStatus codes\n\n200 OK\n");

        Has(draft, "request: " + request + "  # from the command\n");
        Assert.Equal(left.Length == 0 ? [] : [left], draft.Draft.Unread.Select(static line => line.Text));
    }

    [Theory]
    [InlineData("```http\nPOST /racks\n```")]
    [InlineData("```\nPOST /racks HTTP/1.1\n```")]
    public void A_request_line_can_be_in_code_of_Markdown(string code)
    {
        var draft = Draft("# Add a rack\n\nAdds a rack.\n\n" + code + "\n\n## Status codes\n\n200 OK\n");

        Has(draft, "request: POST /racks");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_request_under_an_unknown_heading_is_marked()
        => Has(Draft("<html><body><h1>Racks</h1><h2>Function</h2><p>Adds.</p><h2>Whatever</h2><pre>POST /racks</pre><h2>Status codes</h2><p>200 OK</p>",
            "page.html"), "request: POST /racks  # check: the heading above is not known\n");

    [Fact]
    public void A_sentence_about_curl_is_no_command()
        => Has(Draft("Racks\n\ncurl shows a rack.\n\nRequest\n\nGET /racks\n\nStatus codes\n\n200 OK\n"), "function: curl shows a rack.\n");

    private static Checking.CheckedDraft Draft(string page, string name = "page.txt") => Support.Drafting.Draft(page, "base", name);
}
