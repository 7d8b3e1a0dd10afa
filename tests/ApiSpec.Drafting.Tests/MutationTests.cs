
namespace ApiSpec.Drafting.Tests;

/// <summary>A change on a page changes its draft, in the same place only.</summary>
public sealed class MutationTests
{
    private static readonly string s_page = Support.Drafting.PageOf("jp1ao-9.6.8.txt").ReplaceLineEndings("\n");

    private static readonly IReadOnlyList<string> s_draft = Support.Drafting.LinesOf(Support.Drafting.Draft(s_page).Written.Text);

    [Theory]
    [InlineData("The server is not available.", "The server is down.", "  412 Precondition failed: The server is down.")]
    [InlineData("\n404\n", "\n410\n", "  410 Not found: The permission is invalid, or the resource does not exist.")]
    [InlineData("Server-side error\n", "Broken\n", "  500 Broken: A server processing error occurred.")]
    [InlineData("Develop role, ", "", "roles: [Admin, Modify, Submit]")]
    [InlineData("Version 10", "Version 12", "source: V12 9.6.8")]
    [InlineData("9.6.8", "9.6.9", "section: 9.6.9", "source: V10 9.6.9")]
    [InlineData(
        "Specifies a task, and", "Names a task, and", "function: Names a task, and acquires information necessary for retrying the task from the failed step.")]
    [InlineData("  \"parameters\" : null", "  \"arguments\" : null", "    arguments: unknown or null", "    parameters?: any[]")]
    [InlineData("User-Agent: useragent1", "User-Agent: other", "      User-Agent: other")]
    public void One_change_of_a_page_changes_its_lines_alone(string old, string changed, params string[] expected)
    {
        Assert.Contains(old, s_page, StringComparison.Ordinal);
        var draft = Support.Drafting.LinesOf(Support.Drafting.Draft(s_page.Replace(old, changed, StringComparison.Ordinal)).Written.Text);

        Assert.Equal(expected.Order(StringComparer.Ordinal), draft.Except(s_draft).Order(StringComparer.Ordinal));
        Assert.True(s_draft.Except(draft).Count() <= expected.Length);
    }

    [Fact]
    public void Another_word_in_the_address_is_another_placeholder()
    {
        var draft = Support.Drafting.Draft(s_page.Replace("/Tasks/id/", "/Tasks/taskID/", StringComparison.Ordinal));

        var lines = Support.Drafting.LinesOf(draft.Written.Text);
        Assert.Contains("request: GET http://host:port/Automation/{version}/objects/Tasks/{taskID}/actions/rerunStart", lines);
        Assert.Contains("  taskID: long - instanceID of the task", lines);
        Assert.Equal(2, lines.Except(s_draft).Count());
    }
}
