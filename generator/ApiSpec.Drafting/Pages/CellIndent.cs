using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads how far a page indents the first cell of a row: spaces that do not break, a style, or the name of a class.</summary>
internal static partial class CellIndent
{
    // Two columns are one level.
    private const int Level = 2;
    private const int MostLevels = 24;

    // What pages mostly indent a level by.
    private const double Pixels = 10;
    private const double PixelsOfEm = 16;

    /// <summary>Returns the indentation in columns. Only the comparison with other rows has a meaning.</summary>
    public static int Of(IElement cell)
    {
        var levels = Spaces(cell);
        if (levels == 0)
            levels = OfStyle(cell) ?? (cell.FirstElementChild is { } child ? OfStyle(child) : null) ?? OfClass(cell) ?? 0;
        return Math.Min(levels, MostLevels) * Level;
    }

    private static int Spaces(IElement cell)
    {
        var spaces = 0;
        foreach (var c in cell.TextContent)
        {
            if (c is '\u00A0' or '\u2002' or '\u2003')
                spaces++;
            else if (c is not (' ' or '\t' or '\r' or '\n'))
                break;
        }

        return spaces;
    }

    private static int? OfStyle(IElement element)
    {
        if (element.GetAttribute("style") is not { Length: > 0 } style || Padding().Match(style) is not { Success: true } match)
            return null;
        var size = double.Parse(match.Groups["size"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value == "px" ? 1 : PixelsOfEm);
        return (int)Math.Round(Math.Min(size, Pixels * MostLevels) / Pixels);
    }

    private static int? OfClass(IElement element)
        => element.ClassName is { Length: > 0 } name && ClassName().Match(name) is { Success: true } match
            ? int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("(padding-left|margin-left|text-indent) ?: ?(?<size>[0-9]{1,4}(\\.[0-9]{1,3})?) ?(?<unit>px|em|rem)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Padding();

    [GeneratedRegex("\\b(indent|level|depth|nested|nesting)-?(?<level>[0-9])\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClassName();
}
