namespace ApiSpec.Json;

/// <summary>
/// Compares JSON numbers of any size by their mathematical value: <c>1</c>, <c>1.0</c> and <c>10e-1</c> are equal.
/// </summary>
internal static class JsonNumberText
{
    /// <summary>Whether two numbers, as JSON writes them, have the same value.</summary>
    public static bool AreEqual(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return true;
        return Parts.TryRead(left, out var x)
            && Parts.TryRead(right, out var y)
            && x.Exponent == y.Exponent
            && x.IsNegative == y.IsNegative
            && HaveSameDigits(x, y);
    }

    /// <summary>Returns the same hash for equal numbers.</summary>
    public static int HashOf(string text)
    {
        if (!Parts.TryRead(text, out var parts))
            return StringComparer.Ordinal.GetHashCode(text);
        var hash = unchecked((int)parts.Exponent * 397) ^ (parts.IsNegative ? 1 : 0);
        for (var i = parts.First; i <= parts.Last; i++)
        {
            if (text[i] != '.')
                hash = unchecked((hash * 31) + text[i]);
        }

        return hash;
    }

    private static bool HaveSameDigits(in Parts x, in Parts y)
    {
        int i = x.First, j = y.First;
        while (true)
        {
            if (i <= x.Last && x.Text[i] == '.')
                i++;
            if (j <= y.Last && y.Text[j] == '.')
                j++;
            if (i > x.Last || j > y.Last)
                return i > x.Last && j > y.Last;
            if (x.Text[i++] != y.Text[j++])
                return false;
        }
    }

    /// <summary>A number as <c>0.d1d2d3... x 10^exponent</c>, where neither the first nor the last digit is zero. Zero has no digits.</summary>
    private readonly struct Parts
    {
        private Parts(string text, int first, int last, long exponent, bool isNegative)
        {
            Text = text;
            First = first;
            Last = last;
            Exponent = exponent;
            IsNegative = isNegative;
        }

        public string Text { get; }

        /// <summary>The position of the first digit other than zero.</summary>
        public int First { get; }

        /// <summary>The position of the last digit other than zero. A decimal point can be between the two.</summary>
        public int Last { get; }

        public long Exponent { get; }

        public bool IsNegative { get; }

        /// <summary>Returns false if the exponent is extremely large. Such a number is only equal to the same text.</summary>
        public static bool TryRead(string text, out Parts parts)
        {
            parts = default;
            var end = text.IndexOfAny(['e', 'E']);
            var exponent = 0L;
            if (end >= 0 && !TryReadExponent(text, end + 1, out exponent))
                return false;
            end = end < 0 ? text.Length : end;
            var point = text.IndexOf('.', 0, end);
            if (point < 0)
                point = end;

            var first = 0;
            while (first < end && text[first] is '-' or '0' or '.')
                first++;
            var last = end - 1;
            while (last >= first && text[last] is '0' or '.')
                last--;
            if (last < first)
            {
                parts = new Parts(text, 0, -1, 0, false);
                return true;
            }

            // Digits before the point count up, and zeros after it count down.
            parts = new Parts(text, first, last, exponent + (first < point ? point - first : point - first + 1), text[0] == '-');
            return true;
        }

        private static bool TryReadExponent(string text, int start, out long exponent)
        {
            exponent = 0;
            var isNegative = start < text.Length && text[start] == '-';
            if (start < text.Length && text[start] is '-' or '+')
                start++;
            for (var i = start; i < text.Length; i++)
            {
                exponent = (exponent * 10) + (text[i] - '0');
                if (exponent > int.MaxValue)
                    return false;
            }

            exponent = isNegative ? -exponent : exponent;
            return true;
        }
    }
}
