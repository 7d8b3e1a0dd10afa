using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>What a document defines in one place and uses in others: substitutions, and the names of link targets.</summary>
internal sealed partial record RstDefinitions(IReadOnlyDictionary<string, string> Substitutions, IReadOnlySet<string> Targets)
{
    private const int LongestValue = 1_000;
    private const int MostDefinitions = 1_000;

    /// <summary>Whether the directives of the HTTP domain have no prefix.</summary>
    public bool IsHttpDefault { get; private init; }

    /// <summary>Finds the definitions of a document.</summary>
    public static RstDefinitions Of(IReadOnlyList<SourceLine> lines)
    {
        var substitutions = new Dictionary<string, string>(StringComparer.Ordinal);
        var targets = new HashSet<string>(StringComparer.Ordinal);
        var isHttpDefault = false;
        for (var i = 0; i < lines.Count && substitutions.Count + targets.Count < MostDefinitions; i++)
        {
            if (!lines[i].Text.AsSpan().TrimStart(' ').StartsWith(".. "))
                continue;
            var text = lines[i].Text.Trim();
            if (Replacement().Match(text) is { Success: true } match)
            {
                var end = SourceLine.EndOfIndented(lines, i + 1, lines[i].Indent + 1);
                var value = match.Groups["value"].Value + string.Concat(lines.Skip(i + 1).Take(end - i - 1).Select(static line => " " + line.Text.Trim()));
                substitutions.TryAdd(match.Groups["name"].Value, value.Trim() is { Length: <= LongestValue } whole ? whole : value.Trim()[..LongestValue]);
            }
            else if (Target().Match(text) is { Success: true } target)
            {
                targets.Add(target.Groups["name"].Value.Trim('`').ToLowerInvariant());
            }
            else
            {
                isHttpDefault |= text == ".. default-domain:: http";
            }
        }

        return new RstDefinitions(substitutions, targets) { IsHttpDefault = isHttpDefault };
    }

    [GeneratedRegex(@"^\.\. \|(?<name>[^|]{1,100})\| replace::(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Replacement();

    [GeneratedRegex(@"^\.\. _(?<name>`[^`]{1,100}`|[^:_ ][^:]{0,100}):( .*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
