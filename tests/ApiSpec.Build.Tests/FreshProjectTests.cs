using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Build.Tests;

public sealed class FreshProjectTests
{
    [Fact]
    public async Task A_library_with_one_dropped_in_section_builds_without_a_warning_and_calls()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "Library/Library.csproj",
            FreshProject.Text("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><GenerateDocumentationFile>true</GenerateDocumentationFile>"));
        folder.Copy(Repository.FoundingSpec, "Library/rerun-start.apispec.yaml");
        folder.Write("Program/Program.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Library/Library.csproj" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Program/Program.cs", """
            using Library.Jp1ao;

            using var client = new AutomationClient(new Uri(args[0]));
            var action = await client.Tasks.GetRerunStartAsync(2026);
            Console.WriteLine($"{action.Name} {action.Method} {action.Href}");
            """);

        var build = await FreshProject.BuildAsync(folder, "Program");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);

        await using var server = await StubServer.StartAsync(Repository.FoundingSpec);
        var run = await folder.DotnetAsync("run", "--no-build", "-c", Repository.Configuration, "--project", "Program", "--", server.BaseAddress.ToString());
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("rerunStart POST http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke", run.Output.Trim());
    }

    [Fact]
    public async Task An_error_in_a_spec_fails_the_build_at_its_line_and_column_and_generated_folders_are_left_alone()
    {
        using var folder = new ScratchFolder();
        folder.Write("app.csproj", FreshProject.Text());
        folder.Copy(Repository.FoundingSpec, "good.apispec.yaml");
        var text = File.ReadAllText(Repository.FoundingSpec).Replace("id: long", "id: lnog", StringComparison.Ordinal)
            .Replace("Tasks.GetRerunStart", "Tasks.Other", StringComparison.Ordinal)
            .Replace("/rerunStart\n\npath", "/other\n\npath", StringComparison.Ordinal);
        folder.Write("specs/bad.apispec.yaml", text);
        folder.Write("obj/ignored.apispec.yaml", "neither a spec nor anything else");

        var build = await FreshProject.BuildAsync(folder);

        Assert.NotEqual(0, build.ExitCode);
        var line = text.Split('\n').ToList().FindIndex(static line => line.Contains("lnog", StringComparison.Ordinal)) + 1;
        Assert.Contains($"bad.apispec.yaml({line},7): error APISPEC", build.Output, StringComparison.Ordinal);
        Assert.Contains(
            "did you mean 'long'? (" + new Uri(Repository.PathOf("generator/docs/APISPEC0200.md")).AbsoluteUri + ")", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ignored.apispec.yaml", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_glob_can_be_switched_off_and_files_named_by_hand()
    {
        using var folder = new ScratchFolder();
        folder.Write("app.csproj", FreshProject.Text(
            "<EnableDefaultApiSpecItems>false</EnableDefaultApiSpecItems>", "<ApiSpec Include=\"chosen/*.apispec.yaml\" />"));
        folder.Copy(Repository.FoundingSpec, "chosen/rerun-start.apispec.yaml");
        folder.Write("other/bad.apispec.yaml", "request: [");
        folder.Write("Use.cs", "public static class Use { public static string Title => app.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Title!; }");

        var build = await FreshProject.BuildAsync(folder);

        Assert.True(build.ExitCode == 0, build.Output);
    }

    [Fact]
    public async Task Building_twice_gives_the_same_bytes()
    {
        using var folder = new ScratchFolder();
        folder.Write("app.csproj", FreshProject.Text("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"));
        foreach (var spec in Directory.EnumerateFiles(Repository.PathOf("specs/jp1ao"), "*.apispec.yaml", SearchOption.AllDirectories))
            folder.Copy(spec, Path.GetFileName(spec));

        var first = await GeneratedAsync(folder);
        Directory.Delete(Path.Combine(folder.Root, "obj"), recursive: true);
        var second = await GeneratedAsync(folder);

        Assert.NotEmpty(first);
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    private static async Task<Dictionary<string, byte[]>> GeneratedAsync(ScratchFolder folder)
    {
        var build = await FreshProject.BuildAsync(folder);
        Assert.True(build.ExitCode == 0, build.Output);
        var obj = Path.Combine(folder.Root, "obj");
        return Directory.EnumerateFiles(obj, "*.g.cs", SearchOption.AllDirectories)
            .Where(static path => path.Contains("ApiSpecGenerator", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(obj, path), File.ReadAllBytes, StringComparer.Ordinal);
    }
}
