using System.Runtime.CompilerServices;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The answer of an operation that has no body to read on success.</summary>
/// <typeparam name="TError">The body of unsuccessful answers; <see cref="ApiRawBody"/> when the reference does not describe it.</typeparam>
/// <typeparam name="TStatus">The operation's status codes; the value of each member is the code.</typeparam>
public class ApiResponse<TError, TStatus> : ApiResponse, IApiStatusHolder<TStatus>
    where TError : class
    where TStatus : struct, Enum
{
    internal ApiResponse(ReceivedResponse received, ApiJson<TError>? error, bool keepUndocumentedBody = true)
        : base(received)
    {
        if (IsDocumented)
            Status = ToStatus(StatusCode);

        if (IsSuccess)
        {
            if (keepUndocumentedBody && !IsDocumented)
                RawBody = received.RawBody;
            return;
        }

        RawBody = received.RawBody;
        if (error is null)
            Error = (TError)(object)RawBody;
        else
            ErrorViolation = received.TryReadJson(error, out var value) is { } violation ? violation.Text : Keep(value);
    }

    /// <summary>The documented status; the member with the value 0 when the reference does not list the code. <see cref="ApiResponse.StatusCode"/> always tells the code.</summary>
    public TStatus Status { get; }

    /// <summary>The body of an unsuccessful answer; null for a success, and when the body could not be read as the reference describes it.</summary>
    public TError? Error { get; private set; }

    /// <summary>Why <see cref="Error"/> could not be read; null when it could, and for a success.</summary>
    public string? ErrorViolation { get; }

    internal override ApiException CreateException() => new ApiException<TError>(this, RawBody, Error);

    private string? Keep(TError? value)
    {
        Error = value;
        return null;
    }

    // An enum over int, as all that are generated: reinterpreting it spares a box for every call.
    private static TStatus ToStatus(int code)
        => Unsafe.SizeOf<TStatus>() == sizeof(int)
            ? Unsafe.As<int, TStatus>(ref code)
            : throw new InvalidOperationException(typeof(TStatus) + " is not an enumeration over int.");
}
