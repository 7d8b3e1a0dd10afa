using System.CommandLine;
using System.Text.Json;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Diff;

/// <summary><c>apispec diff</c>: compares two references, or two editions of one.</summary>
internal static class DiffCommand
{
    public const string Name = "diff";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec diff specs-of-last-year specs
          apispec diff specs --from V10 --to V13
          apispec diff old new --severity words-changed=none --fail-on any

        Exit codes:
          0  no changes with the level of --fail-on or a higher one
          1  at least one such change
          2  wrong arguments, files that cannot be read, or specs with errors
        """;

    private const string Never = "never";
    private const string Any = "any";
    private const string None = "none";

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>(
            "paths") { Description = "The folders of the old and the new specs; with --from and --to, a single folder", Arity = new ArgumentArity(1, 2) };
        var from = new Option<string?>("--from") { Description = "The old edition", HelpName = "edition" };
        var to = new Option<string?>("--to") { Description = "The new edition", HelpName = "edition" };
        var api = new Option<string?>("--api") { Description = "The id of the API, required if the specs describe several", HelpName = "id" };
        var format = new Option<string>(
            "--format") { Description = "The format of the result", HelpName = "text|json", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The lowest level that makes the command fail",
            HelpName = "breaking|warning|any|never",
            DefaultValueFactory = static _ => "breaking",
        };
        failOn.AcceptOnlyFromAmong("breaking", "warning", Any, Never);
        var severity = new Option<string[]>("--severity")
        {
            Description = "The level of a kind of change; repeat it for more kinds", HelpName = "kind=breaking|warning|info|none",
            DefaultValueFactory = static _ => [],
        };
        severity.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!TryRead(token.Value, out _, out _))
                    result.AddError(
                        $"'{token.Value}' gives no level of a kind of change; write breaking, warning, info or none, as in --severity words-changed=none.");
            }
        });
        var command = new Command(
            Name, "Lists what changed between two references, or two editions of one.") { paths, from, to, api, format, failOn, severity };
        command.Validators.Add(result =>
        {
            var isOfEditions = result.GetValue(from) is not null && result.GetValue(to) is not null;
            if (result.GetValue(paths)?.Length == (isOfEditions ? 2 : 1))
                result.AddError("Name two folders, or one folder with --from and --to.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folders = parsed.GetValue(paths)!;
            var before = SideOf(folders[0], parsed.GetValue(api), folders.Length == 1 ? parsed.GetValue(from) : null, console, cancellationToken);
            var after = before is null
                ? null
                : SideOf(folders[^1], parsed.GetValue(api), folders.Length == 1 ? parsed.GetValue(to) : null, console, cancellationToken);
            if (before is null || after is null)
                return ExitCode.NotRun;
            var levels = LevelsOf(parsed.GetValue(severity)!);
            var changes = ReferenceDiff.Compare(before.Value, after.Value, rule => levels[rule], cancellationToken);
            await console.Output.WriteAsync(parsed.GetValue(format) == "json" ? JsonOf(changes) : TextOf(changes));
            return Fails(changes, parsed.GetValue(failOn)!) ? ExitCode.Failed : ExitCode.Success;
        });
        return command;
    }

    private static (SpecProject Project, EditionView View)? SideOf(
        string path, string? api, string? edition, ToolConsole console, CancellationToken cancellationToken)
    {
        if (SpecProject.Read([path], console, cancellationToken) is not { } project || project.Choose(api, console) is not { } reference)
            return null;
        if (edition is null || EditionView.WhyUnknown(reference, edition) is not { } reason)
            return (project, new EditionView(reference, edition));
        console.Error.WriteLine(reason);
        return null;
    }

    private static bool Fails(IReadOnlyList<Change> changes, string failOn) => failOn switch
    {
        Never => false,
        Any => changes.Count > 0,
        "warning" => changes.Any(static change => change.Level >= ChangeLevel.Warning),
        _ => changes.Any(static change => change.Level == ChangeLevel.Breaking),
    };

    private static Dictionary<ChangeRule, ChangeLevel?> LevelsOf(IEnumerable<string> severities)
    {
        var levels = ChangeRule.All.ToDictionary(static rule => rule, static rule => (ChangeLevel?)rule.Level);
        foreach (var text in severities)
        {
            if (TryRead(text, out var rule, out var level))
                levels[rule] = level;
        }

        return levels;
    }

    private static bool TryRead(string text, out ChangeRule rule, out ChangeLevel? level)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        level = null;
        rule = ChangeRule.All.FirstOrDefault(rule => equals > 0 && rule.Id.Equals(text[..equals], StringComparison.OrdinalIgnoreCase))!;
        if (rule is null)
            return false;
        var word = text[(equals + 1)..];
        if (word.Equals(None, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!Enum.TryParse<ChangeLevel>(word, ignoreCase: true, out var known) || !Enum.IsDefined(known) || char.IsAsciiDigit(word[0]))
            return false;
        level = known;
        return true;
    }

    private static string WordOf(ChangeLevel level) => level.ToString().ToLowerInvariant();

    private static string TextOf(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
            return "No changes.\n";
        var lines = changes.Select(
            static change => PlainLine.Of($"{change.Path}({change.Line}): {WordOf(change.Level)} {change.Rule.Id}: {change.Operation}: {change.Text}") + "\n");
        var counts = Enum.GetValues<ChangeLevel>().OrderDescending().Select(level => $"{changes.Count(change => change.Level == level)} {WordOf(level)}");
        return string.Concat(lines) + "\n" + (changes.Count == 1 ? "1 change: " : $"{changes.Count} changes: ") + string.Join(", ", counts) + ".\n";
    }

    private static string JsonOf(IReadOnlyList<Change> changes)
        => JsonSerializer.Serialize(
            new
            {
                changes = changes.Select(static change => new { level = WordOf(
                    change.Level), kind = change.Rule.Id, operation = change.Operation, file = change.Path, line = change.Line, text = change.Text }),
            },
            s_indented).ReplaceLineEndings("\n") + "\n";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };
}
