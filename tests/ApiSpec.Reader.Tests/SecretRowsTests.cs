using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Error messages are only shown if the body contains no secret.</summary>
public sealed class SecretRowsTests
{
    private const string Schemas = """
        schemas:
          Phrase:
            phrase: string secret
          Plain:
            text: string
          Box<T>:
            content: T
          Pair<A, B>:
            first: Box<A>
            second?: Pair<B, A>
          Deep<T>:
            value: T
            deeper?: Deep<Box<T>>
          Either<T>: T | string
          Phrases: Phrase[]
          Node:
            next?: Node
            name: string
          Phrase2<Phrase>:
            content: Phrase
        """;

    [Theory]
    [InlineData("body:\n  a: Box<int>\n  b: Box<Phrase>")]
    [InlineData("body:\n  a: Box<Phrase>\n  b: Box<int>")]
    [InlineData("body:\n  a: Box<int>\n  b: Box<Box<Phrase>>[]")]
    [InlineData("body:\n  a: Pair<int, string>\n  b: Pair<int, Phrase>")]
    [InlineData("body:\n  a: Deep<int>\n  b: Deep<Phrase>")]
    [InlineData("body:\n  a: Either<int>\n  b: map<Either<Phrases>> or null")]
    [InlineData("body:\n  a: Box<int> | Box<Phrase>")]
    [InlineData("body:\n  a:\n    b[]:\n      c: Phrase")]
    [InlineData("body: Box<Phrase>[]")]
    [InlineData("body: Alias")]
    [InlineData("body form:\n  pin: string secret")]
    [InlineData("body:\n  a: json<Phrase>")]
    public void A_secret_is_found_wherever_it_is(string body) => Assert.True(IsSecret(body));

    [Theory]
    [InlineData("body:\n  a: Box<int>\n  b: Box<Plain>")]
    [InlineData("body:\n  a: Pair<int, string>")]
    [InlineData("body:\n  a: Deep<int>\n  b: Deep<Plain>")]
    [InlineData("body:\n  a: Node")]
    [InlineData("body:\n  a: Phrase2<int>")]
    [InlineData("body: unknown")]
    [InlineData("query:\n  pin: string secret")]
    public void A_body_without_a_secret_has_none(string body) => Assert.False(IsSecret(body));

    private static bool IsSecret(string body)
    {
        (string Path, string Text)[] files =
        [
            ("api.apispec.yaml", "api: shop\nclient: ShopClient\ntypes: { Alias: 'Box<Phrase>' }\n" + Schemas),
            ("a.apispec.yaml", "api: shop\noperation: Tasks.Test\nrequest: POST /tasks\nstatus: [200]\n" + body + "\n"),
        ];
        var parsed = files.Select(static file => (file.Path, Spec: SpecReader.Read(file.Path, file.Text, CancellationToken.None))).ToList();
        Assert.All(parsed, static file => Assert.Empty(
            file.Spec.Diagnostics.Where(static found => found.Rule.Severity == SpecSeverity.Error).Select(Spec.Show)));
        var api = Assert.Single(ApiReference.Of(parsed.Select(static file => new SpecSource(file.Path, file.Spec.File!)), new DiagnosticList()));
        return SecretRows.AreInBody(api, Assert.Single(api.Sections).File.Section!);
    }
}
