using System.Globalization;
using System.Text;
using ApiSpec.Language.Characters;
using ApiSpec.Tests.Support;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Characters from PDF files are found wherever a string has a meaning, and nowhere else.</summary>
public sealed class CharacterTests
{
    private const string Template = """
        api: ap@id
        section: 1.@1
        operation: Ta@sks.Ge@t
        roles: [Ad@min]
        version: v@1
        source: V12 1.1
        request: GET /a@b/{version}/{i@d}
        path:
          i@d: lo@ng
        query:
          co@unt?: int
          st@art?: enum wai@ting|run@ning
          mo@de: string always sea@rch - Text
        exactly-one: [co@unt, st@art]
        status:
          200 O@K: Text
          404 Not fo@und:
            description: Text
            head@ers:
              Loca@tion: url - link Ta@sks.Get@Monitor
        response: Ta@sk
        with:
          hr@ef: link Ta@sks.In@voke
          me@thod: always PO@ST
        paging: { items: da@ta }
        schemas:
          Ta@sk:
            hr@ef: string
            me@thod: string
            sta@te:
              ty@pe: enum default o@n
              values:
                o@n: Text
                of@f: { description: Text, csharp: O@ff }
            da@ta: string[]
        """;

    private static readonly string Right = Template.Replace("@", "", StringComparison.Ordinal);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Template.Count(static c => c == '@'))];

    [Fact]
    public void The_template_has_no_diagnostic() => Assert.Empty(Spec.Diagnostics(Right));

    [Theory]
    [MemberData(nameof(Places))]
    public void An_invisible_character_is_the_only_diagnostic_of_its_file(int place)
    {
        foreach (var stray in new[] { "\u00AD", "\u200B", "\u2060", "\uFEFF", "\u200E" })
        {
            var mistake = Assert.Single(Spec.Diagnostics(With(place, stray)));
            Assert.StartsWith("APISPEC0032 ", mistake, StringComparison.Ordinal);
            Assert.Contains(" contains " + StrayCharacters.Find(stray[0]) + "; write '", mistake, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_text_is_read_as_it_was_meant(int place)
        => Assert.Equal(Spec.Read(Right).File, Spec.Read(With(place, "\u200B")).File);

    [Theory]
    [InlineData("\u00A0")]
    [InlineData("\u2007")]
    [InlineData("\u2010")]
    [InlineData("\u2015")]
    [InlineData("\u2212")]
    [InlineData("\u2019")]
    [InlineData("\u201E")]
    [InlineData("\uFB03")]
    [InlineData("\uFF41")]
    [InlineData("\uFF0D")]
    [InlineData("\u2044")]
    [InlineData("\u0441")]
    [InlineData("\u03BF")]
    public void A_member_with_any_such_character_is_reported_by_name(string stray)
    {
        var mistake = Assert.Single(Spec.Diagnostics(Spec.Section("response:\n  con" + stray + "fig: string\n")));
        Assert.Contains(" contains " + StrayCharacters.Find(stray[0]), mistake, StringComparison.Ordinal);
        Assert.EndsWith("write 'con" + StrayCharacters.Find(stray[0])!.Plain + "fig'", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("名前（Ａ）")]
    [InlineData("待機－中")]
    [InlineData("状態―異常")]
    [InlineData("管理者　一般")]
    [InlineData("種別：Ａ種")]
    [InlineData("имя")]
    [InlineData("ОС")]
    [InlineData("Группа_A")]
    [InlineData("об’єкт")]
    [InlineData("όνομα")]
    [InlineData("prénom")]
    [InlineData("Größe")]
    [InlineData("sayısı")]
    [InlineData("Δt")]
    [InlineData("µs")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("이름")]
    [InlineData("שם")]
    public void A_name_in_the_script_of_its_language_is_accepted(string name)
    {
        var section = Spec.File(Spec.Section("response:\n  " + name + ": string\n")).Section!;
        Assert.Equal(name, Assert.Single(section.Response!.Members).Name);
    }

    [Fact]
    public void An_escape_in_double_quotes_is_meant()
    {
        var section = Spec.File(Spec.Section("response:\n  \"na\\u2019me\": \"enum x\\u2013y|con\\uFB01g\"\n")).Section!;
        var member = Assert.Single(section.Response!.Members);
        Assert.Equal(("na\u2019me", "x\u2013y", "con\uFB01g"), (member.Name, member.Type.Values[0].Value, member.Type.Values[1].Value));
    }

    [Fact]
    public void Prose_keeps_its_punctuation_and_loses_what_nobody_sees()
    {
        const string Prose = "An e\uFB03cient \u201Cin\u00ADstance\u201D \u2013 of\u00A0course\u200B";
        const string Clean = "An efficient \u201Cinstance\u201D \u2013 of course";
        var section = Spec.File(Spec.Section(
            "title: " + Prose + "\nfunction: " + Prose + "\nnotes: |\n  " + Prose + "\nresponse:\n  a: string - " + Prose
                + "\n  b:\n    type: string\n    description: " + Prose + "\n")).Section!;
        Assert.Equal(
            [Clean, Clean, Clean, Clean, Clean],
            [section.Title, section.Function, section.Notes, .. section.Response!.Members.Select(static row => row.Description)]);
    }

    [Fact]
    public void What_a_page_prints_in_examples_and_errata_stays()
    {
        var section = Spec.File(
            Spec.Section("errata:\n  - printed: con\uFB01g\n    here: config\nexamples:\n  - response body: |\n      { \"a\": \"\u201Cb\u201D\" }\n")).Section!;
        Assert.Equal(("con\uFB01g", "{ \"a\": \"\u201Cb\u201D\" }\n"), (section.Errata[0].Printed, section.Examples[0].ResponseBody));
    }

    [Fact]
    public void Spaces_of_another_kind_in_a_pasted_text_are_accepted()
        => Assert.Empty(Spec.Diagnostics(
            Spec.Section("function: >-\n  One:\n  \u00A0\u00A0two\nexamples:\n  - response body: |\n      {\n      \u00A0\u00A0\"a\":\u00A0\"b\"\n      }\n")));

    [Fact]
    public void Two_names_that_are_one_without_what_nobody_sees_are_reported()
        => Assert.Equal(
            ["APISPEC0032", "APISPEC0017"],
            Spec.Diagnostics(Spec.Section("response:\n  a: string\n  \u200Ba: string\n")).Select(static mistake => mistake.Split(' ')[0]).Order().Reverse());

    [Fact]
    public void Every_space_of_Unicode_is_in_the_table()
        => Assert.Equal(
            Enumerable.Range(0x80, 0xFFFF - 0x80).Where(static c => CharUnicodeInfo.GetUnicodeCategory((char)c) == UnicodeCategory.SpaceSeparator),
            StrayCharacters.Listed.Where(static stray => stray.Kind == StrayKind.Space).Select(static stray => stray.CodePoint));

    [Fact]
    public void What_is_written_instead_is_what_Unicode_calls_compatible()
    {
        var listed = StrayCharacters.Listed.Where(static stray => stray.Kind == StrayKind.Ligature);
        var computed = Enumerable.Range(0xFF01, 94).Concat(Enumerable.Range(0x1D400, 676)).Select(static c => StrayCharacters.Find(c)!);
        Assert.All(
            listed.Concat(computed),
            static stray =>
            {
                var compatible = char.ConvertFromUtf32(stray.CodePoint).Normalize(NormalizationForm.FormKC);
                // Letters that Unicode had before the block have no code in the block.
                if (compatible.All(char.IsAscii))
                    Assert.Equal(compatible, stray.Plain);
            });
        Assert.All(StrayCharacters.Listed, static stray => Assert.All(stray.Plain, static c => Assert.True(c < 0x80)));
    }

    [Theory]
    [InlineData(0xFB04, "LATIN SMALL LIGATURE FFL")]
    [InlineData(0xFF3C, "FULLWIDTH REVERSE SOLIDUS")]
    [InlineData(0xFF19, "FULLWIDTH DIGIT NINE")]
    [InlineData(0xFF5A, "FULLWIDTH LATIN SMALL LETTER Z")]
    [InlineData(0x1D6A3, "MATHEMATICAL MONOSPACE SMALL Z")]
    [InlineData(0x1D538, "MATHEMATICAL DOUBLE-STRUCK CAPITAL A")]
    [InlineData(0x202F, "NARROW NO-BREAK SPACE")]
    public void A_character_has_the_name_of_the_Unicode_Character_Database(int codePoint, string name)
        => Assert.Equal("U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture) + " " + name, StrayCharacters.Find(codePoint)!.ToString());

    [Theory]
    [InlineData("\u00AD")]
    [InlineData("\u201C")]
    [InlineData("a\u0430")]
    [InlineData("= \u201D ")]
    [InlineData("\u2013 ")]
    [InlineData("\uD835\uDC5B")]
    [InlineData("\u3042\uFF01")]
    [InlineData("'\u201D= ")]
    [InlineData("\u00A0")]
    public async Task A_long_text_of_such_characters_takes_no_longer_than_its_length_tells(string piece)
    {
        var row = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var text = Spec.Section("roles: \"" + row + "\"\nnotes: " + row + "\nresponse:\n  a: string " + row + "\n  b: \"enum " + row + "\"\n");
        await ProcessorTime.LimitAsync(TimeSpan.FromSeconds(20), () => Spec.Read(text));
    }

    private static string With(int place, string stray)
    {
        var pieces = Template.Split('@');
        return string.Concat(pieces.Take(place + 1)) + stray + string.Concat(pieces.Skip(place + 1));
    }
}
