using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Names with signs, examples of other operations, conditional roles, and the words for a default.</summary>
public sealed class ReviewedFormTests
{
    [Theory]
    [InlineData("+1")]
    [InlineData("-1")]
    public void A_number_with_a_sign_is_a_name(string name)
    {
        var draft = Html("<h2>Response</h2>" + Table("Name,Type,Description", "total,integer,All.", name + ",integer,The votes.", "laugh,integer,The laughs."));

        Has(draft, "response:\n  total: int - All.\n");
        Has(draft, "  \"" + name + "\": int - The votes.\n  laugh: int - The laughs.\n");
    }

    [Fact]
    public void Values_before_the_path_are_no_base_path()
    {
        Has(Html("<h2>Example</h2><pre>GET /api/v2/racks/a HTTP/1.1</pre>"), "request header: |  # from a base path\n");
        Assert.DoesNotContain("from a base path", Html("<h2>Example</h2><pre>GET /rooms/7/racks/a HTTP/1.1</pre>").Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rest/api/2/racks/a")]
    [InlineData("/api/3/racks/a")]
    public void A_number_after_api_is_a_version(string path)
        => Has(Html("<h2>Example</h2><pre>GET " + path + " HTTP/1.1</pre>"), "request header: |  # from a base path\n");

    [Theory]
    [InlineData("If the rack is locked, this call requires the Admin role.")]
    [InlineData("To see private racks, you must have the Admin role.")]
    [InlineData("This call also requires the Admin role.")]
    [InlineData("It requires the Admin role unless the rack is free.")]
    [InlineData("Users who are administrators can also remove it, which requires the Admin role.")]
    [InlineData("The user needs a password and admin permissions.")]
    public void A_role_of_some_calls_is_not_required(string sentence)
        => Assert.DoesNotContain("roles:", Html("<p>" + sentence + "</p>").Written.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("To call this operation, you must have the Admin role.")]
    [InlineData("This call requires the Admin role.")]
    public void A_role_of_all_calls_is_required(string sentence)
        => Has(Support.Drafting.Draft("<html><body><h1>Get a rack</h1><p>Returns a rack. " + sentence + "</p><p>GET /racks</p></body></html>", "base",
            "page.html"),
            "roles: [Admin]  # check: from the text\n");

    [Theory]
    [InlineData("low (default), high")]
    [InlineData("low, the default | high")]
    [InlineData("low - default; high")]
    [InlineData("low [default value]; high")]
    [InlineData("low (the default): slow; high: fast")]
    public void The_words_for_a_default_are_the_same_in_a_cell(string values)
        => Assert.Equal(("low|high", "low"), Drafts.PrintedValues.Read(values) is { } read ? (read.Text, read.Default) : default);

    [Theory]
    [InlineData("low (default)")]
    [InlineData("low, the default")]
    [InlineData("low - default")]
    [InlineData("low (default) - slow")]
    public void The_words_for_a_default_are_the_same_in_a_list(string item)
        => Assert.Equal(("low|high", "low"), Drafts.ValueList.Read([item, "high"]) is { } read ? (read.Values, read.Default) : default);
}
