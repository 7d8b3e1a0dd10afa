using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Several samples of one body.</summary>
public sealed class SampleUnionTests
{
    [Theory]
    [InlineData("<h2>Response</h2>", "<p>or</p>")]
    [InlineData("<h2>Response</h2>", "<h2>Response body</h2>")]
    public void A_member_that_one_sample_lacks_is_optional(string heading, string between)
    {
        var draft = Html(heading + "<pre>{ \"name\": \"a b\", \"size\": 4, \"owner\": { \"id\": 3 } }</pre>" + between
            + "<pre>{ \"name\": \"c d\", \"parts\": [ { \"depth\": 4 } ], \"owner\": { \"id\": 3000000000, \"mail\": null } }</pre>");

        Has(draft, "response:\n  name: string  # from the sample\n  size?: long  # from the sample\n  owner:  # from the sample\n"
            + "    id: long  # from the sample\n    mail?: unknown or null  # from the samples\n  parts?[]:  # from the samples\n"
            + "    depth: int  # from the sample\n");
        Assert.DoesNotContain(draft.Draft.Unread, static line => line.Text.Contains("parts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"name\": \"a b\" }", "{ \"error\": \"no such rack\" }")]
    [InlineData("{ \"name\": \"a b\", \"size\": 4 }", "{ \"name\": \"c d\", \"error\": \"no such rack\" }")]
    public void Another_body_is_listed(string first, string second)
    {
        var draft = Html("<h2>Response</h2><pre>" + first + "</pre><p>or</p><pre>" + second + "</pre>");

        Has(draft, "response:\n  name: string  # from the sample\n");
        Assert.Contains(draft.Draft.Unread, static line => line.Text.Contains("error", StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_with_other_types_are_marked()
        => Has(Html("<h2>Response</h2><pre>{ \"name\": \"a b\", \"size\": 4 }</pre><p>or</p><pre>{ \"name\": 7, \"size\": null }</pre>"),
            "response:\n  name: string  # check: the samples have other types\n  size: long or null  # from the sample\n");
}
