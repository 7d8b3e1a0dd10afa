using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Mutates a spec of the corpus. The number of the input decides how, so that the result is always the same.</summary>
internal static partial class Mutator
{
    /// <summary>Most mutants are rejected at their first error, so most get one or two changes, and many reach the later steps.</summary>
    private static readonly int[] Counts = [1, 1, 1, 1, 2, 2, 3, 5];

    public static Mutant Make(long number)
    {
        var random = new SpecRandom((ulong)number);
        var source = random.Pick(Corpus.Files);
        var text = source.Text;
        for (var count = random.Pick(Counts); count > 0; count--)
            text = Change(text, random);
        return new Mutant(number, source, random.OneIn(40) ? Reencode(text, random) : text);
    }

    private static string Change(string text, SpecRandom random) => random.Below(16) switch
    {
        0 => ChangeBytes(text, random),
        1 or 2 => ChangeCharacters(text, random),
        3 or 4 or 5 or 6 => ChangeTokens(text, random),
        7 or 8 => ChangeLines(text, random),
        9 or 10 => ChangeBlocks(text, random),
        11 or 12 => ChangeValue(text, random),
        13 => ChangeKey(text, random),
        14 => AddRow(text, random),
        _ => Enlarge(text, random),
    };

    private static string ChangeBytes(string text, SpecRandom random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 1 + random.Below(4); i > 0 && bytes.Length > 0; i--)
            bytes[random.Below(bytes.Length)] ^= (byte)(1 << random.Below(8));
        return Encoding.UTF8.GetString(bytes);
    }

    private static string ChangeCharacters(string text, SpecRandom random)
    {
        var at = random.Below(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Below(6));
        return random.Below(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, NastyText.Any(random)),
            _ => text.Remove(at, length).Insert(random.Below(text.Length - length + 1), text.Substring(at, length)),
        };
    }

    private static string ChangeTokens(string text, SpecRandom random)
    {
        var tokens = Token().Matches(text);
        if (tokens.Count == 0)
            return NastyText.Any(random);
        var token = random.Pick(tokens);
        var other = random.Pick(tokens);
        return Replace(text, token, random.Below(6) switch
        {
            0 => "",
            1 => token.Value + token.Value,
            2 => other.Value,
            3 => random.Pick(Corpus.Words),
            4 => random.Pick(NastyText.Names),
            _ => NastyText.Any(random),
        });
    }

    private static string ChangeLines(string text, SpecRandom random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Below(lines.Count);
        switch (random.Below(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Below(lines.Count), lines[at]);
                break;
            case 2:
                var other = random.Below(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = new string(' ', random.Below(5)) + lines[at];
                break;
            case 4:
                lines[at] = lines[at].StartsWith("  ", StringComparison.Ordinal) ? lines[at][(1 + random.Below(2))..] : "\t" + lines[at];
                break;
            default:
                lines.Insert(at, random.Pick(Corpus.Lines));
                break;
        }

        return string.Join('\n', lines);
    }

    // A block is a line and the lines that are indented under it.
    private static string ChangeBlocks(string text, SpecRandom random)
    {
        var lines = text.Split('\n').ToList();
        var from = random.OneIn(2) ? lines : random.Pick(Corpus.Files).Text.Split('\n').ToList();
        var start = random.Below(from.Count);
        var indentation = Indentation(from[start]);
        var end = start + 1;
        while (end < from.Count && Indentation(from[end]) > indentation)
            end++;
        var block = from.GetRange(start, end - start);
        if (ReferenceEquals(from, lines) && random.OneIn(2))
            lines.RemoveRange(start, block.Count);
        if (random.OneIn(3))
            return string.Join('\n', lines);
        var at = random.Below(lines.Count + 1);
        var shift = (at < lines.Count ? Indentation(lines[at]) : 0) - indentation;
        lines.InsertRange(at, block.Select(line => shift >= 0 ? new string(' ', shift) + line : line[Math.Min(-shift, Indentation(line))..]));
        return string.Join('\n', lines);
    }

    private static string ChangeValue(string text, SpecRandom random)
    {
        var values = Value().Matches(text);
        return values.Count == 0 ? text : Replace(text, random.Pick(values), random.Below(4) switch
        {
            0 => random.Pick(Corpus.Values),
            1 or 2 => NastyText.Type(random),
            _ => Quote(NastyText.Any(random), random),
        });
    }

    private static string ChangeKey(string text, SpecRandom random)
    {
        var keys = Key().Matches(text);
        return keys.Count == 0 ? text : Replace(text, random.Pick(keys), random.OneIn(2) ? random.Pick(NastyText.Names) : Quote(NastyText.Any(random), random));
    }

    private static string AddRow(string text, SpecRandom random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Below(lines.Count);
        lines.Insert(at, new string(' ', Indentation(lines[at])) + NastyText.Row(random));
        return string.Join('\n', lines);
    }

    private static string Enlarge(string text, SpecRandom random)
    {
        var count = 1 + random.Below(random.OneIn(20) ? 3000 : 60);
        var at = random.Below(text.Length + 1);
        return random.Below(5) switch
        {
            0 => text.Insert(at, string.Concat(Enumerable.Repeat(random.Pick(["[", "{", "{a: ", "- ", "a<", "(", "\n  "]), count))),
            1 => text.Insert(at, new string('x', count)),
            2 => text + "\n" + string.Concat(Enumerable.Range(0, Math.Min(count, 300)).Select(i => "\n" + new string(' ', i) + "a:")),
            3 => text + "\nschemas:\n"
                + string.Concat(Enumerable.Range(0, Math.Min(count, 300)).Select(i => $"  S{i}: {{ a: S{i + 1}, b: '{NastyText.Type(random)}' }}\n")),
            _ => text.Insert(at, string.Concat(Enumerable.Range(0, Math.Min(count, 300)).Select(_ => NastyText.Any(random)))),
        };
    }

    private static string Reencode(string text, SpecRandom random) => random.Below(6) switch
    {
        0 => "\uFEFF" + text,
        1 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        2 => text.Replace('\n', '\r'),
        3 => Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)),
        4 => Encoding.Unicode.GetString(Encoding.UTF8.GetBytes(text)),
        _ => text.Replace("  ", "\t", StringComparison.Ordinal),
    };

    private static string Quote(string text, SpecRandom random) => random.Below(3) switch
    {
        0 => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        1 => "\"" + string.Concat(text.Select(static c => c is >= ' ' and < (char)127 and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:X4}")) + "\"",
        _ => text,
    };

    private static string Replace(string text, Match part, string with) => text.Remove(part.Index, part.Length).Insert(part.Index, with);

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"[\w.\-]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<=: ).+$", RegexOptions.Multiline)]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<=^[ ]*(- )?)[^\s#:]+(?=:)", RegexOptions.Multiline)]
    private static partial Regex Key();
}

/// <summary>An input of a fuzz run.</summary>
internal sealed record Mutant(long Number, CorpusFile Source, string Text);
