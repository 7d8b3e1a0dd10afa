using System.Text.RegularExpressions;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>
/// A package with another generator, which includes an older YamlDotNet, together with ours in one compiler server: one process that keeps loaded assemblies.
/// </summary>
public sealed partial class OtherAnalyzerTests : IClassFixture<OtherPackage>, IDisposable
{
    private readonly string _log = Path.GetTempFileName();
    private readonly CompilerServer _compiler;
    private readonly ConsumerFolder _folder;

    public OtherAnalyzerTests(Packages packages, OtherPackage other)
    {
        _compiler = new CompilerServer { Log = _log };
        _folder = new ConsumerFolder(packages, _compiler);
        _folder.Copy(other.Path, "source/" + Path.GetFileName(other.Path));
    }

    /// <summary>
    /// The process first compiles a project with one of the two generators, then one with the other, then one with both in a fixed order. The test also shows
    /// which process served it.
    /// </summary>
    [Theory]
    [InlineData("Theirs", "Ours")]
    [InlineData("Ours", "Theirs")]
    public async Task Analyzers_with_two_versions_of_YamlDotNet_work_in_one_process(string first, string second)
    {
        _folder.Write("Theirs/Theirs.csproj", ConsumerCode.Project("net10.0", Executable, ToOther));
        _folder.Write("Theirs/Program.cs", "System.Console.WriteLine(Other.YamlVersion);\n");
        _folder.Write("Ours/Ours.csproj", ConsumerCode.Project("net10.0", Executable));
        _folder.Write("Ours/Program.cs", "System.Console.WriteLine(Ours.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Section);\n");
        _folder.Copy(Repository.FoundingSpec, "Ours/rerun-start.apispec.yaml");
        _folder.Write("Both/Both.csproj", ConsumerCode.Project("net10.0", Executable, ConsumerCode.ToPackage + ToOther));
        _folder.Write("Both/Directory.Build.targets", Order(theirsFirst: first == "Theirs"));
        _folder.Write(
            "Both/Program.cs", "System.Console.WriteLine(Other.YamlVersion + \" \" + Both.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Section);\n");
        _folder.Copy(Repository.FoundingSpec, "Both/rerun-start.apispec.yaml");
        _folder.Write("all.proj", $"""
            <Project>
              <Target Name="Restore"><MSBuild Projects="Theirs/Theirs.csproj;Ours/Ours.csproj;Both/Both.csproj" Targets="Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="{first}/{first}.csproj;{second}/{second}.csproj;Both/Both.csproj" Targets="Build" /></Target>
            </Project>
            """);

        var build = await _folder.DotnetAsync("msbuild", "all.proj", "-restore", "-t:Build", "-m:1", "-nologo", "-v:m");
        await _compiler.EndAsync();

        Assert.True(build.ExitCode == 0, build.Output);
        // The compiler reports a generator that cannot be loaded, or that fails, as a warning: CS8784, CS8785, and CS8032 for an analyzer.
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);
        Assert.Equal("13.0.0.0", await RunAsync("Theirs"));
        Assert.Equal("9.6.8", await RunAsync("Ours"));
        Assert.Equal("13.0.0.0 9.6.8", await RunAsync("Both"));

        var served = Compiled().Matches(await File.ReadAllTextAsync(_log, TestContext.Current.CancellationToken))
            .Select(static line => (Process: line.Groups["process"].Value, Project: line.Groups["project"].Value)).ToList();
        Assert.Equal([first, second, "Both"], served.Select(static line => line.Project));
        Assert.Single(served.Select(static line => line.Process).Distinct());
    }

    public void Dispose()
    {
        _folder.Dispose();
        File.Delete(_log);
    }

    private const string Executable = "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>";

    private const string ToOther = $"""<PackageReference Include="Other" Version="{OtherPackage.Version}" />""";

    // A compiler loads analyzers in the order of its command line.
    private static string Order(bool theirsFirst) => $"""
        <Project>
          <Target Name="Order" BeforeTargets="CoreCompile">
            <ItemGroup>
              <_Theirs Include="@(Analyzer)" Condition="$([System.String]::Copy('%(FullPath)').Contains('/other/'))" />
              <_Ours Include="@(Analyzer)" Condition="$([System.String]::Copy('%(FullPath)').Contains('/apispec/'))" />
              <_Rest Include="@(Analyzer)" Exclude="@(_Theirs);@(_Ours)" />
              <Analyzer Remove="@(Analyzer)" />
              <Analyzer Include="{(theirsFirst ? "@(_Theirs);@(_Ours)" : "@(_Ours);@(_Theirs)")};@(_Rest)" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    private async Task<string> RunAsync(string project)
    {
        var run = await _folder.DotnetAsync("exec", Path.Combine(project, "bin", "Debug", "net10.0", project + ".dll"));
        return run.Output.Trim();
    }

    [GeneratedRegex(@"ID=VBCSCompiler (?<process>\d+) TID=\d+: End (?<project>\w+) \([^)]*\) C# compiler run")]
    private static partial Regex Compiled();
}
