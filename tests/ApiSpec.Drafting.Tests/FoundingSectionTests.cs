using ApiSpec.Drafting.Drafts;
using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>The text of section 9.6.8, copied from a browser, becomes its spec.</summary>
public sealed class FoundingSectionTests
{
    private static readonly string s_page = Support.Drafting.PageOf("jp1ao-9.6.8.txt");

    [Fact]
    public void The_draft_is_the_spec_but_for_its_second_source_its_notes_and_the_name_of_its_table()
    {
        var known = Support.Drafting.Known(Repository.Read("specs/jp1ao/jp1ao.apispec.yaml"));

        var draft = Support.Drafting.Draft(s_page, known: known, options: new DraftOptions(null, "AOGR0204"));

        Assert.Equal(Expected(), Support.Drafting.LinesOf(draft.Written.Text.Replace("RerunStartResponse", "ActionObject", StringComparison.Ordinal)));
        Assert.Empty(draft.Draft.Unread);
        Assert.Empty(draft.Spec.Diagnostics);
    }

    [Fact]
    public void What_the_page_does_not_print_is_marked()
    {
        var draft = Support.Drafting.Draft(s_page);

        var marked = draft.Written.Lines.Where(static line => line.Mark.Reason is not null).Select(static line => line.Text.Trim());
        Assert.Equal(
            [
                "id: long - instanceID of the task  # from the example",
                "name: always rerunStart  # from the example",
                "href: link Tasks.InvokeRerunStart  # from the address",
                "method: always POST  # from the example",
                "RerunStartResponse:  # check: the name of the table",
                "parameters: any[] or null  # from the example",
            ],
            marked);
    }

    [Fact]
    public void Each_line_of_the_draft_knows_its_line_of_the_page()
    {
        var draft = Support.Drafting.Draft(s_page);
        var page = s_page.ReplaceLineEndings("\n").Split('\n');

        foreach (var line in draft.Written.Lines.Where(static line => line.Lines.Count > 0 && line.IsPasted))
            Assert.Equal(page[line.Lines[0].Number - 1].Trim(), line.Text.Trim());
        Assert.Equal(38, draft.Written.Lines.Single(static line => line.Text.Contains("200 OK: ", StringComparison.Ordinal)).Lines[^1].Number);
    }

    private static List<string> Expected()
    {
        var text = File.ReadAllText(Repository.FoundingSpec).ReplaceLineEndings("\n");
        var notes = text.IndexOf("\nnotes:", StringComparison.Ordinal);
        text = text[..notes] + text[text.IndexOf("\nschemas:", StringComparison.Ordinal)..];
        text = text.Replace("source:\n  - V10 9.6.8 AOGR0204\n  - V12 2.7.14 AOCR0115\n", "source: V10 9.6.8 AOGR0204\n", StringComparison.Ordinal);
        return [.. Support.Drafting.LinesOf(text)];
    }
}
