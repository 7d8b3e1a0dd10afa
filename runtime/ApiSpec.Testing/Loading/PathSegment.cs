using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>A segment of a path template, and its place in the order of templates.</summary>
internal sealed class PathSegment(List<PathPart> parts, Func<string, bool> allowsSlashes) : IComparable<PathSegment>
{
    private readonly int _rank = parts.Exists(part => part.IsPlaceholder && allowsSlashes(part.Text)) ? 3
        : !parts.Exists(static part => part.IsPlaceholder) ? 0
        : parts.Count > 1 ? 1
        : 2;

    private readonly string _text = string.Concat(parts.Select(static part => part.IsPlaceholder ? "\uffff" : PathText.Normalize(part.Text)));
    private readonly int _placeholders = parts.Count(static part => part.IsPlaceholder);

    /// <summary>The text of a segment without placeholders, with its delimiters decoded; null: it has placeholders.</summary>
    public string? FixedText => _rank == 0 ? PathText.DecodeDelimiters(_text) : null;

    /// <summary>Whether it can span several segments of a path.</summary>
    public bool AllowsSlashes => _rank == 3;

    private int Literals => _text.Length - _placeholders;

    public int CompareTo(PathSegment? other)
    {
        if (other is null)
            return -1;
        if (_rank.CompareTo(other._rank) is not 0 and var rank)
            return rank;
        // Two fixed segments never fit the same path, so their length does not matter.
        if (_rank > 0 && other.Literals.CompareTo(Literals) is not 0 and var literals)
            return literals;
        return _placeholders.CompareTo(other._placeholders) is not 0 and var placeholders ? placeholders : string.CompareOrdinal(_text, other._text);
    }
}
