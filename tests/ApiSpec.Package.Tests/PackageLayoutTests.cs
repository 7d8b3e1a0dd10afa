using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>The content of the packages, and the parts that the compiler loads.</summary>
public sealed partial class PackageLayoutTests(Packages packages)
{
    private const string AnalyzerFolder = "analyzers/dotnet/roslyn4.8/cs/";

    private static string Main => $"ApiSpec.{Packages.Version}.nupkg";

    private static string Testing => $"ApiSpec.Testing.{Packages.Version}.nupkg";

    [Fact]
    public void The_package_has_these_files_and_no_others()
        => Assert.Equal(
            [
                "ApiSpec.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                AnalyzerFolder + "ApiSpec.Generator.dll",
                AnalyzerFolder + "ApiSpec.Language.dll",
                AnalyzerFolder + "YamlDotNet.dll",
                "build/ApiSpec.props",
                "build/ApiSpec.targets",
                "buildTransitive/ApiSpec.props",
                "buildTransitive/ApiSpec.targets",
                .. new[] { "generator/docs", "specs/docs", "runtime/docs" }
                    .SelectMany(static folder => Directory.GetFiles(Repository.PathOf(folder), "*.md"))
                    .Select(static page => Path.GetFileName(page))
                    // These pages are for contributors.
                    .Where(static page => page is not ("architecture.md" or "debugging.md"))
                    .Append("apispec.schema.json")
                    .Append("command-line.md")
                    .Append("guides.md")
                    .Select(static page => "docs/" + page)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
                "icon.png",
                "lib/net10.0/ApiSpec.dll",
                "lib/net10.0/ApiSpec.xml",
                "lib/net8.0/ApiSpec.dll",
                "lib/net8.0/ApiSpec.xml",
                "lib/netstandard2.0/ApiSpec.dll",
                "lib/netstandard2.0/ApiSpec.xml",
            ],
            packages.FilesOf(Main));

    [Fact]
    public void The_testing_package_has_these_files_and_no_others()
        => Assert.Equal(
            [
                "ApiSpec.Testing.nuspec",
                "README.md",
                "icon.png",
                "lib/net10.0/ApiSpec.Language.dll",
                "lib/net10.0/ApiSpec.Testing.dll",
                "lib/net10.0/ApiSpec.Testing.xml",
                "lib/net8.0/ApiSpec.Language.dll",
                "lib/net8.0/ApiSpec.Testing.dll",
                "lib/net8.0/ApiSpec.Testing.xml",
            ],
            packages.FilesOf(Testing));

    /// <summary>A page of the repository can link to anything in it. In a package, a reader has only the other files of the package.</summary>
    [Theory]
    [InlineData("ApiSpec", 170)]
    [InlineData("ApiSpec.Testing", 1)]
    [InlineData("ApiSpec.Templates", 1)]
    [InlineData("ApiSpec.Tool", 1)]
    public void Every_link_of_a_page_leads_to_a_file_of_the_package(string id, int pages)
    {
        var package = $"{id}.{Packages.Version}.nupkg";
        var files = packages.FilesOf(package);
        var texts = files.Where(static file => file.EndsWith(".md", StringComparison.Ordinal))
            .ToDictionary(static file => file, file => Encoding.UTF8.GetString(packages.Read(package, file)));
        Assert.InRange(texts.Count, pages, int.MaxValue);

        var broken = texts.SelectMany(page => Link().Matches(Fence().Replace(page.Value, "")).Select(link => (Page: page.Key, Path: link.Groups["path"].Value,
                Anchor: link.Groups["anchor"].Value)))
            .Where(link => !IsWhole(link.Page, link.Path, link.Anchor))
            .Select(static link => $"{link.Page}: {link.Path}{link.Anchor}");
        Assert.Empty(broken);

        bool IsWhole(string page, string path, string anchor)
        {
            var target = path.Length == 0 ? page : new Uri(new Uri("http://package/" + page), path).AbsolutePath[1..];
            if (path.StartsWith("../../", StringComparison.Ordinal) || !files.Contains(target))
                return false;
            return anchor.Length == 0 || Heading().Matches(texts[target]).Any(heading => "#" + AnchorOf(heading.Groups["text"].Value.Trim()) == anchor);
        }
    }

    [Theory]
    [InlineData("ApiSpec", "lib/net10.0/ApiSpec.pdb", "lib/net8.0/ApiSpec.pdb", "lib/netstandard2.0/ApiSpec.pdb")]
    [InlineData("ApiSpec.Testing", "lib/net10.0/ApiSpec.Testing.pdb", "lib/net8.0/ApiSpec.Testing.pdb")]
    public void Debugging_symbols_are_in_a_package_of_their_own(string id, params string[] symbols)
        => Assert.Equal([id + ".nuspec", .. symbols], packages.FilesOf($"{id}.{Packages.Version}.snupkg"));

    [Fact]
    public void Packing_twice_gives_the_same_bytes()
    {
        var files = Directory.GetFiles(packages.First).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(6, files.Count);
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(packages.First, file!)), File.ReadAllBytes(Path.Combine(packages.Second, file!))));
    }

    [Fact]
    public void The_library_brings_no_package_where_the_framework_has_everything()
    {
        var groups = Metadata(Main).Descendants().Where(static element => element.Name.LocalName == "group")
            .ToDictionary(
                static group => group.Attribute("targetFramework")!.Value,
                static group => group.Elements().Select(static element => element.Attribute("id")!.Value).ToList());

        Assert.Empty(groups["net8.0"]);
        Assert.Empty(groups["net10.0"]);
        Assert.Equal(
            ["Microsoft.Bcl.AsyncInterfaces", "Microsoft.Bcl.TimeProvider", "System.Diagnostics.DiagnosticSource", "System.Text.Json"],
            groups[".NETStandard2.0"].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_testing_package_brings_the_generator_too()
        => Assert.All(
            Metadata(Testing).Descendants().Where(static element => element.Name.LocalName == "dependency" && element.Attribute("id")!.Value == "ApiSpec"),
            static dependency => Assert.Null(dependency.Attribute("exclude")));

    [Theory]
    [InlineData("ApiSpec")]
    [InlineData("ApiSpec.Testing")]
    [InlineData("ApiSpec.Templates")]
    public void The_package_says_what_it_is(string id)
    {
        var metadata = Metadata($"{id}.{Packages.Version}.nupkg").Elements()
            .ToDictionary(static element => element.Name.LocalName, static element => element.Value);

        Assert.Equal(
            (id, Packages.Version, "MIT", "icon.png", "README.md"),
            (metadata["id"], metadata["version"], metadata["license"], metadata["icon"], metadata["readme"]));
        Assert.NotEqual("", metadata["description"]);
        Assert.NotEqual("", metadata["copyright"]);
    }

    /// <summary>
    /// An assembly that the compiler does not have cannot be found, or is found by accident if another analyzer includes it. These versions are those of Roslyn
    /// 4.8 and of its dependencies.
    /// </summary>
    [Theory]
    [InlineData(
        "ApiSpec.Generator.dll",
        "ApiSpec.Language 0.2.0.0", "Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0", "System.Collections.Immutable 7.0.0.0",
        "System.Buffers 4.0.2.0", "System.Memory 4.0.1.2",
        "YamlDotNet 18.0.0.0", "netstandard 2.0.0.0")]
    [InlineData("ApiSpec.Language.dll", "System.Memory 4.0.1.2", "YamlDotNet 18.0.0.0", "netstandard 2.0.0.0")]
    [InlineData("YamlDotNet.dll", "netstandard 2.0.0.0")]
    public void The_compiler_has_what_the_generator_refers_to(string file, params string[] allowed)
    {
        var references = ReferencesOf(file).Select(static reference => $"{reference.Name} {reference.Version}").ToList();

        Assert.Contains("netstandard 2.0.0.0", references);
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Folder_targets_and_generator_agree_on_the_oldest_compiler()
    {
        var roslyn = Assert.Single(ReferencesOf("ApiSpec.Generator.dll"), static reference => reference.Name == "Microsoft.CodeAnalysis").Version;
        Assert.Contains($"roslyn{roslyn.Major}.{roslyn.Minor}/", AnalyzerFolder, StringComparison.Ordinal);
        Assert.Contains(
            $"<_ApiSpecOldestCompiler>{roslyn.Major}.{roslyn.Minor}</_ApiSpecOldestCompiler>",
            Encoding.UTF8.GetString(packages.Read(Main, "buildTransitive/ApiSpec.targets")), StringComparison.Ordinal);
    }

    /// <summary>A running compiler keeps the loaded generator, and treats another one with the same name and version as identical.</summary>
    [Fact]
    public void The_version_of_the_generator_is_that_of_its_package()
    {
        using var assembly = new PEReader(new MemoryStream(packages.Read(Main, AnalyzerFolder + "ApiSpec.Generator.dll")));
        var version = assembly.GetMetadataReader().GetAssemblyDefinition().Version;

        Assert.Equal(Packages.Version.Split('-')[0], version.ToString(fieldCount: 3));
    }

    [Fact]
    public void The_notices_name_everything_that_others_wrote()
    {
        var notices = Encoding.UTF8.GetString(packages.Read(Main, "THIRD-PARTY-NOTICES.txt"));
        Assert.Contains("YamlDotNet", notices, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted", notices, StringComparison.Ordinal);
        // YamlDotNet is partly a translation of libyaml, which has its own notice.
        Assert.Contains(
            "Copyright (c) 2006 Kirill Simonov\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of\n",
            notices.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    // As the pages of a repository are shown.
    private static string AnchorOf(string heading)
        => string.Concat(heading.ToLowerInvariant().Where(static letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?!https?:|mailto:)(?<path>[^)#\s]*)(?<anchor>#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^ *```.*?^ *```|`[^`\n]*`(?!\\])", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private List<(string Name, Version Version)> ReferencesOf(string file)
    {
        using var assembly = new PEReader(new MemoryStream(packages.Read(Main, AnalyzerFolder + file)));
        var reader = assembly.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle))
            .Select(reference => (reader.GetString(reference.Name), reference.Version))];
    }

    private XElement Metadata(string package)
    {
        var nuspec = XDocument.Load(
            new MemoryStream(packages.Read(package, package[..package.IndexOf("." + Packages.Version, StringComparison.Ordinal)] + ".nuspec")));
        return nuspec.Root!.Elements().Single(static element => element.Name.LocalName == "metadata");
    }
}
