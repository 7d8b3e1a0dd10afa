using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Edits of an API file that run the steps of its sections again, and edits that do not.</summary>
public sealed class StepMemoryTests
{
    private const string Section = "operation: Parts.Get\nrequest: GET base-URL/parts\nstatus: [200]\nresponse:\n  name: string\n";

    [Theory]
    [InlineData("title: Another shop\n", false)]
    [InlineData("notes: Closed on Sundays\n", false)]
    [InlineData("always: [500]\n", true)]
    [InlineData("base: https://shop/v2\n", true)]
    public void A_step_is_repeated_for_what_its_section_may_depend_on(string edit, bool isRepeated)
    {
        var section = Read("get.apispec.yaml", Section);
        var before = Read("shop.apispec.yaml", "api: shop\nclient: ShopClient\nbase: https://shop/v1\ntitle: Shop\n");
        var key = edit[..(edit.IndexOf(':', StringComparison.Ordinal) + 1)];
        var after = Read("shop.apispec.yaml", string.Concat("api: shop\nclient: ShopClient\nbase: https://shop/v1\ntitle: Shop\n".Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith(key, StringComparison.Ordinal)).Select(static line => line + "\n")) + edit);

        var first = Step(section, before);
        var second = Step(section, after);

        Assert.NotNull(first);
        Assert.Equal(isRepeated, !ReferenceEquals(first, second));
    }

    [Theory]
    [InlineData("function: Stops the job.\n", false)]
    [InlineData("response: Job\n", false)]
    [InlineData("body: Job\n", true)]
    [InlineData("body: Other\n", true)]
    public void Links_of_a_schema_are_looked_up_again_if_their_target_takes_another_body(string keys, bool isRepeated)
    {
        var part = new FilePart(FilePartKind.SchemaLinks);
        var api = Read(
            "shop.apispec.yaml", "api: shop\nclient: ShopClient\nschemas:\n  Job:\n    stop: url - link Jobs.Stop\n  Other:\n    id: long\n");
        const string Target = "operation: Jobs.Stop\nrequest: PUT base-URL/jobs/stop\nstatus: [200]\n";

        Bind(api, Read("stop.apispec.yaml", Target));
        var first = FileMemory.Of(api).Find(part);
        Bind(api, Read("stop.apispec.yaml", Target + keys));

        Assert.NotNull(first);
        Assert.Equal(isRepeated, !ReferenceEquals(first, FileMemory.Of(api).Find(part)));
    }

    [Fact]
    public void A_step_remembers_each_name_that_it_looks_up_once()
    {
        const int Count = 100;
        var api = Read("shop.apispec.yaml", "api: shop\nclient: ShopClient\n");
        var sections = Enumerable.Range(0, Count).Select(static i => Read(
            $"s{i}.apispec.yaml",
            $"""
            api: shop
            operation: Parts.Get{i}
            request: POST base-URL/{i}
            status: [200]
            body: same as Parts.Get{(i + 1) % Count}
            response: same as Parts.Get{(i + 1) % Count}
            """)).ToList();

        Bind([api, .. sections]);

        var most = sections.Max(
            static section => ((RememberedStep<GeneratedOperation?>)FileMemory.Of(section).Find(new FilePart(FilePartKind.Operation))!).Reads.Length);
        Assert.InRange(most, Count, 10 * Count);
    }

    private static RememberedStep? Step(SpecSource section, SpecSource api)
    {
        Bind(api, section);
        return FileMemory.Of(FileMemory.WordedIn(section, api.File.Api!).Source).Find(new FilePart(FilePartKind.Operation));
    }

    private static BoundProject Bind(params SpecSource[] files)
        => ProjectBinder.Bind(files, new BindingOptions("Example.App", null, "public"), TestContext.Current.CancellationToken);

    private static SpecSource Read(string path, string text) => new(path, SpecReader.Read(path, text, TestContext.Current.CancellationToken).File!);
}
