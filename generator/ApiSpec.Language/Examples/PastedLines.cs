namespace ApiSpec.Language.Examples;

/// <summary>The starts of the lines in a pasted text.</summary>
internal sealed class PastedLines(string text)
{
    private int[]? _starts;

    public (int Line, int Column) PositionOf(int offset)
    {
        // Computed on demand, because most texts have no diagnostic.
        _starts ??= Starts();
        var index = Array.BinarySearch(_starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line, offset - _starts[line]);
    }

    private int[] Starts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}
