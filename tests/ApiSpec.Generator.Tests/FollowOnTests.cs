using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Tests.Running;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>One error causes one diagnostic. Elements that could not be read are not reported as missing elsewhere.</summary>
public sealed class FollowOnTests
{
    // Testing all mutations would take minutes. Different builds test the same ones, and each kind many times.
    private const int Every = 37;

    [Fact]
    public void One_error_in_the_shipped_reference_has_at_most_one_diagnostic()
    {
        var files = SpecFiles.All("jp1ao")
            .Select(static file => (file.Path, Text: file.Text!, Spec: SpecReader.Read(file.Path, file.Text!, TestContext.Current.CancellationToken))).ToList();
        var sources = files.ConvertAll(static file => new SpecSource(file.Path, file.Spec.File!));
        var before = Between(sources);
        var mutations = files.SelectMany((file, index) => Mutations.Of(file.Text).Select(mutation => (Index: index, Mutation: mutation)))
            .Where(static (_, number) => number % Every == 0).ToList();
        Assert.True(mutations.Count > 100);
        Assert.True(mutations.Select(static one => one.Mutation.Kind).Distinct(StringComparer.Ordinal).Count() > 10);

        var tooMany = new List<string>();
        foreach (var (index, mutation) in mutations)
        {
            var (path, text, spec) = files[index];
            var mutated = SpecReader.Read(path, mutation.Text, TestContext.Current.CancellationToken);
            var changed = sources.ToList();
            changed[index] = new SpecSource(path, mutated.File!);
            var own = mutated.Diagnostics.Select(static diagnostic => diagnostic.Rule.Id)
                .Where(static id => id != SpecRules.DerivedOperation.Id && id != SpecRules.OpenFacts.Id);
            var diagnostics = own.Concat(
                Between(changed).Except(before).Select(static diagnostic => diagnostic.Rule.Id + " " + diagnostic.Path + diagnostic.Pointer)).ToList();
            if (diagnostics.Count > 1)
                tooMany.Add(path + ":" + mutation.Line + " " + mutation.Kind + ": " + string.Join(", ", diagnostics));
        }

        Assert.Empty(tooMany);
    }

    [Theory]
    [InlineData("query:\n  start?: any\n  count?: int required when start is given\n", "APISPEC0125")]
    [InlineData("query:\n  start?: strng\n  count?: int\nexactly-one: [start, count]\n", "APISPEC0200")]
    [InlineData("query:\n  start: strng\n  count: int\nat-least-one: [start, count]\n", "APISPEC0200")]
    [InlineData("query:\n  start?: [int]\n  count?: int\nat-most-one: [start, count]\n", "APISPEC0103")]
    [InlineData("query: none\nexactly-one: [start, count]\n", "APISPEC0103")]
    [InlineData("query:\n  start?: strng\npaging: { offset: start, items: data }\nresponse:\n  data: string[]\n", "APISPEC0200")]
    [InlineData("query:\n  start?: int\npaging: { offset: start, items: data }\nresponse: Listt\n", "APISPEC0200")]
    [InlineData("query:\n  start?: int\npaging: { offset: start, items: data }\nresponse:\n  data: Itme[]\n", "APISPEC0200")]
    [InlineData("query:\n  HQL::filter?: hql-filter\n  HQL::fields?: hql-fields\nresponse:\n  data: Itme[]\n", "APISPEC0200")]
    [InlineData("query:\n  HQL::filter?: hql-filter\nresponse: Itme[]\n", "APISPEC0200")]
    [InlineData("query:\n  start?: int\npaging: { offset: start, items: data.items, total: data.info.total }\nresponse:\n  data: Lits\n", "APISPEC0200")]
    [InlineData("success when: error.info.code = 0\nerror code in: error.code\nerror message in: error.info.text\nerror:\n  error: Eror\n", "APISPEC0200")]
    [InlineData("error code in: error.code\nerror:\n  error: any\n", "")]
    [InlineData("response: Itme\nwith:\n  state: always on\n", "APISPEC0200")]
    [InlineData("response: [Item]\nwith:\n  state: always on\nexamples:\n  - response body: |\n      { \"state\": \"on\" }\n", "APISPEC0103")]
    [InlineData("response: Item\nwith:\n  state: always on\nschemas:\n  Item:\n    state: strng\n", "APISPEC0200")]
    [InlineData("response: Item\nwith:\n  state: always on\nschemas:\n  Item:\n    state: [on]\n", "APISPEC0103")]
    [InlineData("response: Item\nschemas:\n  Item: (string\nexamples:\n  - response body: |\n      { \"state\": \"on\" }\n", "APISPEC0120")]
    [InlineData("response: Item\nschemas:\n  It em:\n    state: string\n  Item: string!\n", "APISPEC0106 APISPEC0121")]
    [InlineData("body: Itme\nrequired: [state]\n", "APISPEC0200")]
    [InlineData("body: Item\nrequired: [state]\nschemas:\n  Item:\n    state: strng\n    name: string\n", "APISPEC0200")]
    [InlineData("body: Item\nexactly-one: [state, name]\nschemas:\n  Item:\n    state?: strng\n    name?: string\n", "APISPEC0200")]
    [InlineData("body: Itme\nexactly-one: [state, name]\n", "APISPEC0200")]
    [InlineData("reponse:\n  state: string\nexamples:\n  - response body: |\n      { \"state\": \"on\" }\n", "APISPEC0100")]
    [InlineData("response:\n  state: Itme[] as comma\n  other: Itme as string\n", "APISPEC0200 APISPEC0200")]
    [InlineData("use: [lits]\nexactly-one: [start, count]\npaging: { offset: start, items: data }\nresponse:\n  data: string[]\n", "APISPEC0202")]
    [InlineData("query parameters:\n  start?: int\npaging: { offset: start, items: data }\nresponse:\n  data: string[]\n", "APISPEC0100")]
    [InlineData("parameters:\n  start?: int\nexactly-one: [start, count]\n", "APISPEC0100")]
    [InlineData("parameters:\n  start?: int\nexamples:\n  - request header: |\n      GET /objects?start=1 HTTP/1.1\n", "APISPEC0100")]
    [InlineData("query: none\nexamples:\n  - request header: |\n      GET /objects?start=1 HTTP/1.1\n", "APISPEC0103")]
    [InlineData("query:\n  state?: on|off\nexamples:\n  - request header: |\n      GET /objects?state=on HTTP/1.1\n", "APISPEC0125")]
    [InlineData("response:\n  state: on|off\nexamples:\n  - response body: |\n      { \"state\": \"on\" }\n", "APISPEC0200")]
    [InlineData("response:\n  items: list of Item\nschemas:\n  Item:\n    state: string\n", "APISPEC0120")]
    [InlineData("response:\n  items: array of integers\n", "APISPEC0120")]
    public void A_part_that_cannot_be_read_causes_no_further_diagnostics(string keys, string rules)
    {
        var request = keys.StartsWith("body", StringComparison.Ordinal) ? "POST /objects" : "GET /objects";
        var mistakes = GeneratorRun.Of(SpecFiles.Section("Parts.Get", keys, request)).DiagnosticTexts;
        Assert.Equal(rules, string.Join(' ', mistakes.Select(static mistake => mistake.Split(' ')[0])));
    }

    [Theory]
    [InlineData("operation: Parts.Set\nrequest: PSOT /objects\nstatus: [200]\nschemas:\n  Item:\n    a: string\n")]
    [InlineData("operation: Parts.Set\nstatus: [200]\nschemas:\n  Item:\n    a: string\n")]
    [InlineData("operation: Parts.Set\nrequest: POST /objects\nstatus: [200]\nschemas:\n  Item: {a: [}\n")]
    public void Declarations_of_a_file_that_cannot_be_read_are_not_reported_as_missing(string text)
    {
        var run = GeneratorRun.Of(
            SpecFiles.Section("Parts.Get", "response: Item\n"),
            SpecFiles.Section("Parts.List", "response:\n  next: url - link Parts.Set\n"),
            SpecFiles.Of("broken", text));
        Assert.StartsWith("APISPEC0", Assert.Single(run.DiagnosticTexts), StringComparison.Ordinal);
        Assert.Contains("broken", run.DiagnosticTexts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_without_braces_is_not_reported_for_its_example_and_links_of_other_files()
    {
        var run = GeneratorRun.Of(
            SpecFiles.Section(
                "Jobs.Get", "path:\n  id: string\nexamples:\n  - request header: |\n      GET /jobs/17/steps HTTP/1.1\n", "GET /jobs/id/steps"),
            SpecFiles.Section(
                "Jobs.List", "response:\n  next: url - link Jobs.Get\nexamples:\n  - response body: |\n      { \"next\": \"/jobs/17/steps\" }\n", "GET /jobs"));
        Assert.StartsWith("APISPEC0114", Assert.Single(run.DiagnosticTexts), StringComparison.Ordinal);
        Assert.Contains(run.Files.Values, static text => text.Contains("GetAsync(string id, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Copies_of_a_file_have_one_diagnostic_each_that_names_the_other()
    {
        const string Text = "request: GET /parts/{id}\npath:\n  id: long\nstatus: [200]\nresponse: Part\nschemas:\n  Part:\n    a: string\n";
        var mistakes = GeneratorRun.Of(SpecFiles.Of("one/get", Text), SpecFiles.Of("two/get", Text)).DiagnosticTexts
            .Where(static mistake => !mistake.StartsWith("APISPEC0115", StringComparison.Ordinal));
        Assert.Equal(
            [
                "APISPEC0203 /specs/one/get.apispec.yaml(1,10)+15 Operation 'Parts.Get' is also in two/get.apispec.yaml; rename one of the two",
                "APISPEC0203 /specs/two/get.apispec.yaml(1,10)+15 Operation 'Parts.Get' is also in one/get.apispec.yaml; rename one of the two",
            ],
            mistakes);
    }

    private static List<ElementDiagnostic> Between(List<SpecSource> sources)
        => [.. ProjectBinder.Bind(sources, new BindingOptions("Example.App", null, "public"), TestContext.Current.CancellationToken).Diagnostics];
}
