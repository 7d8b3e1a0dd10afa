using System.Text.RegularExpressions;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>The project template, installed and used as a user does.</summary>
public sealed partial class TemplateTests(Packages packages) : IDisposable
{
    private readonly ConsumerFolder _folder = new(packages);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_package_has_the_template_and_no_other_files()
        => Assert.Equal(
            [
                "ApiSpec.Templates.nuspec",
                "README.md",
                "content/apispec/.template.config/dotnetcli.host.json",
                "content/apispec/.template.config/template.json",
                "content/apispec/ApiSpecApp.csproj",
                "content/apispec/Program.cs",
                "content/apispec/nuget.config",
                "content/apispec/specs/.editorconfig",
                "content/apispec/specs/api.apispec.yaml",
                "content/apispec/specs/apispec.schema.json",
                "content/apispec/specs/first-section.apispec.yaml",
                "icon.png",
            ],
            packages.FilesOf($"ApiSpec.Templates.{Packages.Version}.nupkg"));

    [Fact]
    public async Task A_new_project_calls_its_client()
    {
        await InstallAsync();
        await NewAsync("-o", "my-app", "--api", "pumps", "--client", "PumpsClient", "--title", "The operator's pumps: all of them");

        var run = await _folder.DotnetAsync("run", "--project", "my-app");

        Assert.True(run.ExitCode == 0 && run.Output.EndsWith("Item 3 is called Third.\n", StringComparison.Ordinal), run.Output);
        var api = await ReadAsync("my-app/specs/api.apispec.yaml");
        Assert.Equal(
            ["api: pumps", "title: 'The operator''s pumps: all of them'", "client: PumpsClient"],
            api.Split('\n').Where(static line => line.Length > 0 && line[0] != '#'));
        Assert.False(File.Exists(_folder.PathOf("my-app/nuget.config")));
    }

    [Fact]
    public async Task A_new_project_has_everything_that_its_files_refer_to()
    {
        await InstallAsync();
        await NewAsync("-o", "app", "--packages", "../packages & tools", "--no-restore");

        foreach (var spec in Directory.GetFiles(_folder.PathOf("app/specs"), "*.yaml"))
        {
            var schema = SchemaLine().Match(await File.ReadAllTextAsync(spec, TestContext.Current.CancellationToken)).Groups["path"].Value;
            Assert.Equal(Repository.Read("specs/apispec.schema.json"), await ReadAsync("app/specs/" + schema));
        }

        var sources = await _folder.DotnetAsync("nuget", "list", "source", "--configfile", "app/nuget.config");
        Assert.Contains(_folder.PathOf("packages & tools"), sources.Output, StringComparison.Ordinal);
        Assert.Contains($"Include=\"ApiSpec\" Version=\"{Packages.Version}\"", await ReadAsync("app/app.csproj"), StringComparison.Ordinal);
    }

    private Task InstallAsync() => TemplatesAsync("install", Path.Combine(packages.First, $"ApiSpec.Templates.{Packages.Version}.nupkg"));

    private Task NewAsync(params string[] arguments) => TemplatesAsync(["apispec", .. arguments]);

    // In a folder of its own, so that the templates of the user of this machine stay unchanged.
    private async Task TemplatesAsync(params string[] arguments)
    {
        var run = await _folder.DotnetAsync(["new", .. arguments, "--debug:custom-hive", _folder.PathOf("templates")]);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    private Task<string> ReadAsync(string path) => File.ReadAllTextAsync(_folder.PathOf(path), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"^# yaml-language-server: \$schema=(?<path>\S+)")]
    private static partial Regex SchemaLine();
}
