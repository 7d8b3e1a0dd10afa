using ApiSpec.Json;

namespace ApiSpec;

/// <summary>JSON is malformed, or contradicts its contract.</summary>
/// <remarks>The message has the position and the kind of value, but never the content of strings.</remarks>
public sealed class ApiJsonException : Exception
{
    private readonly string _problem;
    private readonly string? _member;

    /// <summary>Reports that the current value of the reader contradicts the contract. For contracts written by hand.</summary>
    /// <param name="problem">The expected and the actual value, as the end of a sentence without its full stop.</param>
    /// <param name="offset">The start of the value: <c>Utf8JsonReader.TokenStartIndex</c>.</param>
    public ApiJsonException(string problem, long offset)
        : this(problem, offset, member: null)
    {
    }

    internal ApiJsonException(string problem, long offset, string? member = null, bool isOfUnicode = false)
        : base(problem)
    {
        IsOfUnicode = isOfUnicode;
        _problem = problem;
        _member = member;
        Offset = offset;
    }

    /// <summary>Place and problem, such as <c>$.data[3].name: a string was expected, null was found</c>.</summary>
    public override string Message => Path is null ? _problem : Path + ": " + _problem;

    /// <summary>The place in the JSON text, such as <c>$.data[3].name</c>; null until the whole text is known.</summary>
    public string? Path { get; private set; }

    internal long Offset { get; }

    /// <summary>Whether the only error is a string or name with invalid Unicode.</summary>
    internal bool IsOfUnicode { get; }

    internal void Locate(ReadOnlySpan<byte> utf8, int maxDepth) => Locate(utf8, Offset, maxDepth);

    internal void Locate(ReadOnlySpan<byte> utf8, long offset, int maxDepth)
        => Path ??= JsonPath.Find(utf8, offset, maxDepth) + (_member is null ? "" : JsonPath.Step(_member));

    /// <summary>Puts the path of a part of the text before the path within that part.</summary>
    internal void Prefix(string path) => Path = Path!.Remove(0, 1).Insert(0, path);
}
