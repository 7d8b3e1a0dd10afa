using System.Globalization;
using System.Text;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Loading;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiSpec.Testing.Recording;

/// <summary>Recorded exchanges as the examples that a reference could have printed.</summary>
internal static class RecordedExamples
{
    /// <summary>The exchanges of a recording that belong to an operation, each as an example.</summary>
    /// <param name="apis">The specs.</param>
    /// <param name="exchanges">The recording.</param>
    public static IEnumerable<(Exchange Exchange, StubOperation Operation, ExampleDeclaration Example)> Of(
        IEnumerable<StubApi> apis, IEnumerable<Exchange> exchanges)
    {
        var router = new ExchangeRouter(apis);
        foreach (var exchange in exchanges)
        {
            var body = Encoding.UTF8.GetBytes(exchange.RequestBody ?? "");
            if (router.Find(exchange.Method, new Uri(exchange.Url), exchange.RequestHeaders, body) is var (operation, target))
                yield return (exchange, operation, Declare(exchange, target));
        }
    }

    private static ExampleDeclaration Declare(Exchange exchange, string target) => new()
    {
        Title = exchange.Started == default ? null : exchange.Started.ToString("u", CultureInfo.InvariantCulture),
        RequestHeader = exchange.Method + " " + target + " HTTP/1.1" + Lines(exchange.RequestHeaders, exchange.RequestBody),
        RequestBody = exchange.RequestBody,
        ResponseHeader = "HTTP/1.1 " + exchange.StatusCode.ToString(CultureInfo.InvariantCulture) + ReasonOf(exchange)
            + Lines(exchange.ResponseHeaders, exchange.ResponseBody),
        ResponseBody = exchange.ResponseBody,
        Pointer = "",
    };

    // The phrase of HTTP says no more than the code.
    private static string ReasonOf(Exchange exchange)
        => exchange.Reason.Length == 0 || exchange.Reason.Equals(ReasonPhrases.GetReasonPhrase(exchange.StatusCode), StringComparison.OrdinalIgnoreCase)
            ? ""
            : " " + exchange.Reason;

    private static string Lines(IReadOnlyList<KeyValuePair<string, string>> headers, string? body)
        => string.Concat(headers.Select(header => "\n" + header.Key + ": " + (body is null ? header.Value : InUtf8(header))));

    // A recording has text. When it is sent again, it is in UTF-8, whatever the server sent and XML declares.
    private static string InUtf8(KeyValuePair<string, string> header)
    {
        if (!header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || !MediaTypeHeaderValue.TryParse(header.Value, out var type)
            || !(type.Charset.HasValue || BodyFormats.IsXml(type.MediaType.Value)))
            return header.Value;
        type.Charset = "utf-8";
        return type.ToString();
    }
}
