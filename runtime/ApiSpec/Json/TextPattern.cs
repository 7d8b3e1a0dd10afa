using System.Globalization;
using System.Text;

namespace ApiSpec.Json;

/// <summary>Regular expressions of JSON Schema, in the dialect that all validators share.</summary>
internal static class TextPattern
{
    public const string WholeNumber = "-?[0-9]+";

    public const string DecimalNumber = "-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

    private const string NamesOfMonths = "[A-Z][a-z]{2}";

    // Some validators refuse a whole schema with a larger number in an expression.
    private const int LargestCount = 1000;

    /// <summary>A string with a number of elements and commas between them.</summary>
    /// <param name="item">An element.</param>
    /// <param name="minimum">How many elements at least; null: none is needed.</param>
    /// <param name="maximum">How many elements at most; null: without limit.</param>
    /// <remarks>Limits above <see cref="LargestCount"/> are left out or reduced to it, so that no string that keeps them is refused.</remarks>
    public static string CommaSeparated(string item, int? minimum, int? maximum)
    {
        minimum = minimum > LargestCount ? LargestCount : minimum;
        maximum = maximum > LargestCount ? null : maximum;
        if (maximum is 0)
            return "^$";
        var least = minimum is > 1 ? minimum.GetValueOrDefault() - 1 : 0;
        var more = (least, maximum) switch
        {
            (0, null) => "*",
            (_, null) => "{" + Number(least) + ",}",
            (_, { } most) => "{" + Number(least) + "," + Number(most - 1) + "}",
        };
        var items = item + "(," + item + ")" + more;
        return minimum is > 0 ? "^" + items + "$" : "^(" + items + ")?$";
    }

    /// <summary>An element of a list with commas, by its type.</summary>
    public static string ItemOf(Type type)
        => type == typeof(int) || type == typeof(long) ? WholeNumber
            : type == typeof(double) || type == typeof(decimal) ? DecimalNumber
            : "[^,]+";

    /// <summary>The strings that a format of dates and times writes; null: the format is not made of the usual parts.</summary>
    /// <param name="format">A .NET format.</param>
    public static string? OfFormat(string format)
    {
        if (format.Length == 1)
            return null;
        var pattern = new StringBuilder("^");
        for (var i = 0; i < format.Length;)
        {
            var c = format[i];
            if (c is '\'' or '"')
            {
                i = Quoted(format, i, pattern);
                continue;
            }

            if (c == '\\' && i + 1 < format.Length)
            {
                pattern.Append(SchemaPattern.Escape(format[i + 1].ToString()));
                i += 2;
                continue;
            }

            var count = 1;
            while (i + count < format.Length && format[i + count] == c)
                count++;
            i += count;
            if (c == '.' && i < format.Length && format[i] == 'F')
            {
                // Without a fraction, the dot is not written either.
                var start = i;
                while (i < format.Length && format[i] == 'F')
                    i++;
                pattern.Append("(\\.[0-9]{1,").Append(Number(i - start)).Append("})?");
            }
            else if (Part(c, count) is { } part)
            {
                pattern.Append(part);
            }
            else
            {
                return null;
            }
        }

        return pattern.Append('$').ToString();
    }

    private static int Quoted(string format, int start, StringBuilder pattern)
    {
        var end = format.IndexOf(format[start], start + 1);
        if (end < 0)
            end = format.Length;
        pattern.Append(SchemaPattern.Escape(format.Substring(start + 1, end - start - 1)));
        return end + 1;
    }

    private static string? Part(char c, int count) => (c, count) switch
    {
        ('y', 4) => "[0-9]{4}",
        ('y', 2) => "[0-9]{2}",
        ('M' or 'd', 1) or ('H' or 'h' or 'm' or 's', 1) => "[0-9]{1,2}",
        ('M' or 'd', 2) or ('H' or 'h' or 'm' or 's', 2) => "[0-9]{2}",
        ('M' or 'd', 3) => NamesOfMonths,
        ('M' or 'd', 4) => "[A-Z][a-z]+",
        ('f', _) => "[0-9]{" + Number(count) + "}",
        ('F', _) => "[0-9]{0," + Number(count) + "}",
        ('t', 2) => "[AP]M",
        ('z', 2) => "[+-][0-9]{2}",
        ('z', 3) => "[+-][0-9]{2}:[0-9]{2}",
        ('z', 4) => "[+-][0-9]{4}",
        ('K', 1) => "(Z|[+-][0-9]{2}:[0-9]{2})?",
        (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or '%', _) when c is not ('T' or 'Z') => null,
        _ => SchemaPattern.Escape(new string(c, count)),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
