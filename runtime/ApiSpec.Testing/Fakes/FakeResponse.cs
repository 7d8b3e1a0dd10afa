using System.Text;
using ApiSpec.Generated;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing;

/// <summary>One response of a fake, with transport errors if you want. Immutable: each method returns another response.</summary>
public sealed class FakeResponse
{
    private readonly Func<ResponseContext, StubResponse> _make;

    private FakeResponse(Func<ResponseContext, StubResponse> make) => _make = make;

    /// <summary>The default response: the printed response, the documented 404, or a value from the schema.</summary>
    public static FakeResponse Documented { get; } = new(static context => context.Documented.Respond(context.Request, context.Operation));

    /// <summary>No response: the connection ends as soon as the request has arrived.</summary>
    public static FakeResponse ConnectionDropped { get; } = new(static _ => new StubResponse(0, "", [], default) { IsDropped = true });

    /// <summary>
    /// A status with its printed message. A success has the printed body, or a body from the schema; a failure has the API's error
    /// body with the description that the status table gives.
    /// </summary>
    /// <param name="statusCode">The status code, documented or not.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 200 to 599.</exception>
    public static FakeResponse Status(int statusCode)
    {
        Check(statusCode);
        return new(context => context.Documented.OfStatus(context.Request, context.Operation, statusCode));
    }

    /// <summary>A documented outcome, or a status that the reference does not list.</summary>
    /// <param name="value">The value of the outcome, or the status code.</param>
    internal static FakeResponse OfValue(int value) => new(context => context.Documented.OfValue(context.Request, context.Operation, value));

    /// <summary>
    /// The same response with the printed message of a row of the status table, which distinguishes rows with the same code.
    /// </summary>
    internal FakeResponse WithMessageOf(int value) => new(context =>
    {
        var response = _make(context);
        return context.Operation.Outcomes.OfValue(value)?.Message is { } message ? response with { Reason = message } : response;
    });

    /// <summary>A JSON text.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="json">The text. It is sent unchanged, even if it is invalid.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static FakeResponse Json(int statusCode, string json) => Text(statusCode, json, "application/json");

    /// <summary>A value as JSON. Dates and times are written in <see cref="FakeOptions.TimeZone"/> of the fake that sends it.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="json">The contract of its type: <c>ActionObject.Json</c>.</param>
    /// <param name="body">The value.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">The value lacks what its contract requires.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static FakeResponse Json<T>(int statusCode, ApiJson<T> json, T body)
    {
        ArgumentNullException.ThrowIfNull(json);
        // Now, so that a fault is thrown in the test and not in the request.
        var bytes = json.ToUtf8Bytes(body);
        var response = Bytes(statusCode, bytes, "application/json");
        return new(context => response.ToResponse(context) with
        {
            Body = context.Request.TimeZone is { } zone ? Write(json, body, zone) : bytes, IsOfValues = true,
        });
    }

    /// <summary>A string, in UTF-8.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="text">The text.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FakeResponse Text(int statusCode, string text, string contentType = "text/plain; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Bytes(statusCode, Encoding.UTF8.GetBytes(text), contentType);
    }

    /// <summary>Bytes.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="contentType"/> is null.</exception>
    public static FakeResponse Bytes(int statusCode, ReadOnlyMemory<byte> body, string contentType)
    {
        Check(statusCode);
        ArgumentNullException.ThrowIfNull(contentType);
        return new(context => new StubResponse(
            statusCode, DocumentedResponses.Reason(context.Operation, statusCode), [KeyValuePair.Create("Content-Type", contentType)], body));
    }

    /// <summary>The same response after a delay, which <see cref="FakeOptions.TimeProvider"/> measures.</summary>
    /// <param name="delay">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public FakeResponse After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Change(reply => reply with { Delay = reply.Delay + delay });
    }

    /// <summary>The same response, but the connection ends within its body.</summary>
    /// <param name="bytes">How many bytes of the body arrive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public FakeResponse TruncatedAfter(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Change(reply => reply with { TruncateAfter = bytes });
    }

    /// <summary>The same response with another Content-Type header, whatever its body is.</summary>
    /// <param name="contentType">The header's value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="contentType"/> is null.</exception>
    public FakeResponse WithContentType(string contentType) => WithHeader("Content-Type", contentType);

    /// <summary>The same response with a header, which replaces headers with the same name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is not a token (RFC 9110, section 5.1), or <paramref name="value"/> contains a control character or an unpaired surrogate.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FakeResponse WithHeader(string name, string value)
    {
        FieldText.ThrowIfUnsendable(name, value);
        return Change(reply => reply.Replacing(name, value));
    }

    /// <summary>The same response, with the members that say that the call succeeded, if its body lacks them.</summary>
    internal FakeResponse Succeeding() => new(context => DocumentedResponses.Succeeding(_make(context), context.Operation));

    internal StubResponse ToResponse(ResponseContext context) => _make(context);

    private static byte[] Write<T>(ApiJson<T> json, T body, TimeZoneInfo zone)
    {
        using var localTime = ApiLocalTime.Begin(zone);
        return json.ToUtf8Bytes(body);
    }

    private static void Check(int statusCode)
    {
        if (statusCode is < 200 or > 599)
            throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "The status code of a response must be from 200 to 599.");
    }

    private FakeResponse Change(Func<StubResponse, StubResponse> change) => new(context => change(_make(context)));
}
