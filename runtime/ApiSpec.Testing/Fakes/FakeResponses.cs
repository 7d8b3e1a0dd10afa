using System.ComponentModel;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing;

/// <summary>
/// The responses of an operation of a fake. <c>RespondWith</c> replaces all responses that were chosen before. <c>Then</c> adds a response after the others.
/// The last response is repeated.
/// </summary>
/// <typeparam name="TSelf">The operation.</typeparam>
/// <typeparam name="TError">The API's error body.</typeparam>
/// <typeparam name="TStatus">The status codes that the reference lists for the operation.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FakeResponses<TSelf, TError, TStatus> : FakeOperation
    where TSelf : FakeResponses<TSelf, TError, TStatus>
    where TStatus : struct, Enum
{
    private readonly FakeBody<TError> _error;
    private readonly Dictionary<int, object> _failures = [];
    private readonly TimeZoneInfo? _timeZone;

    private protected FakeResponses(ApiOperation operation, IFakeRequests requests, ResponseScript script, FakeBody<TError> error)
        : base(operation, requests, script)
    {
        _error = error;
        _timeZone = requests.TimeZone;
    }

    /// <summary>
    /// Responds to every request with a status. A success has the printed body or a sample body. A failure has the error body that the reference describes for
    /// the status.
    /// </summary>
    /// <param name="status">
    /// The status. <c>Undocumented</c>: 418, or if the reference lists that, another failure that it does not list. A particular code that the reference does
    /// not list is written as <c>(TStatus)503</c>. An informational status (1xx) precedes the documented response.
    /// </param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 100 to 599.</exception>
    public TSelf RespondWith(TStatus status) => RespondWith(Status(status));

    /// <summary>Responds to every request with this response.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public TSelf RespondWith(FakeResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return RespondWith(_ => response);
    }

    /// <summary>
    /// Responds to every request with the result of a function. The function can use the request and keep state. Several requests can call it at the same time.
    /// </summary>
    /// <param name="response">Returns the response. An exception becomes status 500 and is the <see cref="ReceivedRequest.Violation"/> of the request.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public TSelf RespondWith(Func<ReceivedRequest, FakeResponse> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        Script.Clear();
        Script.Add(response);
        return (TSelf)this;
    }

    /// <summary>Responds to every request with an unsuccessful status and a body.</summary>
    /// <param name="status">The status; <c>Undocumented</c>: a failure that the reference does not list.</param>
    /// <param name="error">The body.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public TSelf FailWith(TStatus status, TError error) => RespondWith(Error(status, error));

    /// <summary>Responds to every request with an unsuccessful status that has a separate body in the reference.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <typeparam name="T">The documented type of the body of the status.</typeparam>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">The reference gives the status another body, or the body lacks what its contract requires.</exception>
    public TSelf FailWith<T>(TStatus status, T body) => RespondWith(Error(status, body));

    /// <summary>Describes a failure that has a separate body. For generated code.</summary>
    /// <param name="status">The value of the status.</param>
    /// <param name="json">The contract of the body.</param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <returns>The operation.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TSelf WithFailure<T>(int status, ApiJson<T> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _failures.Add(status, new FakeBody<T>((code, body) => FakeResponse.Json(code!.Value, json, body), reply => json.Parse(reply.Body.Span), _timeZone));
        return (TSelf)this;
    }

    /// <summary>After the responses that were chosen before, responds to every request with a status.</summary>
    /// <param name="status">The status, as <see cref="RespondWith(TStatus)"/> takes it.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 100 to 599.</exception>
    public TSelf Then(TStatus status) => Then(Status(status));

    /// <summary>After the responses that were chosen before, responds to every request with this response.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public TSelf Then(FakeResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Then(_ => response);
    }

    /// <summary>After the responses that were chosen before, responds to every request with the result of a function.</summary>
    /// <param name="response">Returns the response.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public TSelf Then(Func<ReceivedRequest, FakeResponse> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        Script.Add(response);
        return (TSelf)this;
    }

    /// <summary>Delays the response that was chosen last. <see cref="FakeOptions.TimeProvider"/> measures the delay.</summary>
    /// <param name="delay">How long.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public TSelf After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Change(response => response.After(delay));
    }

    /// <summary>Ends the connection within the body of the response that was chosen last.</summary>
    /// <param name="bytes">How many bytes of the body arrive.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public TSelf TruncatedAfter(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Change(response => response.TruncatedAfter(bytes));
    }

    /// <summary>Sets the Content-Type header of the response that was chosen last, independently of its body.</summary>
    /// <param name="contentType">The header's value.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contentType"/> is null.</exception>
    public TSelf WithContentType(string contentType) => WithHeader("Content-Type", contentType);

    /// <summary>Adds a header to the response that was chosen last. It replaces headers with the same name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is not a token (RFC 9110, section 5.1), or <paramref name="value"/> contains a control character or an unpaired surrogate.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TSelf WithHeader(string name, string value)
    {
        FieldText.ThrowIfUnsendable(name, value);
        return Change(response => response.WithHeader(name, value));
    }

    /// <summary>A response with a status, for functions that choose between responses.</summary>
    /// <param name="status">The status, as <see cref="RespondWith(TStatus)"/> takes it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 100 to 599.</exception>
    public FakeResponse Status(TStatus status) => ValueOf(status) is var value && IsInformational(CodeOf(status)) ? FakeResponse.Documented
        : Operation.Statuses.Any(row => row.Value == value) ? FakeResponse.OfValue(value) : FakeResponse.Status(value);

    /// <summary>Creates a response with an unsuccessful status and a body.</summary>
    /// <param name="status">The status; <c>Undocumented</c>: a failure that the reference does not list.</param>
    /// <param name="error">The body.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public FakeResponse Error(TStatus status, TError error)
        => (_failures.TryGetValue(ValueOf(status), out var own)
            ? (own as FakeBody<TError> ?? (typeof(TError) == typeof(byte[]) ? _error : throw Mismatch(status))).Respond(CodeOf(status), error)
            : _error.Respond(CodeOf(status), error)).WithMessageOf(ValueOf(status));

    /// <summary>Creates a response with an unsuccessful status that has a separate body in the reference.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <typeparam name="T">The documented type of the body of the status.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">The reference gives the status another body, or the body lacks what its contract requires.</exception>
    public FakeResponse Error<T>(TStatus status, T body)
        => _failures.GetValueOrDefault(ValueOf(status)) is FakeBody<T> own
            ? own.Respond(CodeOf(status), body).WithMessageOf(ValueOf(status))
            : throw Mismatch(status);

    /// <summary>The code that a response with the status has.</summary>
    /// <param name="status">The status. Undocumented: a code that the reference does not list.</param>
    /// <param name="hundreds">The first digit of that code: 2 for a success.</param>
    private protected int CodeOf(TStatus status, int hundreds = 4)
    {
        var value = ValueOf(status, hundreds);
        var code = Operation.Statuses.FirstOrDefault(row => row.Value == value)?.Code ?? value;
        return code < 100 ? code * 100 : code;
    }

    private int ValueOf(TStatus status, int hundreds = 4)
        => Convert.ToInt32(status, System.Globalization.CultureInfo.InvariantCulture) is not 0 and var value ? value : UndocumentedCode(hundreds);

    // RFC 9110, section 15.2: informational responses precede the final one, and clients only use the final one.
    private protected static bool IsInformational(int code) => code is >= 100 and < 200;

    private int UndocumentedCode(int hundreds)
        // 418 has no meaning in any API that does not document it (RFC 9110, section 15.5.19).
        => Enumerable.Range(hundreds * 100, 100).Reverse().Prepend(hundreds == 4 ? 418 : hundreds * 100 + 99)
            .FirstOrDefault(code => StubResponse.HasBody(code) && Operation.FindStatus(code) is null, hundreds == 2 ? 299 : 418);

    private ArgumentException Mismatch(TStatus status)
        => new(
            $"{Operation} has another body for {CodeOf(status)}"
            + $"{(_failures.TryGetValue(ValueOf(status), out var own) ? ": " + own.GetType().GenericTypeArguments[0].Name : "")}. "
            + "Pass that body, or send any text with FakeResponse.Json.",
            nameof(status));

    private TSelf Change(Func<FakeResponse, FakeResponse> change)
    {
        Script.Change(change);
        return (TSelf)this;
    }
}
