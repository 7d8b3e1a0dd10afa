using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>Packages that are packed with <c>dotnet pack</c> alone, without the settings of a build server.</summary>
public sealed class PlainPackTests
{
    private static readonly string[] s_folders = ["generator", "runtime", "specs"];
    private static readonly string[] s_files =
        ["PackedPages.targets", "Directory.Build.props", "Directory.Packages.props", "ApiSpec.snk", "THIRD-PARTY-NOTICES.txt", "LICENSE"];

    [Fact]
    public async Task Packages_do_not_contain_the_path_of_their_build()
    {
        using var folder = new ScratchFolder();
        Copy(folder);
        // Restored from the packages that this checkout has restored, so that no network is needed.
        folder.Write("nuget.config", $"""
            <configuration><packageSources><clear /><add key="restored" value="{Packages.Restored}" /></packageSources></configuration>
            """);
        folder.Write("shipped.slnx", """
            <Solution>
              <Project Path="generator/ApiSpec.Language/ApiSpec.Language.csproj" />
              <Project Path="generator/ApiSpec.Generator/ApiSpec.Generator.csproj" />
              <Project Path="runtime/ApiSpec/ApiSpec.csproj" />
              <Project Path="runtime/ApiSpec.Testing/ApiSpec.Testing.csproj" />
            </Solution>
            """);
        // The compiler writes the same paths whether analyzers run or not.
        var pack = await folder.DotnetAsync(
            "pack", "shipped.slnx", $"-p:PackageOutputPath={Path.Combine(folder.Root, "packed")}", "-v:q", "-nologo",
            "-p:RunAnalyzers=false", "-p:EnablePackageValidation=false", "-p:CI=");
        Assert.True(pack.ExitCode == 0, pack.Output);

        var packages = Directory.GetFiles(Path.Combine(folder.Root, "packed"));
        Assert.Equal(4, packages.Length);
        var documents = packages.Sum(package => Check(package, folder.Root));
        Assert.True(documents > 500, $"Only {documents} source files are named in the symbols.");
    }

    // Returns the number of source files in the symbols.
    private static int Check(string package, string folder)
    {
        var documents = 0;
        using var archive = ZipFile.OpenRead(package);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                Assert.True(
                    content.ToArray().AsSpan().IndexOf(encoding.GetBytes(folder)) < 0, $"{entry.FullName} of {Path.GetFileName(package)} names {folder}.");
            content.Position = 0;
            if (entry.Name.EndsWith(".pdb", StringComparison.Ordinal))
                documents += CheckSymbols(content, folder);
            else if (entry.Name.StartsWith("ApiSpec", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))
                CheckAssembly(content);
        }

        return documents;
    }

    // Symbols contain the names of folders separately, so a search for bytes would not find a path.
    private static int CheckSymbols(Stream content, string folder)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(content);
        var reader = provider.GetMetadataReader();
        Assert.All(reader.Documents, handle =>
        {
            var name = reader.GetString(reader.GetDocument(handle).Name);
            Assert.False(Path.IsPathRooted(name) && !name.StartsWith("/_", StringComparison.Ordinal), name);
            Assert.DoesNotContain(folder, name, StringComparison.Ordinal);
        });
        return reader.Documents.Count;
    }

    private static void CheckAssembly(Stream content)
    {
        using var assembly = new PEReader(content);
        var entries = assembly.ReadDebugDirectory().Where(static entry => entry.Type == DebugDirectoryEntryType.CodeView).ToList();
        Assert.All(entries, entry => Assert.Matches("^(/_|[^/\\\\]+$)", assembly.ReadCodeViewDebugDirectoryData(entry).Path));
        foreach (var entry in assembly.ReadDebugDirectory().Where(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb))
        {
            using var provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            var reader = provider.GetMetadataReader();
            Assert.All(reader.Documents, handle => Assert.False(
                reader.GetString(reader.GetDocument(handle).Name) is var name && Path.IsPathRooted(name) && !name.StartsWith("/_", StringComparison.Ordinal)));
        }
    }

    private static void Copy(ScratchFolder folder)
    {
        foreach (var file in s_files.Select(static file => Repository.PathOf(file))
            .Concat(s_folders.SelectMany(static name => Directory.EnumerateFiles(Repository.PathOf(name), "*", SearchOption.AllDirectories))))
        {
            var path = Path.GetRelativePath(Repository.Root, file);
            if (!path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "artifacts"))
                folder.Copy(file, path);
        }
    }
}
