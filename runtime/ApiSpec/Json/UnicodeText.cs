namespace ApiSpec.Json;

/// <summary>Refuses text that has no UTF-8 form. The framework's writer would put a replacement character in its place, and the server would store that.</summary>
internal static class UnicodeText
{
    /// <exception cref="ArgumentException">The text holds an unpaired surrogate.</exception>
    public static string Check(string text)
    {
        for (var i = FirstSurrogate(text, 0); i >= 0; i = FirstSurrogate(text, i + 2))
        {
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                throw new ArgumentException("A text to be sent holds an unpaired surrogate.", nameof(text));
        }

        return text;
    }

    private static int FirstSurrogate(string text, int start)
    {
#if NET8_0_OR_GREATER
        var index = text.AsSpan(start).IndexOfAnyInRange('\uD800', '\uDFFF');
        return index < 0 ? -1 : start + index;
#else
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
                return i;
        }

        return -1;
#endif
    }
}
