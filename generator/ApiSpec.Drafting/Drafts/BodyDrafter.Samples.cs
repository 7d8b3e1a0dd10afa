using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <content>Bodies that only samples and examples show.</content>
internal sealed partial class BodyDrafter
{
    /// <summary>Drafts the body from a JSON sample that is outside the parts for bodies.</summary>
    /// <param name="key">The key: <c>body</c>.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="example">The body of the example; null: none.</param>
    public DraftEntry? DraftSample(string key, JsonSample sample, JsonText? example)
    {
        if (SampleRows.Of(sample, example) is not { } row)
            return null;
        ReadComments(key, row, sample, hasFacts: true);
        UseLead(sample);
        row.Doubt(Mark.Check("the body"));
        row.DoubtMembers(Mark.From("the sample"));
        return OfRows(key, row);
    }

    // 'The syntax is as follows:' says nothing that the body does not.
    private void UseLead(JsonSample sample)
    {
        PageLine? above = null;
        foreach (var line in context.Section.Lines.TakeWhile(line => !ReferenceEquals(line, sample.Lines[0])).Where(static line => !line.IsBlank))
            above = line;
        if (above is { Kind: LineKind.Text, IsAside: false, Text: { Length: <= LongestLead } text } && text[^1] is ':' or '\uFF1A')
            context.Ledger.Use(above);
    }

    private void ReadComments(string key, DraftRow rows, JsonSample sample, bool hasFacts)
    {
        context.Ledger.Use(sample.Lines);
        if (hasFacts)
            new RowDrafter(context, key).ReadComments(rows);
        foreach (var (line, comment) in SampleComments.Of(sample).Others)
            context.Ledger.Leave(line, comment);
    }

    // The page does not describe a body, but its example has one.
    private DraftEntry? OfExample(string key, JsonText? example)
    {
        if (example is null)
            return null;
        var root = SampleRows.Of(new JsonSample(example, "", [], IsCutOff: false), null);
        if (root is null || (root.Children.Count == 0 && root.Type is null))
            return null;
        root.Doubt(Mark.FromExample);
        root.DoubtMembers(Mark.FromExample);
        return OfRows(key, root);
    }
}
