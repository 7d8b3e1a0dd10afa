using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <summary>Finds characters of a scalar's value in the file, so that a diagnostic inside a row points to the exact characters.</summary>
internal static class ScalarPositions
{
    public static SpecSpan SpanOf(this SpecText text, YamlNode node) => text.Span(node.Start, node.End);

    /// <summary>Returns the position of a part of the value, or of the whole scalar if the value has several lines.</summary>
    public static SpecSpan SpanOf(this SpecText text, YamlScalar scalar, int offset, int length)
    {
        switch (scalar.Style)
        {
            case ScalarStyle.Plain when scalar.End - scalar.Start == scalar.Value.Length && !scalar.IsRewritten:
                return text.Span(scalar.Start + offset, scalar.Start + offset + length);
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted when IsOneLine(text, scalar) && !scalar.IsRewritten:
                var start = PositionInQuotes(text.Text, scalar, offset);
                return text.Span(start, PositionInQuotes(text.Text, scalar, offset + length));
            default:
                return text.SpanOf(scalar);
        }
    }

    private static bool IsOneLine(SpecText text, YamlScalar scalar)
        => scalar.End <= text.Text.Length && scalar.Start + 2 <= scalar.End && text.LineAt(scalar.Start) == text.LineAt(scalar.End - 1)
            && text.Text[scalar.Start] is '\'' or '"';

    private static int PositionInQuotes(string text, YamlScalar scalar, int offset)
    {
        var last = scalar.End - 1;
        var (consumed, position) = scalar.LastPosition is { } known && known.Offset <= offset ? known : (0, scalar.Start + 1);
        while (consumed < offset && position < last)
        {
            var width = 1;
            var produced = 1;
            if (scalar.Style == ScalarStyle.SingleQuoted)
            {
                width = text[position] == '\'' ? 2 : 1;
            }
            else if (text[position] == '\\')
            {
                width = text[position + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
                produced = width == 10 && IsAstral(text, position + 2) ? 2 : 1;
            }

            position += width;
            consumed += produced;
        }

        position = Math.Min(position, last);
        scalar.LastPosition = (consumed, position);
        return position;
    }

    // An escape with eight hexadecimal digits for U+10000 or above becomes two characters in .NET.
    private static bool IsAstral(string text, int digits)
    {
        for (var i = digits; i < digits + 4 && i < text.Length; i++)
        {
            if (text[i] != '0')
                return true;
        }

        return false;
    }
}
