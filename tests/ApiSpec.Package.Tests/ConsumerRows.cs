using static ApiSpec.Package.Tests.ConsumerCode;

namespace ApiSpec.Package.Tests;

/// <summary>The tested ways to use the package.</summary>
internal static class ConsumerRows
{
    private const string Modern = "<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>";
    private const string Executable = "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>";
    private const string FloorLanguage = "<LangVersion>11.0</LangVersion>";
    private const string Strange = "a b;c#d 日本語 é";

    /// <summary>Longer than the 260 characters that Windows once allowed.</summary>
    private static readonly string _long = string.Join('/', Enumerable.Repeat(new string('n', 60), 4));

    public static IReadOnlyList<ConsumerRow> All { get; } = [.. Frameworks(), .. Settings(), .. Layouts(), .. Specs(), .. Refused()];

    private static IEnumerable<ConsumerRow> Frameworks()
    {
        yield return Console("console net10.0", "net10.0");
        yield return Console("console net8.0", "net8.0");
        yield return Classes("class library net10.0", Project("net10.0", Modern));
        yield return Classes("class library net8.0", Project("net8.0", Modern));
        yield return Classes("class library netstandard2.0", Project("netstandard2.0", FloorLanguage));
        yield return Classes("class library net48", Project("net48", FloorLanguage, ToPackage + Net48));
        yield return Row("console net48", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net48", FloorLanguage + "<OutputType>Exe</OutputType>", ToPackage + Net48),
            ["Question.cs"] = Library,
            ["Program.cs"] = Program,
        }, "rerun-start.apispec.yaml") with { Program = "bin/Debug/net48/App.exe", IsForFramework = true };
        yield return Classes("multi-targeting", Project("net10.0;net8.0;netstandard2.0;net48", FloorLanguage, ToPackage + Net48));
        yield return Referring("console over netstandard2.0 library", Project("netstandard2.0", FloorLanguage), Project("net10.0", Executable, Reference));
    }

    private static IEnumerable<ConsumerRow> Settings()
    {
        yield return Row("compiler of the .NET 9 SDK", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern
                + "<RoslynCompilerType>Custom</RoslynCompilerType><UseSharedCompilation>false</UseSharedCompilation>", ToPackage + """
                <PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="4.14.0" PrivateAssets="all" />
                """),
            ["Question.cs"] = Library,
            ["Directory.Build.targets"] = """
                <Project>
                  <Target Name="HoldCompiler" BeforeTargets="CoreCompile"><Error Condition="'$(CompilerApiVersion)' != 'roslyn4.14'" Text="$(CompilerApiVersion) is another." /></Target>
                </Project>

                """,
        }, "rerun-start.apispec.yaml");
        yield return Classes("ImplicitUsings off", Project("net10.0", "<ImplicitUsings>disable</ImplicitUsings>"));
        yield return Classes("Nullable disabled", Project("net10.0", "<Nullable>disable</Nullable>"));
        yield return Classes("oldest C#", Project("net10.0", FloorLanguage));
        yield return Classes("all analyzers, warnings as errors", Project("net10.0", Modern + """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><GenerateDocumentationFile>true</GenerateDocumentationFile>
            """));
        yield return Classes("central package management", Project("net10.0", Modern, """<PackageReference Include="ApiSpec" />""")) with
        {
            Files = new Dictionary<string, string>
            {
                ["App.csproj"] = Project("net10.0", Modern, """<PackageReference Include="ApiSpec" />"""),
                ["Question.cs"] = Library,
                ["Directory.Packages.props"] = """
                    <Project>
                      <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                      <ItemGroup><PackageVersion Include="ApiSpec" Version="$(ApiSpecVersion)" /></ItemGroup>
                    </Project>

                    """,
            },
        };
        yield return Classes("generated files on disk", Project(
            "net10.0",
            Modern
                + "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>",
            ToPackage + """<Compile Remove="generated/**" />"""));
        yield return Classes("old build settings of the SDK", Project("net10.0", "<EnableDefaultItems>false</EnableDefaultItems>", ToPackage + """
            <Compile Include="Question.cs" /><ApiSpec Include="*.apispec.yaml" />
            """));
    }

    private static IEnumerable<ConsumerRow> Layouts()
    {
        yield return Referring("project that references a user", Project("net10.0", Modern), Project("net10.0", Executable, Reference));
        yield return Referring(
            "both have the section, in namespaces of their own", Project("net10.0", Modern), Project("net10.0", Executable, Reference + ToPackage),
            ("Caller/rerun-start.apispec.yaml", Repository.FoundingSpec),
            "System.Console.WriteLine(Caller.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Section == \"9.6.8\" ? await App.Question.AskAsync(new "
            + "System.Uri(args[0])) : null);\n");
        yield return Referring(
            "both have the section, the package comes through the library", Project("net10.0", Modern), Project("net10.0", Executable, Reference),
            ("Caller/rerun-start.apispec.yaml", Repository.FoundingSpec),
            "System.Console.WriteLine(Caller.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Section == \"9.6.8\" ? await App.Question.AskAsync(new "
            + "System.Uri(args[0])) : null);\n");
        yield return Referring(
            "both have the section, one namespace, internal in the library",
            Project("net10.0", Modern + "<ApiSpecAccessibility>internal</ApiSpecAccessibility>"),
            Project("net10.0", Executable
                + "<ApiSpecNamespace>App.Jp1ao</ApiSpecNamespace><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Reference + ToPackage),
            ("Caller/rerun-start.apispec.yaml", Repository.FoundingSpec),
            "System.Console.WriteLine(App.Jp1ao.AutomationApi.Tasks.GetRerunStart.Operation.Section == \"9.6.8\" ? await App.Question.AskAsync(new "
            + "System.Uri(args[0])) : null);\n");
        yield return OtherLanguage("F# program over C# library", "Caller/Caller.fsproj", "<Compile Include=\"Program.fs\" />", "Program.fs", FSharpProgram);
        yield return OtherLanguage("Visual Basic program over C# library", "Caller/Caller.vbproj", "", "Program.vb", BasicProgram);
        yield return Row("test project with a fake server", ["App/App.csproj", "Tests/Tests.csproj"], new()
        {
            ["Directory.Packages.props"] = $"""
                <Project>
                  <Import Project="{Repository.PathOf("Directory.Packages.props")}" />
                  <ItemGroup>
                    <PackageVersion Include="ApiSpec" Version="$(ApiSpecVersion)" />
                    <PackageVersion Include="ApiSpec.Testing" Version="$(ApiSpecVersion)" />
                  </ItemGroup>
                </Project>

                """,
            ["App/App.csproj"] = Project("net10.0", Modern, """<PackageReference Include="ApiSpec" />"""),
            ["App/Question.cs"] = Library,
            ["Tests/Tests.csproj"] = Project(
                "net10.0", Modern + "<OutputType>Exe</OutputType><IsTestProject>true</IsTestProject><ApiSpecGenerateFake>only</"
                    + "ApiSpecGenerateFake><ApiSpecNamespace>App.Jp1ao</ApiSpecNamespace>",
                Reference + """
                <ApiSpec Include="../App/*.apispec.yaml" />
                <PackageReference Include="ApiSpec.Testing" />
                <PackageReference Include="xunit.v3.mtp-off" />
                <PackageReference Include="xunit.runner.visualstudio" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" />
                """),
            ["Tests/QuestionTests.cs"] = Test,
        }, "App/rerun-start.apispec.yaml") with { Tests = "Tests/Tests.csproj" };
        yield return Row("ApiSpec.Testing alone, client and fake in one project", ["App.csproj"], new()
        {
            ["App.csproj"] = Project(
                "net10.0",
                Modern + "<ApiSpecGenerateFake>true</ApiSpecGenerateFake>",
                """<PackageReference Include="ApiSpec.Testing" Version="$(ApiSpecVersion)" />"""),
            ["Question.cs"] = Library,
            ["Fake.cs"] = "public static class Fake { public static App.Jp1ao.AutomationFake Create() => new(); }\n",
        }, "rerun-start.apispec.yaml");
        yield return Row("a project in a folder of another, each with specs", ["App.csproj", "Below/Below.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern, ToPackage + """<Compile Remove="Below/**" />"""),
            ["Question.cs"] = Library,
            // Would be declared twice if the spec in the subfolder were also included here.
            ["Taken.cs"] = "namespace App.Library { public static class LibraryApi; }\n",
            ["Below/Below.csproj"] = Project("net10.0", Modern),
            ["Below/Book.cs"] = "public static class Book { public static string Section => Below.Library.LibraryApi.Books.Get.Operation.Id; }\n",
            ["Below/book.apispec.yaml"] = OtherApi,
            ["Below/bin/Debug/book.apispec.yaml"] = OtherApi,
        }, "rerun-start.apispec.yaml");
        yield return Row("copies of specs in bin and obj", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern),
            ["Question.cs"] = Library,
            ["bin/Debug/net10.0/specs/copy.apispec.yaml"] = "request: [",
            ["obj/copy.apispec.yaml"] = "request: [",
            [".saved/copy.apispec.yaml"] = "request: [",
        }, "rerun-start.apispec.yaml");
        yield return Row("path of more than 260 characters", [$"{_long}/App.csproj"], new()
        {
            [$"{_long}/App.csproj"] = Project("net10.0", Modern),
            [$"{_long}/Question.cs"] = Library,
        }, $"{_long}/specs/rerun-start.apispec.yaml");
        yield return Row("folder with unusual characters", [$"{Strange}/App.csproj"], new()
        {
            [$"{Strange}/App.csproj"] = Project("net10.0", Modern),
            [$"{Strange}/Question.cs"] = Library,
        }, $"{Strange}/{Strange}/{Strange}.apispec.yaml");
        yield return Row("linked specs of another folder", ["App/App.csproj"], new()
        {
            ["App/App.csproj"] = Project("net10.0", Modern, ToPackage + """<ApiSpec Include="../specs/**/*.apispec.yaml" />"""),
            ["App/Question.cs"] = Library,
        }, "specs/tasks/rerun-start.apispec.yaml");
        yield return Row("linked specs, in the words of Windows", ["App/App.csproj"], new()
        {
            ["App/App.csproj"] = Project("net10.0", Modern, ToPackage + """<ApiSpec Include="..\specs\**\*.apispec.yaml" />"""),
            ["App/Question.cs"] = Library,
        }, "specs/tasks/rerun-start.apispec.yaml");
        yield return Row("names that end in .apispec.yml, and in capitals", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern),
            ["Question.cs"] = Library,
            ["BOOK.APISPEC.YAML"] = OtherApi,
            ["Book.cs"] = "public static class Book { public static string Section => App.Library.LibraryApi.Books.Get.Operation.Id; }\n",
        }, "rerun-start.apispec.yml");
        yield return Row("specs from a package that lists them", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern, ToPackage + $"""<PackageReference Include="{SpecPackage.Listed}" Version="{SpecPackage.Version}" />"""),
            ["Question.cs"] = Library,
        });
        yield return Row("specs from the content folder of a package", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern, ToPackage + $"""
                <PackageReference Include="{SpecPackage.Content}" Version="{SpecPackage.Version}" />
                <ApiSpec Include="@(None->WithMetadataValue('NuGetPackageId', '{SpecPackage.Content}'))" />
                """),
            ["Question.cs"] = Library,
        });
    }

    private static IEnumerable<ConsumerRow> Specs()
    {
        yield return Row("two references", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern),
            ["Question.cs"] = Library,
            ["book.apispec.yaml"] = OtherApi,
            ["Book.cs"] = "public static class Book { public static string Section => App.Library.LibraryApi.Books.Get.Operation.Id; }\n",
        }, "rerun-start.apispec.yaml");
        yield return Row("a spec listed three times", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern, ToPackage + """
                <ApiSpec Include="rerun-start.apispec.yaml" /><ApiSpec Include="./rerun-start.apispec.yaml" /><AdditionalFiles Include="rerun-start.apispec.yaml" />
                """),
            ["Question.cs"] = Library,
        }, "rerun-start.apispec.yaml");
        if (OperatingSystem.IsLinux())
        {
            yield return Row("names that differ by case alone", ["App.csproj"], new()
            {
                ["App.csproj"] = Project("net10.0", Modern),
                ["Question.cs"] = Library,
                ["Rerun-Start.apispec.yaml"] = OtherApi,
                ["Book.cs"] = "public static class Book { public static string Section => App.Library.LibraryApi.Books.Get.Operation.Id; }\n",
            }, "rerun-start.apispec.yaml");
        }

        yield return Row("no spec", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern),
            ["Empty.cs"] = "public static class Empty { public static ApiSpec.ApiClientOptions Options => new(); }\n",
        });

        var thousand = Enumerable.Range(0, 1000).ToDictionary(static number => $"specs/section-{number}.apispec.yaml", Section);
        thousand["App.csproj"] = Project("net10.0", Modern + "<RunAnalyzers>false</RunAnalyzers>");
        thousand["Use.cs"] = "public static class Use { public static string Last => App.Large.LargeApi.Group99.Get999.Operation.Id; }\n";
        yield return Row("1,000 specs", ["App.csproj"], thousand);
    }

    private static IEnumerable<ConsumerRow> Refused()
    {
        yield return Classes("C# 10", Project("net10.0", "<LangVersion>10.0</LangVersion>")) with
        {
            ExpectedError = "APISPEC0900: ApiSpec generates C# 11, but this project uses C# 10.0; set <LangVersion>11.0</LangVersion> or later",
        };
        yield return Row("Visual Basic", ["App.vbproj"], new() { ["App.vbproj"] = Project("net10.0") }, "rerun-start.apispec.yaml") with
        {
            ExpectedError = "APISPEC1000: ApiSpec generates C#, and this project is written in VB; put the spec files into a C# library and reference that",
        };
        yield return Row("F#", ["App.fsproj"], new()
        {
            ["App.fsproj"] = Project("net10.0", "<SatelliteResourceLanguages>en</SatelliteResourceLanguages>", ToPackage + "<Compile Include=\"Empty.fs\" />"),
            ["Empty.fs"] = "module Empty\n",
        }, "rerun-start.apispec.yaml") with
        {
            ExpectedError = "APISPEC1000: ApiSpec generates C#, and this project is written in F#; put the spec files into a C# library and reference that",
        };
        // For the SDK, this property is the only sign of an older compiler. The folder of the package is then not chosen, and nothing is generated.
        yield return Classes("older compiler", Project("net10.0", Modern)) with
        {
            Files = new Dictionary<string, string>
            {
                ["App.csproj"] = Project("net10.0", Modern),
                ["Directory.Build.targets"] = "<Project><PropertyGroup><CompilerApiVersion>roslyn4.7</CompilerApiVersion></PropertyGroup></Project>\n",
            },
            ExpectedError = "APISPEC1001: ApiSpec needs version 4.8 of the C# compiler or later, and this one is version 4.7; use the .NET 8 SDK, Visual "
                + "Studio 2022 17.8 or later",
        };
        yield return Row("a spec whose name says nothing of it", ["App.csproj"], new()
        {
            ["App.csproj"] = Project("net10.0", Modern, ToPackage + """<ApiSpec Include="*.yaml" />"""),
            ["Question.cs"] = Library,
        }, "rerun-start.yaml") with
        {
            ExpectedError = "APISPEC1004: The name of a spec ends in .apispec.yaml or .apispec.yml, and the project lists as ApiSpec: rerun-start.yaml; "
                + "rename the file, or take it out",
        };
        yield return Classes("all analyzers taken away", Project("net10.0", Modern)) with
        {
            Files = new Dictionary<string, string>
            {
                ["App.csproj"] = Project("net10.0", Modern),
                ["Directory.Build.targets"] = "<Project><Target Name=\"Fast\" AfterTargets=\"ResolveReferences\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\" "
                    + "/></ItemGroup></Target></Project>\n",
            },
            ExpectedError = "APISPEC1002: The project has spec files, and the generator is not among its analyzers; refer to the package ApiSpec and keep "
                + "the analyzers it brings",
        };
    }

    private const string Reference = """<ProjectReference Include="../App/App.csproj" />""";

    private static ConsumerRow Row(string name, string[] projects, Dictionary<string, string> files, string? spec = null)
        => new(name, files, projects) { Copies = spec is null ? [] : new Dictionary<string, string> { [spec] = Repository.FoundingSpec } };

    private static ConsumerRow Classes(string name, string project)
        => Row(name, ["App.csproj"], new() { ["App.csproj"] = project, ["Question.cs"] = Library }, "rerun-start.apispec.yaml");

    // Not every other compiler knows 'required'.
    private static ConsumerRow OtherLanguage(string name, string project, string items, string file, string code)
        => Row(name, ["App/App.csproj", project], new()
        {
            ["App/App.csproj"] = Project("net10.0", Modern + "<ApiSpecRequiredMembers>false</ApiSpecRequiredMembers>"),
            ["App/add-book.apispec.yaml"] = SentBook,
            [project] = Project("net10.0", Executable + "<SatelliteResourceLanguages>en</SatelliteResourceLanguages>", Reference + items),
            ["Caller/" + file] = code,
        }, "App/rerun-start.apispec.yaml") with { Program = "Caller/bin/Debug/net10.0/Caller.dll" };

    private static ConsumerRow Console(string name, string framework)
        => Row(name, ["App.csproj"], new()
        {
            ["App.csproj"] = Project(framework, Modern + Executable),
            ["Question.cs"] = Library,
            ["Program.cs"] = Program,
        }, "rerun-start.apispec.yaml") with
        {
            Program = $"bin/Debug/{framework}/App.dll",
        };

    private static ConsumerRow Referring(string name, string library, string program, (string Path, string Source)? copy = null, string code = Program)
    {
        var row = Row(name, ["App/App.csproj", "Caller/Caller.csproj"], new()
        {
            ["App/App.csproj"] = library,
            ["App/Question.cs"] = Library,
            ["Caller/Caller.csproj"] = program,
            ["Caller/Program.cs"] = code,
        }, "App/rerun-start.apispec.yaml") with { Program = "Caller/bin/Debug/net10.0/Caller.dll" };
        return copy is { } more ? row with { Copies = new Dictionary<string, string>(row.Copies) { [more.Path] = more.Source } } : row;
    }
}
