using System.IO.Compression;
using System.Text;

namespace ApiSpec.Package.Tests;

/// <summary>Packages that only contain spec files, like a department would share them.</summary>
internal static class SpecPackage
{
    /// <summary>A package that lists its files in a props file, so that projects that reference it need no further line.</summary>
    public const string Listed = "Listed.Specs";

    /// <summary>A package with its files in the content folder. NuGet only knows its own list of build actions for them.</summary>
    public const string Content = "Content.Specs";

    public const string Version = "1.0.0";

    public static void Write(string folder)
    {
        Write(folder, Listed, "", "specs/rerun-start.apispec.yaml", ($"build/{Listed}.props", """
            <Project>
              <ItemGroup><ApiSpec Include="$(MSBuildThisFileDirectory)../specs/**/*.apispec.yaml" /></ItemGroup>
            </Project>

            """));
        Write(
            folder, Content, """<contentFiles><files include="any/any/specs/**" buildAction="None" /></contentFiles>""",
            "contentFiles/any/any/specs/rerun-start.apispec.yaml");
    }

    private static void Write(string folder, string id, string metadata, string spec, params (string Path, string Text)[] files)
    {
        using var archive = new ZipArchive(File.Create(Path.Combine(folder, $"{id}.{Version}.nupkg")), ZipArchiveMode.Create);
        Add(archive, id + ".nuspec", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id>
                <version>{Version}</version>
                <authors>The department</authors>
                <description>Specs</description>
                {metadata}
              </metadata>
            </package>

            """);
        archive.CreateEntryFromFile(Repository.FoundingSpec, spec);
        foreach (var (path, text) in files)
            Add(archive, path, text);
    }

    private static void Add(ZipArchive archive, string path, string text)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
