using ApiSpec.Drafting.Checking;

namespace ApiSpec.Drafting.Tests;

/// <summary>Facts that only the example of a page shows.</summary>
public sealed class ExampleFactTests
{
    private const string Start = "<html><body><h1>Set a rack</h1><pre>PUT /racks HTTP/1.1</pre>";

    [Fact]
    public void The_version_of_HTTP_is_no_part_of_the_request_line()
        => Has(Draft(Start + "<h2>Status codes</h2><p>200 OK</p>"), "request: PUT /racks\n");

    [Fact]
    public void The_example_shows_the_status_that_the_page_does_not_list()
    {
        const string Example = "<h2>Example response</h2><pre>HTTP/1.1 201 Created\nETag: 4\n\n{ \"done\": true }</pre>";

        Has(Draft(Start + Example), "status:\n  201 Created:  # from the example\n");
        Has(Draft(Start + "<h2>Status codes</h2><p>200 OK</p>" + Example), "status:\n  200 OK:\n\n");
    }

    [Fact]
    public void The_example_can_have_a_member_with_the_name_of_the_type()
    {
        const string Profile = "profile: mine\nextends: base\nheadings:\n  response: [\"Elements of the {name} object\"]\n";
        var profile = Profiles.ProfileReader.Read(Profile, Profiles.ShippedProfiles.Find, TestContext.Current.CancellationToken).Profile!;
        var page = Support.Drafting.Read(Start + "<h2>Elements of the rack object</h2><table><tr><th>Name</th><th>Type</th></tr>"
            + "<tr><td>size</td><td>integer</td></tr></table><h2>Example response</h2><pre>{ \"rack\": { \"size\": 4 } }</pre></body></html>", "page.html");

        var draft = Support.Drafting.Draft(page, profile);

        Has(draft, "response:  # from the example\n  rack: rack  # from the example\n");
        Has(draft, "schemas:\n  rack:\n    size: int\n");
    }

    [Fact]
    public void The_facts_of_a_record_can_follow_its_description()
    {
        var draft = Support.Drafting.Draft("Set a rack\n\n"
            + "Request\n\nPUT /racks\n\nRequest body\n\ndepth\n\nThe depth of the rack.\n\nIn cm.\n\nType: Integer\n\n"
            + "Required: Yes\n\nlabel\n\nThe words on it.\n\nType: String\n\nRequired: No\n\nStatus codes\n\n200 OK\n", "base");

        Has(draft, "body:\n  depth: int - The depth of the rack. In cm.\n  label?: string - The words on it.\n");
        Has(draft, "status:\n  200 OK:\n");
    }

    private static CheckedDraft Draft(string page) => Support.Drafting.Draft(page + "</body></html>", "base", "page.html");

    private static void Has(CheckedDraft draft, string lines) => Assert.Contains(lines, draft.Written.Text, StringComparison.Ordinal);
}
