using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>
/// The types in each generated file: one file per section and per schema. The cost of an edit of C# grows with the square of the number of files.
/// </summary>
public sealed class GeneratedFilesTests
{
    private const string Api = "api: x\nclient: XClient\nnamespace: N\n";

    private static readonly SpecFile[] Files =
    [
        SpecFiles.Of(
            "api",
            Api + "error:\n  reason: enum busy|broken\ntypes: {Whole: Part}\nsets:\n  paging:\n    order?: enum up|down\n"),
        SpecFiles.Of(
            "tables",
            "api: x\nschemas:\n  Page<T>:\n    data: T[]\n    state: enum first|last\n  Envelope<T>:\n    page: Page<T>\n"
                + "  Part:\n    id: long\n    name: string filter\n    kind: enum wood|steel\n    size?:\n      members: {width: int, unit: enum mm|inch}\n"
                + "  Color: enum red|green\n  Numbers: Page<Color>\n  Other: {id: long}\n"),
        // Its name sorts first, so it is the first section to need the filter, the selection and the page of the schema.
        SpecFiles.Section(
            "Boxes.Find", "api: x\nquery: {HQL::filter?: hql-filter, HQL::fields?: hql-fields}\nuse: [paging]\nresponse: Page<Part>\n", "GET /boxes"),
        SpecFiles.Section("Parts.Find", "api: x\nquery: {HQL::filter?: hql-filter, HQL::fields?: hql-fields}\nresponse: Page<Whole>\n", "GET /parts"),
        SpecFiles.Section(
            "Parts.Count", "api: x\nquery: {of?: enum all|some}\nresponse:\n  counts:\n    members: {kind: enum wood|steel, count: int}\n", "GET /parts/count"),
        SpecFiles.Section("Parts.Wrap", "api: x\nbody: Other\nrequired: [id]\nresponse: Envelope<Other>\nerror:\n  code: enum one|two\n", "POST /parts/wrap"),
        SpecFiles.Section("Parts.Texts", "api: x\nresponse: Page<string>\n", "GET /parts/texts"),
        SpecFiles.Section("Parts.Same", "api: x\nresponse: same as Parts.Count\n", "GET /parts/same"),
        SpecFiles.Of("seen", "api: x\noperation: Parts.Seen\nrequest: unknown\nresponse:\n  place: enum here|there\n"),
    ];

    [Fact]
    public void Each_section_and_each_schema_has_one_file_with_all_its_types()
    {
        var types = TypesByFile(GeneratorRun.Of(Files).AssertCompiles());
        Assert.Equal(
            [
                "X.Api: XError XErrorReason",
                "X.Boxes.Find: BoxesClient BoxesClientBase BoxesFindOrder BoxesFindQuery BoxesFindStatus IBoxesClient XApi",
                "X.Client: BoxesClient BoxesClientBase IBoxesClient IPartsClient IXClient PartsClient PartsClientBase XApi XClient XClientBase",
                "X.Color: Color",
                "X.Numbers: Numbers NumbersState",
                "X.Other: EnvelopeOfOther Other PageOfOther PageOfOtherState",
                "X.Page: PageOfString PageOfStringState",
                "X.Part: PageOfPart PageOfPartSelection PageOfPartState Part PartFields PartFilter PartKind PartSelection PartSize PartSizeUnit",
                "X.Parts.Count: IPartsClient PartsClient PartsClientBase PartsCountOf PartsCountQuery PartsCountResponse PartsCountResponseCounts"
                    + " PartsCountResponseCountsKind PartsCountStatus XApi",
                "X.Parts.Find: IPartsClient PartsClient PartsClientBase PartsFindQuery PartsFindStatus XApi",
                "X.Parts.Same: IPartsClient PartsClient PartsClientBase PartsSameStatus XApi",
                "X.Parts.Seen: PartsSeenResponse PartsSeenResponsePlace",
                "X.Parts.Texts: IPartsClient PartsClient PartsClientBase PartsTextsStatus XApi",
                "X.Parts.Wrap: IPartsClient PartsClient PartsClientBase PartsWrapBody PartsWrapError PartsWrapErrorCode PartsWrapStatus XApi",
            ],
            types.Select(static file => file.Key + ": " + string.Join(' ', file.Value)));
    }

    [Fact]
    public void The_file_of_a_schema_does_not_depend_on_the_section_that_needs_it_first()
    {
        var all = GeneratorRun.Of(Files).Files["X.Part.g.cs"];
        Assert.Equal(all, GeneratorRun.Of([.. Files.Where(static file => !file.Path.Contains("Boxes", StringComparison.Ordinal))]).Files["X.Part.g.cs"]);
        Assert.Equal(all, GeneratorRun.Of([.. Files.Reverse()]).Files["X.Part.g.cs"]);
    }

    [Fact]
    public void Schemas_with_the_names_of_other_files_get_a_number()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Of("api", Api + "error: {reason: string}\nschemas: {Client: {a: int}, Api: {a: int}, Services: {a: int}, Fake: {a: int}}\n"),
            SpecFiles.Section("Client.Get", "api: x\nresponse: Client\n"));
        Assert.Equal(
            ["X.Api.g.cs", "X.Api_2.g.cs", "X.Client.Get.g.cs", "X.Client.g.cs", "X.Client_2.g.cs", "X.Fake.g.cs", "X.Services_2.g.cs"],
            run.AssertCompiles().Files.Keys);
    }

    [Fact]
    public void Types_within_a_file_are_sorted_by_name_after_the_operation()
    {
        var text = GeneratorRun.Of(Files).Files["X.Parts.Count.g.cs"];
        string[] order =
        [
            "class PartsClient", "enum PartsCountStatus", "record PartsCountQuery", "struct PartsCountOf", "record PartsCountResponse :",
            "record PartsCountResponseCounts :",
        ];
        Assert.Equal(order, order.OrderBy(name => text.IndexOf(name, StringComparison.Ordinal)));
        Assert.All(order, name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    private static SortedDictionary<string, SortedSet<string>> TypesByFile(GeneratorRun run)
        => new(
            run.Files.ToDictionary(
                static file => file.Key.Replace(".g.cs", "", StringComparison.Ordinal),
                static file => new SortedSet<string>(
                    CSharpSyntaxTree.ParseText(file.Value).GetCompilationUnitRoot()
                        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                        .OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText),
                    StringComparer.Ordinal)),
            StringComparer.Ordinal);
}
