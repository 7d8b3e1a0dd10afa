using System.Text.Json.Nodes;
using Gallery.GitLab;
using Xunit;

namespace ApiSpec.Specs.Tests.Gallery;

/// <summary>GitLab: the next page of a list is in the header Link.</summary>
public sealed class HeaderPagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Next_page_is_that_of_the_header()
    {
        var printed = JsonNode.Parse(Catalogs.ExamplesOf("gitlab IssueNotes.List")[0].Response!.Body!)!.AsArray();
        PrintedResponse[] pages = [.. printed.Select(static note => new PrintedResponse("[" + note!.ToJsonString() + "]"))];
        await using var server = await PrintedServer.StartAsync(pages);
        pages[0] = pages[0] with { Headers = [new("link", Links(server.Address))] };
        using var client = new GitLabClient(server.Address, new ApiClientOptions { Credential = new HeaderCredential("PRIVATE-TOKEN", "<your_access_token>") });

        var notes = new List<Note>();
        await foreach (var note in client.IssueNotes.ListItemsAsync("5", 11, new() { PerPage = 1 }, Token))
            notes.Add(note);

        Assert.Equal([302, 305], notes.Select(static note => note.Id));
        Assert.Equal(
            ["/api/v4/projects/5/issues/11/notes?per_page=1", "/api/v4/projects/5/issues/11/notes?page=2&per_page=1"],
            server.Requests.Select(static request => request.Target));
        Assert.Equal("Text of the comment\r\n", notes[1].Body);
    }

    [Fact]
    public async Task Printed_headers_are_read()
    {
        var example = Catalogs.ExamplesOf("gitlab IssueNotes.List");
        await using var server = await PrintedServer.StartAsync(PrintedResponse.Of(example[0]) with { Headers = PrintedResponse.Of(example[1]).Headers });
        using var client = new GitLabClient(server.Address);

        var response = await client.IssueNotes.ListWithResponseAsync("diaspora/diaspora", 8, new() { Page = 2, PerPage = 3 }, Token);

        Assert.Equal((3, 2, 8), (response.GetXNextPage(), response.GetXPage(), response.GetXTotal()));
        Assert.Equal("/api/v4/projects/diaspora%2Fdiaspora/issues/8/notes?page=2&per_page=3", Assert.Single(server.Requests).Target);
    }

    // The URLs have the printed form, but point to the server of the test.
    private static string Links(Uri server)
        => $"<{server}api/v4/projects/5/issues/11/notes?page=1&per_page=1>; rel=\"first\", <{server}api/v4/projects/5/issues/11/notes?page=2&per_page=1>; "
            + $"rel=\"next\"";
}
