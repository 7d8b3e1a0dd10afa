using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>The positions of the parts of a row in their file.</summary>
internal sealed class RowPlaces
{
    private readonly ReadingContext? _context;
    private readonly YamlScalar? _scalar;

    public RowPlaces(ReadingContext context, YamlScalar scalar)
    {
        _context = context;
        _scalar = scalar;
        Whole = context.Text.SpanOf(scalar);
    }

    /// <summary>The whole row as one position, for parts that the file does not contain literally.</summary>
    public RowPlaces(SpecSpan whole) => Whole = whole;

    public SpecSpan Whole { get; }

    public SpecSpan Of(RowText.Piece piece) => Of(piece.Offset, piece.Length);

    public SpecSpan Of(int offset, int length) => _scalar is null ? Whole : _context!.Text.SpanOf(_scalar, offset, length);
}
