using ApiSpec.Generator.Binding;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Edits of one section after which no other section is bound or checked again, and edits after which all are.</summary>
public sealed class LatestBindingTests
{
    private const string Api = "api: shop\nclient: ShopClient\nschemas:\n  Part: {id: long, name: string}\n";

    // The sections of an API that says what words in request lines stand for are read with these words.
    private static readonly string[] s_apis = [Api, Api + "base: https://shop/api\nwords:\n  version: v1\n"];

    private const string Section =
        """
        api: shop
        section: 1.1
        operation: Parts.Get
        function: Gets it.
        version: v1
        request: GET base-URL/v1/parts/{id}
        path:
          id: long
        status: [200]
        response:
          id: long
          state: enum new|old
          place: {room: string}

        """;

    private const string Linking = "api: shop\noperation: Parts.Find\nrequest: GET base-URL/find\nstatus: [200]\nresponse:\n  part: url - link Parts.Get\n";

    private const string Repeating = "api: shop\noperation: Parts.Peek\nrequest: GET base-URL/peek\nstatus: [200]\nresponse: same as Parts.Get\n";

    [Theory]
    [InlineData("function: Gets it.", "function: Gets one.")]
    [InlineData("function: Gets it.\n", "function: Gets it.\ntitle: The part\n")]
    [InlineData("  id: long\n  state", "  id: long - which one\n  state")]
    [InlineData("enum new|old", "enum new|old|broken")]
    [InlineData("room: string", "room: string - where it is")]
    [InlineData("room: string", "room: string, shelf: int")]
    [InlineData("status: [200]", "status: {200: Found, 404: None}")]
    [InlineData("status: [200]\n", "status: [200]\nquery:\n  also: boolean\n")]
    public void Nothing_else_is_bound(string old, string now) => AssertBound(isAlone: true, old, now, Linking);

    [Theory]
    [InlineData("operation: Parts.Get", "operation: Parts.Read")]
    [InlineData("section: 1.1", "section: 1.2")]
    [InlineData("version: v1", "version: v2")]
    [InlineData("/v1/parts/", "/v1/part/")]
    [InlineData("status: [200]\n", "status: [200]\nquery:\n  also?: boolean\n")]
    [InlineData("state: enum new|old", "state: string")]
    [InlineData("place: {room: string}", "place: Part")]
    [InlineData("place: {room: string}", "place: {room: string}\n  more: {a: int}")]
    [InlineData("room: string", "room: Unknown")]
    [InlineData("status: [200]\n", "status: [200]\nschemas:\n  Own: {id: long}\n")]
    public void Everything_is_checked_again(string old, string now) => AssertBound(isAlone: false, old, now, Linking);

    [Fact]
    public void A_section_with_the_same_body_is_bound_as_well()
        => AssertBound(isAlone: false, "  id: long\n  state", "  id: long - which one\n  state", Repeating);

    [Fact]
    public void A_link_does_not_depend_on_what_its_target_describes() => AssertBound(isAlone: true, "function: Gets it.", "function: Gets one.", Linking);

    [Fact]
    public void Only_diagnostics_of_the_last_edit_are_reported()
    {
        const string Right = "api: shop\noperation: Parts.Make\nrequest: POST base-URL/make\nstatus: [200]\nbody:\n  id: long\nresponse: text/plain\n";
        const string Wrong = Right + "done when: id = 1\n";
        var files = Read(Api, Wrong, Linking);
        Assert.Contains(Bind(files).Diagnostics, static found => found.Path == "f1.apispec.yaml");
        var right = Assert.IsType<BoundProject>(Update(files = With(files, Right)));
        Assert.DoesNotContain(right.Diagnostics, static found => found.Path == "f1.apispec.yaml");
        Assert.Equal(BindFresh(Api, Right, Linking), right);
        Assert.Equal(BindFresh(Api, Wrong, Linking), Assert.IsType<BoundProject>(Update(With(files, Wrong))));
    }

    [Fact]
    public void A_cancelled_edit_does_not_lose_the_binding()
    {
        var files = Read(Api, Section, Linking);
        Bind(files);
        files = With(files, Section.Replace("Gets it.", "Gets one.", StringComparison.Ordinal));
        Assert.Throws<OperationCanceledException>(() => LatestBinding.Update(files, Options, new CancellationToken(canceled: true)));
        Assert.NotNull(Update(files));
    }

    [Fact]
    public void Many_edits_one_after_the_other_are_like_one()
    {
        var files = Read(Api, Section, Linking);
        Bind(files);
        for (var i = 0; i < 20; i++)
        {
            var text = Section.Replace("Gets it.", "Gets " + i, StringComparison.Ordinal)
                .Replace("room: string", "room: string - " + (i % 3), StringComparison.Ordinal);
            files = With(files, text);
            Assert.Equal(BindFresh(Api, text, Linking), Assert.IsType<BoundProject>(Update(files)));
        }
    }

    [Fact]
    public void A_fake_gets_the_new_summary()
    {
        var options = Options with { Parts = GeneratedParts.ClientAndFake };
        var files = Read(Api, Section, Linking);
        ProjectBinder.Bind(files, options, default);
        var titled = Section.Replace("function:", "title: Another\nfunction:", StringComparison.Ordinal);
        var updated = LatestBinding.Update(With(files, titled), options, default);
        Assert.Equal(ProjectBinder.Bind(Read(Api, titled, Linking), options, default), updated);
    }

    [Fact]
    public void Files_without_an_edit_are_not_bound()
    {
        var files = Read(Api, Section, Linking);
        var bound = Bind(files);
        Assert.Same(bound, Update([.. files]));
        Assert.Null(LatestBinding.Update(files, Options with { Accessibility = "internal" }, default));
    }

    private static BindingOptions Options { get; } = new("Example.App", null, "public") { ListsTypes = true };

    private static void AssertBound(bool isAlone, string old, string now, string other)
    {
        Assert.Contains(old, Section, StringComparison.Ordinal);
        var edited = Section.Replace(old, now, StringComparison.Ordinal);
        // In the order of the project, the section is the first, the last, or neither.
        foreach (var (order, api) in new[] { (int[])[0, 1, 2], [1, 0, 2], [0, 2, 1] }.SelectMany(static order => s_apis.Select(api => (order, api))))
        {
            string[] texts = [api, Section, other];
            string[] editedTexts = [api, edited, other];
            var files = Read([.. order.Select(index => texts[index])]);
            Bind(files);
            var place = Array.IndexOf(order, 1);
            var after = files.ToArray();
            after[place] = Source(place, edited);
            var updated = Update(after);
            Assert.Equal(isAlone, updated is not null);
            Assert.Equal(BindFresh([.. order.Select(index => editedTexts[index])]), updated ?? Bind(after));
        }
    }

    private static SpecSource[] With(SpecSource[] files, string section) => [files[0], Source(1, section), files[2]];

    private static SpecSource[] Read(params string[] texts) => [.. texts.Select(static (text, index) => Source(index, text))];

    private static SpecSource Source(int index, string text)
    {
        var path = $"f{index}.apispec.yaml";
        return new SpecSource(path, SpecReader.Read(path, text, TestContext.Current.CancellationToken).File!);
    }

    private static BoundProject BindFresh(params string[] texts) => Bind(Read(texts));

    private static BoundProject? Update(SpecSource[] files) => LatestBinding.Update(files, Options, TestContext.Current.CancellationToken);

    private static BoundProject Bind(SpecSource[] files) => ProjectBinder.Bind(files, Options, TestContext.Current.CancellationToken);
}
