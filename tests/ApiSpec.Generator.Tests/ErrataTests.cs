using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Errata that correct nothing are reported, because they hide a contradiction, or have no effect.</summary>
public sealed class ErrataTests
{
    private const string Section = "request: PUT /v1/jobs/{id}/stop\npath:\n  id: long\nquery:\n  mode?: enum hard|soft\nuse: [list]\nbody: Job\n"
        + "with:\n  kind: always night\nstatus:\n  200 OK: Done.\n  409 Conflict: It has ended.\nerror codes:\n  J17: Ended\nroles: [Admin]\n";

    private const string Schemas = "schemas:\n  Job:\n    name: string 1..20 - The name\n    kind?: string\n    state: State\n  State: enum held|ended\n";

    [Theory]
    [InlineData("printed: nmae, here: name")]
    [InlineData("printed: GET, here: PUT")]
    [InlineData("printed: 404, here: 409")]
    [InlineData("printed: Conflit, here: Conflict")]
    [InlineData("printed: J71, here: J17")]
    [InlineData("printed: hald, here: held")]
    [InlineData("printed: sfot, here: soft")]
    [InlineData("printed: daily, here: night")]
    [InlineData("printed: int, here: long")]
    [InlineData("printed: 1..2, here: 1..20")]
    [InlineData("printed: Admni, here: Admin")]
    [InlineData("printed: srot, here: sort")]
    [InlineData("printed: /v1/jobs/id/stopp, here: /v1/jobs/id/stop")]
    [InlineData("printed: http://h/v1/jobs/{id}, here: 'v1/jobs/{id}/stop'")]
    [InlineData("printed: no comma after name, here: name and state are two members")]
    [InlineData("printed: vlaue (V10), here: value")]
    [InlineData("printed: a line about Cosminexus, here: left out")]
    [InlineData("printed: stray, here: omitted")]
    [InlineData("printed: stray, here: naem")]
    [InlineData("omitted: state")]
    [InlineData("omitted: id")]
    [InlineData("omitted: sort")]
    public void Erratum_about_the_section_is_fine(string erratum)
        => Assert.DoesNotContain(Run(erratum, "examples:\n  - request body: '{ \"name\": \"a\", \"kind\": \"night\", \"state\": \"held\", \"stray\": 1 }'\n"),
            static text => text.StartsWith("APISPEC0150", StringComparison.Ordinal));

    [Theory]
    [InlineData("printed: nmae, here: naem", "2,28)+4 No row, value or message of this section is named 'naem'; did you mean 'name'?")]
    [InlineData(
        "printed: vlaue, here: value",
        "2,29)+5 No row, value or message of this section is named 'value'; write the correct form, or explain the misprint in words")]
    [InlineData(
        "printed: vlaue, here: /v2/jobs",
        "2,29)+8 No row, value or message of this section is named '/v2/jobs'; write the correct form, or explain the misprint in words")]
    [InlineData("omitted: sate", "2,16)+4 No parameter or member of this section is named 'sate'; did you mean 'state'?")]
    [InlineData("omitted: held", "2,16)+4 No parameter or member of this section is named 'held'")]
    public void Erratum_that_matches_nothing_is_reported(string erratum, string expected)
        => Assert.Equal("APISPEC0150 /specs/stop.apispec.yaml(" + expected, Assert.Single(Run(erratum, "")));

    [Fact]
    public void Misspelt_correction_does_not_hide_what_an_example_contradicts()
        => Assert.StartsWith(
            "APISPEC0150 /specs/stop.apispec.yaml(2,27)",
            Assert.Single(Run(
                "printed: knd, here: kidn",
                "examples:\n  - request body: '{ \"name\": \"a\", \"knd\": \"night\", \"state\": \"held\" }'\n")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("header X-Api-Key", "printed: X-Apikey, here: X-Api-Key")]
    [InlineData("header X-Api-Key", "omitted: X-Api-Key")]
    [InlineData("form apikey", "omitted: apikey")]
    [InlineData("body params.token", "omitted: token")]
    [InlineData("body params.token", "printed: params.tokne, here: params.token")]
    [InlineData("cookie sid", "omitted: Cookie")]
    [InlineData("basic", "printed: Authorisation, here: Authorization")]
    public void Erratum_about_a_credential_is_fine(string credential, string erratum)
        => Assert.DoesNotContain(Run(erratum, "", credential), static text => text.StartsWith("APISPEC0150", StringComparison.Ordinal));

    [Fact]
    public void Name_of_a_credential_that_the_section_does_not_use_is_reported()
        => Assert.Equal(
            "APISPEC0150 /specs/stop.apispec.yaml(2,16)+9 No parameter or member of this section is named 'X-Api-Key'",
            Assert.Single(Run("omitted: X-Api-Key", "authentication: none\n", "header X-Api-Key")));

    [Fact]
    public void Section_that_is_too_large_is_not_searched()
        => Assert.DoesNotContain(
            Run("omitted: other", "response:\n" + string.Concat(Enumerable.Range(0, 600).Select(static i => $"  m{i}: int - {new string('x', 1000)}\n"))),
            static text => text.StartsWith("APISPEC0150", StringComparison.Ordinal));

    [Theory]
    [InlineData("response: unknown\n")]
    [InlineData("response:\n  a: int\n  ...: unknown\n")]
    [InlineData("response: Nothing\n")]
    public void Nothing_is_said_of_names_that_the_page_does_not_show(string keys)
        => Assert.DoesNotContain(Run("omitted: other", keys), static text => text.StartsWith("APISPEC0150", StringComparison.Ordinal));

    private static string[] Run(string erratum, string keys, string? credential = null) => GeneratorRun.Of(
        SpecFiles.Of(
            "api",
            "client: JobsClient\nroles: [Admin]\nsets:\n  list:\n    sort?: string\n" + (credential is null ? "" : "authentication: " + credential + "\n")),
        SpecFiles.Of("stop", "errata:\n  - { " + erratum + " }\noperation: Jobs.Stop\n" + Section + keys + Schemas)).DiagnosticTexts;
}
