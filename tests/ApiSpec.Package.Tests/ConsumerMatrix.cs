using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>Restores and builds all rows in one build, from folders and without a network. Then runs their programs and tests.</summary>
public sealed partial class ConsumerMatrix : IAsyncLifetime
{
    // Not the server that other tests have started, because that one has a network.
    private readonly CompilerServer _compiler = new();
    private readonly ConsumerFolder _folder;
    private readonly Dictionary<string, CommandResult> _runs = [];
    private CommandResult _build = new(-1, "");

    public ConsumerMatrix(Packages packages) => _folder = new ConsumerFolder(packages, _compiler);

    /// <summary>Warnings and errors of the build: <c>(project, severity, id and message)</c>, each once.</summary>
    internal IReadOnlyList<(string Project, string Severity, string Text)> Messages { get; private set; } = [];

    /// <summary>The output of the build.</summary>
    internal string Output => _build.Output;

    public async ValueTask InitializeAsync()
    {
        foreach (var row in ConsumerRows.All)
        {
            foreach (var (path, text) in row.Files)
                _folder.Write(Path.Combine(NameOf(row), path), text);
            foreach (var (path, source) in row.Copies)
                _folder.Copy(source, Path.Combine(NameOf(row), path));
        }

        _folder.Write("matrix.slnx", Solution());
        _build = await _folder.DotnetOfflineAsync("build", "matrix.slnx", "-nologo", "-v:m", "-tl:off", "-clp:NoSummary");
        await _compiler.EndAsync();
        Messages = [.. MessageLine().Matches(_build.Output)
            .Select(static line => (line.Groups["project"].Value, line.Groups["severity"].Value, line.Groups["text"].Value)).Distinct()];

        await RunProgramsAsync();
        WriteTable();
    }

    /// <summary>Returns the warnings and errors of the projects of a row, as <c>id: message</c>.</summary>
    internal IEnumerable<string> MessagesOf(ConsumerRow row, string severity)
        => Messages.Where(
            message => message.Severity == severity && message.Project.StartsWith(FolderOf(row) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(static message => message.Text).Distinct();

    internal string FolderOf(ConsumerRow row) => _folder.PathOf(NameOf(row));

    /// <summary>Whether every project of a row has an assembly.</summary>
    internal bool IsBuilt(ConsumerRow row) => row.Projects.All(project =>
    {
        var output = Path.Combine(FolderOf(row), Path.GetDirectoryName(project)!, "bin");
        var assembly = Path.GetFileNameWithoutExtension(project) + (row.IsForFramework ? ".exe" : ".dll");
        return Directory.Exists(output) && Directory.EnumerateFiles(output, assembly, SearchOption.AllDirectories).Any();
    });

    /// <summary>Returns the result of the program or the tests of a row, or a failure if the row was not built.</summary>
    internal CommandResult RunOf(ConsumerRow row) => _runs.GetValueOrDefault(row.Name) ?? new CommandResult(-1, "It was not built.");

    /// <summary>Runs <c>dotnet</c> on the first project of a row.</summary>
    internal Task<CommandResult> DotnetAsync(ConsumerRow row, params string[] arguments)
        => _folder.DotnetAsync([.. arguments, "--project", Path.Combine(FolderOf(row), row.Projects[0])]);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string NameOf(ConsumerRow row) => NotInFolderNames().Replace(row.Name, "-");

    // The folders of the solution distinguish projects with the same name.
    private static string Solution()
    {
        var text = new StringBuilder("<Solution>\n");
        foreach (var row in ConsumerRows.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"  <Folder Name=\"/{NameOf(row)}/\">\n");
            foreach (var project in row.Projects)
                text.Append(CultureInfo.InvariantCulture, $"    <Project Path=\"{NameOf(row)}/{project}\" />\n");
            text.Append("  </Folder>\n");
        }

        return text.Append("</Solution>\n").ToString();
    }

    private async Task RunProgramsAsync()
    {
        await using var server = await StubServer.StartAsync(Repository.FoundingSpec);
        await Parallel.ForEachAsync(ConsumerRows.All.Where(row => row.IsRun && IsBuilt(row)), async (row, _) =>
        {
            var run = row.Program is { } program
                ? await RunAsync(row, Path.Combine(FolderOf(row), program), server.BaseAddress.ToString())
                : await _folder.DotnetAsync("test", Path.Combine(FolderOf(row), row.Tests!), "--no-build", "-nologo");
            lock (_runs)
                _runs.Add(row.Name, run);
        });
    }

    private Task<CommandResult> RunAsync(ConsumerRow row, string program, string server)
        => row.IsForFramework
            ? _folder.RunAsync(FrameworkRuntime.CommandOf(program, server))
            : _folder.DotnetAsync("exec", "--roll-forward", "Major", program, server);

    private void WriteTable()
    {
        var table = new StringBuilder("| use of the package | what becomes of it | warnings |\n| --- | --- | --- |\n");
        foreach (var row in ConsumerRows.All)
            table.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {ResultOf(row)} | {MessagesOf(row, "warning").Count()} |\n");

        var network = Network.CanBeCutOff ? "without a network" : "restored from folders alone, though a network was there";
        table.Append(CultureInfo.InvariantCulture, $"\nApiSpec {Packages.Version} on {RuntimeInformation.RuntimeIdentifier}, {network}.\n");
        var folder = Repository.PathOf("artifacts");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "consumer-matrix.md"), table.ToString());
        File.WriteAllText(Path.Combine(folder, "consumer-matrix.log"), Output);
    }

    private string ResultOf(ConsumerRow row)
    {
        var errors = string.Join("; ", MessagesOf(row, "error"));
        if (row.ExpectedError is { } expected)
            return errors.StartsWith(expected, StringComparison.Ordinal) ? "refused: " + errors : $"**not refused as it should be** {errors}".TrimEnd();
        if (errors.Length > 0 || !IsBuilt(row))
            return $"**does not build** {errors}".TrimEnd();
        if (!row.IsRun)
            return "builds";
        if (RunOf(row).ExitCode != 0)
            return "**builds, and fails when it is run**";
        return row.Program is null ? "builds, and its tests pass" : "builds, and its call is answered";
    }

    [GeneratedRegex(
        @"^\s*(?:\S.*?(?:\([\d,]+\))?\s?: )?(?<severity>error|warning)\s"
            + @"(?<text>(?:[A-Z]+\d+)?: .*?) \[(?<project>[^\[\]]+?)(?:::TargetFramework=[^\]]+)?\]\s*$",
        RegexOptions.Multiline)]
    private static partial Regex MessageLine();

    [GeneratedRegex("[^A-Za-z0-9.]+")]
    private static partial Regex NotInFolderNames();
}
