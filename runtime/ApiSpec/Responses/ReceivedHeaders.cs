using System.Net.Http.Headers;

namespace ApiSpec.Transport;

/// <summary>The headers of a response, until the program asks for them.</summary>
/// <param name="response">The headers of the message.</param>
/// <param name="content">The headers of its content, or null.</param>
/// <param name="timeZone">The zone of dates and times without one that the options of the client name, or null.</param>
internal sealed class ReceivedHeaders(HttpResponseHeaders response, HttpContentHeaders? content, TimeZoneInfo? timeZone)
{
    public HttpResponseHeaders Response => response;

    public HttpContentHeaders? Content => content;

    public TimeZoneInfo? TimeZone => timeZone;

    /// <summary>The headers of a response without a server.</summary>
    public static ReceivedHeaders Of(IEnumerable<KeyValuePair<string, string>>? headers)
    {
        using var response = new HttpResponseMessage();
        using var content = new ByteArrayContent([]);
        foreach (var header in headers ?? [])
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return new ReceivedHeaders(response.Headers, content.Headers, null);
    }
}
