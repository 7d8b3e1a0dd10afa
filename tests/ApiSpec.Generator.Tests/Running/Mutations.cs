using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>A spec with one error that transcribers make.</summary>
/// <param name="Kind">The kind of the error.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Text">The text with the error.</param>
internal sealed record Mutation(string Kind, int Line, string Text);

/// <summary>Makes one error at a time, in each possible place of a spec.</summary>
internal static partial class Mutations
{
    public static IEnumerable<Mutation> Of(string text)
    {
        var lines = text.Split('\n');
        var isPasted = Pasted(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (isPasted[i])
                continue;
            foreach (var (kind, mutated) in OfLine(lines[i]))
                yield return new Mutation(kind, i + 1, string.Join('\n', lines.Select((line, index) => index == i ? mutated : line)));
            if (i > 0 && !isPasted[i - 1] && Row().Match(lines[i]) is { Success: true } row && Row().Match(lines[i - 1]) is { Success: true } above
                && row.Groups["indent"].Value == above.Groups["indent"].Value)
                yield return new Mutation("one space too many", i + 1, string.Join('\n', lines.Select((line, index) => index == i ? " " + line : line)));
            if (OfTable(lines, i, isPasted) is { } table)
                yield return new Mutation("rows that are not indented", i + 1, table);
        }
    }

    private static IEnumerable<(string Kind, string Line)> OfLine(string line)
    {
        if (Row().Match(line) is { Success: true } row)
        {
            var (indent, name, type, rest) = (row.Groups["indent"].Value, row.Groups["name"].Value, row.Groups["type"].Value, row.Groups["rest"].Value);
            yield return ("a misspelt type", indent + name + ": " + type[..1] + type[2..] + "x" + rest);
            yield return ("a type that nobody can read", indent + name + ": " + type + "!" + rest);
            yield return ("a row without a type", indent + name + ":");
            yield return ("a row without its colon", indent + name + " " + type + rest);
            yield return ("a no-break space behind the colon", indent + name + ":\u00A0" + type + rest);
            yield return ("a zero-width space in a type", indent + name + ": " + type[..1] + "\u200B" + type[1..] + rest);
        }

        if (Key().Match(line) is { Success: true } key && key.Groups["name"].Length > 4)
        {
            var name = key.Groups["name"].Value;
            yield return ("a misspelt key", name[..2] + name[3..] + line[name.Length..]);
            yield return ("a soft hyphen in a key", name[..2] + "\u00AD" + name[2..] + line[name.Length..]);
        }

        if (line.StartsWith("request: ", StringComparison.Ordinal))
        {
            yield return ("a misspelt method", "request: X" + line["request: ".Length..]);
            yield return ("a fullwidth colon", "request\uFF1A" + line["request: ".Length..]);
            var brace = line.LastIndexOf('}');
            if (brace > 0 && !line.EndsWith("{version}", StringComparison.Ordinal))
                yield return ("a misspelt placeholder", line.Insert(brace, "x"));
        }

        if (Status().Match(line) is { Success: true } status)
        {
            yield return ("a letter in a code", "  " + status.Groups["code"].Value[..1] + "O" + status.Groups["code"].Value[2..] + line[5..]);
            yield return ("a code that does not exist", "  9" + line[3..]);
        }

        if (line.Contains(": enum ", StringComparison.Ordinal) && line.Contains('|', StringComparison.Ordinal))
            yield return ("an enum with commas", line.Replace("|", ", ", StringComparison.Ordinal));
    }

    // Moves all rows of a table two spaces to the left.
    private static string? OfTable(string[] lines, int index, bool[] isPasted)
    {
        if (!Table().IsMatch(lines[index]))
            return null;
        var end = index + 1;
        while (end < lines.Length && lines[end].StartsWith("  ", StringComparison.Ordinal) && !isPasted[end])
            end++;
        return end == index + 1 ? null : string.Join('\n', lines.Select((line, i) => i > index && i < end ? line[2..] : line));
    }

    private static bool[] Pasted(string[] lines)
    {
        var isPasted = new bool[lines.Length];
        var depth = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indentation = lines[i].Length - lines[i].TrimStart(' ').Length;
            if (depth >= 0 && (lines[i].Trim().Length == 0 || indentation > depth))
            {
                isPasted[i] = true;
                continue;
            }

            depth = lines[i].EndsWith('|') || lines[i].EndsWith(">-", StringComparison.Ordinal) ? indentation : -1;
        }

        return isPasted;
    }

    [GeneratedRegex(
        @"^(?<indent>  +)(?!(printed|here|description|notes|title|csharp|section): )(?<name>[a-z]\w*\??): "
            + @"(?<type>string|int|long|boolean|date-time|url|[A-Z]\w{3,})(?<rest>(\[\])?\??( (filter|= \w+|\d*\.\.\d*|-).*)?)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<name>[a-z][a-z -]+):( |$)")]
    private static partial Regex Key();

    [GeneratedRegex(@"^  (?<code>\d{3}) ")]
    private static partial Regex Status();

    [GeneratedRegex("^(path|query|headers|status|response|body|with):$")]
    private static partial Regex Table();
}
