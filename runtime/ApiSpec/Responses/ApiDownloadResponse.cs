using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The response of an operation whose success is a file. Dispose it: a success holds a connection.</summary>
/// <typeparam name="TError">The body of unsuccessful responses; <see cref="ApiRawBody"/> when the reference does not describe it.</typeparam>
/// <typeparam name="TStatus">The documented statuses of the operation.</typeparam>
public sealed class ApiDownloadResponse<TError, TStatus> : ApiResponse<TError, TStatus>, IDisposable, IAsyncDisposable
    where TError : class
    where TStatus : struct, Enum
{
    internal ApiDownloadResponse(in ReceivedResponse received, ApiJson<TError>? error, ApiFailureBodies? failures)
        : base(in received, error, failures, keepUndocumentedBody: false)
    {
        if (IsSuccess && received.Stream is { } stream)
            Download = new ApiDownload(stream, DispositionFileName.Parse(Headers["Content-Disposition"]), Headers["Content-Type"], stream.Announced);
    }

    private ApiDownloadResponse(in ReceivedResponse received, ApiDownload download)
        : base(in received)
        => Download = download;

    private ApiDownloadResponse(in ReceivedResponse received, TError? error)
        : base(in received, error)
    {
    }

    /// <summary>The file. Null for a failure, for a status without a body (204, 205), and for a redirect.</summary>
    public ApiDownload? Download { get; }

    /// <summary>The file of a successful response. Disposing either it or the response is enough.</summary>
    /// <exception cref="ApiException">The status is a failure.</exception>
    /// <exception cref="ApiContractException">The status is a success that came without a body, and the reference does not say that it may.</exception>
    /// <exception cref="InvalidOperationException">The reference lists the status as a result without a file; <see cref="Download"/> is null.</exception>
    public new ApiDownload EnsureSuccess()
        => FileOrNone() ?? throw new InvalidOperationException(this + " is a documented result without a file; look at Download first.");

    /// <summary>The file of a success; null if the reference lists the status as a result without a file.</summary>
    internal ApiDownload? FileOrNone()
    {
        base.EnsureSuccess();
        return Download is null && !MayLackBody ? throw ApiContractException.OfMissingBody(Operation, StatusCode, null) : Download;
    }

    /// <summary>Creates the response of a success without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status.</param>
    /// <param name="download">The file.</param>
    /// <exception cref="ArgumentException">The status is not a success of the operation, or the file is null.</exception>
    public static ApiDownloadResponse<TError, TStatus> Success(ApiOperation operation, TStatus status, ApiDownload download)
    {
        ArgumentNullException.ThrowIfNull(download);
        return new(ReceivedResponse.Invent(operation, ToCode(status), true, null), download);
    }

    /// <summary>Creates the response of a failure without a server, for test doubles of a client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The status.</param>
    /// <param name="error">The body; null: one that could not be read.</param>
    /// <exception cref="ArgumentException">The status is not a failure of the operation.</exception>
    public static ApiDownloadResponse<TError, TStatus> Failure(ApiOperation operation, TStatus status, TError? error)
        => new(ReceivedResponse.Invent(operation, ToCode(status), false, null), error);

    /// <summary>Ends the download, if there is one.</summary>
    public void Dispose() => Download?.Dispose();

    /// <summary>Ends the download, if there is one.</summary>
    public ValueTask DisposeAsync() => Download?.DisposeAsync() ?? default;
}
