using System.Globalization;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Tests.Support;
using CsCheck;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Reading any file ends quickly, with a model or with diagnostics at positions inside the file.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Fragments =
    [
        "\t", " ", "\n", ":", ": ", " #", "[", "]", "{", "}", ",", "'", "\"", "|", "> ", "&a ", "*a", "!t ", "? ", "- ", "---\n", "...\n", "%", "@", "`",
        "\\", "\r", "\u2028", "\u0085", "\0", "=", "..", "enum ", "<", ">", "(", ")", "\ud83d", "\u0130", "200", "null", "~", "type: ", "members:\n", "\uFEFF",
        "<<: ", "link ",
    ];

    private static readonly string[] Seeds =
    [
        Specs.Founding,
        Specs.Api,
        .. RuleTests.Table.Select(static row => row.Data.Item1),
    ];

    /// <summary>A change of a text: its kind, its position and its content.</summary>
    private static readonly Gen<(int Kind, double Place, int Filling)> Change = Gen.Select(Gen.Int[0, 5], Gen.Double.Unit, Gen.Int[0, 65535]);

    private static readonly Gen<string> Mutated = Gen.Select(
        Gen.Int[0, Seeds.Length - 1],
        Change.Array[1, 6],
        static (seed, changes) => changes.Aggregate(Seeds[seed], static (text, change) => Apply(text, change.Kind, change.Place, change.Filling)));

    [Fact]
    public void Changed_specs_are_read_without_an_exception() => Mutated.Sample(Check, iter: 8_000);

    [Fact]
    public void Random_characters_are_read_without_an_exception()
        => Gen.Char.Array[0, 300].Select(static characters => new string(characters)).Sample(Check, iter: 2_000);

    [Fact]
    public void Random_fragments_are_read_without_an_exception()
        => Gen.Int[0, Fragments.Length - 1].Select(static index => Fragments[index]).Array[0, 60]
            .Select(static parts => "request: GET /x\nquery:\n  " + string.Concat(parts)).Sample(Check, iter: 4_000);

    [Theory]
    [InlineData("a: ")]
    [InlineData("- x\n")]
    [InlineData("a{0}: b\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: b #c\n")]
    [InlineData("\"\\x41\": ")]
    [InlineData("{a, b},")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\\")]
    public Task A_megabyte_of_any_fragment_is_read_in_bounded_time(string part) => CheckTimeAsync(Repeat(part));

    [Theory]
    [InlineData("roles: \"", "\\x41{0},", "z\"")]
    [InlineData("roles: '", ",", "'")]
    [InlineData("query:\n", "  a{0}: strng\n", "")]
    [InlineData("query:\n", "  a{0}: \"string \\x41\"\n", "")]
    [InlineData("", "rspns{0}: x\n", "")]
    [InlineData("path:\n", "  id{0}: long\n", "")]
    [InlineData("response: ", "a|", "b")]
    [InlineData("response: ", "A<", "")]
    [InlineData("query:\n  a: enum ", "v{0}|", "z = y")]
    [InlineData("query:\n  a: string ", "- ", "")]
    [InlineData("query:\n  a: string = ", " ", "x")]
    [InlineData("exactly-one: [", "n{0},", "z]\nquery:\n  a: int\n")]
    [InlineData("errata:\n", "- printed: a\n", "")]
    [InlineData("function: |\n", "  x\n", "")]
    public Task A_megabyte_in_any_place_is_read_in_bounded_time(string start, string part, string end)
        => CheckTimeAsync("request: GET /x\nstatus: [200]\n" + start + Repeat(part) + end);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public void Reading_depends_on_no_culture(string culture)
    {
        string[] texts = [
            .. Seeds,
            "request: get /ITEMS/{ID}\nstatus: [200]\nTITLE: x\nSINCE: x\npath:\n  id: int -1..1.5 always -1\n",
            "request: PUT /items/info\nstatus: [200]\n",
        ];
        var expected = texts.Select(Spec.Read).ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, texts.Select(Spec.Read));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Check(string text)
    {
        var parsed = Spec.Read(text);
        Assert.True(parsed.File is not null || parsed.Diagnostics.Count > 0, "nothing was read, and nothing said about it");
        Assert.InRange(parsed.Diagnostics.Count, 0, DiagnosticBag.Limit + 1);
        foreach (var diagnostic in parsed.Diagnostics)
        {
            AssertInside(diagnostic.Span, text);
            Assert.DoesNotContain("While parsing", Spec.Message(diagnostic), StringComparison.Ordinal);
            Assert.DoesNotContain("While scanning", Spec.Message(diagnostic), StringComparison.Ordinal);
        }

        foreach (var entry in parsed.Locations.Entries)
            AssertInside(entry.Span, text);
    }

    private static void AssertInside(SpecSpan span, string text)
    {
        Assert.InRange(span.Start, 0, text.Length);
        Assert.InRange(span.Start + span.Length, span.Start, text.Length);
        Assert.True(span.EndLine > span.StartLine || (span.EndLine == span.StartLine && span.EndColumn - span.StartColumn == span.Length));
    }

    private static Task CheckTimeAsync(string text)
    {
        Assert.InRange(text.Length, 0, SpecReader.MaximumLength);
        // The slowest input takes about a second. A quadratic algorithm would take minutes.
        return ProcessorTime.LimitAsync(TimeSpan.FromSeconds(30), () => Check(text));
    }

    private static string Repeat(string part)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; text.Length < 1_000_000; i++)
            text.Append(part.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return text.ToString();
    }

    private static string Apply(string text, int kind, double place, int filling)
    {
        var position = (int)(place * text.Length);
        switch (kind)
        {
            case 0:
                return text.Insert(position, Fragments[filling % Fragments.Length]);
            case 1:
                return text.Remove(position, Math.Min(filling % 12, text.Length - position));
            case 2 when position < text.Length:
                return text.Remove(position, 1).Insert(position, ((char)(filling % 2 == 0 ? filling : filling % 128)).ToString());
            case 3:
                return OnLines(text, place, static (lines, line, _) => lines.RemoveAt(line), filling);
            case 4:
                return OnLines(text, place, static (lines, line, filling) => lines.Insert(filling % lines.Count, lines[line]), filling);
            default:
                return OnLines(text, place, static (lines, line, filling) => lines[line] = new string(' ', filling % 6) + lines[line].TrimStart(), filling);
        }
    }

    private static string OnLines(string text, double place, Action<List<string>, int, int> change, int filling)
    {
        var lines = text.Split('\n').ToList();
        change(lines, (int)(place * lines.Count), filling);
        return string.Join('\n', lines);
    }
}
