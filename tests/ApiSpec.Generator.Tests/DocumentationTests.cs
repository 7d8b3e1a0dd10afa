using System.Text.Json;
using System.Xml.Linq;
using ApiSpec.Generator.Emit;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Tests.Support;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Sections and schemas have documentation comments if something can show them. Otherwise, a build is faster without them.</summary>
public sealed class DocumentationTests
{
    private static readonly Consumer s_build = Consumer.Net100 with { Documentation = DocumentationMode.None };

    [Fact]
    public void Build_without_a_documentation_file_compiles_the_same_code_without_comments()
    {
        var lean = GeneratorRun.Of(s_build, SpecFiles.Kitchen).AssertCompiles();
        var whole = GeneratorRun.Of(Consumer.Net100, SpecFiles.Kitchen);

        var sections = lean.Files.Where(static file => !file.Key.EndsWith(".Client.g.cs", StringComparison.Ordinal)).ToList();
        Assert.All(sections, static file => Assert.DoesNotContain("///", file.Value, StringComparison.Ordinal));
        Assert.All(lean.Files, file => Assert.Equal(WithoutComments(whole.Files[file.Key]), WithoutComments(file.Value)));
    }

    [Theory]
    [InlineData(DocumentationMode.Parse, false, false)]
    [InlineData(DocumentationMode.Diagnose, false, false)]
    [InlineData(DocumentationMode.None, true, false)]
    [InlineData(DocumentationMode.None, false, true)]
    public void Documentation_file_editor_or_written_code_gets_the_comments(DocumentationMode mode, bool isDesignTime, bool emitsFiles)
    {
        var shown = GeneratorRun.Of(s_build with { Documentation = mode, IsDesignTime = isDesignTime, EmitsFiles = emitsFiles }, SpecFiles.Founding);

        Assert.Equal(GeneratorRun.Of(Consumer.Net100, SpecFiles.Founding).Files, shown.Files);
    }

    [Theory]
    [InlineData("DesignTimeBuild")]
    [InlineData("EmitCompilerGeneratedFiles")]
    public void Package_shows_the_properties_to_the_compiler(string name)
        => Assert.Contains(
            XDocument.Load(Repository.PathOf("runtime", "ApiSpec", "buildTransitive", "ApiSpec.props")).Descendants("CompilerVisibleProperty"),
            property => (string?)property.Attribute("Include") == name);

    [Theory]
    [InlineData("Name")]
    [InlineData("InstanceID")]
    [InlineData("ID")]
    [InlineData("URLOfPage")]
    [InlineData("A")]
    [InlineData("AB1")]
    [InlineData("X1Y")]
    [InlineData("name")]
    [InlineData("_id")]
    [InlineData("@class")]
    [InlineData("\u00C9tat")]
    public void Camel_case_is_that_of_the_serializer(string property)
        => Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(property), SerializerName.CamelCaseOf(property));

    [Fact]
    public void Only_names_that_differ_from_camel_case_have_an_attribute()
    {
        var code = string.Concat(GeneratorRun.Of(SpecFiles.Of(
            "one",
            "operation: One.Get\nrequest: GET /one\nstatus: [200]\nresponse: {name: string, instanceID: string, Size: int, unit-name: string}\n"))
            .Files.Values);
        Assert.Contains("JsonPropertyName(\"Size\")", code, StringComparison.Ordinal);
        Assert.Contains("JsonPropertyName(\"unit-name\")", code, StringComparison.Ordinal);
        Assert.DoesNotContain("JsonPropertyName(\"name\")", code, StringComparison.Ordinal);
        Assert.DoesNotContain("JsonPropertyName(\"instanceID\")", code, StringComparison.Ordinal);
    }

    private static string WithoutComments(string text)
        => string.Join("\n", text.Split('\n').Where(static line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
}
