using Xunit;

namespace ApiSpec.Build.Tests;

/// <summary>Another generator that brings another YamlDotNet works beside ours in one compiler process, whichever of the two is loaded first.</summary>
public sealed class OtherAnalyzerTests
{
    private const string OtherVersion = "13.7.1";

    private const string OtherGenerator = """
        using System.IO;
        using System.Text;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Text;

        [Generator]
        public sealed class OtherGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context)
                => context.RegisterPostInitializationOutput(static output =>
                {
                    var parser = new YamlDotNet.Core.Parser(new StringReader("a: 1"));
                    while (parser.MoveNext()) { }
                    var version = typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version;
                    output.AddSource("Other.g.cs", SourceText.From("public static class Other { public const string YamlVersion = \"" + version + "\"; }", Encoding.UTF8));
                });
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_versions_of_YamlDotNet_work_in_one_compiler(bool otherFirst)
    {
        using var folder = new ScratchFolder();
        folder.Write("Other/Other.csproj", $$"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <IsRoslynComponent>true</IsRoslynComponent>
                <GetTargetPathDependsOn>$(GetTargetPathDependsOn);AddYamlDotNet</GetTargetPathDependsOn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
                <PackageReference Include="YamlDotNet" Version="{{OtherVersion}}" GeneratePathProperty="true" PrivateAssets="all" />
              </ItemGroup>
              <Target Name="AddYamlDotNet">
                <ItemGroup>
                  <TargetPathWithTargetPlatformMoniker Include="$(PkgYamlDotNet)\lib\netstandard2.0\YamlDotNet.dll" IncludeRuntimeDependency="false" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        folder.Write("Other/OtherGenerator.cs", OtherGenerator);
        const string Reference = "<ProjectReference Include=\"../Other/Other.csproj\" OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\" />";
        folder.Write("app/app.csproj", FreshProject.Text(
            "<OutputType>Exe</OutputType>", items: otherFirst ? "" : Reference, referencesBefore: otherFirst ? Reference : ""));
        folder.Copy(Repository.FoundingSpec, "app/rerun-start.apispec.yaml");
        folder.Write("app/Program.cs", """
            Console.WriteLine(Other.YamlVersion + " " + app.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Section);
            """);

        var build = await FreshProject.BuildAsync(folder, "app");
        Assert.True(build.ExitCode == 0, build.Output);
        // A generator that cannot be loaded, or fails, is a warning to the compiler: CS8784, CS8785.
        Assert.DoesNotContain("CS878", build.Output, StringComparison.Ordinal);

        var run = await folder.DotnetAsync("run", "--no-build", "-c", Repository.Configuration, "--project", "app");
        // Without a folder of its own for each, the compiler may give both the newer of the two; what counts is that both work.
        Assert.Matches("^1[38][.]0[.]0[.]0 9[.]6[.]8$", run.Output.Trim());
    }
}
