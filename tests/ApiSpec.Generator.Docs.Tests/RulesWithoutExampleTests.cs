using System.Text;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The rules whose pages have no example, each caused in its own way.</summary>
public sealed class RulesWithoutExampleTests
{
    private const string Section = "operation: Tasks.List\nrequest: GET /objects/Tasks\nstatus: [200]\n";

    private static readonly SpecFileText Good = new("list-tasks.apispec.yaml", Section);

    [Fact]
    public void A_file_that_is_too_large_has_one_diagnostic()
    {
        var text = Section + "notes: " + new string('x', 2_310_450 - Section.Length - 7);
        Assert.Equal([DiagnosticPage.Find(SpecRules.FileTooLarge.Id).Message.TrimEnd('\n')], Shown(new SpecFileText("everything.apispec.yaml", text)));
    }

    [Fact]
    public void Diagnostics_after_the_hundredth_are_only_counted()
    {
        var text = Section + "\nresponse:\n" + string.Concat(Enumerable.Range(1, 120).Select(static i => $"  member{i}: string text\n"));

        var reported = SpecCompiler.Compile([new SpecFileText("list-tasks.apispec.yaml", text)]);

        Assert.Equal(100, reported.Count(static diagnostic => diagnostic.Id == SpecRules.UnexpectedText.Id));
        var more = Assert.Single(reported, static diagnostic => diagnostic.Id == SpecRules.TooManyDiagnostics.Id);
        Assert.Contains("has 20 more diagnostics", SpecCompiler.Show(more), StringComparison.Ordinal);
        Assert.StartsWith("list-tasks.apispec.yaml(106,21)", SpecCompiler.Show(more), StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_character_is_shown_where_it_stands()
        => Assert.Equal(
            ["list-tasks.apispec.yaml(4,16): error APISPEC0028: A spec cannot contain the character U+0007; remove it, or write it as an escape in double "
                + "quotes"],
            Shown(new SpecFileText("list-tasks.apispec.yaml", Section + "function: Lists\a\n")));

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    public void An_old_version_of_CSharp_is_named(LanguageVersion version, string shown)
    {
        var reported = SpecCompiler.Compile([new TextOf(Good)], version);
        Assert.Equal(
            [$"error APISPEC0900: ApiSpec generates C# 11, but this project uses C# {shown}; set <LangVersion>11.0</LangVersion> or later"],
            reported.Select(SpecCompiler.Show));
        Assert.Empty(SpecCompiler.Compile([new TextOf(Good)], LanguageVersion.CSharp11));
    }

    [Fact]
    public void A_missing_reference_to_the_library_is_reported_once_and_only_where_there_are_specs()
    {
        AdditionalText[] files = [new TextOf(Good), new TextOf(new SpecFileText("empty.apispec.yaml", "schemas:\n  A:\n    b: string\n"))];
        var message = DiagnosticPage.Find(SpecRules.RuntimeMissing.Id).Message.TrimEnd('\n');

        Assert.Equal([message], SpecCompiler.Compile(files, withRuntime: false).Select(SpecCompiler.Show));
        Assert.Empty(SpecCompiler.Compile([], withRuntime: false));
        Assert.Empty(SpecCompiler.Compile(files, withRuntime: true));
    }

    [Theory]
    [InlineData("true", false, true)]
    [InlineData("Only", false, true)]
    [InlineData("true", true, false)]
    [InlineData("false", false, false)]
    [InlineData(null, false, false)]
    public void A_fake_that_lacks_its_library_is_reported(string? fake, bool withTestingKit, bool isReported)
    {
        var message = DiagnosticPage.Find(SpecRules.TestingKitMissing.Id).Message.TrimEnd('\n');

        Assert.Equal(
            isReported ? [message] : [], SpecCompiler.Compile([new TextOf(Good)], fake: fake, withTestingKit: withTestingKit).Select(SpecCompiler.Show));
        Assert.Empty(SpecCompiler.Compile([], fake: fake, withTestingKit: withTestingKit));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_and_the_others_are_read()
    {
        var reported = SpecCompiler.Compile([new Unreadable(), new TextOf(Good with { Text = Section + "reponse: string\n", Name = "other.apispec.yaml" })]);
        Assert.Equal(
            [SpecRules.UnreadableFile.Id, SpecRules.UnknownKey.Id],
            reported.Select(static diagnostic => diagnostic.Id).OrderDescending(StringComparer.Ordinal));
        Assert.Contains(DiagnosticPage.Find(SpecRules.UnreadableFile.Id).Message.TrimEnd('\n'), reported.Select(SpecCompiler.Show));
    }

    [Fact]
    public void An_internal_error_is_reported_at_its_file_and_the_others_are_read()
    {
        var reported = SpecCompiler.Compile(
            [new TextOf(Good, static _ => new Exploding()), new TextOf(Good with { Text = Section + "reponse: string\n", Name = "other.apispec.yaml" })]);
        Assert.Equal(
            [SpecRules.InternalError.Id, SpecRules.UnknownKey.Id], reported.Select(static diagnostic => diagnostic.Id).OrderDescending(StringComparer.Ordinal));
        Assert.Contains(
            "list-tasks.apispec.yaml(1,1): error APISPEC0999: ",
            SpecCompiler.Show(reported.Single(static diagnostic => diagnostic.Id == SpecRules.InternalError.Id)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_multiply_are_refused_where_they_became_too_many()
    {
        var text = "schemas:\n  Page<T>:\n    data: T[]\n"
            + string.Concat(Enumerable.Range(1, 2_000).Select(static i => $"    extra{i}: int\n"))
            + string.Concat(Enumerable.Range(1, 50).Select(static i => $"  Task{i}:\n    others: Page<Task{i}>\n"));

        var reported = Shown(new SpecFileText("list-tasks.apispec.yaml", Section), new SpecFileText("everything.apispec.yaml", text)).ToList();

        Assert.Equal(DiagnosticPage.Find(SpecRules.TooMuchCode.Id).Message.TrimEnd('\n'), reported[0]);
        Assert.All(reported, static shown => Assert.Contains(SpecRules.TooMuchCode.Id, shown, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Shown(params SpecFileText[] files) => SpecCompiler.Compile(files).Select(SpecCompiler.Show);

    private sealed class TextOf(SpecFileText file, Func<SpecFileText, SourceText>? read = null) : AdditionalText
    {
        public override string Path => file.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => read?.Invoke(file) ?? SourceText.From(file.Text);
    }

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "list-tasks.apispec.yaml";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    /// <summary>Throws when it is read, like a defect would.</summary>
    private sealed class Exploding : SourceText
    {
        public override Encoding? Encoding => null;

        public override int Length => 1;

        public override char this[int position] => throw new InvalidOperationException("no text");

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) => throw new InvalidOperationException("no text");

        public override string ToString(TextSpan span) => throw new InvalidOperationException("no text");
    }
}
