using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Tables whose rows are the members of an object that only the JSON of the page shows.</summary>
public sealed class EnvelopeTests
{
    private const string Rows = "size,integer";

    [Theory]
    [InlineData("Example response")]
    [InlineData("Response example")]
    public void Rows_are_put_under_the_object_that_has_them(string heading)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type", Rows, "owner,string") + "<h2>" + heading
            + "</h2><pre>{ \"success\": true, \"rack\": { \"size\": 4, \"owner\": \"Ann\" } }</pre>");

        Has(draft, "response:\n  success: boolean  # from the example\n  rack:  # from the example\n    size: int\n    owner: string\n");
    }

    [Fact]
    public void The_object_can_be_the_item_of_a_list()
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", Rows, "owner,string")
            + "<h2>Example response</h2><pre>{ \"data\": { \"racks\": [ { \"size\": 4, \"owner\": \"Ann\" } ] }, \"total\": 1 }</pre>"),
            "response:\n  data:  # from the example\n    racks[]:  # from the example\n      size: int\n      owner: string\n"
            + "  total: int  # from the sample\n");

    [Fact]
    public void A_sample_under_the_response_shows_the_same()
        => Has(Html("<h2>Response</h2><pre>{ \"rack\": { \"size\": 4, \"owner\": \"Ann\" }, \"state\": \"ok\" }</pre>"
            + Table("Name,Type", Rows, "owner,string")), "    size: int\n    owner: string\n");

    [Theory]
    [InlineData("{ \"success\": true, \"size\": 4, \"rack\": { \"owner\": \"Ann\" } }")]
    [InlineData("{ \"rack\": { \"size\": 4 }, \"shelf\": { \"size\": 4 } }")]
    [InlineData("{ \"rack\": { \"depth\": 4 } }")]
    [InlineData("{ \"state\": \"ok\", \"link\": { \"size\": 4, \"rel\": \"self\" } }")]
    [InlineData("[ 4, 5 ]")]
    public void Rows_stay_where_they_are_if_no_single_object_has_them_all(string json)
        => Has(Html("<h2>Response</h2>" + Table("Name,Type", Rows, "owner,string") + "<h2>Example response</h2><pre>" + json + "</pre>"), "response:\n  size");

    [Fact]
    public void Members_of_a_request_have_an_envelope_too()
        => Has(Support.Drafting.Draft("<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Request body</h2>" + Table("Name,Type", Rows, "owner,string")
            + "<h2>Example request</h2><pre>POST /racks HTTP/1.1\n\n{ \"token\": \"a\", \"rack\": { \"size\": 4, \"owner\": \"Ann\" } }</pre></body></html>",
            "base", "page.html"), "  rack:  # from the example\n    size: int required not stated\n    owner: string required not stated\n");
}
