using System.Diagnostics;
using System.Globalization;
using System.Text;
using ApiSpec.Benchmarks.Generator;
using ApiSpec.Benchmarks.Peers;

namespace ApiSpec.Benchmarks.BuildCost;

/// <summary>A project on disk that is edited and built.</summary>
internal sealed class ConsumerProject
{
    private readonly string _folder;

    private ConsumerProject(string folder, string name, string items, string features = "")
    {
        Name = name;
        _folder = Path.Combine(folder, name.Replace(' ', '-').Replace('.', '-'));
        Directory.CreateDirectory(_folder);
        System.IO.File.WriteAllText(
            File,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <AssemblyName>Consumer</AssemblyName>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <Features>$(Features);{features}</Features>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        EditProgram(-1);
    }

    public string Name { get; }

    /// <summary>The program without its last line. An edit changes that line.</summary>
    public string Program { get; set; } = "";

    /// <summary>Code that follows the line that an edit changes.</summary>
    public string Handler { get; set; } = "";

    /// <summary>Names a compiler server for this project alone; empty for the one that all projects share.</summary>
    public string CompilationId { get; set; } = "";

    public string File => Path.Combine(_folder, "Consumer.csproj");

    public string Assembly => Path.Combine(_folder, "bin", "Release", "net10.0", "Consumer.dll");

    public static async Task<IReadOnlyList<ConsumerProject>> CreateAllAsync(string folder, int operations)
    {
        var bare = new ConsumerProject(folder, "bare records", "");
        bare.Write("Records.cs", Records(operations));

        var contexts = new ConsumerProject(folder, "System.Text.Json context", "");
        contexts.Write("Records.cs", Records(operations));
        contexts.Write("Context.cs", Context(operations));

        var nswag = new ConsumerProject(folder, "NSwag", "");
        nswag.Write("Client.cs", await NSwagGenerator.GenerateAsync(OpenApi(operations), "Large", "LargeClient"));

        var here = AppContext.BaseDirectory;
        var items =
            $"""
            <Reference Include="{here}ApiSpec.dll" />
            <Analyzer Include="{here}ApiSpec.Generator.dll;{here}ApiSpec.Language.dll;{here}YamlDotNet.dll" />
            <AdditionalFiles Include="specs/*.apispec.yaml" />
            <CompilerVisibleProperty Include="RootNamespace" />
            """;
        var specs = new ConsumerProject(folder, "ApiSpec", items);
        var cached = new ConsumerProject(folder, "ApiSpec with cached generators", items, "enable-generator-cache");
        foreach (var project in (ConsumerProject[])[specs, cached])
        {
            project.Write("specs/large.apispec.yaml", SpecSet.ApiText);
            for (var i = 0; i < operations; i++)
                project.Write("specs/section" + Number(i) + ".apispec.yaml", SpecSet.SectionText(i));
        }

        return [bare, contexts, nswag, specs, cached];
    }

    public void EditProgram(int round) => Write("Program.cs", Program + "Console.WriteLine(" + Number(round + 1) + ");\n" + Handler);

    public Task RestoreAsync() => RunAsync("restore", "-v", "q", "-nologo");

    /// <summary>Builds the project, and returns the seconds that this took.</summary>
    public Task<double> BuildAsync(string option) => RunAsync("build", "-c", "Release", "-v", "q", "-nologo", "-m:1", option);

    private async Task<double> RunAsync(string command, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [command, File, .. options]) { RedirectStandardOutput = true };
        start.Environment["UseSharedCompilation"] = "true";
        if (CompilationId.Length > 0)
            start.Environment["SharedCompilationId"] = CompilationId;
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // The settings of this process must not affect the measured one.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        var watch = Stopwatch.StartNew();
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(Name + " does not build:\n" + output);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }

    private static string Number(int value) => value.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Returns records without a client, with the members of the responses.</summary>
    public static string Records(int count)
    {
        var text = new StringBuilder("namespace Large;\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""

                /// <summary>The response of section 9.{{Number(i)}}.</summary>
                public sealed record Resource{{Number(i)}}
                {
                    public long InstanceID { get; init; }
                    public string Name { get; init; } = null!;
                    public string? Description { get; init; }
                    public string State { get; init; } = null!;
                    public DateTimeOffset Created { get; init; }
                    public int Size { get; init; }
                    public bool IsShared { get; init; }
                    public string Href { get; init; } = null!;
                }

                """);
        }

        return text.ToString();
    }

    private static string Context(int count)
    {
        var text = new StringBuilder("using System.Text.Json.Serialization;\n\nnamespace Large;\n\n");
        for (var i = 0; i < count; i++)
            text.Append("[JsonSerializable(typeof(Resource").Append(Number(i)).Append("))]\n");
        return text.Append("public sealed partial class LargeContext : JsonSerializerContext;\n").ToString();
    }

    /// <summary>Returns the same operations as an OpenAPI document.</summary>
    public static string OpenApi(int count)
    {
        var paths = new StringBuilder();
        var schemas = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var separator = i == 0 ? "" : ",";
            var name = Number(i);
            paths.Append(
                CultureInfo.InvariantCulture,
                $$$"""
                {{{separator}}}"/Large/v1/objects/Resources{{{name}}}/{id}":{"get":{"operationId":"GetResource{{{name}}}","summary":"Acquires the resource of kind {{{name}}} by its identifier.",
                "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int64"}}],
                "responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Resource{{{name}}}"} } } },
                "404":{"description":"The resource does not exist.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/LargeError"} } } } } } }
                """);
            schemas.Append(
                CultureInfo.InvariantCulture,
                $$$"""
                ,"Resource{{{name}}}":{"type":"object","additionalProperties":false,"required":["instanceID","name","state","created","size","isShared","href"],"properties":{
                "instanceID":{"type":"integer","format":"int64"},"name":{"type":"string"},"description":{"type":"string"},"state":{"type":"string"},
                "created":{"type":"string","format":"date-time"},"size":{"type":"integer","format":"int32"},"isShared":{"type":"boolean"},"href":{"type":"string"} } }
                """);
        }

        return $$$"""
            {"openapi":"3.0.3","info":{"title":"Large","version":"v1"},"paths":{ {{{paths}}} },
            "components":{"schemas":{"LargeError":{"type":"object","properties":{"message":{"type":"string"},"messageID":{"type":"string"} } }{{{schemas}}} } } }
            """;
    }
}
