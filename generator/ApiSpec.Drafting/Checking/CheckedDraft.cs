using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Writing;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Drafting.Checking;

/// <summary>A draft that has been read back and checked.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Written">The text of the draft.</param>
/// <param name="Spec">The result of reading that text as a spec.</param>
internal sealed record CheckedDraft(Draft Draft, WrittenDraft Written, ParsedSpec Spec)
{
    private const string FileName = "draft.apispec.yaml";

    // The ids of diagnostics, by the line of the text, counted from zero.
    private SortedDictionary<int, string> Complaints { get; init; } = [];

    /// <summary>Whether nothing is left for a person to look at: no mark, no note, and no line that was not read.</summary>
    public bool IsComplete => Written.Marked == 0 && Draft.Unread.Count == 0 && Draft.Notes.Count == 0;

    /// <summary>Writes a draft, reads it back, names its operation, and marks each line that the check objects to.</summary>
    public static CheckedDraft Of(Draft draft, CancellationToken cancellationToken)
    {
        var written = DraftWriter.Write(draft);
        var spec = SpecReader.Read(FileName, written.Text, cancellationToken);
        if (spec.File?.Section is { IsOperationDerived: true } section)
        {
            draft = Named(draft, section.Id);
            written = DraftWriter.Write(draft);
            spec = SpecReader.Read(FileName, written.Text, cancellationToken);
        }

        var complaints = spec.Diagnostics.Where(static diagnostic => diagnostic.Rule.Severity != SpecSeverity.Info);
        return new CheckedDraft(draft, written, spec).WithComplaints(complaints, cancellationToken);
    }

    /// <summary>Whether a diagnostic only says that an example has a base path, which the draft has marked. The API file states the base path.</summary>
    public bool IsAboutBasePath(SpecDiagnostic diagnostic)
        => diagnostic.Rule == SpecRules.ExamplePath && Written.LinesBelowBase.Contains(Math.Min(diagnostic.Span.StartLine, Written.Lines.Count - 1));

    /// <summary>Marks each line that a check objects to.</summary>
    /// <param name="diagnostics">The diagnostics about the text of this draft.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public CheckedDraft WithComplaints(IEnumerable<SpecDiagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var complaints = new SortedDictionary<int, string>(Complaints);
        foreach (var diagnostic in diagnostics)
            complaints.TryAdd(diagnostic.Span.StartLine, diagnostic.Rule.Id);
        if (complaints.Count == Complaints.Count)
            return this;
        var written = DraftWriter.Write(Draft, complaints);
        return new CheckedDraft(Draft, written, SpecReader.Read(FileName, written.Text, cancellationToken)) { Complaints = complaints };
    }

    // The name follows from the section by the rules of the format. It is written so that other sections can link to it.
    private static Draft Named(Draft draft, string name)
    {
        var entries = draft.Entries.ToList();
        var at = entries.FindLastIndex(static entry => entry.Key is "api" or "section" or "title");
        entries.Insert(at + 1, new DraftEntry("operation", new DraftText(name), Mark.Printed, []));
        return draft with { Entries = entries };
    }
}
