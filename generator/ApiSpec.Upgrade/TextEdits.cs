namespace ApiSpec.Upgrade;

/// <summary>Replacements in a text that are applied together, so that everything else keeps its layout and comments.</summary>
internal sealed class TextEdits(string text)
{
    private readonly SortedList<int, (int End, string Replacement)> _edits = [];

    /// <summary>Replaces a part of the text. Parts must not overlap.</summary>
    public void Replace(int start, int end, string replacement) => _edits[start] = (end, replacement);

    /// <summary>Returns the text with all replacements.</summary>
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
