using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Values that the sample of a body and its example have in common.</summary>
public sealed class RepeatedValueTests
{
    [Theory]
    [InlineData("{ \"name\": \"left\", \"kind\": \"rack\" }", "{ \"name\": \"left\", \"kind\": \"rack\" }")]
    [InlineData("{ \"name\": \"left\", \"kind\": \"rack\" }", "{ \"kind\": \"rack\", \"name\": \"left\" }")]
    [InlineData("{ \"name\": \"left\", \"size\": 4 }", "{ \"name\": \"left\", \"size\": 5 }")]
    [InlineData("{ \"name\": \"left\", \"at\": \"2026-01-01T10:00:00Z\" }", "{ \"name\": \"left\", \"at\": \"2026-01-02T10:00:00Z\" }")]
    [InlineData("{ \"name\": \"left\", \"kind\": \"rack\", \"note\": \"a\" }", "{ \"name\": \"left\", \"kind\": \"rack\", \"note\": \"b\" }")]
    [InlineData("{ \"name\": \"left\", \"kind\": \"rack\" }", "{ \"name\": \"left\", \"kind\": \"rack\", \"note\": \"b\" }")]
    public void Copied_values_are_no_constants(string sample, string example)
        => Assert.DoesNotContain("always", Post(sample, example).Written.Text, StringComparison.Ordinal);

    [Fact]
    public void A_value_that_stays_where_others_change_is_a_constant()
    {
        var draft = Post("{ \"name\": \"left\", \"kind\": \"rack\" }", "{ \"name\": \"right\", \"kind\": \"rack\" }");

        Has(draft, "  name: string  # from the sample\n");
        Has(draft, "  kind: string always rack  # from the sample\n");
    }

    [Theory]
    [InlineData("{ \"kind\": \"rack\", \"owner\": null }", "{ \"kind\": \"rack\", \"owner\": \"me\" }")]
    [InlineData("{ \"kind\": \"rack\", \"size\": \"integer\" }", "{ \"kind\": \"rack\", \"size\": 4 }")]
    [InlineData("{ \"kind\": \"rack\", \"self\": \"http://host:port/racks/id\" }", "{ \"kind\": \"rack\", \"self\": \"http://srv:80/racks/7\" }")]
    public void A_value_in_a_template_is_a_constant(string sample, string example)
        => Assert.Contains("kind: string always rack", Post(sample, example).Written.Text, StringComparison.Ordinal);

    private static CheckedDraft Post(string sample, string example)
        => Support.Drafting.Draft(
            "<html><body><h1>Add a rack</h1><p>POST /racks</p><h2>Request body</h2><pre>" + sample + "</pre><h2>Example request</h2><pre>curl -X POST "
                + "https://srv.example.com/racks -d '" + example + "'</pre></body></html>", "base", "page.html");
}
