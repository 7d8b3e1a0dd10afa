using System.Collections;
using System.Net.Http.Headers;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The headers of a response, including content headers. Names are compared without regard to case (RFC 9110, 5.1).</summary>
public sealed class ApiResponseHeaders : IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>
{
    private readonly HttpResponseHeaders _response;
    private readonly HttpContentHeaders? _content;

    internal ApiResponseHeaders(ReceivedHeaders received)
    {
        _response = received.Response;
        _content = received.Content;
        TimeZone = received.TimeZone;
    }

    /// <summary>The zone of dates and times without one that the options of the client name, or null.</summary>
    internal TimeZoneInfo? TimeZone { get; }

    /// <summary>The value of a header, several values joined by a comma and a space; null when the response does not have it.</summary>
    /// <param name="name">The header's name.</param>
    public string? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return ValueOf(_response, name) ?? ValueOf(_content, name);
        }
    }

    /// <summary>The values of a header in the order they came; empty when the response does not have it.</summary>
    /// <param name="name">The header's name.</param>
    public IReadOnlyList<string> GetValues(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(_response, name) ?? (_content is null ? null : Find(_content, name)) ?? [];
    }

    /// <summary>Enumerates names and values, with the content headers last.</summary>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator()
    {
        foreach (var header in Enumerate(_response))
            yield return header;
        if (_content is null)
            yield break;
        foreach (var header in Enumerate(_content))
            yield return header;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

#if NET8_0_OR_GREATER
    /// <summary>Returns the joined values of a header, or null.</summary>
    internal static string? ValueOf(HttpHeaders? headers, string name)
        => headers is not null && headers.NonValidated.TryGetValues(name, out var values) ? Join(values) : null;

    /// <summary>The values of a header, joined, or null.</summary>
    internal static string? Join(HeaderStringValues values) => values.Count switch
    {
        0 => null,
        1 => values.ToString(),

        // .NET joins some headers with a space.
        _ => JoinAll(values),
    };

    // String.Join would box the values, and native programs would be 3 KB larger.
    private static string JoinAll(HeaderStringValues values)
    {
        var text = new System.Text.StringBuilder();
        var separator = "";
        foreach (var value in values)
        {
            text.Append(separator).Append(value);
            separator = ", ";
        }

        return text.ToString();
    }

    private static string[]? Find(HttpHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : null;

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Enumerate(HttpHeaders headers)
    {
        foreach (var header in headers.NonValidated)
            yield return new(header.Key, [.. header.Value]);
    }
#else
    /// <summary>Returns the joined values of a header, or null.</summary>
    internal static string? ValueOf(HttpHeaders? headers, string name)
        => headers is not null && headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static string[]? Find(HttpHeaders headers, string name)
        => headers.TryGetValues(name, out var values) ? [.. values] : null;

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Enumerate(HttpHeaders headers)
    {
        foreach (var header in headers)
            yield return new(header.Key, [.. header.Value]);
    }
#endif
}
