using System.Text;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Tests.Printing;

namespace ApiSpec.Drafting.Tests.RoundTrip;

/// <summary>The forms in which a page comes.</summary>
internal static class Shape
{
    public static IReadOnlyDictionary<string, (string File, Func<IReadOnlyList<PrintedBlock>, byte[]> Write)> All { get; } =
        new Dictionary<string, (string, Func<IReadOnlyList<PrintedBlock>, byte[]>)>
    {
        ["cells a line"] = ("page.txt", Text(TextShapes.CellsALine)),
        ["tab lines"] = ("page.txt", Text(TextShapes.TabLines)),
        ["tabbed rows"] = ("page.txt", Text(TextShapes.TabbedRows)),
        ["reader text"] = ("page.txt", Text(TextShapes.ReaderText)),
        ["pipe tables"] = ("page.md", Text(TextShapes.PipeTables)),
        ["indented words"] = ("page.txt", Text(TextShapes.IndentedWords)),
        ["layout"] = ("page.txt", Text(TextShapes.Layout)),
        ["definitions"] = ("page.txt", Text(TextShapes.Definitions)),
        ["html"] = ("page.html", Text(HtmlShapes.Tables)),
        ["html lists"] = ("page.html", Text(HtmlShapes.Lists)),
        ["pdf"] = ("page.pdf", PdfShape.Write),
    };

    public static Page Read(string shape, IReadOnlyList<PrintedBlock> page)
        => PageReader.Read(All[shape].File, All[shape].Write(page), TestContext.Current.CancellationToken);

    private static Func<IReadOnlyList<PrintedBlock>, byte[]> Text(Func<IReadOnlyList<PrintedBlock>, string> write)
        => page => Encoding.UTF8.GetBytes(write(page));
}
