using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Contradictions between files, and combinations that look like contradictions but are valid.</summary>
public sealed class ContradictionTests
{
    private const string Object = "schemas:\n  Move:\n    href: url\n    name: string\n  Other:\n    a: string\n";

    [Theory]
    [InlineData("Parts.Gte", "APISPEC0236 /specs/Parts.Get.apispec.yaml(5,17)+9 'Parts.Gte' is not in this project; did you mean 'Parts.Get'?")]
    [InlineData("Part.Get", "APISPEC0236 /specs/Parts.Get.apispec.yaml(5,17)+8 'Part.Get' is not in this project; did you mean 'Parts.Get'?")]
    [InlineData("parts.Get", "APISPEC0236 /specs/Parts.Get.apispec.yaml(5,17)+9 'parts.Get' is not in this project; did you mean 'Parts.Get'?")]
    [InlineData(
        "Parts.Put", "APISPEC0211 /specs/Parts.Get.apispec.yaml(5,17)+9 'Parts.Put' is not in this project; the link is documented and cannot be followed")]
    [InlineData(
        "Parts.Get2", "APISPEC0211 /specs/Parts.Get.apispec.yaml(5,17)+10 'Parts.Get2' is not in this project; the link is documented and cannot be followed")]
    public void A_link_one_slip_away_from_an_operation_is_a_warning(string link, string expected)
        => Assert.Equal([expected], GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  a: url - link " + link + "\n")).DiagnosticTexts);

    [Fact]
    public void Operations_that_differ_in_a_number_are_not_taken_for_each_other()
        => Assert.StartsWith(
            "APISPEC0211",
            Assert.Single(GeneratorRun.Of(SpecFiles.Section("Parts.Get2", "response: same as Parts.Get1\n")).DiagnosticTexts),
            StringComparison.Ordinal);

    [Fact]
    public void A_body_that_is_the_same_as_a_misspelt_operation_is_a_warning()
        => Assert.Equal(
            ["APISPEC0236 /specs/Parts.List.apispec.yaml(4,11)+18 'Parts.Gett' is not in this project; did you mean 'Parts.Get'?"],
            GeneratorRun.Of(
                SpecFiles.Section("Parts.Get", "response:\n  a: string\n"), SpecFiles.Section("Parts.List", "response: same as Parts.Gett\n")).DiagnosticTexts);

    [Theory]
    [InlineData("response: Move\nwith:\n  href: link Parts.Set\n", true)]
    [InlineData("response: Other\nwith:\n  a: link Parts.Set\n", false)]
    [InlineData("response:\n  a: url - link Parts.Set\n", false)]
    public void A_link_to_an_operation_that_takes_another_table_is_information(string keys, bool isReported)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys + Object), SpecFiles.Section("Parts.Set", "body: Other\n", "POST /objects/Parts/Set"));
        Assert.Equal(
            isReported ? [
                "APISPEC0235 /specs/Parts.Get.apispec.yaml(6,14)+9 'Parts.Set' takes the body 'Other', but this link is in 'Move'; check which is right",
            ] : [],
            run.AssertCompiles().DiagnosticTexts);
    }

    [Theory]
    [InlineData(5, 1, true)]
    [InlineData(4, 1, false)]
    [InlineData(5, 2, false)]
    public void One_version_among_five_of_another_is_information(int usual, int odd, bool isReported)
    {
        var sections = Enumerable.Range(0, usual + odd)
            .Select(i => SpecFiles.Section(
                "Parts.Get" + (char)('A' + i), "version: " + (i < usual ? "v1" : "v2") + "\n", "GET /objects/{version}/x" + (char)('a' + i)));
        var run = GeneratorRun.Of([.. sections]);
        Assert.Equal(
            isReported ? [
                "APISPEC0235 /specs/Parts.GetF.apispec.yaml(4,10)+2 'v2' is the version of this section alone; 5 others have 'v1'; check which is right",
            ] : [], run.DiagnosticTexts);
    }

    [Theory]
    [InlineData("version: v1\n", "GET /objects/x", true)]
    [InlineData("version: v1\n", "GET /objects/v1/x", false)]
    [InlineData("version: v1\n", "GET /objects/{version}/x", false)]
    [InlineData("version: \"7.2\"\nheaders:\n  X-Version: string always 7.2\n", "GET /objects/x", false)]
    [InlineData("version: \"7.2\"\nquery:\n  api: string always 7.2\n", "GET /objects/x", false)]
    [InlineData("version: \"7.2\"\nresponse: application/vnd.x.7.2\n", "GET /objects/x", false)]
    public void A_version_that_the_request_does_not_use_is_information(string keys, string request, bool isReported)
        => Assert.Equal(isReported, GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys, request)).DiagnosticTexts
            .Any(static mistake => mistake.StartsWith("APISPEC0235", StringComparison.Ordinal)));

    [Fact]
    public void A_word_of_the_API_file_may_use_the_version()
        => Assert.Empty(GeneratorRun.Of(
            SpecFiles.Of("api", "client: XClient\nwords:\n  root: /x/{version}\n"),
            SpecFiles.Section("Parts.Get", "version: v1\n", "GET /root/parts")).DiagnosticTexts);

    [Fact]
    public void Two_sections_with_one_number_are_information_and_a_table_of_one_is_not()
        => Assert.Equal(
            ["APISPEC0235 /specs/Parts.List.apispec.yaml(4,10)+3 '9.6' is also the section of Parts.Get.apispec.yaml; check which is right"],
            GeneratorRun.Of(
                SpecFiles.Section("Parts.Get", "section: 9.6\n"), SpecFiles.Section("Parts.List", "section: 9.6\n"),
                SpecFiles.Of("table", "section: 9.6\nschemas:\n  Part:\n    a: string\n")).DiagnosticTexts);

    [Theory]
    [InlineData("client: XClient\n", true)]
    [InlineData("client: XClient\napi: x\n", false)]
    public void An_API_file_without_an_id_beside_sections_with_one_is_a_warning(string api, bool isReported)
        => Assert.Equal(
            isReported ? ["APISPEC0234 /specs/api.apispec.yaml(1,1)+6 This API file has no 'api:', so Parts.Get.apispec.yaml with 'api: x' creates another "
                + "client; add 'api: x' here"] : [],
            GeneratorRun.Of(SpecFiles.Of("api", api), SpecFiles.Section("Parts.Get", "api: x\n"), SpecFiles.Section("Parts.List", "api: x\n")).DiagnosticTexts);

    [Theory]
    [InlineData("{ \u201Cstate\u201D : \"x\" }", "11 U+201C LEFT DOUBLE QUOTATION MARK; write '\"'")]
    [InlineData("{ \"state\u201D : \"x\" }", "17 U+201D RIGHT DOUBLE QUOTATION MARK; write '\"'")]
    [InlineData("{ \"state\" : \u201Cx\u201D }", "21 U+201C LEFT DOUBLE QUOTATION MARK; write '\"'")]
    [InlineData("{ \"state\" : \"x\u201D }", "23 U+201D RIGHT DOUBLE QUOTATION MARK; write '\"'")]
    [InlineData("{\u00A0\"state\" : \"x\" }", "10 U+00A0 NO-BREAK SPACE; use spaces (U+0020)")]
    [InlineData("{ \"state\"\uFF1A \"x\" }", "18 U+FF1A FULLWIDTH COLON; write ':'")]
    public void A_character_of_a_typesetter_in_pasted_JSON_is_named(string json, string expected)
    {
        var mistake = Assert.Single(GeneratorRun.Of(
            SpecFiles.Section("Parts.Get", "response:\n  state: string\nexamples:\n  - response body: |\n        " + json + "\n")).DiagnosticTexts);
        Assert.Contains("," + expected.Split(' ')[0] + ")", mistake, StringComparison.Ordinal);
        Assert.EndsWith(
            "This is not JSON: it contains " + expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..], mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotation_marks_of_a_typesetter_inside_a_string_are_text()
        => Assert.Empty(GeneratorRun.Of(SpecFiles.Section(
            "Parts.Get",
            "response:\n  a: string\n  b: int\nexamples:\n  - response body: |\n      { \"a\" : \"the \u201Cx\u201D\", \"b\": 1 }\n")).DiagnosticTexts);

    [Fact]
    public void A_ligature_in_an_example_is_named_beside_the_member_that_was_meant()
        => Assert.Contains(
            GeneratorRun.Of(SpecFiles.Section(
                "Parts.Get", "response:\n  config: string\nexamples:\n  - response body: |\n      { \"con\uFB01g\" : \"x\" }\n")).DiagnosticTexts,
            static mistake => mistake.EndsWith("did you mean 'config', without U+FB01 LATIN SMALL LIGATURE FI?", StringComparison.Ordinal));

    [Theory]
    [InlineData("a-b|a_b", "'a_b' becomes the C# name 'AB', which")]
    [InlineData("json|json-value", "'json-value' becomes the C# name 'JsonValue', which")]
    public void An_enum_value_that_cannot_have_its_name_says_where_another_is_written(string values, string beginning)
    {
        var mistake = Assert.Single(GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  state: enum " + values + "\n")).DiagnosticTexts);
        Assert.Contains(beginning, mistake, StringComparison.Ordinal);
        Assert.EndsWith("write the values under 'values:', and 'csharp:' under this one", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_with_a_name_under_values_has_it()
        => GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  state:\n    type: enum\n    values:\n      json: { csharp: JsonText }\n      a:\n"))
            .AssertCompiles();
}
