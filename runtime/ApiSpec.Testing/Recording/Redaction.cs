using System.Text;

namespace ApiSpec.Testing.Recording;

/// <summary>A part of a text that a recording does not show.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Replacement">The text in its place.</param>
internal readonly record struct Redaction(int Start, int End, string Replacement)
{
    /// <summary>The text in place of a secret. In an example it stands for any value.</summary>
    public const string Placeholder = "<secret>";

    /// <summary>The text with its parts replaced. Characters outside of them stay as they are.</summary>
    public static string Apply(string text, List<Redaction> redactions)
    {
        if (redactions.Count == 0)
            return text;
        // Of parts with the same start, the longest comes first: the others are in it.
        redactions.Sort(static (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (start, end, replacement) in redactions)
        {
            // A part that overlaps with the one before it belongs to its placeholder.
            if (start >= copied)
                masked.Append(text, copied, start - copied).Append(replacement);
            copied = Math.Max(copied, end);
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }
}
