using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The answer of an operation whose success is a file. Dispose it: a success holds a connection.</summary>
/// <typeparam name="TError">The body of unsuccessful answers; <see cref="ApiRawBody"/> when the reference does not describe it.</typeparam>
/// <typeparam name="TStatus">The operation's status codes; the value of each member is the code.</typeparam>
public sealed class ApiDownloadResponse<TError, TStatus> : ApiResponse<TError, TStatus>, IDisposable, IAsyncDisposable
    where TError : class
    where TStatus : struct, Enum
{
    internal ApiDownloadResponse(ReceivedResponse received, ApiJson<TError>? error)
        : base(received, error, keepUndocumentedBody: false)
    {
        if (IsSuccess && received.Stream is { } stream)
            Download = new ApiDownload(stream, DispositionFileName.Parse(Headers["Content-Disposition"]), Headers["Content-Type"], stream.Announced);
    }

    /// <summary>The file; null for a failure, and for a success whose status allows no body (204, 205).</summary>
    public ApiDownload? Download { get; }

    /// <summary>The file of a successful answer. Disposing either it or the answer is enough.</summary>
    /// <exception cref="ApiException">The status is a failure.</exception>
    /// <exception cref="ApiContractException">The status is a success that came without a body.</exception>
    public new ApiDownload EnsureSuccess()
    {
        base.EnsureSuccess();
        return Download ?? throw new ApiContractException(Operation, StatusCode, "there is no body", null, null, null);
    }

    /// <summary>Ends the download, if there is one.</summary>
    public void Dispose() => Download?.Dispose();

    /// <summary>Ends the download, if there is one.</summary>
    public ValueTask DisposeAsync() => Download?.DisposeAsync() ?? default;
}
