using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>A project with the package that is built repeatedly while specs are added, changed and removed.</summary>
public sealed class BuildingAgainTests(Packages packages) : IDisposable
{
    private readonly ConsumerFolder _folder = new(packages);

    [Fact]
    public async Task A_build_follows_the_specs_and_does_nothing_when_none_has_changed()
    {
        // With the setting of the guide that keeps results of generators, an outdated one would show.
        _folder.Write("App.csproj", ConsumerCode.Project(
            "net10.0", "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><Features>$(Features);enable-generator-cache</Features>"));
        _folder.Copy(Repository.FoundingSpec, "rerun-start.apispec.yaml");
        _folder.Write("Program.cs", """
            foreach (var operation in App.Jp1ao.AutomationApi.Operations)
                System.Console.WriteLine($"{operation.Id}: {operation.Title}");

            """);
        await BuildAsync();
        Assert.Equal("Tasks.GetRerunStart: Acquisition of information necessary for retrying a task (retry from the failed step)", await RunAsync());

        var untouched = WriteTimes();
        await BuildAsync();
        Assert.Equal(untouched, WriteTimes());

        _folder.Write("rerun-start.apispec.yaml", Founding.Replace("title: Acquisition", "title: The acquisition", StringComparison.Ordinal));
        await BuildAsync();
        Assert.StartsWith("Tasks.GetRerunStart: The acquisition", await RunAsync(), StringComparison.Ordinal);

        // Files from an archive, or moved files, are older than the last build.
        _folder.Write("more/other.apispec.yaml", Other);
        File.SetLastWriteTimeUtc(_folder.PathOf("more/other.apispec.yaml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await BuildAsync();
        Assert.Contains("Tasks.GetOther: ", await RunAsync(), StringComparison.Ordinal);

        File.Delete(_folder.PathOf("more/other.apispec.yaml"));
        await BuildAsync();
        Assert.DoesNotContain("Tasks.GetOther: ", await RunAsync(), StringComparison.Ordinal);

        File.Delete(_folder.PathOf("rerun-start.apispec.yaml"));
        var withoutSpecs = await _folder.DotnetAsync("build", "-nologo");
        Assert.Contains("error CS0103: The name 'App' does not exist", withoutSpecs.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cleaning_leaves_nothing_of_the_package_behind()
    {
        _folder.Write("App.csproj", ConsumerCode.Project("net10.0"));
        _folder.Copy(Repository.FoundingSpec, "rerun-start.apispec.yaml");
        await BuildAsync();
        Assert.Contains(FilesOfBuild(), static file => file.EndsWith(".apispec.txt", StringComparison.Ordinal));

        var clean = await _folder.DotnetAsync("clean", "-nologo");

        Assert.True(clean.ExitCode == 0, clean.Output);
        Assert.DoesNotContain(FilesOfBuild(), static file => file.Contains("apispec.", StringComparison.OrdinalIgnoreCase) || file == "App.dll");
        await BuildAsync();
    }

    public void Dispose() => _folder.Dispose();

    private static string Founding => File.ReadAllText(Repository.FoundingSpec);

    private static string Other
        => Founding.Replace("Tasks.GetRerunStart", "Tasks.GetOther", StringComparison.Ordinal).Replace("/rerunStart", "/other", StringComparison.Ordinal)
        .Replace("ActionObject", "OtherObject", StringComparison.Ordinal);

    private async Task BuildAsync()
    {
        var build = await _folder.DotnetAsync("build", "-nologo");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync()
    {
        var run = await _folder.DotnetAsync("exec", Path.Combine("bin", "Debug", "net10.0", "App.dll"));
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output.Trim();
    }

    private IEnumerable<string> FilesOfBuild()
        => new[] { "bin", "obj" }.Select(_folder.PathOf).Where(Directory.Exists)
            .SelectMany(static path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)).Select(static path => Path.GetFileName(path));

    /// <summary>Returns when the assembly, and the build's list of specs, were last written.</summary>
    private List<(string, DateTime)> WriteTimes()
        => [.. new[] { "bin/Debug/net10.0/App.dll", "obj/Debug/net10.0/App.dll", "obj/Debug/net10.0/App.apispec.txt" }.Select(
            path => (path, File.GetLastWriteTimeUtc(_folder.PathOf(path))))];
}
