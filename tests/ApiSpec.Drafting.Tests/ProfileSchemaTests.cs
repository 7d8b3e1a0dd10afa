using System.Text.Json.Nodes;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>The JSON Schema of profiles and the page for people know the keys that the reader knows.</summary>
public sealed class ProfileSchemaTests
{
    private static readonly JsonNode s_schema = JsonNode.Parse(Repository.Read("specs/apispec-profile.schema.json"))!;

    [Fact]
    public void The_schema_has_the_keys_of_the_reader()
    {
        Assert.Equal(ProfileKeys.Top.Order(StringComparer.Ordinal), Keys(s_schema));
        Assert.Equal(ProfileKeys.Headings.Order(StringComparer.Ordinal), Keys(s_schema["properties"]!["headings"]!));
        Assert.Equal(ProfileKeys.Tables.Order(StringComparer.Ordinal), Keys(s_schema["properties"]!["tables"]!));
        Assert.Equal(ProfileKeys.Labels.Order(StringComparer.Ordinal), Keys(s_schema["properties"]!["labels"]!));
        Assert.Equal(ProfileKeys.Unstated.Order(StringComparer.Ordinal), Keys(s_schema["properties"]!["unstated"]!));
        Assert.Equal(
            ProfileKeys.Referred.Order(StringComparer.Ordinal), Keys(s_schema["properties"]!["refer"]!["items"]!["properties"]!["write"]!));
        Assert.Equal(ProfileKeys.Columns.Order(StringComparer.Ordinal), Keys(s_schema["definitions"]!["columns"]!));
    }

    [Fact]
    public void The_guide_explains_each_key()
    {
        var guide = Repository.Read("runtime/docs/writing-a-profile.md");

        Assert.All(ProfileKeys.Top.Where(static key => key != "manual"), key => Assert.Contains($"| `{key}` |", guide, StringComparison.Ordinal));
        Assert.All(ProfileKeys.Headings.Where(static key => !key.StartsWith("example/", StringComparison.Ordinal)),
            key => Assert.Contains($"`{key}`", guide, StringComparison.Ordinal));
        Assert.All(ProfileKeys.Labels, key => Assert.Contains($"`{key}`", guide, StringComparison.Ordinal));
        Assert.All(ProfileKeys.Columns, key => Assert.Contains($"`{key}`", guide, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(JsonNode schema)
        => schema["properties"]!.AsObject().Select(static property => property.Key).Order(StringComparer.Ordinal);
}
