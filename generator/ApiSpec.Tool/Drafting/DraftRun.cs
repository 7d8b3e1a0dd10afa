using ApiSpec.Drafting;
using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Generator.Binding;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Tool.Check;

namespace ApiSpec.Tool.Drafting;

/// <summary>One run of <c>apispec draft</c>.</summary>
internal sealed class DraftRun(ToolConsole console, CancellationToken cancellationToken)
{
    /// <summary>Drafts, checks and writes the spec.</summary>
    /// <exception cref="IOException">A file cannot be read or written, or is not a page, profile or spec.</exception>
    public int Run(DraftRequest request)
    {
        var page = ReadPages(request.Pages);
        var files = request.Specs is { } folder ? ReadSpecs(folder) : [];
        var known = new KnownSpecs([.. files.Select(static file => file.Spec.File).OfType<SpecFile>()]);
        var (profile, isFitting) = ChooseProfile(request.Profile, page, request.Section);
        var options = new DraftOptions(request.Edition, request.Page, isFitting);
        var checkedDraft = PageDrafter.Draft(page, profile, request.Section, known, options, cancellationToken);
        if (request.Onto is { } onto)
            return Compare(checkedDraft, onto);

        // Checks the draft like a build, together with the other specs of its folder.
        var name = FileNameOf(checkedDraft);
        var path = request.Output is { } output ? Path.Combine(Path.GetFullPath(output, console.Folder), name) : null;
        var shown = path is null ? name : console.Display(path);
        checkedDraft = Check(checkedDraft, shown, files);
        if (path is null)
            console.Output.Write(checkedDraft.Written.Text);
        else
            Write(path, checkedDraft.Written.Text);
        if (request.Explains)
            Explain(checkedDraft, profile);
        Sum(checkedDraft, path is null ? null : shown);
        return request.IsStrict && !(isFitting && checkedDraft.IsComplete) ? ExitCode.Failed : ExitCode.Success;
    }

    private Page ReadPages(IReadOnlyList<string> paths)
    {
        var pages = new List<Page>();
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PageReader.Read(path, PageFile.Read(Path.GetFullPath(path, console.Folder), path, PageLimits.Bytes), cancellationToken));
        }

        return Page.Join(pages);
    }

    private List<ParsedSpecFile> ReadSpecs(string folder)
        => [.. SpecFiles.Find(Path.GetFullPath(folder, console.Folder))
            .Select(file => (File: file, Text: SpecFiles.ReadText(file)))
            .Where(static file => file.Text is not null)
            .Select(file => ParsedSpecFile.Read(console.Display(file.File), () => file.Text!, cancellationToken))];

    private (Profile Profile, bool IsFitting) ChooseProfile(string name, Page page, string? section)
    {
        if (name == DraftRequest.Auto)
        {
            var choice = ProfileChoice.Choose(page, section, cancellationToken);
            console.Error.WriteLine(choice.IsFitting
                ? $"Profile: {choice.Profile.Name} ({choice.Reason})."
                : $"Profile: none fits ({choice.Reason}). The terms of '{choice.Profile.Name}' are used; write a profile for the manual.");
            foreach (var refused in choice.Refused)
                console.Error.WriteLine($"Not used: {refused}. If the page is of that manual, name the profile with --profile.");
            return (choice.Profile, choice.IsFitting);
        }

        if (ShippedProfiles.Find(name) is { } shipped)
            return (shipped, true);
        var file = Path.GetFullPath(name, console.Folder);
        if (!Path.Exists(file))
            throw new FileNotFoundException($"There is no profile '{name}'{NearestName.Hint(name, ShippedProfiles.Names)}. The profiles are "
                + $"{string.Join(", ", ShippedProfiles.Names)}; a file is named with its path.");
        var text = SpecFiles.ReadText(file, name, "a profile") ?? throw new IOException($"{name}: the profile is too large.");
        var (profile, diagnostics) = ProfileReader.Read(text, ShippedProfiles.Find, cancellationToken);
        foreach (var diagnostic in diagnostics)
            console.Error.WriteLine(LineOf(console.Display(file), diagnostic));
        if (profile is null || diagnostics.Any(static diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error))
            throw new IOException($"{console.Display(file)}: the profile has errors.");
        return (profile, true);
    }

    private int Compare(CheckedDraft draft, string onto)
    {
        var path = Path.GetFullPath(onto, console.Folder);
        var text = Path.Exists(path) ? SpecFiles.ReadText(path, onto, "a spec file") : throw new FileNotFoundException($"There is no spec '{onto}'.");
        var differences = SpecDifferences.Of(draft, text ?? "", cancellationToken);
        foreach (var difference in differences)
            console.Output.WriteLine($"{console.Display(path)}({difference.Line}): {difference.Text}");
        console.Error.WriteLine(differences.Count == 0 ? "The page and the spec agree." : $"{Count(differences.Count, "difference")}.");
        foreach (var line in draft.Draft.Unread)
            console.Error.WriteLine($"not read, {line.Place}: {line.Text}");
        return differences.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    // A build reads the draft together with the other specs, and can report lines that are valid on their own.
    private CheckedDraft Check(CheckedDraft draft, string shown, List<ParsedSpecFile> files)
    {
        var file = ParsedSpecFile.Read(shown, () => draft.Written.Text, cancellationToken);
        var result = SpecCheck.Run([.. files.Where(other => other.Path != shown), file], SeverityOverrides.Nothing, cancellationToken);
        var findings = result.Findings.Where(finding => finding.File == shown && finding.Severity != SpecSeverity.Info
            && !draft.IsAboutBasePath(finding.Diagnostic)).ToList();
        // The two specs describe one section, so neither has to be renamed.
        var (own, others) = SameSections(shown, files, file);
        if (others.Find(other => findings.Exists(finding => IsDuplicateOf(finding, own!, other))) is { } transcribed)
        {
            findings.RemoveAll(finding => IsDuplicateOf(finding, own!, transcribed));
            console.Error.WriteLine(
                $"This section is already transcribed in '{transcribed.Path}'; to see what differs, use --onto {Argument(transcribed.Path)}.");
        }

        foreach (var finding in findings)
            console.Error.WriteLine(LineOf(shown, finding.Diagnostic));
        return draft.WithComplaints(findings.Select(static finding => finding.Diagnostic), cancellationToken);
    }

    // The draft as its API reads it, and the specs of that API that describe the same section.
    private static (SpecSource? Own, List<SpecSource> Others) SameSections(string shown, List<ParsedSpecFile> files, ParsedSpecFile draft)
    {
        var sources = files.Where(other => other.Path != shown).Append(draft).SelectMany(static file => file.Sources);
        foreach (var api in ApiReference.Of(sources, new DiagnosticList()))
        {
            if (api.Sections.FirstOrDefault(section => section.Path == shown) is { } own)
                return (own, [.. api.Sections.Where(other => other.Path != own.Path && IsSameSection(api, own.File.Section!, other.File.Section!))]);
        }

        return (null, []);
    }

    // An edition can change the number or the request of a section. Constants distinguish sections that have the same request.
    private static bool IsSameSection(ApiReference api, SectionDeclaration one, SectionDeclaration two)
        => (one.Section is not null && one.Section == two.Section && one.Group == two.Group && one.Method == two.Method)
            || (one.HttpMethod == two.HttpMethod && one.Path.ToString() == two.Path.ToString()
                && RequestConstants.Signature(RequestConstants.Of(api, one)) == RequestConstants.Signature(RequestConstants.Of(api, two)));

    // Two files in different folders can have one name, so the name of the other file is not enough.
    private static bool IsDuplicateOf(Finding finding, SpecSource own, SpecSource other)
        => (finding.Diagnostic.Rule == SpecRules.DuplicateOperation ? own.Operation == other.Operation
                : finding.Diagnostic.Rule == SpecRules.DuplicateRequest && own.Request == other.Request)
            && finding.Diagnostic.Arguments[1] == FileName.Of(other.Path, own.Path);

    private static string Argument(string path) => path.Contains(' ', StringComparison.Ordinal) ? "\"" + path + "\"" : path;

    private static string LineOf(string file, SpecDiagnostic diagnostic)
        => $"{file}({diagnostic.Span.StartLine + 1},{diagnostic.Span.StartColumn + 1}): {SeverityOverrides.NameOf(diagnostic.Rule.Severity)} "
            + $"{diagnostic.Rule.Id}: {diagnostic.Message}";

    private void Write(string path, string text)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new IOException($"'{console.Display(path)}' exists, and is not overwritten; use --onto to see what differs, or remove it.");
        OutputFile.WriteWhole(text, path, overwrites: false, cancellationToken);
    }

    // Not to the output, which can be redirected to the file of the spec.
    private void Explain(CheckedDraft draft, Profile profile)
    {
        console.Error.WriteLine();
        for (var i = 0; i < draft.Written.Lines.Count; i++)
        {
            var line = draft.Written.Lines[i];
            if (line.Text.Length == 0)
                continue;
            var places = line.Lines.Select(static other => other.Place).Distinct(StringComparer.Ordinal).ToList();
            var from = places.Count == 0 ? "" : places.Count <= 3 ? string.Join(", ", places) : places[0] + " to " + places[^1];
            console.Error.WriteLine($"{i + 1,4}  {line.Text.Trim()}{(from.Length == 0 ? "" : "  <-  " + from)}");
        }

        if (draft.Draft.Section is not { } section)
            return;
        console.Error.WriteLine();
        foreach (var (heading, key) in ProfileUse.Headings(section, profile))
            console.Error.WriteLine($"heading, {heading.Place}: {heading.Text}  ->  {key ?? "not known"}");
        // A shipped profile has hundreds of terms, and no section has them all. Only the writer of a profile looks for terms that match nothing.
        if (ReferenceEquals(profile, ShippedProfiles.Find(profile.Name)))
            return;
        foreach (var entry in ProfileUse.Unused(section, profile, draft.Draft.Use))
            console.Error.WriteLine($"no match in the section: {entry.Key}: {entry.Text}");
    }

    private void Sum(CheckedDraft draft, string? path)
        => console.Error.WriteLine(
            $"{(path is null ? "Drafted" : $"Wrote '{path}'")}: {Count(draft.Written.Lines.Count(static line => line.Text.Length > 0), "line")}, "
            + $"{draft.Written.Marked} marked, {Count(draft.Draft.Unread.Count, "line")} of the page not read.");

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    // <section>-<function>, as the documentation of the format recommends.
    private static string FileNameOf(CheckedDraft draft)
    {
        var section = draft.Spec.File?.Section;
        var name = new System.Text.StringBuilder();
        foreach (var c in section is null ? "" : section.Method + (section.Group.Length == 0 ? "" : "-" + section.Group))
            name.Append(char.IsUpper(c) && name.Length > 0 && name[^1] != '-' ? "-" : "").Append(char.ToLowerInvariant(c));
        var number = section?.Section is { } printed && printed.All(static c => char.IsAsciiLetterOrDigit(c) || c == '.') ? printed + "-" : "";
        return number + (name.Length == 0 ? "draft" : new string([.. name.ToString().Where(static c => char.IsLetterOrDigit(c) || c == '-').Take(80)]))
            + SpecFileName.Extension;
    }
}
