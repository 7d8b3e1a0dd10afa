using System.ComponentModel;
using System.Reflection;
using System.Text;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Hosting;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing;

/// <summary>Makes the operations of a fake. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FakeDefinition : IFakeRequests, IResponseScripts
{
    private readonly Dictionary<string, FakeOperation> _operations = new(StringComparer.Ordinal);
    private readonly ExampleCatalog _catalog;
    private readonly TimeZoneInfo? _timeZone;

    internal FakeDefinition(Assembly specs, string? api, FakeOptions options)
    {
        _catalog = EmbeddedSpecs.Of(specs).ForApi(api);
        if (options.Recordings.Count > 0)
            _catalog = _catalog.WithRecordings(options.Recordings);
        var stub = options.ToStubOptions(_catalog);
        HostNames = stub.HostNames;
        _timeZone = options.TimeZone;
        Responder = new ExampleResponder(stub, this, options.ChecksRequests ? ViolationHandling.AsBadRequests : ViolationHandling.Unchecked)
        {
            IsStrict = options.IsStrict,
            OnResponded = options.OnResponded,
        };
    }

    internal ExampleResponder Responder { get; }

    internal HostNames HostNames { get; }

    internal IReadOnlyList<FakeOperation> Operations => [.. _operations.Values];

    RequestHistory IFakeRequests.History => Responder.History;

    TimeZoneInfo? IFakeRequests.TimeZone => _timeZone;

    /// <summary>An operation whose success has no body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="error">The contract of the error body.</param>
    public FakeOperation<TError, TStatus> Empty<TError, TStatus>(ApiOperation operation, ApiJson<TError> error)
        where TStatus : struct, Enum
        => Add(operation, new FakeOperation<TError, TStatus>(operation, this, new ResponseScript(), JsonBody(error, 500)));

    /// <summary>An operation whose success has no body, of an API without an error body.</summary>
    /// <param name="operation">The operation.</param>
    public FakeOperation<byte[], TStatus> Empty<TStatus>(ApiOperation operation)
        where TStatus : struct, Enum
        => Add(operation, new FakeOperation<byte[], TStatus>(operation, this, new ResponseScript(), BytesBody(null, 500)));

    /// <summary>An operation that responds with JSON.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The contract of the body.</param>
    /// <param name="error">The contract of the error body.</param>
    public FakeOperation<TBody, TError, TStatus> Json<TBody, TError, TStatus>(ApiOperation operation, ApiJson<TBody> body, ApiJson<TError> error)
        where TStatus : struct, Enum
        => Add<TBody, TError, TStatus>(operation, SuccessBody(body, operation), JsonBody(error, 500));

    /// <summary>An operation that responds with JSON, of an API without an error body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The contract of the body.</param>
    public FakeOperation<TBody, byte[], TStatus> Json<TBody, TStatus>(ApiOperation operation, ApiJson<TBody> body)
        where TStatus : struct, Enum
        => Add<TBody, byte[], TStatus>(operation, SuccessBody(body, operation), BytesBody(null, 500));

    /// <summary>An operation whose statuses have separate bodies.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">Creates the response of the body that is set, with a given status or the status of the body. Returns null if no body is set.</param>
    /// <param name="sample">Reads the body of a response with a status.</param>
    /// <param name="error">The contract of the error body.</param>
    public FakeOperation<TBody, TError, TStatus> ByStatus<TBody, TError, TStatus>(
        ApiOperation operation, Func<int?, TBody, FakeResponse?> body, Func<int, ReadOnlyMemory<byte>, TBody> sample, ApiJson<TError> error)
        where TStatus : struct, Enum
        => Add<TBody, TError, TStatus>(operation, ByStatusBody(body, sample), JsonBody(error, 500));

    /// <summary>An operation whose statuses have separate bodies, of an API without an error body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">Creates the response of the body that is set, with a given status or the status of the body. Returns null if no body is set.</param>
    /// <param name="sample">Reads the body of a response with a status.</param>
    public FakeOperation<TBody, byte[], TStatus> ByStatus<TBody, TStatus>(
        ApiOperation operation, Func<int?, TBody, FakeResponse?> body, Func<int, ReadOnlyMemory<byte>, TBody> sample)
        where TStatus : struct, Enum
        => Add<TBody, byte[], TStatus>(operation, ByStatusBody(body, sample), BytesBody(null, 500));

    /// <summary>An operation that responds with text.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mediaType">The documented media type, or null.</param>
    /// <param name="error">The contract of the error body.</param>
    public FakeOperation<string, TError, TStatus> Text<TError, TStatus>(ApiOperation operation, string? mediaType, ApiJson<TError> error)
        where TStatus : struct, Enum
        => Add<string, TError, TStatus>(operation, TextBody(mediaType, SuccessCodeOf(operation)), JsonBody(error, 500));

    /// <summary>An operation that responds with text, of an API without an error body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mediaType">The documented media type, or null.</param>
    public FakeOperation<string, byte[], TStatus> Text<TStatus>(ApiOperation operation, string? mediaType)
        where TStatus : struct, Enum
        => Add<string, byte[], TStatus>(operation, TextBody(mediaType, SuccessCodeOf(operation)), BytesBody(null, 500));

    /// <summary>An operation that responds with bytes.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mediaType">The documented media type, or null.</param>
    /// <param name="error">The contract of the error body.</param>
    public FakeOperation<byte[], TError, TStatus> Bytes<TError, TStatus>(ApiOperation operation, string? mediaType, ApiJson<TError> error)
        where TStatus : struct, Enum
        => Add<byte[], TError, TStatus>(operation, BytesBody(mediaType, SuccessCodeOf(operation)), JsonBody(error, 500));

    /// <summary>An operation that responds with bytes, of an API without an error body.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mediaType">The documented media type, or null.</param>
    public FakeOperation<byte[], byte[], TStatus> Bytes<TStatus>(ApiOperation operation, string? mediaType)
        where TStatus : struct, Enum
        => Add<byte[], byte[], TStatus>(operation, BytesBody(mediaType, SuccessCodeOf(operation)), BytesBody(null, 500));

    ResponseScript? IResponseScripts.Find(string operationId) => _operations.GetValueOrDefault(operationId)?.Script;

    /// <summary>The documented response of a success of the operation.</summary>
    internal StubResponse SampleOf(string operationId)
        => Responder.Documented.Typical(
            _catalog.Apis.Select(api => api.FindOperation(operationId)).First(static operation => operation is not null)!, ApiFake.Nowhere);

    private FakeBody<T> JsonBody<T>(ApiJson<T> json, int defaultCode)
        => new((code, body) => FakeResponse.Json(code ?? defaultCode, json, body), reply => json.Parse(reply.Body.Span), _timeZone);

    private FakeBody<T> SuccessBody<T>(ApiJson<T> json, ApiOperation operation)
        => new((code, body) => FakeResponse.Json(code ?? SuccessCodeOf(operation), json, body).Succeeding(), reply => json.Parse(reply.Body.Span), _timeZone);

    private static FakeBody<string> TextBody(string? mediaType, int defaultCode)
        => new(
            (code, text) => FakeResponse.Text(code ?? defaultCode, text, mediaType ?? "text/plain; charset=utf-8"),
            static reply => Encoding.UTF8.GetString(reply.Body.Span),
            timeZone: null);

    private static FakeBody<byte[]> BytesBody(string? mediaType, int defaultCode)
        => new(
            (code, bytes) => FakeResponse.Bytes(code ?? defaultCode, bytes, mediaType ?? "application/octet-stream"),
            static reply => reply.Body.ToArray(),
            timeZone: null);

    private FakeBody<T> ByStatusBody<T>(Func<int?, T, FakeResponse?> make, Func<int, ReadOnlyMemory<byte>, T> read)
        => new(
            (code, body) => make(code, body)?.Succeeding()
                ?? throw new ArgumentException("None of the bodies is set, so the status is unknown; set one of them or pass a status.", nameof(body)),
            reply => read(reply.StatusCode, reply.Body),
            _timeZone);

    private FakeOperation<TBody, TError, TStatus> Add<TBody, TError, TStatus>(ApiOperation operation, FakeBody<TBody> body, FakeBody<TError> error)
        where TStatus : struct, Enum
        => Add(operation, new FakeOperation<TBody, TError, TStatus>(operation, this, new ResponseScript(), error, body));

    private TOperation Add<TOperation>(ApiOperation operation, TOperation fake)
        where TOperation : FakeOperation
    {
        _operations.Add(operation.Id, fake);
        return fake;
    }

    // A success with a body is not a redirect, unless nothing else is documented.
    private static int SuccessCodeOf(ApiOperation operation)
    {
        var success = operation.Statuses.FirstOrDefault(static status => status is { IsResult: true, Code: 2 or (>= 200 and < 300) })
            ?? operation.Statuses.FirstOrDefault(static status => status.IsResult);
        return success is null ? 200 : success.Code < 100 ? success.Code * 100 : success.Code;
    }
}
