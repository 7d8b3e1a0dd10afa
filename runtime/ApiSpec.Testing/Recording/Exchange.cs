namespace ApiSpec.Testing.Recording;

/// <summary>A request and the response to it, as a recording has them.</summary>
internal sealed record Exchange
{
    public required DateTimeOffset Started { get; init; }

    public TimeSpan Elapsed { get; init; }

    public required string Method { get; init; }

    /// <summary>The whole URL, escaped.</summary>
    public required string Url { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; } = [];

    /// <summary>The body as text; null: there is none, or it is not recorded.</summary>
    public string? RequestBody { get; init; }

    /// <summary>Why the body of the request is not recorded; null: it is, or there is none.</summary>
    public string? RequestNote { get; init; }

    public required int StatusCode { get; init; }

    /// <summary>The reason phrase; empty: none, as in HTTP/2.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; init; } = [];

    /// <summary>The body as text; null: there is none, or it is not recorded.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>Why the body of the response is not recorded; null: it is, or there is none.</summary>
    public string? ResponseNote { get; init; }

    /// <summary>The line of the request in the file, from 0.</summary>
    public int RequestLine { get; init; }

    /// <summary>The line of the response in the file, from 0.</summary>
    public int ResponseLine { get; init; }

    public static string? Find(IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        foreach (var header in headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }
}
