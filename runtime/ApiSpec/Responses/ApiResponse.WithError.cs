using System.Runtime.CompilerServices;
using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The response of an operation that has no body to read on success.</summary>
/// <typeparam name="TError">The body of unsuccessful responses; <see cref="ApiRawBody"/> when the reference does not describe it.</typeparam>
/// <typeparam name="TStatus">The documented statuses of the operation.</typeparam>
public class ApiResponse<TError, TStatus> : ApiResponse, IApiStatusHolder<TStatus>
    where TError : class
    where TStatus : struct, Enum
{
    // The error, or the body of the row of the status.
    private readonly object? _error;

    internal ApiResponse(in ReceivedResponse received, ApiJson<TError>? error, ApiFailureBodies? failures, bool keepUndocumentedBody = true)
        : base(in received)
    {
        if (Meaning is { } meaning)
            Status = ToStatus(meaning.Value);

        if (IsSuccess)
        {
            if (keepUndocumentedBody && !IsDocumented)
                RawBody = received.RawBody;
            return;
        }

        RawBody = received.RawBody;
        // An error code of all operations does not determine the body. The row of the status does.
        if ((failures?.Find(Meaning?.Value ?? StatusCode) ?? (Meaning?.ErrorCode is null ? null : failures?.Find(StatusCode))) is { } own)
        {
            ErrorViolation = own(in received, out var body)?.Text;
            _error = body ?? RawBody as TError;
        }
        else if (error is null)
        {
            _error = RawBody;
        }
        else if (received.HasPossibleBody)
        {
            ErrorViolation = received.TryReadJson(error, out var value)?.Text;
            _error = value;
        }
    }

    private protected ApiResponse(in ReceivedResponse received)
        : base(in received)
    {
        if (Meaning is { } meaning)
            Status = ToStatus(meaning.Value);
    }

    private protected ApiResponse(in ReceivedResponse received, TError? error)
        : this(in received)
    {
        _error = error;
        RawBody = error as ApiRawBody ?? received.RawBody;
        if (error is null)
            ErrorViolation = "the body is empty";
    }

    /// <summary>
    /// The documented status, or the member with the value 0 for an undocumented code. <see cref="ApiResponse.StatusCode"/> always has the code.
    /// </summary>
    public TStatus Status { get; }

    /// <summary>
    /// The body of an unsuccessful response; null for a success, if nothing in the body fits the reference, and if the reference gives the status a body of its
    /// own, which <see cref="ApiResponse.TryGetBody{T}"/> returns.
    /// </summary>
    /// <remarks>
    /// If the body contradicts the reference, <see cref="ErrorViolation"/> says how, and this holds what fits: a member that is missing, null or of another
    /// type has the default of its type, so a required member can be null. <see cref="ApiResponse.RawBody"/> has the whole body.
    /// </remarks>
    public TError? Error => _error is null or TError ? (TError?)_error : RawBody as TError;

    /// <summary>
    /// How the body of an unsuccessful response contradicts the reference; null if it does not, for a success, and where HTTP allows no body (304, HEAD).
    /// </summary>
    public string? ErrorViolation { get; }

    /// <summary>Creates the response of a success without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a success of the operation.</exception>
    public static ApiResponse<TError, TStatus> Success(ApiOperation operation, TStatus status, IEnumerable<KeyValuePair<string, string>>? headers = null)
        => Success(operation, ToCode(status), headers);

    /// <summary>Creates the response of a success without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status code, documented or not.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a success of the operation.</exception>
    public static ApiResponse<TError, TStatus> Success(ApiOperation operation, int status, IEnumerable<KeyValuePair<string, string>>? headers = null)
        => new(ReceivedResponse.Invent(operation, status, true, headers));

    /// <summary>Creates the response of a failure without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status.</param>
    /// <param name="error">The body; null: one that could not be read.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <exception cref="ArgumentException">The status is not a failure of the operation.</exception>
    public static ApiResponse<TError, TStatus> Failure(
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
    public static ApiResponse<TError, TStatus> Failure(
        ApiOperation operation,
        int status,
        TError? error,
        IEnumerable<KeyValuePair<string, string>>? headers = null)
        => new(ReceivedResponse.Invent(operation, status, false, headers), error);

    /// <inheritdoc />
    public override ApiException CreateException() => new ApiException<TError>(this, RawBody, Error);

    private protected override object? FindBody() => _error;

    private protected static int ToCode(TStatus status)
        => Unsafe.SizeOf<TStatus>() == sizeof(int)
            ? Unsafe.As<TStatus, int>(ref status)
            : throw new InvalidOperationException(typeof(TStatus) + " is not an enumeration over int.");

    // The enum is based on int, like all generated enums. Reinterpreting it avoids boxing in every call.
    private static TStatus ToStatus(int value)
        => Unsafe.SizeOf<TStatus>() == sizeof(int)
            ? Unsafe.As<int, TStatus>(ref value)
            : throw new InvalidOperationException(typeof(TStatus) + " is not an enumeration over int.");
}
