using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Profiles;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>The headings of a profile precede those that it inherits.</summary>
public sealed class OwnHeadingTests
{
    private const string Messages = "headings:\n  example/request header: [{0}]\n  example/response header: [{1}]\n";
    private const string Request = "<pre>POST /racks HTTP/1.1\nHost: h\n\n{ \"size\": 4 }</pre>";
    private const string Response = "<pre>HTTP/1.1 201 Created\n\n{ \"id\": \"a\" }</pre>";

    [Theory]
    [InlineData("Request", "Response", "Request:", "Response:")]
    [InlineData("\"Request:\"", "\"Response:\"", "Request", "Response")]
    [InlineData("request", "response", "Request", "Response")]
    [InlineData("\"Request*\"", "\"Response*\"", "Request", "Response")]
    public void Headings_that_most_manuals_use_for_parts_can_be_those_of_examples(string request, string response, string printed, string other)
    {
        var layouts = new[]
        {
            "<h3>" + printed + "</h3>" + Request + "<h3>" + other + "</h3>" + Response,
            "<p><b>" + printed + "</b></p>" + Request + "<p><b>" + other + "</b></p>" + Response,
            "<dl><dt>" + printed + "</dt><dd>" + Request + "</dd><dt>" + other + "</dt><dd>" + Response + "</dd></dl>",
            "<dl><dt>createRack</dt><dd><p>" + printed + "</p>" + Request + "<p>" + other + "</p>" + Response + "</dd></dl>",
        };
        var isPattern = request.Contains('*', StringComparison.Ordinal);

        Assert.All(layouts.Take(isPattern ? 1 : layouts.Length), layout =>
        {
            var draft = Draft(
                Messages.Replace("{0}", request, StringComparison.Ordinal).Replace("{1}", response, StringComparison.Ordinal),
                "<h2>Endpoint</h2><p>POST /racks</p><h2>Messages</h2>" + layout);

            Has(draft, "examples:\n  - request header: |\n      POST /racks HTTP/1.1\n      Host: h\n    request body: |\n      { \"size\": 4 }\n"
                + "    response header: |\n      HTTP/1.1 201 Created\n    response body: |\n      { \"id\": \"a\" }\n");
            Has(draft, "request: POST /racks\n");
            Assert.DoesNotContain("APISPEC", draft.Written.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Copied_text_can_have_a_heading_and_its_message_on_one_line()
    {
        const string Page = "Add a rack\n\nEndpoint\n\nPOST /racks\n\nStatus codes\n\n201 Created\n\nRequest: POST /racks HTTP/1.1\n\n"
            + "Response: HTTP/1.1 201 Created\n";

        var draft = Draft(Page, "headings:\n  example/request header: [\"Request:\"]\n  example/response header: [\"Response:\"]\n", "page.txt");

        Has(draft, "examples:\n  - request header: |\n      POST /racks HTTP/1.1\n    response header: |\n      HTTP/1.1 201 Created\n");
    }

    [Fact]
    public void A_part_of_the_profile_outside_an_example_does_not_replace_one_inside_it()
    {
        var draft = Draft("headings:\n  body: [Request body]\n",
            "<h2>Endpoint</h2><p>POST /racks</p><h2>Example</h2><p>Request body:</p><pre>{ \"size\": 4 }</pre>");

        Has(draft, "examples:\n  - request body: |\n      { \"size\": 4 }\n");
    }

    private static CheckedDraft Draft(string profile, string rest) => Draft("<html><body><h1>Add a rack</h1>" + rest + "</body></html>", profile, "page.html");

    private static CheckedDraft Draft(string page, string profile, string name)
    {
        var (mine, diagnostics) = ProfileReader.Read("profile: mine\nextends: base\n" + profile, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return Support.Drafting.Draft(Support.Drafting.Read(page, name), mine!);
    }
}
