using System.Text.RegularExpressions;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The mutants are derived from everything that the format has. Without an input that has a key, a type or a remark, it would not be fuzzed.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_key_of_the_schema_is_in_the_corpus()
    {
        var text = string.Join('\n', Corpus.Files.Select(static file => file.Text));
        Assert.All(SchemaKeys.All, key => Assert.True(SchemaKeys.IsIn(text, key), key));
    }

    [Fact]
    public void Every_type_is_inserted()
    {
        var names = Enum.GetValues<TypeKind>().Select(static kind => TypeParser.NameOf(kind))
            .Where(static name => TypeParser.BuiltInNames.Contains(name, StringComparer.Ordinal));
        Assert.Empty(names.Except(NastyText.TypeNames).Except(["map", "enum"]));
    }

    [Fact]
    public void Every_form_is_inserted()
        => Assert.All(WrittenForm.Names, static form => Assert.Contains(NastyText.Tails, tail => tail.EndsWith(" as " + form, StringComparison.Ordinal)));

    [Fact]
    public void Every_remark_is_inserted()
        => Assert.All(
            RowText.Remarks.Concat([RowText.RequiredNotStated, RowText.RequiredWhenWords, RowText.OnlyWhenWords]),
            static remark => Assert.Contains(NastyText.Tails, tail => Regex.IsMatch(tail, " " + remark + "( |$)")));

    [Theory]
    [InlineData("body:")]
    [InlineData("body xml:")]
    [InlineData("body form:")]
    [InlineData("body multipart:")]
    [InlineData("body: text/plain")]
    [InlineData("body: application/octet-stream")]
    [InlineData("body: application/x-www-form-urlencoded")]
    [InlineData("body: unknown")]
    [InlineData("response:")]
    [InlineData("response xml:")]
    [InlineData("response: text/plain")]
    [InlineData("response: image/jpeg")]
    [InlineData("response: unknown")]
    [InlineData("error:")]
    [InlineData("error xml:")]
    [InlineData("error: text/plain")]
    public void Every_kind_of_body_is_in_the_corpus(string body)
        => Assert.Contains(Corpus.Files, file => Regex.IsMatch(file.Text, "^" + Regex.Escape(body) + "$", RegexOptions.Multiline));
}
