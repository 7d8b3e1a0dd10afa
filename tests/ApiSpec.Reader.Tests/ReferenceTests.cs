using System.Runtime.CompilerServices;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The language library reads a folder of specs without a compiler.</summary>
public sealed class ReferenceTests
{
    private const string Api = """
        api: shop
        client: ShopClient
        base: https://shop/v1
        words: { shop-id: s1 }
        types: { Moment: date-time }
        sets:
          list:
            count?: int
        """;

    [Fact]
    public void Every_section_of_a_printed_reference_is_read_resolved_and_compared_with_its_examples()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root(), "specs", "jp1ao"), "*" + SpecFileName.Extension, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => (Path: path, Text: File.ReadAllText(path)))
            .ToArray();

        var folder = Folder.Read(files);

        var api = Assert.Single(folder.Apis);
        Assert.Equal(files.Length, api.Group.Files.Count);
        Assert.True(api.Sections.Count > 70);
        Assert.Equal(api.Sections.Count, api.Operations.Count);
        Assert.True(folder.Examples > 50);
        Assert.All(
            api.Sections.Select(static section => section.File.Section!).Where(static section => section.Response is { Kind: BodyKind.SameAs }),
            section => Assert.True(
                BodyReference.Resolve(api, section.Response, isRequest: false) is { Kind: not (BodyKind.SameAs or BodyKind.Unknown) }, section.Id));
        Assert.Empty(folder.Diagnostics);
    }

    [Fact]
    public void What_shows_between_files_and_in_examples_is_a_diagnostic_with_its_position()
        => Assert.Equal(
            [
                "copy.apispec.yaml APISPEC0203 1:1+9 Operation 'Parts.Get' is also in get.apispec.yaml; rename one of the two",
                "get.apispec.yaml APISPEC0203 1:1+9 Operation 'Parts.Get' is also in copy.apispec.yaml; rename one of the two",
            ],
            Folder.Read(
                ("shop.apispec.yaml", Api),
                ("copy.apispec.yaml", "operation: Parts.Get\nrequest: GET /parts/all\nstatus: [200]\n"),
                ("get.apispec.yaml", "operation: Parts.Get\nrequest: GET /parts/{id}\npath: { id: long }\nstatus: [200]\n")).Diagnostics);

    [Fact]
    public void An_example_is_compared_with_what_other_files_declare()
    {
        var diagnostics = Folder.Read(
            ("shop.apispec.yaml", Api),
            ("part.apispec.yaml", "api: shop\nschemas:\n  Part:\n    id: long\n    made: Moment\n"),
            ("get.apispec.yaml", """
                operation: Parts.Get
                request: GET base-URL/shop-id/parts
                use: [list]
                status: [200]
                response: same as Parts.Find
                examples:
                  - request header: |
                      GET /v1/s1/parts?count=many HTTP/1.1
                    response body: |
                      { "id": 1, "made": "noon", "maed": 2 }
                """),
            ("find.apispec.yaml", "operation: Parts.Find\nrequest: POST base-URL/shop-id/find\nstatus: [200]\nresponse: Part\n")).Diagnostics;

        Assert.Equal(
            ["get.apispec.yaml APISPEC0305 8:30", "get.apispec.yaml APISPEC0305 10:26", "get.apispec.yaml APISPEC0310 10:34"],
            diagnostics.Select(static diagnostic => diagnostic[..diagnostic.IndexOf('+', StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_section_belongs_to_the_API_that_it_names_and_to_the_only_one_if_it_names_none()
    {
        var section = "operation: Parts.Get\nrequest: GET /parts\nstatus: [200]\n";
        Assert.Equal(["shop: get"], Folder.Read(("shop.apispec.yaml", Api), ("get.apispec.yaml", section)).Groups);
        Assert.Equal(["shop: ", "other: get"], Folder.Read(("shop.apispec.yaml", Api), ("get.apispec.yaml", "api: other\n" + section)).Groups);
        Assert.Equal(
            ["shop: ", "store: get", ": lone"],
            Folder.Read(
                ("shop.apispec.yaml", Api),
                ("store.apispec.yaml", "api: store\nclient: StoreClient\n"),
                ("get.apispec.yaml", "api: store\n" + section),
                ("lone.apispec.yaml", section)).Groups);
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    private sealed record Folder(IReadOnlyList<ApiReference> Apis, int Examples, IReadOnlyList<string> Diagnostics)
    {
        public IEnumerable<string> Groups
            => Apis.Select(static api => api.Group.Id + ": " + string.Join(' ', api.Sections.Select(static section => section.File.Name)));

        public static Folder Read(params (string Path, string Text)[] files)
        {
            var parsed = files.Select(static file => (file.Path, Spec: SpecReader.Read(file.Path, file.Text, CancellationToken.None))).ToList();
            var report = new DiagnosticList();
            var apis = ApiReference.Of(parsed.Select(static file => new SpecSource(file.Path, file.Spec.File!)), report);
            var examples = apis.Sum(api => api.Sections.Sum(section => ExampleChecker.Check(api, section.Path, section.File.Section!, report)));
            var between = report.Diagnostics.ToLookup(static diagnostic => diagnostic.Path);
            var diagnostics =
                from file in parsed
                from diagnostic in file.Spec.Diagnostics.Concat(DiagnosticLocator.Locate(between[file.Path], file.Spec.Locations))
                where diagnostic.Rule.Severity != SpecSeverity.Info
                select Path.GetFileName(file.Path) + " " + Spec.Show(diagnostic);
            return new Folder(apis, examples, [.. diagnostics]);
        }
    }
}
