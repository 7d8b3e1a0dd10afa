using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>The request of an example.</summary>
/// <param name="Method">The method; null: the example does not print it.</param>
/// <param name="Segments">The segments of the path.</param>
internal sealed record PrintedCall(string? Method, IReadOnlyList<string> Segments)
{
    /// <summary>Returns the request of a message or command; null: it does not have one.</summary>
    public static PrintedCall? Of(HttpHead? head)
    {
        if (head?.Target is not { } target)
            return null;
        var path = PrintedPath.WithoutAuthority(target).Text;
        var end = path.IndexOfAny(['?', '#', '"', '\'']);
        return new PrintedCall(head.Method?.Text.ToUpperInvariant(), [.. (end < 0 ? path : path[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>Whether the call is one of a request line, with values in place of its placeholders. A base path can be before the printed one.</summary>
    public bool Calls(RequestLine line) => (Method is null || Method == line.HttpMethod) && EndsWith(line);

    /// <summary>Whether the call is one of a request line without a base path.</summary>
    public bool CallsWhole(RequestLine line) => line.Pieces.Count == Segments.Count && Calls(line);

    /// <summary>Whether the path ends with the path of a request line. Values before it belong to another operation, and not to a base path:
    /// <c>/rooms/7/racks</c>.</summary>
    public bool EndsWith(RequestLine line)
        => line.Pieces.Count <= Segments.Count && !Segments.Take(Segments.Count - line.Pieces.Count).Where(IsValue).Any()
            && line.Pieces.Zip(Segments.Skip(Segments.Count - line.Pieces.Count)).All(static pair
            => pair.First.IsPlaceholder || pair.First.Name == pair.Second);

    // '/rest/api/2/racks' has a version.
    private bool IsValue(string segment, int index)
        => PathValue.Is(segment) && !(index > 0 && Segments[index - 1] is "api" or "rest" or "version"
            && segment.All(char.IsAsciiDigit));
}
