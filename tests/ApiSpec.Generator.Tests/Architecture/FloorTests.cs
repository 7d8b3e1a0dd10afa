using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ApiSpec.Generator.Tests.Architecture;

/// <summary>
/// The folders of the language and the generator are layers: a folder only uses folders before it in the table of CONTRIBUTING.md. The sources are bound like
/// in the compiler, so that every reference counts, however it is written.
/// </summary>
public sealed partial class FloorTests
{
    // CS8795: a generator of the SDK writes the other part of a method, such as a compiled regular expression.
    private const string WrittenByAGenerator = "CS8795";

    // Documentation is bound as well, because a reference in it also leads readers to another layer. What can be null is not analysed: this only leads to
    // warnings, and changes no reference.
    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose)
        .WithFeatures([new("run-nullable-analysis", "never")]);

    private static readonly string Root = FindRoot();

    private static readonly string Generator = Path.Combine(Root, "generator");

    private static readonly string Layout = ReadLayout();

    /// <summary>The folders of the table, lowest first.</summary>
    private static readonly string[] Floors = [.. TableRow().Matches(Layout).Select(static row => row.Groups["folder"].Value)];

    private static readonly CSharpCompilation Sources = Compile();

    [Fact]
    public void The_table_lists_each_folder()
        => Assert.Equal(Paths().Select(FloorOf).Distinct().Order(StringComparer.Ordinal), Floors.Order(StringComparer.Ordinal));

    [Fact]
    public void The_drawing_names_each_folder_of_the_table()
    {
        var drawing = string.Concat(Drawing().Matches(Layout).Select(static match => match.Value));

        Assert.All(
            Floors.Where(static floor => floor.Contains('/', StringComparison.Ordinal)).Select(static floor => floor.Split('/')[1]),
            folder => Assert.Matches($@"\b{folder}\b", drawing));
    }

    [Fact]
    public void A_namespace_is_that_of_its_folder()
        => Assert.Empty(
            from tree in Sources.SyntaxTrees
            where !IsLinked(tree.FilePath)
            from declared in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where declared.Name.ToString() != FloorOf(tree.FilePath).Replace('/', '.')
            select $"{Path.GetRelativePath(Generator, tree.FilePath)} is in {declared.Name}");

    /// <summary>A reference that does not bind would not be counted.</summary>
    [Fact]
    public void The_sources_bind_without_an_error()
        => Assert.Empty(
            Sources.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != WrittenByAGenerator));

    [Fact]
    public void A_folder_uses_only_the_folders_before_it()
    {
        var references = Sources.SyntaxTrees.SelectMany(static tree => UpwardReferences(Sources, tree)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(references.Count == 0, string.Join('\n', references));
    }

    [Theory]
    [InlineData("using ApiSpec.Generator.Binding; class Low { SectionNames? names; }")]
    [InlineData("class Low { ApiSpec.Generator.Binding.SectionNames? name; }")]
    [InlineData("using Name = ApiSpec.Generator.Binding.SectionNames; class Low { object name = typeof(Name); }")]
    [InlineData("using static ApiSpec.Generator.Binding.ReservedNames; class Low { object names = OfStatus; }")]
    [InlineData("/// <summary><see cref=\"ApiSpec.Generator.Binding.SectionNames\"/></summary>\nclass Low { }")]
    [InlineData("class Low { Ceiling? ceiling; }", "global using Ceiling = ApiSpec.Generator.Binding.SectionNames;")]
    [InlineData("class Low { SectionNames? names; }", "global using ApiSpec.Generator.Binding;")]
    public void A_reference_upward_is_found_however_it_is_written(string source, string other = "")
        => Assert.NotEmpty(ReferencesOfRows(source, other));

    [Theory]
    [InlineData("using ApiSpec.Language.Declarations; class Low { TypeReference? type; }")]
    [InlineData("/// <summary><see cref=\"ApiSpec.Language.Diagnostics.SpecRule\"/></summary>\nclass Low { System.Text.StringBuilder? text; }")]
    public void A_reference_to_a_lower_folder_is_allowed(string source)
        => Assert.Empty(ReferencesOfRows(source, ""));

    private static IEnumerable<string> ReferencesOfRows(string source, string other)
    {
        var low = Parse(source, Path.Combine(Generator, "ApiSpec.Language", "Rows", "Low.cs"));
        var beside = Parse(other, Path.Combine(Generator, "ApiSpec.Language", "Rows", "Beside.cs"));
        return UpwardReferences(Sources.AddSyntaxTrees(low, beside), low);
    }

    private static IEnumerable<string> UpwardReferences(CSharpCompilation compilation, SyntaxTree tree)
    {
        var floor = Array.IndexOf(Floors, FloorOf(tree.FilePath));
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            foreach (var reference in type?.OriginalDefinition.DeclaringSyntaxReferences ?? [])
            {
                if (Array.IndexOf(Floors, FloorOf(reference.SyntaxTree.FilePath)) > floor)
                    yield return $"{Path.GetRelativePath(Generator, tree.FilePath)} uses {type!.Name} of {FloorOf(reference.SyntaxTree.FilePath)}";
            }
        }
    }

    private static CSharpCompilation Compile()
    {
        const string ImplicitUsings = """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """;
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("ApiSpec.", StringComparison.Ordinal));
        var sources = Paths().Concat(LinkedPaths()).Select(static path => Parse(File.ReadAllText(path), path));
        return CSharpCompilation.Create(
            "Floors",
            [Parse(ImplicitUsings, Path.Combine(Generator, "ApiSpec.Language", "ImplicitUsings.cs")), .. sources],
            assemblies.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);

    private static IEnumerable<string> Paths()
        => new[] { "ApiSpec.Language", "ApiSpec.Generator", "ApiSpec.Drafting" }
            .SelectMany(static project => Directory.EnumerateFiles(Path.Combine(Generator, project), "*.cs", SearchOption.AllDirectories))
            .Where(static path => !Path.GetRelativePath(Generator, path).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    /// <summary>The files of the runtime library that the language also compiles, except for those that only .NET Standard needs.</summary>
    private static IEnumerable<string> LinkedPaths()
    {
        var project = Path.Combine(Generator, "ApiSpec.Language");
        return XDocument.Load(Path.Combine(project, "ApiSpec.Language.csproj")).Descendants("Compile")
            .SelectMany(static item => item.Attribute("Include")!.Value.Split(';'))
            .Select(include => Path.GetFullPath(Path.Combine(project, include)))
            .SelectMany(static include => Directory.EnumerateFiles(Path.GetDirectoryName(include)!, Path.GetFileName(include)));
    }

    private static bool IsLinked(string path) => path.StartsWith(Path.Combine(Root, "runtime"), StringComparison.Ordinal);

    private static string FloorOf(string path)
        => string.Join('/', Path.GetRelativePath(Generator, Path.GetDirectoryName(path)!).Split(Path.DirectorySeparatorChar).Take(2));

    private static string ReadLayout()
    {
        var page = File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf("## How it is laid out\n", StringComparison.Ordinal);
        return page[start..page.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    private static string FindRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex(@"^\| `(?<folder>ApiSpec\.[A-Za-z/]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("^```\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
