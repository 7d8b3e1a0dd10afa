using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>A package with an unrelated generator and an older YamlDotNet, packed once for all tests.</summary>
public sealed class OtherPackage(Packages packages) : IAsyncLifetime
{
    public const string Id = "Other";

    public const string Version = "1.0.0";

    private const string OlderVersion = "13.7.1";

    // Compiled by the server that most tests share, and not by the process under test.
    private readonly ConsumerFolder _folder = new(packages);

    /// <summary>The file of the package.</summary>
    public string Path => _folder.PathOf($"packed/{Id}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        _folder.Write("Other/Other.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
                <NoWarn>$(NoWarn);NU5128;RS1036;RS1035</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
                <PackageReference Include="YamlDotNet" Version="{OlderVersion}" PrivateAssets="all" GeneratePathProperty="true" />
                <None Include="$(OutputPath)Other.dll;$(PkgYamlDotNet)/lib/netstandard2.0/YamlDotNet.dll" Pack="true" PackagePath="analyzers/dotnet/cs" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("Other/OtherGenerator.cs", """"
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
                        output.AddSource("Other.g.cs", SourceText.From($$"""public static class Other { public const string YamlVersion = "{{version}}"; }""", Encoding.UTF8));
                    });
            }

            """");
        var pack = await _folder.DotnetAsync("pack", "Other", "-o", "packed", "-nologo");
        Assert.True(pack.ExitCode == 0, pack.Output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
