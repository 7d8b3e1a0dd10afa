using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>Pages as a PDF, with running heads, page numbers and cells that are wrapped.</summary>
internal sealed class PdfShape : IDisposable
{
    private const double Width = 842;
    private const double Height = 595;
    private const double Margin = 50;
    private const double Size = 9;
    private const double CodeSize = 7;
    private const double Leading = 11;

    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private readonly PdfDocumentBuilder.AddedFont _italic;
    private readonly PdfDocumentBuilder.AddedFont _code;
    private readonly string _head;
    private readonly string _foot;
    private PdfPageBuilder? _page;
    private double _y;
    private int _number;

    private PdfShape(string head, string foot)
    {
        _head = head;
        _foot = foot;
        _plain = _document.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _document.AddStandard14Font(Standard14Font.HelveticaBold);
        _italic = _document.AddStandard14Font(Standard14Font.HelveticaOblique);
        _code = _document.AddStandard14Font(Standard14Font.Courier);
    }

    public static byte[] Write(IReadOnlyList<PrintedBlock> page) => Write(page, "");

    /// <summary>Writes a page with words before the number at the foot of each sheet.</summary>
    public static byte[] Write(IReadOnlyList<PrintedBlock> page, string foot)
    {
        using var shape = new PdfShape("Command and API Reference", foot);
        shape.NewPage();
        foreach (var block in page)
            shape.Write(block);
        return shape._document.Build();
    }

    public void Dispose() => _document.Dispose();

    private void Write(PrintedBlock block)
    {
        switch (block)
        {
            case PrintedHeading heading:
                Skip(6);
                Paragraph(heading.Text, _bold, heading.Level == 1 ? 12 : 10);
                break;
            case PrintedText { Text: var text } when text.Contains('\u0001', StringComparison.Ordinal):
                Address(text);
                break;
            case PrintedText text:
                Paragraph(text.Text, _plain, Size);
                break;
            case PrintedCode code:
                foreach (var line in code.Text.Split('\n'))
                    Line(line.TrimStart(), Margin + ((line.Length - line.TrimStart().Length) * CodeSize * 0.6), CodeSize, _code);
                break;
            case PrintedTable table:
                Table(table);
                break;
        }

        Skip(5);
    }

    private void Table(PrintedTable table)
    {
        double[] lefts = table.Titles.Count switch
        {
            2 => [Margin, Margin + 200],
            3 => [Margin, Margin + 90, Margin + 230],
            _ => [.. Lefts(table)],
        };
        var columns = lefts.Select((left, column) => (column + 1 < lefts.Length ? lefts[column + 1] : Width - Margin) - left - 12).ToList();
        Row(table.Titles, 0, lefts, columns, _bold);
        foreach (var (depth, cells) in table.Rows)
            Row(cells, depth * 10, lefts, columns, _plain);
    }

    // The description is the widest column.
    private static IEnumerable<double> Lefts(PrintedTable table)
    {
        var left = Margin;
        foreach (var title in table.Titles)
        {
            yield return left;
            left += title is "Member name" or "Attribute" or "Field" ? 170
                : title is "Data type" or "Type" ? 110
                : title is "Description" or "Meaning" or "Explanation" ? 300
                : 85;
        }
    }

    private void Row(IReadOnlyList<string> cells, double indent, double[] lefts, List<double> widths, PdfDocumentBuilder.AddedFont font)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, widths[column] - (column == 0 ? indent : 0), Size, font)).ToList();
        var lines = wrapped.Max(static cell => cell.Count);
        if (_y - (lines * Leading) < Margin)
            NewPage();
        Skip(5);
        for (var line = 0; line < lines; line++)
        {
            for (var column = 0; column < wrapped.Count; column++)
            {
                if (line < wrapped[column].Count && wrapped[column][line].Length > 0)
                    _page!.AddText(wrapped[column][line], Size, new PdfPoint(lefts[column] + (column == 0 ? indent : 0), _y), font);
            }

            _y -= Leading;
        }
    }

    private void Paragraph(string text, PdfDocumentBuilder.AddedFont font, double size)
    {
        foreach (var line in Wrap(text, Width - (2 * Margin), size, font))
            Line(line, Margin, size, font);
    }

    private void Address(string text)
    {
        NeedLine();
        var x = Margin;
        var parts = text.Split('\u0001');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == 0)
                continue;
            var font = i % 2 == 1 ? _italic : _plain;
            _page!.AddText(parts[i], Size, new PdfPoint(x, _y), font);
            x += WidthOf(parts[i], Size, font);
        }

        _y -= Leading;
    }

    private void Line(string text, double x, double size, PdfDocumentBuilder.AddedFont font)
    {
        NeedLine();
        if (text.Length > 0)
            _page!.AddText(text, size, new PdfPoint(x, _y), font);
        _y -= Leading;
    }

    private List<string> Wrap(string text, double width, double size, PdfDocumentBuilder.AddedFont font)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (lines[^1].Length > 0 && WidthOf(longer, size, font) > width)
                lines.Add(word);
            else
                lines[^1] = longer;
        }

        return lines;
    }

    private double WidthOf(string text, double size, PdfDocumentBuilder.AddedFont font)
        => text.Length == 0 ? 0 : _page!.MeasureText(text, size, new PdfPoint(0, 0), font)[^1].EndBaseLine.X;

    private void NeedLine()
    {
        if (_y < Margin)
            NewPage();
    }

    private void NewPage()
    {
        _page = _document.AddPage(Width, Height);
        _number++;
        _page.AddText(_head, 7, new PdfPoint(Margin, Height - 25), _plain);
        _page.AddText(_foot + SpecPrinter.Number(_number), _foot.Length == 0 ? 7 : Size, new PdfPoint(Margin, 20), _plain);
        _y = Height - Margin;
    }

    private void Skip(double points) => _y -= points;
}
