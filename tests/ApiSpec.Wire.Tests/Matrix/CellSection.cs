using System.Globalization;
using System.Text;
using ApiSpec.Testing;

namespace ApiSpec.Wire.Tests.Matrix;

/// <summary>A section with some of the cells of one place.</summary>
internal sealed class CellSection
{
    private readonly Dictionary<int, Cell> _cellOfLine = [];

    public CellSection(CellPlace place, int index, IReadOnlyList<Cell> cells)
    {
        Place = place;
        Cells = cells;
        Operation = string.Create(CultureInfo.InvariantCulture, $"Cells.{place}{index}");
        var text = new StringBuilder();
        var line = 0;
        void Write(string content, Cell? cell = null)
        {
            text.Append(content).Append('\n');
            if (cell is not null)
                _cellOfLine[line] = cell;
            line++;
        }

        var isSent = place is CellPlace.FormPart or CellPlace.MultipartPart or CellPlace.BodyMember or CellPlace.XmlElement or CellPlace.XmlAttribute;
        var path = "/cells/" + Operation + (place == CellPlace.Path ? string.Concat(cells.Select(static cell => "/{" + cell.Name + "}")) : "");
        Write("operation: " + Operation);
        Write("request: " + (isSent ? "POST " : "GET ") + path);
        if (place != CellPlace.ResponseHeader)
            Write("status: [200]");
        foreach (var key in Keys(place))
            Write(key);
        var indentation = place == CellPlace.ResponseHeader ? "      " : cells.Any(static cell => cell.IsXml) ? "    " : "  ";
        foreach (var cell in cells)
        {
            foreach (var row in cell.Lines)
                Write(indentation + row, cell);
        }

        Spec = new SpecDocument(Operation + ".apispec.yaml", text.ToString());
    }

    public CellPlace Place { get; }

    public IReadOnlyList<Cell> Cells { get; }

    public string Operation { get; }

    public SpecDocument Spec { get; }

    /// <summary>Returns the cell whose row is on a line, counted from 0; null: none.</summary>
    public Cell? CellOfLine(int line) => _cellOfLine.GetValueOrDefault(line);

    private static string[] Keys(CellPlace place) => place switch
    {
        CellPlace.Path => ["path:"],
        CellPlace.Query => ["query:"],
        CellPlace.Header => ["headers:"],
        CellPlace.FormPart => ["body form:"],
        CellPlace.MultipartPart => ["body multipart:"],
        CellPlace.BodyMember => ["body:"],
        CellPlace.XmlElement or CellPlace.XmlAttribute => ["body xml:", "  cells:"],
        CellPlace.ResponseMember => ["response:"],
        CellPlace.ResponseElement or CellPlace.ResponseAttribute => ["response xml:", "  cells:"],
        _ => ["status:", "  200 OK:", "    description: Done.", "    headers:"],
    };
}
