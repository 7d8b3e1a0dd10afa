using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>Reads what <c>curl -v</c> prints: lines that it sends after <c>&gt;</c>, lines that it receives after <c>&lt;</c>, and its own after <c>*</c>.
/// </summary>
internal static partial class CurlOutput
{
    // More than a command and the lines about its connection.
    private const int MostLinesBetween = 40;

    /// <summary>Removes the arrows before messages. A message that is sent by a command above it keeps them, because it repeats the command.</summary>
    public static IReadOnlyList<PageLine> WithoutArrows(IReadOnlyList<PageLine> lines)
    {
        List<PageLine>? changed = null;
        var command = -MostLinesBetween - 1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (PrintedCommand.Is(lines[i]))
                command = i;
            var arrow = Received().IsMatch(lines[i].Text) ? '<' : Sent().IsMatch(lines[i].Text) && i - command > MostLinesBetween ? '>' : '\0';
            if (arrow == '\0' || lines[i].Kind is not (LineKind.Text or LineKind.Code))
                continue;
            changed ??= [.. lines];
            for (; i < lines.Count && lines[i].Text is [var first, ..] && first == arrow && (lines[i].Text.Length == 1 || lines[i].Text[1] == ' '); i++)
                changed[i] = lines[i] with { Text = lines[i].Text[1..].Trim(), Cells = [] };
            i--;
        }

        return changed ?? lines;
    }

    /// <summary>Returns the lines of a command's output that are not part of a message: those about its connection, and the request that repeats it.</summary>
    public static IEnumerable<PageLine> AsidesIn(IReadOnlyList<PageLine> lines)
    {
        var isOutput = false;
        var isRepeated = false;
        var isCommand = false;
        var isReceived = false;
        foreach (var line in lines)
        {
            var isHere = PrintedCommand.Is(line);
            isCommand |= isHere;
            isReceived = !isHere && (isReceived || Status().IsMatch(line.Text));
            isRepeated = isCommand && (Sent().IsMatch(line.Text) || (isRepeated && line.Text is ">" or ['>', ' ', ..]));
            isOutput |= isRepeated || (isHere && Verbose().IsMatch(line.Text));
            if (isRepeated || (isOutput && (isReceived ? OwnAfterStatus() : Own()).IsMatch(line.Text)))
                yield return line;
        }
    }

    [GeneratedRegex(@"^> [A-Z]{3,7} \S+ HTTP/[0-9.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^< HTTP/[0-9.]+ [1-5][0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Received();

    [GeneratedRegex(" (-[A-Za-z]*v[A-Za-z]*|--verbose)( |$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Verbose();

    [GeneratedRegex(@"^(< )?HTTP/[0-9.]+ [1-5][0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    // After the response, other lines with an asterisk can be items of a list.
    [GeneratedRegex(
        @"^(\* +(Added cookie|Closing|Connection|Curl_|Excess|HTTP|Ignoring|Leftovers|Mark|"
            + @"Replaced cookie|SSL|TLS|old SSL|shutting|transfer|upload|we are|no chunk)\b.*"
            + @"|[{}] \[[0-9]+ bytes data\])$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnAfterStatus();

    // '* Connected to localhost', '{ [27 bytes data]'.
    [GeneratedRegex(@"^(\* .*|[{}] \[[0-9]+ bytes data\])$", RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
