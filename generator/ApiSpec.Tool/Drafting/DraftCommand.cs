using System.CommandLine;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Tool.Drafting;

/// <summary><c>apispec draft</c>: drafts a spec from the page of a manual.</summary>
internal static class DraftCommand
{
    public const string Name = "draft";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec draft section.txt
          apispec draft AOCR0115.HTM --profile jp1 --specs specs/jp1ao -o specs/jp1ao/tasks
          apispec draft manual.pdf --section 9.6.8 --explain
          apispec draft AOCR0115.HTM --onto specs/jp1ao/tasks/2.7.14-get-rerun-start.apispec.yaml

        Exit codes:
          0  the draft is written, or --onto found no difference
          1  --onto found a difference, or --strict found something that you have to check
          2  wrong arguments, or a page that cannot be read
        """;

    public static Command Create(ToolConsole console)
    {
        var pages = new Argument<string[]>("pages")
        {
            Description = "The page of one section: text, saved HTML, Markdown, reStructuredText, AsciiDoc or a PDF. "
                + "If the section has several files, pass them in their order",
            Arity = ArgumentArity.OneOrMore,
        };
        var profile = new Option<string>("--profile")
        {
            Description = "The headings and columns of the manual: a file, or one of " + string.Join(", ", ShippedProfiles.Names),
            HelpName = "file|name|auto",
            DefaultValueFactory = static _ => DraftRequest.Auto,
        };
        var specs = new Option<string?>(
            "--specs") { Description = "A folder of specs of the same API; the draft uses their tables, roles and operations", HelpName = "folder" };
        var edition = new Option<string?>("--edition") { Description = "The edition of the manual, if the page does not print it", HelpName = "V12" };
        var page = new Option<string?>("--page") { Description = "The name of the page, if the page does not print it", HelpName = "AOCR0115" };
        var section = new Option<string?>("--section") { Description = "The number, title or URL of the section, if the page has several", HelpName = "9.6.8" };
        var output = new Option<string?>("--output", "-o") { Description = "The folder to write the spec to; without it, it is printed", HelpName = "folder" };
        var onto = new Option<string?>("--onto")
        {
            Description = "An existing spec of the section; reports differences from it, and writes nothing",
            HelpName = "spec",
        };
        var strict = new Option<bool>("--strict")
        {
            Description = "Return 1 if you have to check something: a line is marked or was not read, the draft ends with a comment about the page as a "
                + "whole, or '--profile auto' finds no profile that fits",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Print on standard error: for each line of the draft, its lines on the page; for each heading, the part that it starts; and the "
                + "entries of your own profile that match nothing",
        };
        var command = new Command(Name, "Drafts the spec of a section from its page. It sends nothing over the network, and overwrites no file.")
        {
            pages, profile, specs, edition, page, section, output, onto, strict, explain,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(onto) is not null && (result.GetValue(output) is not null || result.GetValue(explain)))
                result.AddError("--onto compares and writes nothing, so it cannot be combined with --output and --explain.");
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(new DraftRun(console, cancellationToken).Run(new DraftRequest(
            parsed.GetValue(pages)!, parsed.GetValue(profile)!, parsed.GetValue(specs), parsed.GetValue(edition), parsed.GetValue(page),
            parsed.GetValue(section),
            parsed.GetValue(output), parsed.GetValue(onto), parsed.GetValue(strict), parsed.GetValue(explain)))));
        return command;
    }
}

/// <summary>The arguments of the command line.</summary>
internal sealed record DraftRequest(
    IReadOnlyList<string> Pages, string Profile, string? Specs, string? Edition, string? Page, string? Section, string? Output, string? Onto, bool IsStrict,
    bool Explains)
{
    public const string Auto = "auto";
}
