using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The response of an operation whose success has a body.</summary>
/// <typeparam name="TBody">The body of a success.</typeparam>
/// <typeparam name="TError">The body of unsuccessful responses; <see cref="ApiRawBody"/> when the reference does not describe it.</typeparam>
/// <typeparam name="TStatus">The documented statuses of the operation.</typeparam>
public sealed class ApiResponse<TBody, TError, TStatus> : ApiResponse<TError, TStatus>
    where TError : class
    where TStatus : struct, Enum
{
    internal ApiResponse(in ReceivedResponse received, ApiJson<TError>? error, ApiCall<TBody, TError, TStatus> call)
        : base(in received, error, call.Failures, keepUndocumentedBody: false)
    {
        if (!IsSuccess)
            return;

        var violation = call.TryReadBody(in received, out var body, out var raw);
        if (violation is null)
        {
            Body = body;
            HasBody = true;
            RawBody = raw ?? (received.KeepsRawBody ? received.WholeBody : null);
        }
        else if (received.MayLackBody)
        {
            RawBody = received.RawBody;
        }
        else
        {
            throw received.CreateContractException(violation);
        }
    }

    private ApiResponse(in ReceivedResponse received, TBody body)
        : base(in received)
    {
        Body = body;
        HasBody = true;
        RawBody = body as ApiRawBody;
    }

    private ApiResponse(in ReceivedResponse received, TError? error)
        : base(in received, error)
    {
    }

    /// <summary>The body of a success; null for a failure, and for a success whose status allows none (204, 205, redirects).</summary>
    public TBody? Body { get; }

    private bool HasBody { get; }

    /// <summary>Creates the response of a success without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a success of the operation, or the body is null.</exception>
    public static ApiResponse<TBody, TError, TStatus> Success(
        ApiOperation operation,
        TStatus status,
        TBody body,
        IEnumerable<KeyValuePair<string, string>>? headers = null)
        => Success(operation, ToCode(status), body, headers);

    /// <summary>Creates the response of a success without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status code, documented or not.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a success of the operation, or the body is null.</exception>
    public static ApiResponse<TBody, TError, TStatus> Success(
        ApiOperation operation,
        int status,
        TBody body,
        IEnumerable<KeyValuePair<string, string>>? headers = null)
        => new(ReceivedResponse.Invent(operation, status, true, headers), body is null ? throw new ArgumentNullException(nameof(body)) : body);

    /// <summary>Creates the response of a failure without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status.</param>
    /// <param name="error">The body; null: one that could not be read.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a failure of the operation.</exception>
    public static new ApiResponse<TBody, TError, TStatus> Failure(
        ApiOperation operation,
        TStatus status,
        TError? error,
        IEnumerable<KeyValuePair<string, string>>? headers = null)
        => Failure(operation, ToCode(status), error, headers);

    /// <summary>Creates the response of a failure without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status code, documented or not.</param>
    /// <param name="error">The body; null: one that could not be read.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a failure of the operation.</exception>
    public static new ApiResponse<TBody, TError, TStatus> Failure(
        ApiOperation operation,
        int status,
        TError? error,
        IEnumerable<KeyValuePair<string, string>>? headers = null)
        => new(ReceivedResponse.Invent(operation, status, false, headers), error);

    /// <summary>The body of a successful response; null where the reference lists the status as a result without a body (204, 205, redirects).</summary>
    /// <exception cref="ApiException">The status is a failure.</exception>
    /// <exception cref="ApiContractException">The status is a success that came without a body, and the reference does not say that it may.</exception>
    public new TBody EnsureSuccess()
    {
        base.EnsureSuccess();
        return HasBody || MayLackBody
            ? Body!
            : throw ApiContractException.OfMissingBody(Operation, StatusCode, RawBody);
    }

    private protected override object? FindBody() => HasBody ? Body : base.FindBody();
}
