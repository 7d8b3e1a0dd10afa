using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>A call whose success is a file, returned while it arrives. For generated code.</summary>
/// <typeparam name="TError">The body of unsuccessful responses.</typeparam>
/// <typeparam name="TStatus">The operation's status codes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDownloadCall<TError, TStatus> : ApiBodyCall<ApiDownload, ApiDownloadResponse<TError, TStatus>>
    where TError : class
    where TStatus : struct, Enum
{
    private readonly ApiJson<TError>? _error;
    private readonly ApiFailureBodies? _failures;

    /// <summary>Describes the call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="error">The contract of error bodies; null when <typeparamref name="TError"/> is <see cref="ApiRawBody"/>.</param>
    /// <param name="accept">The Accept header; null: any type.</param>
    /// <param name="failures">The failures with a separate body, or null.</param>
    public ApiDownloadCall(ApiOperation operation, ApiJson<TError>? error, string? accept = null, ApiFailureBodies? failures = null)
        : base(operation, accept ?? AcceptedTypes.Any)
    {
        if (accept is not null)
            HeaderRules.CheckValue("Accept", accept, nameof(accept));
        _error = ApiCall.CheckError(error);
        _failures = failures;
    }

    internal override BodyStreaming? Streaming => BodyStreaming.Instance;

    internal override bool MayBeAnything(int statusCode) => true;

    internal override ApiDownloadResponse<TError, TStatus> CreateResponse(in ReceivedResponse received) => new(in received, _error, _failures);

    internal override ApiDownload EnsureSuccess(ApiDownloadResponse<TError, TStatus> response) => response.FileOrNone()!;
}
