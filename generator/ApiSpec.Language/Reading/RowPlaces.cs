using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Where the parts of a row's text are in their file.</summary>
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

    /// <summary>The row as one place, where its parts are not in the file as they are read.</summary>
    public RowPlaces(SpecSpan whole) => Whole = whole;

    public SpecSpan Whole { get; }

    public SpecSpan Of(RowText.Piece piece) => Of(piece.Offset, piece.Length);

    public SpecSpan Of(int offset, int length) => _scalar is null ? Whole : _context!.Text.SpanOf(_scalar, offset, length);
}
