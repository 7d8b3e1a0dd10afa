using System.Globalization;
using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>The same specs become the same bytes on every machine.</summary>
public sealed class DeterminismTests
{
    private static readonly SpecFile[] Files = [.. SpecFiles.Kitchen, .. SpecFiles.Jp1Ao];

    private static readonly SortedDictionary<string, string> Expected = GeneratorRun.Of(Files).Files;

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        AssertSame([.. Files.Reverse()]);
        AssertSame([.. Files.OrderBy(static file => file.Text!.Length)]);
        AssertSame([.. Files.Skip(7), .. Files.Take(7)]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/home/somebody/with a space/src/")]
    [InlineData("C:\\src\\")]
    public void The_folder_does_not_matter(string folder)
        => AssertSame([.. Files.Select(file => new SpecFile(folder + (folder[^1] == '\\' ? file.Path[1..].Replace('/', '\\') : file.Path[1..]), file.Text))]);

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string newLine, string mark)
        => AssertSame([.. Files.Select(file => file.With(mark + file.Text!.Replace("\n", newLine, StringComparison.Ordinal)))]);

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void The_culture_does_not_matter(string name)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var negative = (-1).ToString(CultureInfo.GetCultureInfo("sv-SE"));
        Assert.NotEqual("-1", negative);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            AssertSame(Files);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    [Fact]
    public void Line_ends_are_always_the_same()
        => Assert.All(Expected.Values, static text => Assert.DoesNotContain('\r', text));

    [Fact]
    public void The_name_of_a_section_does_not_matter_to_the_schema_that_it_has_a_rule_about()
    {
        var code = CodeOfSchema("Parts.Edit");
        Assert.Contains("record PartSelection", code, StringComparison.Ordinal);
        Assert.Equal(code, CodeOfSchema("Parts.Store"));
    }

    // The other section comes between the two in the order of the names.
    private static string CodeOfSchema(string ruling)
        => GeneratorRun.Of(
            SpecFiles.Of("api", "api: x\nclient: XClient\nnamespace: N\nschemas:\n  Part:\n    id: long\n    name?: string\n"),
            SpecFiles.Section("Parts.List", "query:\n  HQL::fields?: hql-fields\nresponse: Part[]\n"),
            SpecFiles.Section(ruling, "body: Part\nrequired: [name]\n", "PUT /parts")).AssertCompiles().Files["X.Part.g.cs"];

    private static void AssertSame(SpecFile[] files)
    {
        var actual = GeneratorRun.Of(files).Files;
        Assert.Equal(Expected.Keys, actual.Keys);
        Assert.All(Expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }
}
