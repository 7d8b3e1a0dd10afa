using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>The build finds the same values in the path of a printed request as a fake does in a received one.</summary>
public sealed class PrintedPathTests
{
    [Theory]
    [InlineData("/x/{a}:{b}", "/x/p:7", "p", "7")]
    [InlineData("/x/{a}:{b}", "/x/p:q:7", "p:q", "7")]
    [InlineData("/x/{a}:{b}/y", "/x/p:q:7/y", "p:q", "7")]
    [InlineData("/x/{a}.{b}.json/y/{c}", "/x/p.q.json.json.json/y/8", "p.q.json", "json", "8")]
    [InlineData("/x/v{a}-{b}", "/x/vv-1-2", "v-1", "2")]
    [InlineData("/x/{a}-", "/x/p--", "p-")]
    [InlineData("/x/{a*}", "/x/p/q", "p/q")]
    [InlineData("/x/{a*}/content", "/x/p/content/q/content", "p/content/q")]
    [InlineData("/x/{a*}/y/{b}", "/x/p/y/q/y/7", "p/y/q", "7")]
    [InlineData("/x/{a*}/y/{b*}/z", "/x/p/y/q/y/7/z/z", "p/y/q", "7/z")]
    [InlineData("/x/{a*}:{b}", "/x/p:q/r:7", "p:q/r", "7")]
    [InlineData("/x/{a}:{b*}", "/x/p:q:7/8", "p:q", "7/8")]
    public async Task Values_of_a_path_are_the_same_in_an_example_and_in_a_request(string template, string target, params string[] values)
    {
        // An enum of one value: any other value would be reported.
        var rows = string.Concat(values.Select((value, i) => Row(template, (char)('a' + i), $"enum \"{value}\"")));
        var section = "operation: Xs.Get\nrequest: GET " + template.Replace("*", "", StringComparison.Ordinal) + "\npath:\n" + rows + "status: [200]\n";
        var document = new SpecDocument("a.apispec.yaml", section + "examples:\n  - request header: |\n      GET " + target + " HTTP/1.1\n");

        Assert.Empty(GeneratedProject.Of([document]).Messages);
        await using var server = await StubServer.StartAsync(new StubOptions(ExampleCatalog.Parse(document)));
        using var client = new HttpClient();
        await client.GetAsync(new Uri(server.BaseAddress, target), TestContext.Current.CancellationToken);
        var found = Assert.Single(server.Requests).PathValues;
        Assert.Equal(values, values.Select((_, i) => found[((char)('a' + i)).ToString()]));
    }

    [Theory]
    [InlineData("/x/{a}:{b}", "/x/p")]
    [InlineData("/x/{a}:{b}", "/x/:7")]
    [InlineData("/x/{a}:{b}", "/x/p:")]
    [InlineData("/x/{a*}/content", "/x/p/q")]
    [InlineData("/x/{a*}/content", "/x/content")]
    public void Other_path_is_reported(string template, string target)
    {
        var rows = Row(template, 'a', "string") + (template.Contains('b', StringComparison.Ordinal) ? Row(template, 'b', "string") : "");
        var section = "operation: Xs.Get\nrequest: GET " + template.Replace("*", "", StringComparison.Ordinal) + "\npath:\n" + rows + "status: [200]\n";

        var project = GeneratedProject.Of([new SpecDocument("a.apispec.yaml", section + "examples:\n  - request header: |\n      GET " + target + "\n")]);

        Assert.Equal("APISPEC0302", Assert.Single(project.Errors).Id);
    }

    // A star marks a value with slashes.
    private static string Row(string template, char name, string type)
        => $"  {name}: {type}{(template.Contains(name + "*", StringComparison.Ordinal) ? " slashes" : "")}\n";
}
