using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>All types share one converter if interfaces can have static members. Otherwise, each type has its own.</summary>
public sealed class SharedConverterTests
{
    private const string Type = "Kitchen.Part.g.cs";

    public static TheoryData<string, LanguageVersion> Sharing => new()
    {
        { "net10.0", LanguageVersion.Latest },
        { "net10.0", LanguageVersion.CSharp11 },
        { "net8.0", LanguageVersion.CSharp11 },
    };

    public static TheoryData<string, LanguageVersion> Separate => new()
    {
        { "netstandard2.0", LanguageVersion.Latest },
        { "net48", LanguageVersion.Latest },
        { "net8.0", LanguageVersion.CSharp10 },
    };

    [Theory]
    [MemberData(nameof(Sharing))]
    public void Types_share_a_converter(string framework, LanguageVersion language)
    {
        var text = Generate(framework, language);

        Assert.Contains("typeof(global::ApiSpec.Generated.ApiContractConverter<Part>)", text, StringComparison.Ordinal);
        Assert.Contains("record Part : global::ApiSpec.IApiContract<Part>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class JsonConverter", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Separate))]
    public void Types_have_their_own_converters(string framework, LanguageVersion language)
    {
        var text = Generate(framework, language);

        Assert.Contains("typeof(JsonConverter)", text, StringComparison.Ordinal);
        Assert.Contains("class JsonConverter : global::ApiSpec.ApiJsonConverter<Part>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("IApiContract", text, StringComparison.Ordinal);
    }

    // An attribute cannot name a type parameter (CS0416), so each use of a generic schema must be a type.
    [Fact]
    public void Uses_of_a_generic_schema_have_closed_converters()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", "client: BoxClient\nnamespace: N\nschemas:\n  Box<T>: {items: 'T[]', next?: 'Box<T>'}\n  Lid: {size: int}\n"),
            SpecFiles.Section("Boxes.Get", "response: {lids: Box<Lid>, numbers: Box<int>}\n")).AssertCompiles();

        var converters = run.Files.Values.SelectMany(static text => text.Split('\n'))
            .Where(static line => line.Contains("ApiContractConverter<", StringComparison.Ordinal));
        Assert.Equal(4, converters.Distinct().Count());
    }

    private static string Generate(string framework, LanguageVersion language)
    {
        Consumer[] consumers = [Consumer.Net100, Consumer.Net80, Consumer.NetStandard20, Consumer.NetFramework48];
        var consumer = consumers.Single(consumer => consumer.Framework == framework) with { Language = language };
        return GeneratorRun.Of(consumer, SpecFiles.Kitchen).Files[Type];
    }
}
