using System.Text;
using UglyToad.PdfPig.Content;

namespace ApiSpec.Drafting.Pages;

/// <summary>A line of words in a PDF.</summary>
/// <param name="Page">The page; the first is 1.</param>
/// <param name="Bottom">The base line, in points from the bottom of the page.</param>
/// <param name="Words">The words from left to right.</param>
/// <param name="Margin">The left edge of the leftmost word of the page.</param>
internal sealed record PdfLine(int Page, double Bottom, IReadOnlyList<Word> Words, double Margin)
{
    // In parts of the height of a letter: the maximum distance of words in one line, and the minimum gap between columns.
    private const double SameLine = 0.5;
    private const double ColumnGap = 0.9;
    private const double TightLine = 1.35;

    public bool IsTight { get; private init; }

    public string Text => string.Join(" ", Words.Select(static word => word.Text));

    /// <summary>The size of the largest letter, in points.</summary>
    public double Size => Words.Max(static word => word.Letters.Max(static letter => letter.PointSize));

    /// <summary>Whether all letters have the same width.</summary>
    public bool IsCode => Words.All(static word => IsMonospaced(word.FontName));

    /// <summary>Returns the lines of a page from top to bottom.</summary>
    public static List<PdfLine> Of(UglyToad.PdfPig.Content.Page page, int number)
    {
        var words = page.GetWords().Where(static word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        var margin = words.Count == 0 ? 0 : words.Min(static word => word.BoundingBox.Left);
        var lines = new List<PdfLine>();
        var open = new List<Word>();
        foreach (var word in words.OrderByDescending(BaseOf).ThenBy(static word => word.BoundingBox.Left))
        {
            if (open.Count > 0 && BaseOf(open[0]) - BaseOf(word) > SameLine * HeightOf(open[0]))
                Close();
            open.Add(word);
        }

        Close();
        return lines;

        void Close()
        {
            if (open.Count == 0)
                return;
            var bottom = BaseOf(open[0]);
            var isTight = lines.Count > 0 && lines[^1].Bottom - bottom <= TightLine * Math.Max(HeightOf(open[0]), lines[^1].Size);
            lines.Add(new PdfLine(number, bottom, [.. open.OrderBy(static word => word.BoundingBox.Left)], margin) { IsTight = isTight });
            open.Clear();
        }
    }

    public PageLine ToPageLine(int number)
    {
        var first = Words[0];
        var isCode = IsCode;
        var width = isCode ? WidthOfLetter(first) : 0;
        var code = isCode && width > 0 ? Code(width) : null;
        var italics = Words.Where(static word => IsItalic(word)).Select(static word => PageText.Of(word.Text)).Concat(ItalicParts())
            .Distinct(StringComparer.Ordinal).ToList();
        var cells = Cells();
        return new PageLine
        {
            Number = number,
            Page = Page,
            Text = PageText.Of(code ?? string.Join(" ", cells.Select(static cell => cell.Text))),
            Indent = code is null ? 0 : code.Length - code.TrimStart().Length,
            Kind = isCode ? LineKind.Code : LineKind.Text,
            Cells = isCode ? [] : cells,
            Words = isCode ? [] : [.. Words.Select(static word => new PageCell(PageText.Of(word.Text), word.BoundingBox.Left))],
            Italics = italics,
            Size = Size,
            IsTight = IsTight,
        };
    }

    // Letters of the same width form columns.
    private string Code(double width)
    {
        var code = new StringBuilder();
        foreach (var word in Words)
        {
            var column = (int)Math.Round((word.BoundingBox.Left - Margin) / width);
            code.Append(' ', Math.Clamp(column - code.Length, code.Length == 0 ? 0 : 1, PageLimits.LineLength / 10)).Append(word.Text);
        }

        return code.ToString();
    }

    private List<PageCell> Cells()
    {
        var cells = new List<PageCell>();
        var text = new StringBuilder();
        var left = 0.0;
        for (var i = 0; i < Words.Count; i++)
        {
            if (i > 0 && Words[i].BoundingBox.Left - Words[i - 1].BoundingBox.Right > ColumnGap * HeightOf(Words[i]))
                Close();
            left = text.Length == 0 ? Words[i].BoundingBox.Left : left;
            text.Append(text.Length == 0 ? "" : " ").Append(Words[i].Text);
        }

        Close();
        return cells;

        void Close()
        {
            cells.Add(new PageCell(PageText.Of(text.ToString()), left));
            text.Clear();
        }
    }

    // A part of one word can be in italics, for example in a URL.
    private IEnumerable<string> ItalicParts()
    {
        foreach (var word in Words)
        {
            var part = new StringBuilder();
            foreach (var letter in word.Letters)
            {
                if (IsItalic(letter.FontName))
                {
                    part.Append(letter.Value);
                    continue;
                }

                if (part.Length > 0)
                    yield return PageText.Of(part.ToString());
                part.Clear();
            }

            if (part.Length > 0 && part.Length < word.Text.Length)
                yield return PageText.Of(part.ToString());
        }
    }

    private static bool IsItalic(Word word) => word.Letters.All(static letter => IsItalic(letter.FontName));

    private static bool IsItalic(string? font)
        => font is not null && (font.Contains("Italic", StringComparison.OrdinalIgnoreCase) || font.Contains("Oblique", StringComparison.OrdinalIgnoreCase));

    private static bool IsMonospaced(string? font)
        => font is not null && (font.Contains("Courier", StringComparison.OrdinalIgnoreCase) || font.Contains("Mono", StringComparison.OrdinalIgnoreCase)
            || font.Contains("Consol", StringComparison.OrdinalIgnoreCase));

    private static double WidthOfLetter(Word word)
        => word.Letters.Count < 2 ? word.Letters[0].Width : (word.Letters[^1].StartBaseLine.X - word.Letters[0].StartBaseLine.X) / (word.Letters.Count - 1);

    private static double BaseOf(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double HeightOf(Word word) => Math.Max(1, word.Letters[0].PointSize);
}
