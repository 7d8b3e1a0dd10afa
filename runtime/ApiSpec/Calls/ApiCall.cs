using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Converts the received response of an operation to a typed one. For generated code.</summary>
/// <typeparam name="TResponse">The response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiCall<TResponse>
    where TResponse : ApiResponse
{
    private ResponseReader<TResponse>? _reader;

    private protected ApiCall(ApiOperation operation, string accept)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation = operation;
        Accept = accept;
    }

    /// <summary>The operation that is called.</summary>
    public ApiOperation Operation { get; }

    internal string Accept { get; }

    /// <summary>Whether the body of a documented success is read at all.</summary>
    internal abstract bool ReadsBody { get; }

    /// <summary>Whether the body of a success is returned unread.</summary>
    internal virtual BodyStreaming? Streaming => null;

    /// <summary>Whether a success with a status code is a file or plain text, and so can be JSON of any form.</summary>
    internal virtual bool MayBeAnything(int statusCode) => false;

    /// <summary>Creates the whole response from a received one.</summary>
    internal ResponseReader<TResponse> Reader => _reader ??= new ResponseReader(this);

    internal abstract TResponse CreateResponse(in ReceivedResponse received);

    private sealed class ResponseReader(ApiCall<TResponse> call)
        : ResponseReader<TResponse>(call.Operation, call.Accept, call.ReadsBody, call.Streaming)
    {
        public override bool MayBeAnything(int statusCode) => call.MayBeAnything(statusCode);

        public override TResponse Read(in ReceivedResponse received, out Exception? failure)
        {
            failure = null;
            return call.CreateResponse(in received);
        }
    }
}

/// <summary>A call whose success has no body. For generated code.</summary>
/// <typeparam name="TResponse">The response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiEmptyCall<TResponse> : ApiCall<TResponse>
    where TResponse : ApiResponse
{
    private protected ApiEmptyCall(ApiOperation operation, string accept)
        : base(operation, accept)
    {
    }

    internal sealed override bool ReadsBody => false;
}

/// <summary>A call whose success has a body. For generated code.</summary>
/// <typeparam name="TBody">The body.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiBodyCall<TBody, TResponse> : ApiCall<TResponse>
    where TResponse : ApiResponse
{
    private ResponseReader<TBody>? _reader;

    private protected ApiBodyCall(ApiOperation operation, string accept)
        : base(operation, accept)
    {
    }

    internal sealed override bool ReadsBody => true;

    /// <summary>Reads only the body of a success, without creating a response.</summary>
    internal ResponseReader<TBody> BodyReader => _reader ??= new SuccessReader(this);

    internal abstract TBody EnsureSuccess(TResponse response);

    /// <summary>Returns the body of a success, and throws the exception of the call otherwise.</summary>
    internal virtual TBody? ReadBody(in ReceivedResponse received, out Exception? failure)
    {
        var response = CreateResponse(in received);
        failure = response.IsSuccess ? null : response.CreateException();
        return failure is null ? EnsureSuccess(response) : default;
    }

    private sealed class SuccessReader(ApiBodyCall<TBody, TResponse> call)
        : ResponseReader<TBody>(call.Operation, call.Accept, call.ReadsBody, call.Streaming)
    {
        public override bool MayBeAnything(int statusCode) => call.MayBeAnything(statusCode);

        public override TBody? Read(in ReceivedResponse received, out Exception? failure) => call.ReadBody(in received, out failure);
    }
}

/// <summary>A call whose success has no body. For generated code.</summary>
/// <typeparam name="TError">The body of unsuccessful responses.</typeparam>
/// <typeparam name="TStatus">The operation's status codes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCall<TError, TStatus> : ApiEmptyCall<ApiResponse<TError, TStatus>>
    where TError : class
    where TStatus : struct, Enum
{
    private readonly ApiJson<TError>? _error;
    private readonly ApiFailureBodies? _failures;

    /// <summary>Describes the call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="error">The contract of error bodies; null when <typeparamref name="TError"/> is <see cref="ApiRawBody"/>.</param>
    /// <param name="failures">The failures with a separate body, or null.</param>
    public ApiCall(ApiOperation operation, ApiJson<TError>? error, ApiFailureBodies? failures = null)
        : base(operation, error?.Format?.Accept ?? AcceptedTypes.Json)
    {
        _error = ApiCall.CheckError(error);
        _failures = failures;
    }

    internal override ApiResponse<TError, TStatus> CreateResponse(in ReceivedResponse received)
        => received.UnknownSuccess is { } violation ? throw received.CreateContractException(violation) : new(in received, _error, _failures);
}

/// <summary>A call whose success has a body. For generated code.</summary>
/// <typeparam name="TBody">The body.</typeparam>
/// <typeparam name="TError">The body of unsuccessful responses.</typeparam>
/// <typeparam name="TStatus">The operation's status codes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCall<TBody, TError, TStatus> : ApiBodyCall<TBody, ApiResponse<TBody, TError, TStatus>>
    where TError : class
    where TStatus : struct, Enum
{
    private readonly ApiBodyForm _form;
    private readonly ApiJson<TBody>? _body;
    private readonly ApiStatusBodies<TBody>? _bodies;
    private readonly ApiJson<TError>? _error;

    /// <summary>Describes a call whose body depends on the status.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="bodies">The form of the body for each status.</param>
    /// <param name="error">The contract of error bodies; null when <typeparamref name="TError"/> is <see cref="ApiRawBody"/>.</param>
    /// <param name="failures">The failures with a separate body, or null.</param>
    public ApiCall(ApiOperation operation, ApiStatusBodies<TBody> bodies, ApiJson<TError>? error, ApiFailureBodies? failures = null)
        : base(operation, bodies?.Accept ?? AcceptedTypes.Json)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        _form = ApiBodyForm.ByStatus;
        _bodies = bodies;
        _error = ApiCall.CheckError(error);
        Failures = failures;
    }

    /// <summary>Describes a call whose body is JSON.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The contract of the body.</param>
    /// <param name="error">The contract of error bodies; null when <typeparamref name="TError"/> is <see cref="ApiRawBody"/>.</param>
    /// <param name="failures">The failures with a separate body, or null.</param>
    public ApiCall(ApiOperation operation, ApiJson<TBody> body, ApiJson<TError>? error, ApiFailureBodies? failures = null)
        : base(operation, body?.Format?.Accept ?? AcceptedTypes.Json)
    {
        ArgumentNullException.ThrowIfNull(body);
        _form = ApiBodyForm.Json;
        _body = body;
        _error = ApiCall.CheckError(error);
        Failures = failures;
    }

    internal ApiCall(ApiOperation operation, ApiBodyForm form, string accept, ApiJson<TError>? error, ApiFailureBodies? failures)
        : base(operation, accept)
    {
        _form = form;
        _error = ApiCall.CheckError(error);
        Failures = failures;
    }

    /// <summary>The failures with a separate body, or null.</summary>
    internal ApiFailureBodies? Failures { get; }

    internal override bool MayBeAnything(int statusCode)
        => _form == ApiBodyForm.Text || _bodies?.MayBeAnything(Operation.FindStatus(statusCode)?.Value ?? statusCode) == true;

    internal override ApiResponse<TBody, TError, TStatus> CreateResponse(in ReceivedResponse received) => new(in received, _error, this);

    internal override TBody EnsureSuccess(ApiResponse<TBody, TError, TStatus> response) => response.EnsureSuccess();

    internal override TBody? ReadBody(in ReceivedResponse received, out Exception? failure)
    {
        if (!received.IsSuccess)
            return base.ReadBody(in received, out failure);
        var violation = TryReadBody(in received, out var body, out _);
        failure = violation is null || received.LacksBodyAsDocumented ? null
            : received.MayLackBody ? ApiContractException.OfMissingBody(received.Operation, received.StatusCode, received.RawBody)
            : received.CreateContractException(violation);
        return body;
    }

    /// <summary>Reads the body of a success. Returns the contradiction to the reference, or null.</summary>
    internal BodyViolation? TryReadBody(in ReceivedResponse received, out TBody? body, out ApiRawBody? raw)
    {
        raw = null;
        switch (_form)
        {
            case ApiBodyForm.Text:
                var unread = received.TryReadText(out var text);
                body = (TBody?)(object?)text;
                return unread;
            case ApiBodyForm.Raw:
                raw = received.WholeBody;
                body = (TBody)(object)raw;
                return null;
            default:
                return _bodies is null ? received.TryReadJson(_body!, out body) : _bodies.TryRead(in received, out body);
        }
    }
}

/// <summary>Makes the calls whose success body is not JSON. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiCall
{
    /// <summary>A call whose success body is text of any content type.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="error">The contract of error bodies; null when <typeparamref name="TError"/> is <see cref="ApiRawBody"/>.</param>
    /// <param name="accept">The Accept header; null: HTML, plain text, and any type after them.</param>
    /// <param name="failures">The failures with a separate body, or null.</param>
    public static ApiCall<string, TError, TStatus> Text<TError, TStatus>(
        ApiOperation operation, ApiJson<TError>? error, string? accept = null, ApiFailureBodies? failures = null)
        where TError : class
        where TStatus : struct, Enum
    {
        if (accept is not null)
            HeaderRules.CheckValue("Accept", accept, nameof(accept));
        return new(operation, ApiBodyForm.Text, accept ?? AcceptedTypes.Text, error, failures);
    }

    /// <summary>A call whose success body is returned unchanged.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="error">The contract of error bodies; null when <typeparamref name="TError"/> is <see cref="ApiRawBody"/>.</param>
    /// <param name="failures">The failures with a separate body, or null.</param>
    public static ApiCall<ApiRawBody, TError, TStatus> Raw<TError, TStatus>(ApiOperation operation, ApiJson<TError>? error, ApiFailureBodies? failures = null)
        where TError : class
        where TStatus : struct, Enum
        => new(operation, ApiBodyForm.Raw, AcceptedTypes.Any, error, failures);

    internal static ApiJson<TError>? CheckError<TError>(ApiJson<TError>? error)
        where TError : class
        => error is not null || typeof(TError) == typeof(ApiRawBody)
            ? error
            : throw new ArgumentNullException(nameof(error), "Without a contract the error body can only be " + nameof(ApiRawBody) + ".");
}
