using System.Text.Json;
using System.Xml.Linq;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The version of the product, where files other than <c>Directory.Build.props</c> name it.</summary>
public sealed class VersionTests
{
    private static readonly string s_version = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void The_schema_for_editors_is_identified_by_the_version()
    {
        using var schema = JsonDocument.Parse(Repository.Read("specs/apispec.schema.json"));

        Assert.Equal($"urn:apispec:schema:{s_version}", schema.RootElement.GetProperty("$id").GetString());
    }

    [Theory]
    [InlineData("runtime/docs/versioning.md", "`urn:apispec:schema:{0}`")]
    [InlineData("runtime/docs/getting-started.md", "packages/ApiSpec.Templates.{0}.nupkg")]
    [InlineData("runtime/docs/testing.md", "<PackageReference Include=\"ApiSpec.Testing\" Version=\"{0}\" />")]
    [InlineData("runtime/docs/recipes.md", "#:package ApiSpec@{0}\n")]
    [InlineData("README.md", "The version is {1}.")]
    [InlineData("CHANGELOG.md", "## [{0}]")]
    public void Pages_name_the_version(string page, string text)
    {
        var minor = s_version[..s_version.LastIndexOf('.')];
        var expected = text.Replace("{0}", s_version, StringComparison.Ordinal).Replace("{1}", minor, StringComparison.Ordinal);

        Assert.Contains(expected, Repository.Read(page), StringComparison.Ordinal);
    }
}
