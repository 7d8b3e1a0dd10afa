using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Build.Tests;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>All rows, restored and built in one run of the build, from folders and without a network.</summary>
public sealed partial class ConsumerMatrix : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();
    private readonly Packages _packages;
    private CommandResult _build = new(-1, "");

    public ConsumerMatrix(Packages packages) => _packages = packages;

    /// <summary>Warnings and errors of the build: <c>(project, severity, id and message)</c>, each once.</summary>
    internal IReadOnlyList<(string Project, string Severity, string Text)> Messages { get; private set; } = [];

    /// <summary>What the build printed.</summary>
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

        Directory.CreateDirectory(Path.Combine(_folder.Root, "source"));
        SpecPackage.Write(Path.Combine(_folder.Root, "source"));
        // No source is a server: that all this restores is the proof that a closed network is enough.
        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources>
                <clear />
                <add key="tested" value="{_packages.First}" />
                <add key="specs" value="source" />
                <add key="restored" value="{Packages.Restored}" />
              </packageSources>
            </configuration>
            """);
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <ApiSpecVersion>{Packages.Version}</ApiSpecVersion>
                <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
              </PropertyGroup>
            </Project>
            """);
        _folder.Write("matrix.slnx", Solution());

        _build = await _folder.DotnetAsync("build", "matrix.slnx", "-nologo", "-v:m", "-tl:off", "-clp:NoSummary", "-p:UseSharedCompilation=true");
        Messages = [.. MessageLine().Matches(_build.Output).Select(static line => (line.Groups["project"].Value, line.Groups["severity"].Value, line.Groups["text"].Value)).Distinct()];
        WriteTable();
    }

    /// <summary>The warnings and errors of the projects of a row, as <c>id: message</c>.</summary>
    internal IEnumerable<string> MessagesOf(ConsumerRow row, string severity)
        => Messages.Where(message => message.Severity == severity && message.Project.StartsWith(FolderOf(row) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(static message => message.Text).Distinct();

    internal string FolderOf(ConsumerRow row) => Path.Combine(_folder.Root, NameOf(row));

    /// <summary>Tells whether every project of a row has an assembly.</summary>
    internal bool IsBuilt(ConsumerRow row) => row.Projects.All(project =>
    {
        var output = Path.Combine(FolderOf(row), Path.GetDirectoryName(project)!, "bin");
        return Directory.Exists(output) && Directory.EnumerateFiles(output, Path.GetFileNameWithoutExtension(project) + ".dll", SearchOption.AllDirectories).Any();
    });

    /// <summary>Runs the program of a row against a server.</summary>
    internal Task<CommandResult> RunAsync(ConsumerRow row, Uri server)
        => _folder.DotnetAsync("exec", "--roll-forward", "Major", Path.Combine(FolderOf(row), row.Program!), server.ToString());

    /// <summary>Runs <c>dotnet</c> in the folder of a row.</summary>
    internal Task<CommandResult> DotnetAsync(ConsumerRow row, params string[] arguments) => _folder.DotnetInAsync(NameOf(row), arguments);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string NameOf(ConsumerRow row) => NotInFolderNames().Replace(row.Name, "-");

    // Projects of one name are told apart by the folders of the solution.
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

    private void WriteTable()
    {
        var table = new StringBuilder("| use of the package | what becomes of it | warnings |\n| --- | --- | --- |\n");
        foreach (var row in ConsumerRows.All)
        {
            var errors = MessagesOf(row, "error").ToList();
            var result = errors.Count > 0 ? "refused: " + string.Join("; ", errors) : !IsBuilt(row) ? "not built" : row.Program is null ? "builds" : "builds, and is run";
            table.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {result} | {MessagesOf(row, "warning").Count()} |\n");
        }

        var folder = Repository.PathOf("artifacts");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "consumer-matrix.md"), table.ToString());
        File.WriteAllText(Path.Combine(folder, "consumer-matrix.log"), Output);
    }

    [GeneratedRegex(@"^\s*(?:\S.*?(?:\([\d,]+\))?\s?: )?(?<severity>error|warning)\s(?<text>[A-Z]+\d+: .*?) \[(?<project>[^\[\]]+?)(?:::TargetFramework=[^\]]+)?\]\s*$", RegexOptions.Multiline)]
    private static partial Regex MessageLine();

    [GeneratedRegex("[^A-Za-z0-9.]+")]
    private static partial Regex NotInFolderNames();
}
