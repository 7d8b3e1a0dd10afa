using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>An operation of a fake whose success has a body.</summary>
/// <typeparam name="TBody">The body: a generated type, a string, or bytes.</typeparam>
/// <typeparam name="TError">The error body of the API, or bytes if it has no error body.</typeparam>
/// <typeparam name="TStatus">The status codes that the reference lists for the operation.</typeparam>
public sealed class FakeOperation<TBody, TError, TStatus> : FakeResponses<FakeOperation<TBody, TError, TStatus>, TError, TStatus>
    where TStatus : struct, Enum
{
    private readonly FakeDefinition _fake;
    private readonly FakeBody<TBody> _body;

    internal FakeOperation(ApiOperation operation, FakeDefinition fake, ResponseScript script, FakeBody<TError> error, FakeBody<TBody> body)
        : base(operation, fake, script, error)
    {
        _fake = fake;
        _body = body;
    }

    /// <summary>
    /// A body for tests that only change a few of its members: the printed body of a success, or a body from the schema and the seed if the reference prints
    /// none. <c>fake.Tasks.Get.Sample() with { Status = "failed" }</c> is a failed task.
    /// </summary>
    /// <exception cref="ApiJsonException">The printed body contradicts the contract.</exception>
    public TBody Sample() => _body.Read(_fake.SampleOf(Operation.Id));

    /// <summary>Responds to every request with a success and this body. If each status has its own body, the status is the one of this body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public FakeOperation<TBody, TError, TStatus> RespondWith(TBody body) => RespondWith(Body(body));

    /// <summary>Responds to every request with a status and a body.</summary>
    /// <param name="status">The status; <c>Undocumented</c>: a success that the reference does not list. A body of 204, 205 and 304 is not sent (RFC 9110,
    /// section 6.4.1).</param>
    /// <param name="body">The body.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 100 to 599.</exception>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public FakeOperation<TBody, TError, TStatus> RespondWith(TStatus status, TBody body) => RespondWith(Body(status, body));

    /// <summary>After the responses that were chosen before, responds to every request with a success and this body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public FakeOperation<TBody, TError, TStatus> Then(TBody body) => Then(Body(body));

    /// <summary>A response with the status of a success, for functions that choose between responses.</summary>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public FakeResponse Body(TBody body) => _body.Respond(null, body);

    /// <summary>A response with a status and a body.</summary>
    /// <param name="status">The status; <c>Undocumented</c>: a success that the reference does not list.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 100 to 599.</exception>
    /// <exception cref="ArgumentException">The body lacks what its contract requires.</exception>
    public FakeResponse Body(TStatus status, TBody body) => CodeOf(status, 2) is var code && IsInformational(code) ? Body(body) : _body.Respond(code, body);
}
