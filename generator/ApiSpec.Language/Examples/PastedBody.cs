namespace ApiSpec.Language.Examples;

/// <summary>The body of a pasted message, and the positions of its characters in the whole text.</summary>
/// <param name="Text">The body.</param>
/// <param name="Offsets">The position of each character, and the end; null: the text starts at <paramref name="Start"/>.</param>
/// <param name="Start">The start of the body in the whole text, if it has no escapes.</param>
internal sealed record PastedBody(string Text, IReadOnlyList<int>? Offsets, int Start = 0)
{
    /// <summary>Returns the whole text as a body.</summary>
    public static PastedBody OfWhole(string text) => new(text, null);

    /// <summary>Returns the position of a character of the body in the whole text.</summary>
    public int OffsetOf(int position) => Offsets is null ? Start + position : Offsets[Math.Min(position, Offsets.Count - 1)];
}
