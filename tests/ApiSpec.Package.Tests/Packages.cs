using System.IO.Compression;
using System.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(ApiSpec.Package.Tests.Packages))]

namespace ApiSpec.Package.Tests;

/// <summary>The packages of this checkout, packed twice from the same build, into two folders.</summary>
public sealed class Packages : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();

    /// <summary>The version of all packages.</summary>
    public static string Version { get; } = Metadata("Version");

    /// <summary>The folder into which this checkout has restored its own dependencies. As a source of packages it needs no network.</summary>
    public static string Restored { get; } = Metadata("NuGetPackageRoot");

    /// <summary>Lines of a package source mapping for the folder that the SDK adds to the sources of F# projects, for every SDK of this machine.</summary>
    internal static string SdkSources { get; } = string.Concat(
        Directory.GetDirectories(Path.GetDirectoryName(CompilerServer.SdkFolder)!)
            .Select(static sdk => Path.Combine(sdk, "FSharp", "library-packs"))
            .Where(Directory.Exists)
            .Select(static folder => $"""<packageSource key="{folder}"><package pattern="FSharp.Core" /></packageSource>"""));

    public string First => Path.Combine(_folder.Root, "first");

    public string Second => Path.Combine(_folder.Root, "second");

    /// <summary>The folder for extracted packages of test projects. It is separate from the user's folder, which can contain others with the same
    /// version.</summary>
    public string Extracted => Path.Combine(_folder.Root, "extracted");

    public async ValueTask InitializeAsync()
    {
        _folder.Write("pack.proj", $"""
            <Project>
              <ItemGroup>
                <Shipped Include="{Repository.PathOf("runtime/ApiSpec/ApiSpec.csproj")}" />
                <Shipped Include="{Repository.PathOf("runtime/ApiSpec.Testing/ApiSpec.Testing.csproj")}" />
                <Shipped Include="{Repository.PathOf("generator/ApiSpec.Templates/ApiSpec.Templates.csproj")}" />
                <Shipped Include="{Repository.PathOf("generator/ApiSpec.Tool/ApiSpec.Tool.csproj")}" />
              </ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Shipped)" Targets="Pack" Properties="NoBuild=true;Configuration={Repository.Configuration};PackageOutputPath={First}" />
                <MSBuild Projects="@(Shipped)" Targets="Pack" Properties="NoBuild=true;Configuration={Repository.Configuration};PackageOutputPath={Second}" />
              </Target>
            </Project>
            """);
        var pack = await _folder.DotnetAsync("msbuild", "pack.proj", "-t:Pack", "-nologo", "-v:q");
        Assert.True(pack.ExitCode == 0, pack.Output);
    }

    /// <summary>The compiler server for the projects of most tests. It is warm from the second project on.</summary>
    internal CompilerServer Compiler { get; } = new();

    /// <summary>Returns the names of the files in a package, without files that only describe the archive.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(First, package));
        return
        [
            .. archive.Entries.Select(static entry => entry.FullName)
                .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns the content of a file in a package.</summary>
    public byte[] Read(string package, string name)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(First, package));
        using var content = new MemoryStream();
        using var entry = archive.GetEntry(name)!.Open();
        entry.CopyTo(content);
        return content.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await Compiler.EndAsync();
        _folder.Dispose();
    }

    private static string Metadata(string key)
        => typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
