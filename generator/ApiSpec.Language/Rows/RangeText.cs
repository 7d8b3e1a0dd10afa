using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <summary>Reads a range: <c>1..255</c>, <c>0..</c>, <c>..100</c>, <c>1..255 bytes</c>.</summary>
internal static class RangeText
{
    /// <summary>The word after a range that counts bytes.</summary>
    public const string Bytes = "bytes";

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a range that limits a value of <paramref name="type"/>; returns null with a diagnostic if it cannot.</summary>
    public static ValueRange? Parse(string text, TypeReference type, out TextDiagnostic? diagnostic)
    {
        var core = type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;
        core = core.Kind == TypeKind.Quoted ? core.Arguments[0] : core;
        var limit = LimitOf(core.Kind);
        if (NumberOrWords.Of(core) is var (number, words))
            return Fail(
                text, 0, text.Length,
                "write it after the number, in parentheses, as in '(" + TypeParser.NameOf(number) + " " + text + ") | " + RowWriter.Write(words) + "'",
                out diagnostic);
        if (limit == Limit.None)
        {
            diagnostic = new TextDiagnostic(SpecRules.RangeNotAllowed, 0, text.Length, TypeParser.NameOf(core));
            return null;
        }

        diagnostic = null;
        var inBytes = text.EndsWith(" " + Bytes, StringComparison.Ordinal);
        if (inBytes && core.Kind is not (TypeKind.String or TypeKind.Url or TypeKind.Named))
            return Fail(text, text.Length - Bytes.Length, Bytes.Length, "'bytes' is for the length of a string", out diagnostic);
        if (inBytes)
            text = text.Substring(0, text.Length - Bytes.Length).TrimEnd();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || text.Length == 2)
            return Fail(text, 0, text.Length, "write the smallest and the largest value, as in '1..255', '0..' or '..100'", out diagnostic);
        var minimum = text.Substring(0, dots).Trim();
        var maximum = text.Substring(dots + 2).Trim();
        if (Problem(minimum, limit, core.Kind) is { } low)
            return Fail(text, 0, dots, low, out diagnostic);
        if (Problem(maximum, limit, core.Kind) is { } high)
            return Fail(text, dots + 2, text.Length - dots - 2, high, out diagnostic);
        if (minimum.Length > 0 && maximum.Length > 0 && Value(minimum) > Value(maximum))
            return Fail(text, 0, text.Length, "its smallest value is larger than its largest", out diagnostic);
        return new ValueRange(minimum.Length == 0 ? null : minimum, maximum.Length == 0 ? null : maximum) { InBytes = inBytes };
    }

    private static ValueRange? Fail(string text, int offset, int length, string reason, out TextDiagnostic? diagnostic)
    {
        diagnostic = new TextDiagnostic(SpecRules.InvalidRange, offset, length, text, reason);
        return null;
    }

    private static string? Problem(string bound, Limit limit, TypeKind kind)
    {
        if (bound.Length == 0)
            return null;
        if (bound[0] == '.' || !double.TryParse(bound, Number, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value))
            return "'" + bound + "' is not a number; leave an open side empty, as in '0..'";
        return limit switch
        {
            Limit.Count when !int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "a length or count is a whole number from 0",
            Limit.Value => ValueText.Mismatch(new TypeReference { Kind = kind }, bound),
            _ => null,
        };
    }

    private static double Value(string bound) => double.Parse(bound, Number, CultureInfo.InvariantCulture);

    private static Limit LimitOf(TypeKind kind) => kind switch
    {
        TypeKind.String or TypeKind.Url or TypeKind.Bytes or TypeKind.List or TypeKind.Map => Limit.Count,
        _ when WrittenForm.IsList(kind) => Limit.Count,
        TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal => Limit.Value,

        // An alias of the API file can be either.
        TypeKind.Named => Limit.Unknown,
        _ => Limit.None,
    };

    private enum Limit
    {
        None,
        Count,
        Value,
        Unknown,
    }
}
