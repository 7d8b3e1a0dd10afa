namespace ApiSpec.Drafting.Tests;

/// <summary>Lines that are longer than any line of a manual.</summary>
public sealed class LongLineTests
{
    private const int Longest = 20_000;

    private static readonly string s_long = string.Concat(Enumerable.Repeat("word ", Longest / 5));

    [Theory]
    [InlineData("page.txt", "Get a rack\n\nGET /racks\n\n{0}the end\n\nResponse\n\nName\tType\nsize\tinteger\n")]
    [InlineData("page.md", "# Get a rack\n\n`GET /racks`\n\n{0}the end\n\n## Response\n\n| Name | Type |\n| --- | --- |\n| size | integer |\n")]
    [InlineData("page.html", "<html><body><h1>Get a rack</h1><p>GET /racks</p><p>{0}the end</p></body></html>")]
    [InlineData("page.html", "<html><body><h1>Get a rack</h1><p>GET /racks</p><pre>{0}the end</pre></body></html>")]
    [InlineData("page.html", "<html><body><h1>Get a rack</h1><p>GET /racks</p><h2>Response</h2><table><tr><th>Name</th><th>Description</th></tr>"
        + "<tr><td>size</td><td>{0}the end</td></tr></table></body></html>")]
    public void The_rest_of_a_line_that_is_too_long_is_listed(string name, string page)
    {
        var draft = Support.Drafting.Draft(page.Replace("{0}", s_long, StringComparison.Ordinal), "base", name);

        Assert.Contains("the end", draft.Draft.Unread.Select(static line => line.Text));
    }
}
