namespace ApiSpec.Language.Examples;

/// <summary>The body of a pasted message, and where its characters are in the whole text.</summary>
/// <param name="Text">The body.</param>
/// <param name="Offsets">Where each of its characters is, and its end; null: the text begins at <paramref name="Start"/>.</param>
/// <param name="Start">Where the body begins in the whole text, if it has no escapes.</param>
internal sealed record PastedBody(string Text, IReadOnlyList<int>? Offsets, int Start = 0)
{
    /// <summary>A body that is the whole text.</summary>
    public static PastedBody OfWhole(string text) => new(text, null);

    /// <summary>Where a character of the body is in the whole text.</summary>
    public int OffsetOf(int position) => Offsets is null ? Start + position : Offsets[Math.Min(position, Offsets.Count - 1)];
}
