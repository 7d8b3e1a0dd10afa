using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Which body <c>body: same as</c> means. The client and the check of examples must agree, whatever the other operation returns.</summary>
public sealed class SameBodyTests
{
    private static readonly (string Name, string Keys)[] Sections =
    [
        ("Table.Get", "response: {a: int}\n"),
        ("Both.Get", "body: {b: int}\nresponse: {a: int}\n"),
        ("Schema.Get", "body: {b: int}\nresponse: Part\n"),
        ("List.Get", "body: {b: int}\nresponse: Part[]\n"),
        ("Text.Get", "body: {b: int}\nresponse: text/plain\n"),
        ("File.Get", "body: {b: int}\nresponse: application/zip\n"),
        ("Unknown.Get", "body: {b: int}\nresponse: unknown\n"),
        ("Taken.Get", "body: {b: int}\n"),
        ("Chain.Get", "body: {b: int}\nresponse: same as Table.Get\n"),
        ("TextChain.Get", "body: {b: int}\nresponse: same as Text.Get\n"),
        ("Circle.Get", "body: {b: int}\nresponse: same as Circle.Get\n"),
        ("Indirect.Get", "body: same as Text.Get\n"),
    ];

    [Fact]
    public void A_body_is_what_the_other_operation_returns_as_JSON_or_else_what_it_takes()
    {
        string[] texts =
        [
            "api: x\nclient: XClient\nschemas:\n  Part: {id: long}\n",
            .. Sections.Select(static section => TextOf(section.Name, section.Keys)),
            .. Sections.Select(static section => TextOf("Same." + section.Name.Split('.')[0], "body: same as " + section.Name + "\n")),
        ];
        var sources = texts.Select(static (text, i) => Read(i + ".apispec.yaml", text)).ToList();
        var project = ProjectBinder.Bind(sources, new BindingOptions("Example.App", null, "public"), TestContext.Current.CancellationToken);
        var operations = project.Files.SelectMany(static file => file.Sources).SelectMany(static source => source.Elements).OfType<GeneratedOperation>();
        var same = operations.Where(static operation => operation.Group == "Same").ToList();

        Assert.Equal(
            [
                "Same.Both: BothGetResponse",
                "Same.Chain: TableGetResponse",
                "Same.Circle: CircleGetBody",
                "Same.File: FileGetBody",
                "Same.Indirect: TextGetBody",
                "Same.List: List",
                "Same.Schema: Part",
                "Same.Table: TableGetResponse",
                "Same.Taken: TakenGetBody",
                "Same.Text: TextGetBody",
                "Same.TextChain: TextChainGetBody",
                "Same.Unknown: UnknownGetBody",
            ],
            same.Select(static operation => operation.Id + ": " + NameOf(operation.Body)).Order(StringComparer.Ordinal));
        var reference = Assert.Single(ApiReference.Of(sources, new BindingReport(new StepRecorder(sources.Count))));
        Assert.All(same, operation => Assert.Equal(MembersOf(project, operation.Body!), MembersOf(reference, reference.FindOperation(operation.Id)!.Body)));
    }

    private static string TextOf(string name, string keys)
        => "api: x\noperation: " + name + "\nrequest: POST base-URL/" + name.Replace('.', '/') + "\nstatus: [200]\n" + keys;

    private static SpecSource Read(string path, string text) => new(path, SpecReader.Read(path, text, TestContext.Current.CancellationToken).File!);

    private static string? NameOf(CodeType? type) => type?.Kind == CodeTypeKind.List ? "List" : type?.Name?.Split('.')[^1];

    private static IEnumerable<string> MembersOf(ApiReference reference, BodyDeclaration? body)
        => BodyReference.TableOf(reference, BodyReference.Resolve(reference, body, isRequest: true))?.Rows.Select(static row => row.Name) ?? [];

    private static IEnumerable<string> MembersOf(BoundProject project, CodeType type)
        => project.Files.SelectMany(static file => file.Sources).SelectMany(static source => source.Elements).OfType<GeneratedRecord>()
            .FirstOrDefault(record => record.Context.GlobalPrefix + record.Name == type.Name)?.Members.Select(static member => member.WireName) ?? [];
}
