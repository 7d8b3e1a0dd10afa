using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;

namespace ApiSpec.Upgrade;

/// <summary>Rewrites specs in the strings of a C# file: raw strings that contain a spec or a part of one, and lines of other strings.</summary>
internal static partial class CSharpUpgrade
{
    // The values of these keys are prose, and a question mark in them is only punctuation.
    private static readonly HashSet<string> Prose = new(
        ["title", "function", "notes", "description", "source", "printed", "here", "request", "when", "deprecated"], StringComparer.Ordinal);

    /// <summary>Returns the file in the form of this version.</summary>
    public static string Upgrade(string text)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (Match raw in RawString().Matches(text))
        {
            result.Append(InStrings(text[position..raw.Index])).Append(InRawString(raw));
            position = raw.Index + raw.Length;
        }

        return result.Append(InStrings(text[position..])).ToString();
    }

    private static string InRawString(Match raw)
    {
        var indent = raw.Groups["indent"].Value;
        var lines = raw.Groups["spec"].Value.Split('\n');
        if (!Array.TrueForAll(lines, line => line.Trim().Length == 0 || line.StartsWith(indent, StringComparison.Ordinal)))
            return raw.Value;
        var spec = string.Join("\n", lines.Select(line => line.Length < indent.Length ? "" : line[indent.Length..]));
        var upgraded = SpecUpgrade.TryUpgrade(spec) ?? string.Join("\n", spec.Split('\n').Select(Line));
        return upgraded == spec ? raw.Value
            : raw.Groups["open"].Value + string.Join("\n", upgraded.Split('\n').Select(line => line.Length == 0 ? line : indent + line))
                + raw.Groups["close"].Value;
    }

    private static string InStrings(string code) => OtherString().Replace(code, static literal =>
    {
        var lines = InForm(literal.Value[1..^1].Split("\\n"));
        var upgraded = lines.Select(static line => line.Contains('\\', StringComparison.Ordinal) ? line : Line(line)).ToList();
        // A new form with quotation marks would end the string.
        return upgraded.Exists(static line => line.Contains('"', StringComparison.Ordinal)) ? literal.Value : "\"" + string.Join("\\n", upgraded) + "\"";
    });

    // The media type of a form and the key of its rows were on two lines.
    private static List<string> InForm(string[] lines)
    {
        var upgraded = new List<string>(lines);
        for (var i = 0; i + 1 < upgraded.Count; i++)
        {
            if (upgraded[i].StartsWith(FormatWords.Body + ": ", StringComparison.Ordinal)
                && upgraded[i + 1].StartsWith(SectionReader.OldParts + ":", StringComparison.Ordinal)
                && SpecUpgrade.FormKeyOf(upgraded[i][(FormatWords.Body.Length + 2)..]) is { } key)
            {
                upgraded[i] = key + upgraded[i + 1][SectionReader.OldParts.Length..];
                upgraded.RemoveAt(i + 1);
            }
        }

        return upgraded;
    }

    private static string Line(string line)
    {
        var match = RowLine().Match(line);
        var name = match.Groups["name"].Value.Trim();
        // 'success when: a = b' is a condition.
        if (!match.Success || Prose.Contains(name) || name.EndsWith(" when", StringComparison.Ordinal))
            return line;
        var value = match.Groups["value"].Value;
        var renamed = OldNumber.Replace(value);
        var row = RowText.Parse(renamed);
        return row is { Type: not null, Diagnostics.Count: 0 } && (row.IsOld || renamed != value)
            ? match.Groups["key"].Value + RowWriter.Write(row)
            : RowText.ParseValue(value) is { IsOld: true, Diagnostics.Count: 0 } member
                && row.Type is null ? match.Groups["key"].Value + RowWriter.WriteValue(member)
            : line;
    }

    [GeneratedRegex(
        "(?<open>\\$*(?<marks>\"{3,})[ \\t]*\\n)(?<spec>.*?)(?<close>\\n(?<indent>[ \\t]*)\\k<marks>)",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex RawString();

    [GeneratedRegex("\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.CultureInvariant)]
    private static partial Regex OtherString();

    [GeneratedRegex(@"^(?<key>\s*(?<name>[^\s:#'""][^:'""]*):\s+)(?<value>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex RowLine();
}
