using System.Text;
using ApiSpec.Testing.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiSpec.Testing.Responses;

/// <summary>The response of a stub.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Reason">The reason phrase after the status code.</param>
/// <param name="Headers">The headers, except the headers that the transport writes.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record StubResponse(int StatusCode, string Reason, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    // RFC 9110, sections 7.6.1 and 8.6: headers of one connection, or headers that follow from the sent body. Pages print decoded bodies.
    private static readonly string[] s_written =
    [
        "Connection", "Content-Encoding", "Content-Length", "Date", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    /// <summary>The body is made of values, or printed, so that it can be sent in another format of the same values. The string of a test cannot.</summary>
    public bool IsOfValues { get; init; }

    /// <summary>How long it is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>After how many bytes of the body the connection ends; null: after all of them, in good order.</summary>
    public int? TruncateAfter { get; init; }

    /// <summary>The connection ends before anything is answered.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Returns whether a response with the code can have a body (RFC 9110, section 6.4.1).</summary>
    public static bool HasBody(int statusCode) => statusCode is not (204 or 205 or 304);

    public static StubResponse OfText(int statusCode, string reason, string? contentType, string body)
        => new(statusCode, reason, contentType is null ? [] : [KeyValuePair.Create("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));

    public static IEnumerable<KeyValuePair<string, string>> WithoutTransport(IEnumerable<KeyValuePair<string, string>> headers)
        => headers.Where(static header => !s_written.Contains(header.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>The response without what HTTP cannot carry: pages print it, and specs can hold any text.</summary>
    public StubResponse ToSendable() => this with
    {
        Reason = FieldText.IsReason(Reason) ? Reason : ReasonPhrases.GetReasonPhrase(StatusCode),
        Headers = [.. Headers.Where(static header => FieldText.IsName(header.Key) && FieldText.IsValue(header.Value))],
        Body = HasBody(StatusCode) ? Body : default,
    };

    public bool Has(string header) => Headers.Any(other => other.Key.Equals(header, StringComparison.OrdinalIgnoreCase));

    public StubResponse With(string header, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };

    /// <summary>Returns the response with a header, which replaces headers with the same name.</summary>
    public StubResponse Replacing(string header, string value)
        => this with
        {
            Headers = [.. Headers.Where(other => !other.Key.Equals(header, StringComparison.OrdinalIgnoreCase)), KeyValuePair.Create(header, value)],
        };
}
