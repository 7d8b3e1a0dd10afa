namespace ApiSpec.Language.Examples;

/// <summary>A part of a pasted text with its position.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Offset">Their start in the whole text.</param>
internal readonly record struct PastedPart(string Text, int Offset)
{
    public int Length => Text.Length;

    public PastedPart Slice(int start, int length) => new(Text.Substring(start, length), Offset + start);

    public PastedPart Slice(int start) => Slice(start, Text.Length - start);

    public PastedPart Trim()
    {
        var start = 0;
        while (start < Text.Length && char.IsWhiteSpace(Text[start]))
            start++;
        var end = Text.Length;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        return Slice(start, end - start);
    }
}

/// <summary>Takes a pasted text apart.</summary>
internal static class PastedText
{
    public static IEnumerable<PastedPart> Lines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            yield return new PastedPart(text.Substring(start, end - start), start);
            start = end + 1;
        }
    }
}
