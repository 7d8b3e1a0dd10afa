namespace ApiSpec.Upgrade;

/// <summary>Replacements in a text, applied together, so that all that is not replaced keeps its layout and comments.</summary>
internal sealed class TextEdits(string text)
{
    private readonly SortedList<int, (int End, string Replacement)> _edits = [];

    /// <summary>Replaces a stretch of the text. Stretches do not overlap.</summary>
    public void Replace(int start, int end, string replacement) => _edits[start] = (end, replacement);

    /// <summary>The text with all replacements.</summary>
    public string Apply()
    {
        var result = new System.Text.StringBuilder(text.Length);
        var position = 0;
        foreach (var (start, (end, replacement)) in _edits)
        {
            if (start < position)
                continue;
            result.Append(text, position, start - position).Append(replacement);
            position = end;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
