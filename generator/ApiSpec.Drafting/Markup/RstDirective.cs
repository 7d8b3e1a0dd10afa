using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>A directive: <c>.. name:: argument</c>, its options, and the lines inside.</summary>
/// <param name="Name">The name, in lower case.</param>
/// <param name="Argument">The text after the name.</param>
/// <param name="Options">The options, by name.</param>
/// <param name="Content">The lines inside.</param>
internal sealed partial record RstDirective(string Name, string Argument, IReadOnlyDictionary<string, string> Options, IReadOnlyList<SourceLine> Content)
{
    /// <summary>The line of the file.</summary>
    public int Line { get; private init; }

    /// <summary>The lines of each option.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<SourceLine> Lines)> OptionLines { get; private init; } = [];

    /// <summary>The argument, and the lines inside.</summary>
    public IReadOnlyList<SourceLine> Whole => Argument.Length == 0 ? Content : [new SourceLine(Line, Argument), .. Content];

    /// <summary>Returns the directive at a line; null: no directive starts there.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="end">The index after the lines inside.</param>
    public static RstDirective? At(IReadOnlyList<SourceLine> lines, int index, int end)
    {
        if (Form().Match(lines[index].Text) is not { Success: true } match)
            return null;
        var inside = SourceLine.Dedent([.. lines.Skip(index + 1).Take(end - index - 1)]);
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var optionLines = new List<(string Name, IReadOnlyList<SourceLine> Lines)>();
        var argument = match.Groups["argument"].Value.Trim();
        var first = 0;
        // Options are directly under the name. The argument can continue on the next lines.
        var isTight = index + 1 < end && !lines[index + 1].IsBlank;
        while (isTight && first < inside.Count && !inside[first].IsBlank && OptionAt(inside[first]) is (var name, var value))
        {
            var start = first++;
            while (first < inside.Count && inside[first].Indent > 0 && !inside[first].IsBlank)
                value = (value + " " + inside[first++].Text.Trim()).Trim();
            options.TryAdd(name, value);
            optionLines.Add((name, inside.GetRange(start, first - start)));
        }

        return new RstDirective(match.Groups["name"].Value.ToLowerInvariant(), argument, options,
            SourceLine.Dedent(inside.GetRange(first, inside.Count - first)))
        {
            Line = lines[index].Number,
            OptionLines = optionLines,
        };
    }

    // The fields of an operation such as ':query limit:' are not options.
    private static (string Name, string Value)? OptionAt(SourceLine line)
        => RstField.At(line) is (var name, var value) && !name.Contains(' ', StringComparison.Ordinal) && name[0] is not ('<' or '>') ? (name, value) : null;

    [GeneratedRegex(@"^\.\. (?<name>[A-Za-z][A-Za-z0-9_.:+-]{0,60}?) ?::( (?<argument>.*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
